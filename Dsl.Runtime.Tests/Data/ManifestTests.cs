namespace NeuralDsl.Tests.Data;

public sealed class ManifestTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Of_a_csv_file()
    {
        var file = Write("data.csv", "a,\"b\tb\",target\n1,2,pear\n3,4,fig\n"u8);
        var source = new CsvSource<PairOf<ThreeClasses>>(file);
        Assert.True(source.WriteManifest());
        Assert.False(source.WriteManifest());
        Assert.Equal("rows: 2\ncolumns: 3\nheader: a\tb\\tb\ttarget\nclasses: fig\tpear\n", File.ReadAllText(file + ".manifest"));
        Write("data.csv", "a,b,target\n1,2,2\n3,4,1\n5,6,-100\n"u8);
        Assert.True(source.WriteManifest());
        Assert.Equal("rows: 3\ncolumns: 3\nheader: a\tb\ttarget\nlabel-range: 1 2\n", File.ReadAllText(file + ".manifest"));
    }

    [Fact]
    public void Of_idx_files()
    {
        var images = Write("images", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
        var source = new IdxSource<PairOf<Grey>>("elsewhere/images", "elsewhere/labels");
        Write("labels", [0, 0, 8, 1, 0, 0, 0, 1, 2]);
        Assert.True(source.WriteManifest(folder));
        Assert.Equal("rows: 1\nlabel-range: 2 2\nimage: 1x2x3\n", File.ReadAllText(images + ".manifest"));
    }

    [Fact]
    public void Of_images()
    {
        var images = Path.Combine(folder, "images");
        Directory.CreateDirectory(Path.Combine(images, "b"));
        Directory.CreateDirectory(Path.Combine(images, "a"));
        File.WriteAllBytes(Path.Combine(images, "b", "1.png"), TestImages.Png(3, 2, 3, new byte[18]));
        var source = new ImagesSource<PairOf<ChannelsFirst>>(images + Path.DirectorySeparatorChar);
        Assert.True(source.WriteManifest());
        Assert.Equal("rows: 1\nclasses: a\tb\nimage: 3x2x3\n", File.ReadAllText(images + ".manifest"));
        File.WriteAllBytes(Path.Combine(images, "a", "1.png"), TestImages.Png(2, 2, 3, new byte[12]));
        Assert.True(source.WriteManifest());
        Assert.Equal("rows: 2\nclasses: a\tb\n", File.ReadAllText(images + ".manifest"));
    }

    [Fact]
    public void Of_texts()
    {
        var file = Write("texts.txt", "good\tone two two\nbad\tthree\n"u8);
        Assert.True(new TextSource<PairOf<Tokens>>(file).WriteManifest());
        Assert.Equal("rows: 2\nclasses: bad\tgood\nvocabulary: 5\nlongest: 3\n", File.ReadAllText(file + ".manifest"));
    }

    [Fact]
    public void Is_not_written_where_there_is_no_place_for_it()
    {
        var file = Write("data.csv", "a,b,target\n1,2,1\n"u8);
        Directory.CreateDirectory(file + ".manifest");
        Assert.False(new CsvSource<PairOf<ThreeClasses>>(file).WriteManifest());
    }

    private string Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
