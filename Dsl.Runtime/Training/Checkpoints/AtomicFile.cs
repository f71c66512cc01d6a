using System.Runtime.InteropServices;

namespace NeuralDsl;

/// <summary>Writes files in one piece: a reader, also one after a crash, finds the old content or the new, never a part of it.</summary>
internal static class AtomicFile
{
    /// <summary>What the name of a file ends with until it is complete.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Writes beside the file, brings it to the disk, and gives it its name.</summary>
    /// <param name="path">The file; one that is there is replaced. Its folder is made where it is missing.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<FileStream> write)
    {
        path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var unfinished = path + Unfinished;
        try
        {
            using (var stream = File.Create(unfinished))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
        FlushFolder(folder);
    }

    /// <summary>Brings the names of a folder's files to the disk; on Windows the file system does that by itself.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = open(folder, 0);
        if (descriptor < 0)
            return;
        // A file system that cannot do it says so: the content is on the disk all the same.
        _ = fsync(descriptor);
        _ = close(descriptor);
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    private static extern int fsync(int descriptor);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
