"""ENC003 lookalike-letters."""

from newslint import Doc, Findings, FormKind, Span, regexp, rule

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
_TWIN = regexp(f"[{''.join(_LATIN_TWINS)}]")
_WORD = regexp(r"[^\W\d_]+")
_AROUND = 100
_OTHER_SCRIPT = regexp(r"[\u0370-\u052f]")


@rule(
    "ENC003",
    severity="warning",
    fields=("headline", "description"),
    near=FormKind(sign=lambda sign: sign in _LATIN_TWINS),
)
def lookalike_letters(doc: Doc) -> Findings:
    r"""Cyrillic or Greek letters inside a Latin word.

    The word looks right and is found by no search; it comes from mixed keyboards, text recognition
    and people who dodge filters. Only letters that look like a Latin one count, in words with at
    least one Latin letter; where most letters are twins, the words around must be Latin. Left
    alone: words wholly in another script, scientific names (TNFα, NFκB, μm), brands that show a
    letter that is no Latin twin (KoЯn).

    It misses words made of twins alone, which are often words of the other language. It errs
    nowhere that was read, for edited and scraped news had none; a name that mixes two alphabets on
    purpose would be reported.

    Bad: The >>m\u0430yor<< opened the bridge.
    Fixed (unsafe): The mayor opened the bridge.
    Bad: The mayor said that the >>\u0440\u0435\u043e\u0440le<< of Harlow will vote.
    Fixed (unsafe): The mayor said that the people of Harlow will vote.
    Bad: >>\u0421entral<< Bank
    Fixed (unsafe): Central Bank
    Good: The word мост is Russian, TNFα and NFκB are proteins, 5 μm is small, KoЯn is a band.
    """
    text = doc.text
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
        mostly = latin > len(others) and latin > 1
        if latin and all(map(_TWIN.match, others)) and (mostly or _among_latin(word)):
            script = "Cyrillic" if others[0] >= "\u0400" else "Greek"
            letters = ", ".join(repr(one) for one in dict.fromkeys(others))
            yield word.flag(
                f"{word.text!r} is spelled with {script} {letters}",
                fix=word.text.translate(_TWINS),
            )


def _among_latin(word: Span) -> bool:
    """Tell whether a word of three letters or more stands among Latin ones."""
    around = _WORD.findall(word.window(_AROUND, _AROUND).text.replace(word.text, ""))
    latin = sum(one.isascii() for one in around)
    return len(word.text) >= 3 and latin >= 5 and latin == len(around)
