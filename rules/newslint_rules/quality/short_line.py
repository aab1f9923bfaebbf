"""QUA014 short-line."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import has_words, one_by_one, text_lines


@rule("QUA014", severity="info", default=False, supersedes=("QUA013",))
def short_line(
    doc: Doc, *, min_words: Annotated[int, "words that a line has at least"] = 5
) -> Findings:
    """A line of fewer words than a sentence needs.

    C4 cuts such lines. Five words is what the paper says in its last revision and what c4_utils of
    TensorFlow Datasets does (Raffel et al. 2020, JMLR 21:140, section 2.2); the first version of
    the paper and datatrove 0.10 have three. Words are what stands between blanks.

    Of an article the first twenty lines are told one by one. Left alone are texts in scripts
    without blanks between words. It misses long labels. It errs, to an editor's mind, on sub-heads,
    bylines and curt answers ("He did not.").

    Bad:
        The ferry to the islands is late.
        >>By Ana Ruiz<<
        >>Read this, too.<<
    Good: The ferry is late again.
    """
    if doc.text and doc.get(has_words):
        # so many words have so many blanks between them
        lines = [
            line
            for line in doc.get(text_lines)
            if len(line.text.split(None, min_words)) < min_words
        ]
        yield from one_by_one(lines, lambda _: f"the line has fewer than {min_words} words")
