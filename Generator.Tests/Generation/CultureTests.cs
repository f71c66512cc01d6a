using System.Globalization;

namespace NeuralDsl.Generator.Tests.Generation;

/// <summary>The suite runs under Swedish too, which writes a comma and a minus sign of its own (U+2212); this says that it really does.</summary>
public class CultureTests
{
    [Fact]
    public void The_culture_that_was_asked_for_is_the_tests()
    {
        if (Environment.GetEnvironmentVariable("LC_ALL") is not { } asked || !asked.StartsWith("sv_SE", StringComparison.Ordinal))
            return;
        Assert.Equal("sv-SE", CultureInfo.CurrentCulture.Name);
        Assert.Equal("\u22120,5", (-0.5).ToString(CultureInfo.CurrentCulture));
    }
}
