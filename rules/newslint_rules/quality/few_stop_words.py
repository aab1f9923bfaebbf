"""QUA008 few-stop-words."""

from typing import Annotated

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import words

_MARKS = ".,;:!?'\"()[]“”‘’"


@rule("QUA008", severity="info", default=False)
def few_stop_words(
    doc: Doc,
    *,
    min_stop_words: Annotated[int, "how many of the stop words an article has, at least"] = 2,
    stop_words: Annotated[tuple[str, ...], "words that no prose does without, in small letters"] = (
        "the",
        "be",
        "to",
        "of",
        "and",
        "that",
        "have",
        "with",
    ),
    language: Annotated[str, "the language they are of, a two-letter code"] = "en",
) -> Findings:
    """An article without the small words that any sentence needs: no connected text.

    Tables, lists of names, keywords and other languages look so. The eight words and the limit of
    two are Gopher's (Rae et al. 2021, arXiv 2112.11446, appendix A), which counts different words.
    Capitals do not matter here; for datatrove 0.10 `The` is no stop word.

    An article that is known to be in another language than that of the list is left alone: whether
    it belongs into the corpus is another question. One whose language nobody can tell is judged. It
    misses lists with two such words. It errs on headlines and flashes of a few words.

    Bad: >><<Ferry, timetable, islands, fares, tickets, port, weather, harbour, boats
    Good: The ferry to the islands is late.
    Good: Die Fähre zu den Inseln ist heute nicht gefahren, und der Hafen bleibt auch morgen zu.
    """
    if not doc.begins or not doc.text.strip():
        return
    wanted = frozenset(stop_words)
    there = doc.get(words).runs
    found = {one for one in wanted if one in there}
    if len(found) < min_stop_words:
        found |= wanted.intersection(run.strip(_MARKS).lower() for run in there)
    if len(found) < min_stop_words and doc.language in {None, language}:
        told = f" ({', '.join(sorted(found))})" if found else ""
        yield doc.flag(
            f"the article has {len(found)} of {len(wanted)} stop words{told}, "
            f"fewer than {min_stop_words}"
        )
