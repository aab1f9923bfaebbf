"""GAR005: a fixed wording that has lost one of its small words."""

from __future__ import annotations

from newslint import Doc, Findings, phrases, rule, word_list

_WHOLE = dict(entry.split(" = ") for entry in word_list(__package__, "lost-words.txt"))
_LOST = phrases(*_WHOLE)


@rule("GAR005", severity="info", languages=("en",), near=_LOST)
def missing_words(doc: Doc) -> Findings:
    """A fixed wording that has lost an article or a preposition.

    Only in the paragraphs of the story: headlines leave small words out on purpose.

    Bad: The port is >>one the most<< crowded in the region, officials said on Monday.
    Fixed (unsafe): The port is one of the most crowded in the region, officials said on Monday.
    Good: According to the mayor, the port is one of the most crowded in the region.

    It knows only the wordings of its list, so it misses most lost words; it errs on quoted
    telegrams and on titles that leave the article out.
    """
    for place in doc.hits(_LOST):
        if any(paragraph.contains(place) for paragraph in doc.body):
            whole = _WHOLE[place.text.lower()]
            mended = whole[0].upper() + whole[1:] if place.text[0].isupper() else whole
            yield place.flag(f"{place.text!r} has lost a word", fix=mended)
