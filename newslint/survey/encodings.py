"""In what encoding a file is that names none: UTF-8, or the one of old Windows programs."""

from __future__ import annotations

import re

from newslint.errors import InputError
from newslint.patterns import regexp
from newslint.raw import SourceFile
from newslint.text.language import tell

WINDOWS = "cp1252"
UTF_8 = "utf-8"

_WESTERN = frozenset(
    {"af", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "gl", "is", "it", "nl", "no", "pt"}
    | {"sv"}
)
"""Languages that windows-1252 has the letters of; in others it is another code page."""
_CONTROLS = regexp(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]")
_FOREIGN = regexp(r"[^\x00-\x7f]")
_ODD = regexp(r"(?<=[a-z])[À-ÖØ-ÞŠŽŸ]|[†‡ˆ‰ƒŠšŽžŸ]")
"""What bytes of other encodings look like: a capital in mid-word, signs that news hardly has."""
_MOST_ODD = 0.1


def encoding_of(file: SourceFile) -> str | None:
    """Return the encoding of a file, ``None`` when it is not known.

    ``"ascii"`` where nothing tells which it is; what a byte order mark, a page or XML names is
    given as it is; ``"cp1252"`` only for what is not UTF-8, has no byte without a character in it,
    reads as a language of Western Europe and is no damaged UTF-8.
    """
    if file.codec != UTF_8:
        return file.codec
    try:
        return "ascii" if file.text.isascii() else UTF_8
    except InputError:
        return WINDOWS if _is_windows(file.data) else None


def _is_windows(data: bytes) -> bool:
    try:
        text = data.decode(WINDOWS)
    except UnicodeDecodeError:
        return False
    foreign = len(_FOREIGN.findall(text))
    most = _MOST_ODD * foreign
    if len(re.findall(_FOREIGN.pattern, data.decode("utf-8", "ignore"))) > most:
        return False  # UTF-8 with a few bytes that are not
    if _CONTROLS.search(text) or len(_ODD.findall(text)) > most:
        return False
    return tell(text) in _WESTERN
