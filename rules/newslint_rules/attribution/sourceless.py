"""Sentences in which nobody is spoken of who could have said them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newslint import regexp, word_list

# A word that begins with a capital behind another word: a name, whoever bears it.
_NAME = regexp(r"(?<=[\w,;:’'”\")–—-] )[\"“‘(]*(?!(?:I|Jan|Feb|Sept|Oct|Nov|Dec)\b)[A-Z][\w’-]")
_WORD = regexp(r"\w+")
_MONTHS = regexp(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def nobody_in(sentence: str) -> bool:
    """Tell whether a sentence names no one and has no word for a person or a body of persons.

    Then no word of it, on a list of cues or not, can give it as somebody's.
    """
    if not all(_MONTHS.match(sentence, found.end() - 2) for found in _NAME.finditer(sentence)):
        return False
    return not any(map(_is_agent, _WORD.findall(sentence)))


@lru_cache(maxsize=20_000)
def _is_agent(word: str) -> bool:
    """Tell whether a word stands for a person or a body of persons."""
    return _agents().fullmatch(word) is not None


@cache
def _agents() -> re.Pattern[str]:
    words = "|".join(word_list(__package__, "agents.txt"))
    return re.compile(rf"{words}|[a-z]+(?:ists?|ians?|[a-z]{{2}}ers|ors|ees)", re.IGNORECASE)
