using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>
/// The culture that all tests run under: the machine's, or the one that NEURALDSL_CULTURE names. Swedish writes a minus of its own
/// (U+2212), German a comma in numbers; neither may show in a message, in generated code or in what is read.
/// </summary>
public class TestCulture
{
    private const string Variable = "NEURALDSL_CULTURE";

    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } name)
            return;
        var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Without it, a run under a culture would say nothing: the variable might not have arrived.</summary>
    [Fact]
    public void The_culture_that_was_asked_for_is_the_tests()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name)
            Assert.Equal(name, CultureInfo.CurrentCulture.Name);
        if (CultureInfo.CurrentCulture.Name is "sv-SE")
            Assert.Equal("\u22121", (-1).ToString(CultureInfo.CurrentCulture));
    }
}
