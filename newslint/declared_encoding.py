"""The encoding that a page of HTML or an XML file names, told by its bytes."""

from __future__ import annotations

import codecs
import re

from newslint.patterns import regexp

_XML_DECLARATION = regexp(rb"""<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_PAGE = regexp(rb"\s*<(?:!doctype\s+html|html|head|meta|title)\b", re.IGNORECASE)
_META_CHARSET = regexp(rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_PRESCAN = 1024
"""Bytes at the beginning of a page among which its encoding is named (HTML standard, 13.2.3.2)."""
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
"""Names under which pages are in windows-1252 (WHATWG's encoding standard)."""
_XML_IN_UTF16 = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that bytes name, ``None`` for UTF-8 or where they name none.

    The name of the file is not asked: fixes know none.
    """
    if _PAGE.match(data):
        return _named_by_page(data)
    if not data.startswith(b"<?xml"):
        return _XML_IN_UTF16.get(data[:4])
    declaration = _XML_DECLARATION.match(data)
    if declaration is None:
        return None
    name = declaration[1].decode()
    try:
        written = declaration[0].decode(name)
    except UnicodeError:
        return None
    except LookupError:
        return name  # whoever asks for the text is told that nobody knows it
    if written != declaration[0].decode("ascii"):
        return None  # as it can be read, it is not in UTF-16, whatever it says of itself
    return None if codecs.lookup(name).name == "utf-8" else name


def _named_by_page(data: bytes) -> str | None:
    """Return the encoding that a page of HTML names, ``None`` for UTF-8 or where it names none."""
    found = _META_CHARSET.search(data, 0, _PRESCAN)
    name = found[1].decode("latin-1").lower() if found else "utf-8"
    if name in _LATIN_1:
        return "cp1252"
    # As it can be read, it is not in UTF-16, whatever it says of itself.
    return None if name.startswith(("utf-8", "utf8", "utf-16")) else name
