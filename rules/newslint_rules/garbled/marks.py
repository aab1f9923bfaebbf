"""Where marks stand with no blank beside them: a quick look for rules that mend them.

The patterns run over the text as `blanked` gives it, each mark being one of six blank bytes, and
begin with one byte, so that they cost little more than a search for it.
"""

from __future__ import annotations

from newslint import Doc, blanked, regexp

# `expected.They`; `Nov.5`; not the initials of `U.S.`, but of `the U.A.E.`, and no address.
_POINT = regexp(
    rb"\x0c(?=[A-Za-z\d])(?=[A-Za-z][A-Za-z\x80-\xff]|[aAI]|(?<=[a-z]\x0c)\d)"
    rb"(?!(?:[A-Za-z\d-]+\x0c)*(?:com|edu|gov|net|org)(?![\w\x80-\xff]))"
)
# A comma, bracket, colon, per cent sign or quotation mark between what is no blank; `5,2014`.
_MARK = regexp(
    rb"\t(?=[A-Za-z\d\x80-\xff])(?<![ \n]\t)(?<![ \n]\r\r\t)"
    rb"(?=[A-Za-z\x80-\xff]|(?<=[A-Za-z\x0c]\t)\d|(?<=[A-Za-z\x0c]\r\r\t)\d|(?<=\d\t)[12]\d\d\d)"
)
# An apostrophe between what is no blank, but for the common endings: `it'snot`, `O'Berg`, `''Yes`.
_APOSTROPHE = regexp(
    rb"\x0b(?=[A-Za-z\x80-\xff])"
    rb"(?:(?![dmst][\t-\r ])(?!(?:ll|re|ve)[\t-\r ])|(?<=[\t\x0b\x0c]\x0b))"
    rb"(?<![ \n]\x0b)(?<![ \n]\r\r\x0b)"
)


def glued_point(doc: Doc) -> bool:
    """Tell whether a full stop may stand between two words with no blank behind it."""
    return _POINT.search(blanked(doc)) is not None


def glued_mark(doc: Doc) -> bool:
    """Tell whether another mark may stand between two words with no blank beside it."""
    return _MARK.search(blanked(doc)) is not None or glued_apostrophe(doc)


def glued_apostrophe(doc: Doc) -> bool:
    """Tell whether an apostrophe may stand in a word that is no contraction as they are usual."""
    return doc.get(_glued_apostrophe)


def _glued_apostrophe(doc: Doc) -> bool:
    return _APOSTROPHE.search(blanked(doc)) is not None


def owns_something(doc: Doc, form: str) -> bool:
    """Tell whether an apostrophe stands behind a form of letters."""
    text = doc.text
    return f"{form}'" in text or ("\u2019" in text and f"{form}\u2019" in text)
