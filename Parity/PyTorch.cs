using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Parity;

/// <summary>The distribution's PyTorch running a script beside the tests: one process that answers requests, whoever asks.</summary>
internal sealed class PyTorch : IDisposable
{
    private readonly Process process;
    private readonly BinaryWriter requests;
    private readonly BinaryReader answers;
    private readonly StringBuilder errors = new();

    /// <param name="script">The script's file, in the tests' folder Parity.</param>
    public PyTorch(string script)
    {
        // The distribution's PyTorch belongs to the distribution's Python, which need not be the first in the path.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Parity", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        requests = new(new BufferedStream(process.StandardInput.BaseStream));
        answers = new(new BufferedStream(process.StandardOutput.BaseStream));
    }

    /// <summary>What the script answers to a request, which it gets as JSON, and to tensors: its tensors, which the caller disposes.</summary>
    /// <exception cref="PyTorchException">The script failed, or there is no PyTorch.</exception>
    public Dictionary<string, Tensor> Ask(object request, IReadOnlyDictionary<string, Tensor> tensors)
    {
        lock (process)
        {
            try
            {
                requests.Write(JsonSerializer.Serialize(request));
                requests.Write7BitEncodedInt64(tensors.Count);
                foreach (var (name, tensor) in tensors)
                {
                    requests.Write(name);
                    using var detached = tensor.detach();
                    using var contiguous = detached.contiguous();
                    contiguous.Save(requests);
                }
                requests.Flush();
                return ReadAnswer();
            }
            catch (IOException)
            {
                process.WaitForExit();
                throw new PyTorchException(errors.ToString().Contains("No module named 'torch'", StringComparison.Ordinal)
                    ? $"{process.StartInfo.FileName} has no PyTorch to compare with: run build/setup.sh --tests, which installs python3-torch."
                    : $"{process.StartInfo.ArgumentList[0]} ended:\n{errors}");
            }
        }
    }

    private Dictionary<string, Tensor> ReadAnswer()
    {
        var error = answers.ReadString();
        var results = new Dictionary<string, Tensor>();
        for (var left = answers.Read7BitEncodedInt64(); left > 0; left--)
            results.Add(answers.ReadString(), Tensor.Load(answers));
        return error.Length == 0 ? results : throw new PyTorchException(error);
    }

    public void Dispose()
    {
        // The end of the requests ends the script.
        process.StandardInput.Dispose();
        process.WaitForExit();
        process.Dispose();
    }
}
