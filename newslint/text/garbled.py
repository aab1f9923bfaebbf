"""Where letters are garbled because the text was read in the wrong encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.forms import FormKind, signs

_LOST = "\ufffd"
"""Stands where a character is gone for good."""
_SECOND = "\u00a0-\u00bf\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the bytes 0x80 to 0xBF become when read as Latin-1 or Windows-1252."""
_LETTER_LIKE = "\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf€‚ƒ†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
"""Those of them that do not stand after a word anyway: no quotation marks, dashes, dots."""
_MAC = (
    rf"(?:√|(?<=[A-Za-z])[ƒ≈])[{re.escape(bytes(range(0x80, 0xC0)).decode('mac-roman'))}]"
    r"|¬[Ωºæ∞†©Æ£]|Œ[±≤≥¥µ∂∫ªΩ]"
)
"""The bytes 0xC3 to 0xC5 and another read as Mac Roman; fractions, degrees, Greek letters."""
_FIRST = regexp("[\x80-\x9fÂ-ÏÐ-Ü×Þßà-ï‚√ƒ≈¬Œ\u0302\u0303\ufffdвГ鈥Γ├]")
"""What garbled letters begin with; of an A with a combining mark, the mark."""
_EASTERN = (
    r"вЂ[™њќ“”¦˜\x98\x9d]|(?<=[A-Za-z])Г[©Ёїґіўјсё±Ў§¶]"  # Windows-1251
    r"|(?<=[A-Za-z ])鈥[\u4e00-\u9fff]?"  # GBK
    r"|ΓÇ[ÖÿÜôöª£¥]|(?<=[A-Za-z])├[⌐¡╢╝▒íóúñ®┤]"  # code page 437
)
"""Curly marks and the commonest accents, read as the code pages of Russia, China and DOS."""
_STRAIGHTENED = 'â€"'
"""A garbled dash whose last part somebody took for a quotation mark; which dash nobody can tell."""
_CUT = regexp(r"â€(?<=\Sâ€)(?=[\s.,;:!?)\]]|\Z)")
"""A closing quotation mark whose third byte, which Windows-1252 does not have, is lost."""
_SPACE_CUT = regexp(r"Â(?!\S)(?:(?<=[a-z\d.,;:!?\"”’)]Â)|(?<!\SÂ))")
"""What is left of a garbled space beside a sound one: no word ends or begins like that."""
_COMBINED = frozenset("\u0302\u0303")
_SUSPECT = regexp(
    rf"(?:[ÂÃÄÅÎÏÐÑ×ØÙ]|A[\u0302\u0303])[{_SECOND}]|[à-ï][{_SECOND}]{{2}}|Ã[¢ƒ ]|[\x80-\x9f]|‚Ä"
    rf"|\ufffd|{_SPACE_CUT.pattern}|{_CUT.pattern}|[ÆÇ-ÍÒ-ÖÚ-ÜÞß][{_LETTER_LIKE}]|{_MAC}|{_EASTERN}|â€(?:TM|\")"
    r"|(?<=[a-z])Ã[oa23]"
)
_SPACING_MARKS = {"\u0304": "¯", "\u0308": "¨", "\u0301": "´", "\u0327": "¸"}
"""Latin-1 marks that normalisation (NFKC) has turned into a space and a combining mark."""
_CERTAIN = {
    "cp1252": regexp(rf"â[‚„†ˆ‰][{_SECOND}]|[Â-ß][{_LETTER_LIKE}]|á[º»][{_SECOND}]"),
    "mac-roman": regexp(_MAC),
    "cp1251": regexp(_EASTERN),
    "gbk": regexp(_EASTERN),
    "cp437": regexp(_EASTERN),
}
"""What no word has: read once more as UTF-8 where the whole token can be (short words, Turkish)."""
_SOUND_MARKS = regexp("([‘’“”–—…])")
_ORDINAL = regexp(r"(?<=[a-z])(Ã(?:\x83Â)?)([oa23])")
_ORDINALS = {"o": "º", "a": "ª", "2": "²", "3": "³"}
"""Latin-1 signs that normalisation (NFKC) has turned into a letter or a digit."""
_TOKEN = regexp(r"(?:[^ \t\n]| (?=[\u0300-\u036f]))+")
_CAPITALS_CLOSED = regexp(r"(?<=[A-ZÀ-Þ])Ã[’”“‘»–—…]")
_EDGES = " \t\"'([{<.,;:!?)]}>“”‘’"


def begins_garbled(sign: str) -> bool:
    """Tell whether a garbled run can begin with a character (or, being combining, just before)."""
    return _FIRST.match(sign) is not None


_MAY_BE_GARBLED = FormKind(sign=begins_garbled)


class Garbled(NamedTuple):
    """A garbled run and, where it can be told, what it was.

    Args:
        span: The run, grown to whole words.
        repaired: What it was; ``None`` where that cannot be told.
        lost: Whether a character is gone for good.
    """

    span: Span
    repaired: str | None
    lost: bool = False


def garbled_places(text: Text) -> tuple[Garbled, ...]:
    """Return the garbled runs of a text, for whoever must find or leave them alone."""
    return tuple(_damage(text)) if _MAY_BE_GARBLED.may_occur(text) else ()


def _damage(text: Text) -> Iterator[Garbled]:
    """Give the garbled runs of the words that look suspicious."""
    content = text.content
    done = 0
    for first in _firsts(text):
        start = first - (content[first] in _COMBINED)
        if start < done or not _SUSPECT.match(content, start):
            continue
        token = _token_at(text, start)
        done = token.end
        if _LOST in token.text:
            yield Garbled(token.strip(_EDGES), None, lost=True)
        elif _STRAIGHTENED in token.text:
            yield Garbled(token.strip(_EDGES.replace('"', "")), None)
        elif (repaired := _repaired(token.text)) is not None:
            yield _trimmed(token, repaired)


def _firsts(text: Text) -> list[int]:
    """Return where garbled letters may begin, in order: at few signs, which are looked for."""
    content, places = text.content, []
    for sign in filter(begins_garbled, signs(text)):
        at = content.find(sign)
        while at >= 0:
            places.append(at)
            at = content.find(sign, at + 1)
    return sorted(places)


def _token_at(text: Text, offset: int) -> Span:
    content, start = text.content, offset
    while start and (content[start - 1] not in " \t\n" or _inside_mark(content, start - 1)):
        start -= 1
    token = _TOKEN.match(content, start)
    return text.span(start, token.end()) if token else text.span(offset, offset + 1)


def _inside_mark(text: str, offset: int) -> bool:
    return text[offset] == " " and "\u0300" <= text[offset + 1 : offset + 2] <= "\u036f"


def _repaired(token: str) -> str | None:
    """Return the token repaired, the token itself when it is garbled beyond that, or ``None``."""
    import ftfy  # only when something looks garbled

    given = token = unicodedata.normalize("NFC", token)
    for mark, latin in _SPACING_MARKS.items():
        token = token.replace(f" {mark}", latin)
    token = token.replace("â€TM", "â€™")  # a trade mark sign taken apart by NFKC
    token = _CUT.sub("â€\x9d", token)
    token = _ORDINAL.sub(lambda match: match[1] + _ORDINALS[match[2]], token)
    if _CAPITALS_CLOSED.search(token):
        return None
    repaired = ftfy.fix_encoding(token)
    for wrong, certain in _CERTAIN.items():
        if repaired == token and certain.search(token):
            repaired = _read_again(token, wrong)
    repaired = _SPACE_CUT.sub("", repaired)
    return None if repaired == given else repaired


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


def _trimmed(token: Span, repaired: str) -> Garbled:
    """Narrow a garbled token to what differs, grown to whole words."""
    from ftfy.badness import is_bad

    inner = token.strip(_EDGES)
    lead, tail = inner.start - token.start, token.end - inner.end
    if (
        repaired[:lead] == token.text[:lead]
        and repaired[len(repaired) - tail :] == (token.text[len(token.text) - tail :])
    ):
        token, repaired = inner, repaired[lead : len(repaired) - tail]
    lost = _LOST in repaired
    doubtful = lost or re.search("[ÂÃ]", repaired) or is_bad(repaired)
    return Garbled(token, None if doubtful else repaired, lost=lost)
