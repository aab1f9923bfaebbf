"""Where marks stand with no blank beside them: a quick look for rules that mend them.

The patterns run over the text as `blanked` gives it, each mark being one of six blank bytes, and
begin with one byte, so that they cost little more than a search for it.
"""

from __future__ import annotations

from collections.abc import Collection

from newslint import Doc, blanked, regexp

# Forms from which one pass over the text costs less than a search for each.
_MANY = 32
_OWNER = regexp(r"(?<![^\W\d_])[^\W\d_]+(?=['\u2019])")
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


def owners(doc: Doc, forms: Collection[str]) -> set[str]:
    """Return those of some forms of letters behind which an apostrophe may stand."""
    marked = blanked(doc)
    if len(forms) > _MANY:
        return set(_OWNER.findall(doc.text)).intersection(forms)
    return {form for form in forms if _owns(marked, form.encode())}


def _owns(marked: bytes, form: bytes) -> bool:
    at = marked.find(form)
    while at >= 0:
        at += len(form)
        if marked.startswith((b"\x0b", b"\r\r\x0b"), at):
            return True
        at = marked.find(form, at)
    return False
