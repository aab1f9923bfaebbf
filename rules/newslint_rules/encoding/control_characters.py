"""ENC002 control-characters."""

import unicodedata
from typing import Annotated

from newslint import Doc, Findings, Fix, FormKind, Span, regexp, rule

_HIDDEN = regexp(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufeff\ufff9-\ufffc\U000e0001\U000e0020-\U000e007f]+"
)
_BIDI = regexp("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = regexp("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_JOINERS = frozenset("\u200c\u200d")
_UNSPACED = regexp(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1bbf\ua980-\uaadf]"
)
"""Scripts that mark word boundaries by zero-width spaces: Thai, Lao, Tibetan, Khmer, Javanese …"""
_MONGOLIAN = regexp("[\u1800-\u18af]")
_FLAG = "\U0001f3f4"
_BREAKS = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_NAMES = {
    "\x7f": "delete character", "\u00ad": "soft hyphen", "\ufeff": "byte order mark",
    "\u200b": "zero-width space", "\ufffc": "placeholder for an object", "\u2028": "line separator",
    "\u2029": "paragraph separator",
}  # fmt: skip


@rule(
    "ENC002",
    severity="error",
    fields=("headline", "description"),
    near=FormKind(sign=lambda sign: _HIDDEN.match(sign) is not None),
)
def control_characters(
    doc: Doc, *, together: Annotated[int, "report so many of one kind in one finding"] = 10
) -> Findings:
    r"""Characters nobody sees: zero-width and soft-hyphen characters, controls, direction marks.

    They come from web pages, word processors and wrong decoding; they break searching, tokenising
    and comparing, and a direction mark can turn a line around. Deleting them changes nothing a
    reader sees.

    Left alone: tab and line feed, the no-break space, joiners after letters of the scripts that
    need them and in emoji, direction marks in a paragraph with right-to-left script, zero-width
    spaces in Thai and its neighbours. Ten or more of one kind are one finding.

    It misses odd characters that do show (private use). It errs nowhere that was read: what it
    found were leftovers of pages without exception.

    Bad: The may>>\u200b<<or opened the >>\u00ad<<bridge.
    Fixed: The mayor opened the bridge.
    Bad: The mayor spoke.>>\ufeff<< Nobody asked.
    Fixed: The mayor spoke. Nobody asked.
    Bad: First part.>>\x0c<<Second part.
    Fixed: First part. Second part.
    Bad: A smile “en masse”>>\x9d<< he said.
    Fixed (unsafe): A smile “en masse” he said.
    Bad with together=2: The may>>\u00ad<<or of Har\u00adlow opened the bridge.
    Fixed: The mayor of Harlow opened the bridge.
    Good: A family 👨\u200d👩\u200d👧 at the fair, in Persian می\u200cخواهم, 10\u00a0000 people.
    """
    kinds: dict[str, list[Span]] = {}
    paragraph = _Paragraph(doc.text)
    for match in _HIDDEN.finditer(doc.text):
        span = doc.group(match)
        if not _needed(span, paragraph):
            kinds.setdefault(span.text, []).append(span)
    for run, spans in kinds.items():
        fixes = [_fix(span) for span in spans]
        if len(spans) < together:
            for span, fix in zip(spans, fixes, strict=True):
                yield span.flag(_message(run), fix=fix)
        else:
            edits = tuple(edit for fix in fixes for edit in fix.edits)
            everything = Fix(edits, safe=all(fix.safe for fix in fixes))
            message = f"{_message(run)}, {len(spans)} times in this article"
            yield spans[0].flag(message, fix=everything)


class _Paragraph:
    """The paragraph of the place asked for last: it is long, and may have thousands of marks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._right_to_left = False

    def right_to_left(self, span: Span) -> bool:
        """Tell whether a place stands beside right-to-left script; the places must be in order."""
        if span.start >= self._end:
            start = self._text.rfind("\n", 0, span.start) + 1
            end = self._text.find("\n", span.end)
            self._end = end if end >= 0 else len(self._text)
            self._right_to_left = _RIGHT_TO_LEFT.search(self._text, start, self._end) is not None
        return self._right_to_left


def _needed(span: Span, paragraph: _Paragraph) -> bool:
    """Tell whether the script around needs these characters."""
    whole = span.source.content
    before, after = whole[span.start - 1 : span.start], whole[span.end : span.end + 1]
    if set(span.text) <= _JOINERS:
        return _joined(before) and (_joined(after) or before.isalpha() or _mark(before))
    if span.text == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if span.text == "\u180e":
        return bool(_MONGOLIAN.match(before))
    if _BIDI.fullmatch(span.text):
        return paragraph.right_to_left(span)
    return before == _FLAG and span.text[0] >= "\U000e0020"


def _joined(neighbour: str) -> bool:
    """Tell whether a joiner may stand beside this: a letter beyond Greek and Cyrillic, an emoji."""
    return neighbour >= "\u0590" and not "\u2000" <= neighbour < "\u2190"


def _mark(letter: str) -> bool:
    """Tell whether this is a vowel sign or a virama, after which a joiner may end the word."""
    return unicodedata.category(letter)[0] == "M"


def _fix(span: Span) -> Fix:
    whole = span.source.content
    before, after = whole[span.start - 1 : span.start], whole[span.end : span.end + 1]
    parts = bool(_BREAKS & set(span.text)) and before.strip() and after.strip()
    decoded_wrongly = any("\x80" <= one <= "\x9f" for one in span.text)
    return Fix(((span, " " if parts else ""),), safe=not decoded_wrongly)


def _message(run: str) -> str:
    first = run[0]
    name = _NAMES.get(first) or unicodedata.name(first, "control character").lower()
    what = f"{name} (U+{ord(first):04X})"
    return f"invisible {what}" if len(run) == 1 else f"{len(run)} invisible characters: {what} …"
