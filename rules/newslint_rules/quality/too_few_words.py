"""QUA001 too-few-words."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import has_words, words


@rule("QUA001", severity="info", default=False)
def too_few_words(
    doc: Doc, *, min_words: Annotated[int, "words that an article has at least"] = 50
) -> Findings:
    """An article of so few words that a corpus gains nothing by it.

    What is that short is mostly a teaser, a caption or an error page. The limit of 50 words is
    Gopher's (Rae et al. 2021, arXiv 2112.11446, appendix A), which RefinedWeb and FineWeb took
    over. A word is what stands between blanks and has a letter or figure; datatrove 0.10 asks a
    tokenizer, which takes "isn't" and "well-known" for two words each, so that it lets pass a few
    articles of 46 to 49 words.

    Left alone are texts in scripts without blanks between words (Chinese, Japanese, Thai, Lao,
    Khmer, Burmese). It misses long pages that say nothing. It errs, to an editor's mind, on wire
    flashes, which are short because they are new.

    Bad: >><<The ferry is late.
    Good with min-words=5: The ferry to the islands is late.
    Good: 渡船因大雾停航三天。
    """
    if not doc.begins or not doc.ends or not doc.get(has_words):
        return
    number = doc.get(words).words
    if number < min_words:
        have = f"{number} word{'s' if number != 1 else ''}"
        yield doc.flag(f"the article has {have}, fewer than {min_words:,}")
