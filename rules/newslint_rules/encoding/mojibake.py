"""ENC001 mojibake."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newslint import Doc, Findings, Span, rule
from newslint_rules.encoding.lost_letters import lost_letters

_SECOND = "\u00a0-\u00bf\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the bytes 0x80 to 0xBF become when read as Latin-1 or Windows-1252."""
_LETTER_LIKE = "\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf€‚ƒ†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
"""Those of them that do not stand after a word anyway: no quotation marks, dashes, dots."""
_MAC = (
    rf"(?:√|(?<=[A-Za-z])[ƒ≈])[{re.escape(bytes(range(0x80, 0xC0)).decode('mac-roman'))}]"
    r"|¬[Ωºæ∞†©Æ£]|Œ[±≤≥¥µ∂∫ªΩ]"
)
"""The bytes 0xC3 to 0xC5 and another read as Mac Roman; fractions, degrees, Greek letters."""
_FIRST = re.compile("[\x80-\x9fÂ-ÏÐ-Ü×Þßà-ï‚√ƒ≈¬Œ\u0302\u0303\ufffd]")
"""A quick look: without one of these nothing can be garbled."""
_EASTERN = (
    r"вЂ[™њќ“”¦˜\x98\x9d]|(?<=[A-Za-z])Г[©Ёїґіўјсё±Ў§¶]"  # Windows-1251
    r"|(?<=[A-Za-z ])鈥[\u4e00-\u9fff]?"  # GBK
    r"|ΓÇ[ÖÿÜôöª£¥]|(?<=[A-Za-z])├[⌐¡╢╝▒íóúñ®┤]"  # code page 437
)
"""Curly marks and the commonest accents, read as the code pages of Russia, China and DOS."""
_EASTERN_SIGNS = ("вЂ", "Г", "鈥", "ΓÇ", "├")
_SUSPECT = re.compile(
    rf"(?:[ÂÃÄÅÎÏÐÑ×ØÙ]|A[\u0302\u0303])[{_SECOND}]|[à-ï][{_SECOND}]{{2}}|Ã[¢ƒ ]|[\x80-\x9f]|‚Ä"
    rf"|\ufffd|(?<![A-Za-zÀ-ÿ])Â(?!\S)|[ÆÇ-ÍÒ-ÖÚ-ÜÞß][{_LETTER_LIKE}]|{_MAC}|{_EASTERN}|â€TM|(?<=[a-z])Ã[oa23]"
)
_SPACING_MARKS = {"\u0304": "¯", "\u0308": "¨", "\u0301": "´", "\u0327": "¸"}
"""Latin-1 marks that normalisation (NFKC) has turned into a space and a combining mark."""
_CERTAIN = {
    "cp1252": re.compile(rf"[Â-ß][{_LETTER_LIKE}]|á[º»][{_SECOND}]"),
    "mac-roman": re.compile(_MAC),
    "cp1251": re.compile(_EASTERN),
    "gbk": re.compile(_EASTERN),
    "cp437": re.compile(_EASTERN),
}
"""What no word has: read once more as UTF-8 where the whole token can be (short words, Turkish)."""
_SOUND_MARKS = re.compile("([‘’“”–—…])")
_ORDINAL = re.compile(r"(?<=[a-z])(Ã(?:\x83Â)?)([oa23])")
_ORDINALS = {"o": "º", "a": "ª", "2": "²", "3": "³"}
"""Latin-1 signs that normalisation (NFKC) has turned into a letter or a digit."""
_TOKEN = re.compile(r"(?:[^ \t\n]| (?=[\u0300-\u036f]))+")
_CAPITALS_CLOSED = re.compile(r"(?<=[A-ZÀ-Þ])Ã[’”“‘»–—…]")
_ABOUT_ENCODINGS = re.compile(
    r"\b(?:mojibake|utf-?(?:8|16)|unicode|iso[- ]8859|latin-1|windows-1252|character encodings?"
    r"|character sets?)\b",
    re.IGNORECASE,
)
_EDGES = " \t\"'([{<.,;:!?)]}>“”‘’"


class Damage(NamedTuple):
    """A garbled run and, where it can be told, what it was."""

    span: Span
    repaired: str | None


@rule(
    "ENC001", severity="error", supersedes=("ENC002", "ENC003"), fields=("headline", "description")
)
def mojibake(doc: Doc) -> Findings:
    r"""Letters garbled because the text was read in the wrong encoding.

    Names and quotation marks suffer most, and a garbled name is a name no search finds. ftfy
    judges what is garbled and repairs it; a U+FFFD means that a character is gone for good.

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
    Bad: It has become a >>clich\ufffd<< of the trade.
    Bad: She didn>>?<<t know the >>caf?<< on Mill Street.
    Fixed (unsafe): She didn’t know the café on Mill Street.
    Good: Guantánamo, naïve, “MANHÔ, SÃO PAULO and JOÃO are fine.
    Good: On the board stood Ã© and, below it, what it should be: é.
    Good: The word “café” turns into cafÃ© when UTF-8 is read as something else.
    """
    text = doc.text
    if "?" in text and not _ABOUT_ENCODINGS.search(text):
        for start, end, letters in lost_letters(text):
            span = doc.span(start, end)
            yield span.flag(f"{span.text!r} has lost a letter: {letters!r}", fix=letters)
    if (
        text.isascii()
        or not (_FIRST.search(text) or any(sign in text for sign in _EASTERN_SIGNS))
        or not _SUSPECT.search(text)
        or _ABOUT_ENCODINGS.search(text)
    ):
        return
    for span, repaired in _damage(doc):
        if repaired is not None and _is_shown(span, repaired):
            continue
        if repaired is None:
            lost = "\ufffd" in span.text
            yield span.flag(f"{span.text!r} {'has lost a character' if lost else 'is garbled'}")
        elif repaired.strip():
            yield span.flag(f"{span.text!r} is a garbled {repaired!r}", fix=repaired)
        else:
            yield span.flag(f"{span.text!r} is a garbled space", fix=repaired)


def _is_shown(span: Span, repaired: str) -> bool:
    """Tell whether the text shows a garbled letter beside the letter it should be."""
    letter = rf"(?<!\w){re.escape(repaired)}(?!\w)"
    return len(repaired) == 1 and re.search(letter, span.window(60, 60).text) is not None


def _damage(doc: Doc) -> Iterator[Damage]:
    """Give the garbled runs of the words that look suspicious."""
    done = 0
    for suspect in _SUSPECT.finditer(doc.text):
        if suspect.start() < done:
            continue
        token = _token_at(doc, suspect.start())
        done = token.end
        if "\ufffd" in token.text:
            yield Damage(token.strip(_EDGES), None)
        elif token.text == "Â":
            if doc.language == "en":
                yield Damage(token, "")
        elif (repaired := _repaired(token.text)) is not None:
            yield _trimmed(token, repaired)


def _token_at(doc: Doc, offset: int) -> Span:
    start = offset
    while start and (doc.text[start - 1] not in " \t\n" or _inside_mark(doc.text, start - 1)):
        start -= 1
    token = _TOKEN.match(doc.text, start)
    return doc.group(token) if token else doc.span(offset, offset + 1)


def _inside_mark(text: str, offset: int) -> bool:
    return text[offset] == " " and "\u0300" <= text[offset + 1 : offset + 2] <= "\u036f"


def _repaired(token: str) -> str | None:
    """Return the token repaired, the token itself when it is garbled beyond that, or ``None``."""
    import ftfy  # only when something looks garbled

    token = unicodedata.normalize("NFC", token)
    for mark, latin in _SPACING_MARKS.items():
        token = token.replace(f" {mark}", latin)
    token = token.replace("â€TM", "â€™")  # a trade mark sign taken apart by NFKC
    token = _ORDINAL.sub(lambda match: match[1] + _ORDINALS[match[2]], token)
    if _CAPITALS_CLOSED.search(token):
        return None
    repaired = ftfy.fix_encoding(token)
    for wrong, certain in _CERTAIN.items():
        if repaired == token and certain.search(token):
            repaired = _read_again(token, wrong)
    return None if repaired == token else repaired


def _read_again(token: str, wrong: str) -> str:
    """Return the token read as UTF-8, or part by part between sound quotation marks and dashes."""
    whole = _decoded(token, wrong)
    if whole != token:
        return whole
    return "".join(_decoded(part, wrong) for part in _SOUND_MARKS.split(token))


def _decoded(part: str, wrong: str) -> str:
    try:
        return part.encode(wrong).decode()
    except UnicodeError:
        return part


def _trimmed(token: Span, repaired: str) -> Damage:
    """Narrow a garbled token to what differs, grown to whole words."""
    from ftfy.badness import is_bad

    inner = token.strip(_EDGES)
    lead, tail = inner.start - token.start, token.end - inner.end
    if (
        repaired[:lead] == token.text[:lead]
        and repaired[len(repaired) - tail :] == (token.text[len(token.text) - tail :])
    ):
        token, repaired = inner, repaired[lead : len(repaired) - tail]
    doubtful = re.search("[ÂÃ]", repaired) or is_bad(repaired)
    return Damage(token, None if doubtful else repaired)
