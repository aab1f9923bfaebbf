"""What readers that read a file in parts have to know of bytes."""

from __future__ import annotations

from newslint.errors import InputError
from newslint.raw import RawArticle, Reader, SourceFile
from newslint.structs import replace


def has_article(reader: Reader, file: SourceFile, block: bytes) -> bool:
    """Tell whether a file that begins with these bytes is certain to hold articles."""
    try:
        return any(isinstance(one, RawArticle) for one in reader.read(replace(file, data=block)))
    except InputError:
        return False


def is_sound(block: bytes) -> bool:
    """Tell whether bytes are UTF-8 without the zero byte of another encoding."""
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in block


def line_ends(block: bytes) -> int:
    """Return how many lines end in UTF-8 bytes that begin and end where lines do."""
    return block.count(b"\n") + block.count(b"\r") - block.count(b"\r\n")
