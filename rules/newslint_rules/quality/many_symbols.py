"""QUA004 many-symbols."""

from typing import Annotated

from newslint import Doc, Findings, Span, is_share, rule
from newslint_rules.quality.counting import SHOWN, has_words, percent, runs, some

_SYMBOLS = {"hash signs": ("#",), "ellipses": ("...", "…")}


@rule("QUA004", severity="info", default=False)
def many_symbols(
    doc: Doc, *, max_share: Annotated[float, "signs for each word, at most", is_share] = 0.1
) -> Findings:
    """Hash signs or ellipses for every tenth word: tags, teasers, chat.

    The limit is Gopher's symbol-to-word ratio (Rae et al. 2021, arXiv 2112.11446, appendix A), 0.1
    for either sign. What stands between blanks is a word; datatrove 0.10 counts marks as words,
    too, so its ratio is a seventh lower. As there, four dots are one ellipsis, six are two.

    The first places are shown. Left alone are texts in scripts without blanks. It misses other
    signs. It errs on an interview in fragments and on a short text with two tags.

    Bad: >><<#ferry #late #islands again today
    Good: The ferry to the islands is late, he wrote under #ferry, and nobody at the port knew why.
    """
    if not doc.begins:
        return
    for name, signs in _SYMBOLS.items():
        number = sum(doc.text.count(sign) for sign in signs)
        if not number or not doc.get(has_words):
            continue
        total = len(doc.get(runs))
        if number > max_share * total:
            ratio = percent(number / total)
            yield doc.flag(
                f"{number:,} {name} for {total:,} words ({ratio}, more than {percent(max_share)})",
                related=some(_places(doc, signs), f"one of the {name}"),
            )


def _places(doc: Doc, signs: tuple[str, ...]) -> list[Span]:
    """Return the first places of signs, as many as are shown and one more."""
    found: list[Span] = []
    for sign in signs:
        at = doc.text.find(sign)
        for _ in range(SHOWN):
            if at < 0:
                break
            found.append(doc.span(at, at + len(sign)))
            at = doc.text.find(sign, at + len(sign))
    return sorted(found, key=lambda place: place.start)[:SHOWN]
