"""Trains the samples and writes their pages and the table in README.md. A new sample is an entry of SAMPLES."""
import csv
import re
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "samples"
RUNS = ROOT / "artifacts" / "samples"
PROGRAM = ["dotnet", ROOT / "artifacts" / "bin" / "Samples" / "release" / "NeuralDsl.Samples.dll"]


@dataclass
class Sample:
    """A sample: what it learns from, its result as a pattern of what the training prints, and what its page says besides."""

    name: str
    data: str
    result: str = r"^test .*(accuracy [\d.]+ %)"
    about: str = ""
    options: str = ""  # What stands behind the model in the command; {runs} is the folder of all runs.
    picture: str = ""  # A file that the training leaves in its folder.
    remarks: str = ""  # What stands at the end of the page.

    @property
    def run(self):
        return RUNS / self.name / "1"

    @property
    def output(self):
        return RUNS / self.name / "output.txt"

    @property
    def command(self):
        return f"./build/run.sh train {self.name} {self.options.format(runs='runs')}".rstrip()

    def find(self, pattern):
        return re.search(pattern, self.output.read_text(), re.MULTILINE)[1]


SAMPLES = [
    Sample("SimpleNN", "two clouds of points, drawn", about="The clouds share their centre and differ only in width: [Clouds.cs](../../Samples/Clouds.cs)."),
    Sample("BreastCancerNet", "breast cancer, 569 rows"),
    Sample("WineMlp", "wine, 178 rows"),
    Sample("DigitsCnn", "digits, 1,797 images"),
    Sample("DigitsRnn", "digits, 1,797 images", about="A step of the sequence is a row of the image."),
    Sample("VerseLstm", "7,837 verses", about="Old or New Testament? A verse is its first 60 words that are no stop words."),
    Sample(
        "SequenceReverser", "sequences of 10 symbols, drawn", r"^(\d+ of \d+ new sequences) are reversed without a mistake",
        "The decoder sees the encoder's memory and what is written so far, of which a mask hides what comes later. [Reversals.cs](../../Samples/Reversals.cs) draws the "
        "sequences, and has the trained model write backwards 500 that it never saw, symbol by symbol."),
    Sample(
        "VerseGpt", "7,837 verses as one text", r"^test (loss [\d.]+)",
        "Sizes are hyper-parameters: those of GPT-2 small make 124,439,808 parameters. The text is 1,024 kinds of parts of words "
        "([VerseWriting.cs](../../Samples/VerseWriting.cs)); a model that guesses has a loss of 6.93. At the end it writes verses of its own with a "
        "[text generator](../how-to/generate.md)."),
    Sample(
        "DigitVae", "digits, 1,797 images", r"(\d+ digits that nobody wrote)",
        "The encoder says where in a space of eight dimensions an image lies, and how surely; the decoder draws what lies there. What it draws from random places "
        "are the digits below ([DigitDrawings.cs](../../Samples/DigitDrawings.cs)).",
        picture="digits.png"),
    Sample(
        "DigitGan", "digits, 1,797 images", r"(\d+ digits that nobody wrote)",
        "A step of the training has two [phases](../language.md#several-models-together): the judge learns what people's digits look like and what the painter's do, "
        "then the painter learns what the judge takes for people's. Neither loss says how good the digits are: they are below.",
        picture="digits.png"),
    Sample(
        "BertPretraining", "7,837 verses, masked and paired", r"^masked words: ([\d.]+ % found)",
        "The encoder is a block ([BertEncoder.cs](../../Samples/BertEncoder.cs)), which the classifier and the answers to questions take over with its weights. Sizes are "
        "hyper-parameters: those of BERT-base make 110,106,428 parameters. [MaskedVerses.cs](../../Samples/MaskedVerses.cs) masks the words and parts the verses."),
    Sample(
        "BertClassifier", "7,837 verses", about="Old or New Testament? It begins with what [BertPretraining](BertPretraining.md) learned; without `--weights` it begins from nothing, with "
        "`--freeze \"bert.*\"` the encoder stays as it is, and `--rows 500` learns from so many labels.",
        options="--weights {runs}/BertPretraining/1/model.safetensors",
        remarks="""## What pre-training gains

Accuracy and loss on verses that it never saw, with `--rows 100` and `--rows 500` the means of the seeds 1, 2 and 3:

| labels | from nothing | `--weights` | `--weights` and `--freeze "bert.*"` |
|---|---|---|---|
| 100 | 68.8 %, 0.711 | 70.4 %, 0.624 | 67.8 %, 0.607 |
| 500 | 78.7 %, 0.931 | 78.5 %, 0.723 | 72.0 %, 0.563 |
| all 6,270, seed 0 | 87.4 %, 0.749 | 87.5 %, 0.592 | 74.2 %, 0.527 |

An encoder of this size that read 6,270 verses gains little: a point and a half where labels are few, and probabilities that are less often wrong with confidence."""),
    Sample(
        "VerseQuestions", "questions about 7,837 verses, drawn", r"^answers: ([\d.]+ % right)",
        "The question names the words where the answer begins and ends, and the verse alone has those between ([AskedVerses.cs](../../Samples/AskedVerses.cs)). It begins "
        "from nothing."),
]


def train(sample):
    """Trains a sample with what it prints in a file, and the processor time behind it."""
    shutil.rmtree(RUNS / sample.name, ignore_errors=True)
    sample.output.parent.mkdir(parents=True)
    before = processor_time()
    command = [*PROGRAM, "train", sample.name, *sample.options.format(runs=RUNS).split(), "--run", sample.run]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    sample.output.write_text(f"{output}processor time: {processor_time() - before:.0f} s\n")


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write_page(sample):
    declaration = (ROOT / "Samples" / f"{sample.name}.cs").read_text().partition("namespace NeuralDsl.Samples;\n\n")[2].strip()
    summary = re.sub(r"\s*///\s*", " ", re.search(r"<summary>(.*?)</summary>", declaration, re.DOTALL)[1]).strip()
    diagram = subprocess.run([*PROGRAM, "diagram", sample.name], check=True, capture_output=True, text=True).stdout.strip()
    (PAGES / f"{sample.name}.svg").write_text(curve(sample))
    if sample.picture:
        shutil.copy(sample.run / sample.picture, PAGES / f"{sample.name}.png")
    parts = [
        f"# {sample.name}", summary, sample.about,
        f"<!-- from Samples/{sample.name}.cs -->\n```csharp\n{declaration}\n```",
        "## What it is", f"```mermaid\n{diagram}\n```",
        "## What it achieved",
        f"On {sample.data}, with {processor_seconds(sample)} of processor time:",
        f"```\n$ {sample.command}\n{shown_output(sample)}\n```",
        f"![{sample.picture}]({sample.name}.png)" if sample.picture else "",
        f"![Loss of {sample.name} by epoch]({sample.name}.svg)",
        sample.remarks,
    ]
    (PAGES / f"{sample.name}.md").write_text("\n\n".join(part for part in parts if part) + "\n")


def shown_output(sample):
    """What the training printed, without the epochs between the first and the last."""
    lines = sample.output.read_text().replace(str(RUNS), "runs").splitlines()[:-1]
    epochs = [i for i, line in enumerate(lines) if line.startswith("epoch ")]
    if len(epochs) > 3:
        lines[epochs[1]:epochs[-1]] = ["…"]
    return "\n".join(lines).rstrip()


def processor_seconds(sample):
    return sample.find(r"^processor time: (.*)")


def curve(sample):
    """The losses of training and validation by epoch, as SVG."""
    width, height, left, right, top, bottom = 560, 260, 60, 545, 15, 215
    with open(sample.run / "history.csv") as file:
        rows = list(csv.DictReader(file))
    lines = {name: [float(row[f"{name} loss"]) for row in rows] for name in ("training", "validation")}
    losses = [loss for line in lines.values() for loss in line]
    least, most = min(losses), max(losses)
    x = lambda i: left + (right - left) * i / max(1, len(rows) - 1)
    y = lambda loss: bottom - (bottom - top) * (loss - least) / (most - least)
    ticks = [least + (most - least) * i / 4 for i in range(5)]
    grid = "".join(
        f'<line x1="{left}" x2="{right}" y1="{y(tick):.1f}" y2="{y(tick):.1f}" stroke="#ddd"/><text x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:.3g}</text>'
        for tick in ticks)
    drawn = "".join(
        f'<polyline fill="none" stroke="{color}" stroke-width="2" points="{" ".join(f"{x(i):.1f},{y(loss):.1f}" for i, loss in enumerate(line))}"/>'
        for color, line in zip(("#1f77b4", "#ff7f0e"), lines.values()))
    legend = "".join(
        f'<text x="{right}" y="{top + 15 + 18 * i}" text-anchor="end" fill="{color}">{name} loss</text>'
        for i, (color, name) in enumerate(zip(("#1f77b4", "#ff7f0e"), lines)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12"><rect width="{width}" height="{height}" fill="white"/>'
        f'{grid}{drawn}{legend}<text x="{left}" y="{bottom + 18}">1</text><text x="{right}" y="{bottom + 18}" text-anchor="end">{len(rows)}</text>'
        f'<text x="{(left + right) / 2}" y="{bottom + 36}" text-anchor="middle">epoch</text></svg>\n')


def table_row(sample):
    parameters = sample.find(rf"^{sample.name}: ([\d,]+) parameters")
    return f"| [{sample.name}](docs/samples/{sample.name}.md) | {parameters} | {sample.data} | {sample.find(sample.result)} | {processor_seconds(sample)} | `{sample.command}` |"


def write_table(trained):
    """Rows of samples that were not trained now stay as they are."""
    readme = ROOT / "README.md"
    before, begin, rest = readme.read_text().partition("<!-- samples -->\n")
    table, end, after = rest.partition("<!-- /samples -->")
    rows = {re.match(r"\| \[(\w+)]", row)[1]: row for row in table.splitlines() if row.startswith("| [")}
    rows |= {sample.name: table_row(sample) for sample in trained}
    header = "| sample | parameters | data | result | processor time | command |\n|---|---|---|---|---|---|\n"
    readme.write_text(before + begin + header + "".join(f"{rows[sample.name]}\n" for sample in SAMPLES if sample.name in rows) + end + after)


def main(arguments):
    names = [argument for argument in arguments if argument != "--pages"]
    if unknown := set(names) - {sample.name for sample in SAMPLES}:
        sys.exit(f"There is no sample {', '.join(sorted(unknown))}; there are {', '.join(sample.name for sample in SAMPLES)}.")
    chosen = [sample for sample in SAMPLES if sample.name in names or not names]
    if "--pages" in arguments:
        chosen = [sample for sample in chosen if sample.output.exists()]
    PAGES.mkdir(exist_ok=True)
    for sample in chosen:
        if "--pages" not in arguments:
            train(sample)
        write_page(sample)
        print(table_row(sample), flush=True)
    write_table(chosen)


main(sys.argv[1:])
