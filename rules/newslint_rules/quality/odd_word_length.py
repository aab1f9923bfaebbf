"""QUA003 odd-word-length."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import has_words, words


@rule("QUA003", severity="info", default=False)
def odd_word_length(
    doc: Doc,
    *,
    min_mean: Annotated[float, "letters that a word has on average, at least"] = 3.0,
    max_mean: Annotated[float, "letters that a word has on average, at most"] = 10.0,
) -> Findings:
    """Words that are much shorter or longer on average than those of any prose.

    Below three letters a text is a table, a score sheet or s p a c e d; above ten it is addresses,
    code, or words that ran together. The limits are Gopher's (Rae et al. 2021, arXiv 2112.11446,
    appendix A). The length of a word is counted without the marks around it. datatrove 0.10 takes
    words apart at apostrophes and hyphens, so that its mean is some 0.1 lower.

    Left alone are texts in scripts without blanks between words. It misses tables of long words.
    It errs on very short texts, where one address weighs much, and on languages of long words.

    Bad: >><<A 3 B 1 C 4 D 1 E 5 F 9.
    Good: The ferry to the islands is late.
    """
    if not doc.begins or not doc.get(has_words):
        return
    counted = doc.get(words)
    if not counted.words:
        return
    mean = counted.length / counted.words
    if mean < min_mean:
        yield doc.flag(f"the words have {mean:.2f} letters on average, fewer than {min_mean:g}")
    elif mean > max_mean:
        yield doc.flag(f"the words have {mean:.2f} letters on average, more than {max_mean:g}")
