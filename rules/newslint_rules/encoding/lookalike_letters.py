"""ENC003."""

import re

from newslint import Doc, Findings, rule

_LATIN_TWINS = dict(
    zip(
        "АВЕЗЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABE3SIJKMHOPCTYXaeopcyxsijhdqw" + "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like a Latin one (Unicode confusables, the exact ones)."""
del _LATIN_TWINS["З"]
_TWINS = str.maketrans(_LATIN_TWINS)
_TWIN = re.compile(f"[{''.join(_LATIN_TWINS)}]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f]")


@rule("ENC003", severity="warning")
def lookalike_letters(doc: Doc) -> Findings:
    r"""Cyrillic or Greek letters inside a Latin word.

    The word looks right and is found by no search; it comes from mixed keyboards, text recognition
    and people who dodge filters. Only letters that look like a Latin one count, only in words
    most of whose letters are Latin. Left alone: words wholly in another script, scientific names
    (TNFα, NFκB, μm), brands that show a letter that is no Latin twin (KoЯn). It misses short words
    made of twins alone.

    Bad: The >>m\u0430yor<< opened the bridge.
    Fixed (unsafe): The mayor opened the bridge.
    Bad: >>\u0421entral<< Bank
    Fixed (unsafe): Central Bank
    Good: The word мост is Russian, TNFα and NFκB are proteins, 5 μm is small, KoЯn is a band.
    """
    text = doc.text
    if text.isascii() or not _TWIN.search(text):
        return
    done = 0
    for twin in _TWIN.finditer(text):
        if twin.start() < done:
            continue
        start = twin.start()
        while start and text[start - 1].isalpha():
            start -= 1
        match = _WORD.match(text, start)
        if match is None:
            continue
        done = match.end()
        word = doc.group(match)
        others = _OTHER_SCRIPT.findall(word.text)
        latin = sum(one < "\u0250" for one in word.text)
        if latin > len(others) and latin > 1 and all(map(_TWIN.match, others)):
            script = "Cyrillic" if others[0] >= "\u0400" else "Greek"
            letters = ", ".join(repr(one) for one in dict.fromkeys(others))
            yield word.flag(
                f"{word.text!r} is spelled with {script} {letters}",
                fix=word.text.translate(_TWINS),
            )
