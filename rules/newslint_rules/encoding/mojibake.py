"""ENC001 mojibake."""

import re

from newslint import Doc, Findings, FormKind, Span, begins_garbled, garbled_places, regexp, rule

_ABOUT_ENCODINGS = regexp(
    r"\b(?:mojibake|utf-?(?:8|16)|unicode|iso[- ]8859|latin-1|windows-1252|character encodings?"
    r"|character sets?)\b",
    re.IGNORECASE,
)

_LOST = FormKind(sign=lambda sign: sign == "?")


@rule(
    "ENC001",
    severity="error",
    supersedes=("ENC002", "ENC003"),
    fields=("headline", "description"),
    near=FormKind(sign=lambda sign: sign == "?" or begins_garbled(sign)),
)
def mojibake(doc: Doc) -> Findings:
    r"""Letters garbled because the text was read in the wrong encoding.

    Names and quotation marks suffer most, and a garbled name is a name no search finds. ftfy
    judges what is garbled and repairs it; a U+FFFD, also a garbled one, means that a character is
    gone for good, and there is no fix. Of a closing quotation mark whose last byte got lost, and of
    a garbled space, the first letters are left.

    A question mark for an apostrophe (`don?t`) or in an accented word that English news knows
    (`na?ve`) is damage, too. Text that speaks of encodings is left alone as a whole. It misses real
    damage in such a text, names that became `P?rez?` at the end of a sentence or are in no list,
    and rarer signs read as Mac Roman or in an eastern encoding. It errs nowhere that was read: no
    sound word was flagged.

    Bad: The camp at >>GuantÃ¡namo<< will close.
    Fixed (unsafe): The camp at Guantánamo will close.
    Bad: She >>didnâ€™t<< say so, and he >>couldnÃ¢Â\x80Â\x99t<<.
    Fixed (unsafe): She didn’t say so, and he couldn’t.
    Bad: They were >>naÃ ̄ve<< to believe it.
    Fixed (unsafe): They were naïve to believe it.
    Bad: Ask >>JesÃos<< Ruiz, who runs the >>caf√©<<.
    Fixed (unsafe): Ask Jesús Ruiz, who runs the café.
    Bad: HARLOW >>\x97<< The bridge will close.
    Fixed (unsafe): HARLOW — The bridge will close.
    Bad: It has become a >>clich\ufffd<< of the >>pï¿½tissier<<.
    Bad: She said >>â€œNo.â€<< and sold the >>ferryÂ<< to him, with its >>COâ‚‚<<.
    Fixed (unsafe): She said “No.” and sold the ferry to him, with its CO₂.
    Bad: She didn>>?<<t know the >>caf?<< on Mill Street.
    Fixed (unsafe): She didn’t know the café on Mill Street.
    Good: Guantánamo, naïve, “MANHÔ, SÃO PAULO and JOÃO are fine.
    Good: On the board stood Ã© and, below it, what it should be: é.
    Good: The word “café” turns into cafÃ© when UTF-8 is read as something else.
    """
    from newslint_rules.encoding.lost_letters import lost_letters

    lost_ones = list(lost_letters(doc.text)) if _LOST.may_occur(doc) else []
    damage = doc.get(garbled_places)
    if not (lost_ones or damage) or _ABOUT_ENCODINGS.search(doc.text):
        return
    for start, end, letters in lost_ones:
        span = doc.span(start, end)
        yield span.flag(f"{span.text!r} has lost a letter: {letters!r}", fix=letters)
    for span, repaired, lost in damage:
        if span.text == "Â" and doc.language != "en":
            continue
        if repaired is not None and _is_shown(span, repaired):
            continue
        if repaired is None:
            yield span.flag(f"{span.text!r} {'has lost a character' if lost else 'is garbled'}")
        elif repaired.strip():
            yield span.flag(f"{span.text!r} is a garbled {repaired!r}", fix=repaired)
        else:
            yield span.flag(f"{span.text!r} is a garbled space", fix=repaired)


def _is_shown(span: Span, repaired: str) -> bool:
    """Tell whether the text shows a garbled letter beside the letter it should be."""
    letter = rf"(?<!\w){re.escape(repaired)}(?!\w)"
    return len(repaired) == 1 and re.search(letter, span.window(60, 60).text) is not None
