"""Sentences in which nobody is spoken of who could have said them."""

from __future__ import annotations

import re
from functools import cache

from newslint import Span, regexp, word_list

# A word that begins with a capital behind another word: a name, whoever bears it.
_NAME = regexp(r"(?<=[\w,;:’'”\")–—-] )[\"“‘(]*(?!(?:I|Jan|Feb|Sept|Oct|Nov|Dec)\b)[A-Z][\w’-]")
_MONTHS = regexp(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def nobody_in(sentence: Span) -> bool:
    """Tell whether a sentence names no one and has no word for a person or a body of persons.

    Then no word of it, on a list of cues or not, can give it as somebody's.
    """
    if _agents().search(sentence.text):
        return False
    return all(
        _MONTHS.match(sentence.text, found.end() - 2) for found in _NAME.finditer(sentence.text)
    )


@cache
def _agents() -> re.Pattern[str]:
    words = "|".join(sorted(word_list(__package__, "agents.txt"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{words}|[a-z]+(?:ists?|ians?|[a-z]{{2}}ers|ors|ees))\b", re.IGNORECASE
    )
