"""QUA007 many-words-without-letters."""

from typing import Annotated

from newslint import Doc, Findings, is_share, rule
from newslint_rules.quality.counting import percent, words


@rule("QUA007", severity="info", default=False)
def many_words_without_letters(
    doc: Doc,
    *,
    min_share: Annotated[float, "share of the words that have a letter, at least", is_share] = 0.8,
) -> Findings:
    """Numbers and signs for every fifth word: a table, a score sheet, a price list.

    The limit is Gopher's: 80 % of the words contain an alphabetic character (Rae et al. 2021,
    arXiv 2112.11446, appendix A). What stands between blanks is a word. datatrove 0.10 also takes
    every full stop and comma for a word, which leaves ordinary news at 80 to 90 % and makes it
    drop market reports and match reports that this rule lets pass.

    It misses tables of names. It errs on stock market flashes, which are figures by nature.

    Bad: >><<1 Castlebay 24 18 4 2 61 19 58
    Good: Castlebay won 24 games in that season, Thorpe only 18.
    """
    if not doc.begins:
        return
    counted = doc.get(words)
    if counted.lettered < min_share * counted.total:
        share = percent(counted.lettered / counted.total)
        yield doc.flag(
            f"{counted.lettered:,} of {counted.total:,} words have a letter "
            f"({share}, less than {percent(min_share)})"
        )
