using System.IO.Compression;
using System.Text;

namespace NeuralDsl;

/// <summary>Finds and opens what a declaration names.</summary>
internal static class DataFile
{
    /// <summary>Refuses bytes that are not UTF-8 instead of replacing them.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where a declared file or folder is: beside the program, or else in the working directory.</summary>
    public static string Find(string path)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, path);
        return File.Exists(beside) || Directory.Exists(beside) ? beside : path;
    }

    /// <summary>Throws where there is no such file.</summary>
    public static void Require(string path)
    {
        if (!File.Exists(path))
            throw new DataException(path, $"there is no file '{Path.GetFullPath(path)}'{(Directory.Exists(path) ? ", only a folder of that name" : "")}.");
    }

    /// <summary>Opens a file for reading, unpacked where its name ends in <c>.gz</c>.</summary>
    public static Stream Open(string path)
    {
        Require(path);
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Runs what reads a file, with the system's faults in the words of data.</summary>
    public static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DataException(path, $"the file cannot be read: {e.Message}", cause: e);
        }
        catch (DecoderFallbackException e)
        {
            throw new DataException(path, "the text is not UTF-8: save the file in that encoding.", cause: e);
        }
    }
}
