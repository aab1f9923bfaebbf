"""QUA022 many-line-ends."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import has_words, percent, runs, text_lines


@rule("QUA022", severity="info", default=False)
def many_line_ends(
    doc: Doc, *, max_ratio: Annotated[float, "line ends for each word, at most"] = 0.3
) -> Findings:
    """A line ends after every third word: a list of names, a column of a table.

    The limit of 0.3 is that of datatrove's FineWeb filter (`new_line_ratio`); the paper (Penedo et
    al. 2024, arXiv 2406.17557) does not name it. Line ends between lines that are not blank count;
    datatrove 0.10 counts those of blank lines as well, which doubles them where paragraphs stand
    apart, and takes marks for words.

    Left alone are texts in scripts without blanks between words. It misses lists of longer items.
    It errs on poems of very short lines.

    Bad:
        >><<Ana Ruiz
        Jo Doe
        Ellen Marsh
    Good:
        The ferry to the islands is late.
        Islanders wait for it.
    """
    if not doc.begins or not doc.get(has_words):
        return
    ends, total = len(doc.get(text_lines)) - 1, len(doc.get(runs))
    if ends > max_ratio * total:
        yield doc.flag(
            f"{ends:,} line ends for {total:,} words "
            f"({percent(ends / total)}, more than {percent(max_ratio)})"
        )
