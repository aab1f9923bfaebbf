"""Readers of plugins, held to what `newslint.raw.Reader` asks of them.

What is wrong with a reader itself stops the run before the first file; what is wrong with what it
gives is said of that file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from newslint.errors import InputError, PluginError, ReaderError
from newslint.patterns import regexp
from newslint.raw import PACKED, OffsetMap, RawArticle, RawField, RawProblem, Reader, SourceFile

_ENDING = regexp(r"\.[^./\\A-Z]+")


def checked_reader(reader: object, plugin: str) -> Reader:
    """Return what a plugin gave, if it is a reader.

    Raises:
        PluginError: when it is none.
    """
    said = f"plugin {plugin}: newslint_add_readers gave {reader!r:.80}"
    if isinstance(reader, type):
        raise PluginError(f"{said}, a class: give an instance, {reader.__name__}()")
    if not callable(getattr(reader, "read", None)):
        raise PluginError(f"{said}, which has no method 'read'")
    suffixes = getattr(reader, "suffixes", None)
    if not isinstance(suffixes, tuple) or not suffixes:
        raise PluginError(f"{said}, whose 'suffixes' is {suffixes!r:.80}, not like ('.abc',)")
    for one in suffixes:
        if not isinstance(one, str) or not _ENDING.fullmatch(one) or one in PACKED:
            raise PluginError(
                f"{said}, whose suffix {one!r:.80} is none: a dot and lower-case letters, as in "
                f"'.abc'; {' and '.join(PACKED)} are taken off before"
            )
    return reader  # type: ignore[return-value]  # it has been looked at


def articles_of(
    reader: Reader, file: SourceFile, *, check: bool
) -> Iterator[RawArticle | RawProblem]:
    """Give the articles of a file; a crash of the reader is this file's trouble only.

    Args:
        reader: The file's reader.
        file: The file.
        check: Whether to look at what it gives: a reader of somebody else may give anything.

    Raises:
        ReaderError: when the reader crashes or gives what is no article.
        InputError: what the reader itself says of the file.
    """
    has_lines = getattr(reader, "has_lines", True)
    with at_its_expense():
        for one in reader.read(file):
            if check and (wrong := _what_is_wrong(one, numbered=not has_lines)):
                raise ReaderError(f"its reader is wrong: {wrong}")
            yield one


@contextmanager
def at_its_expense() -> Iterator[None]:
    """Lay on the reader whatever is raised; rules are caught where they run.

    Raises:
        ReaderError: when anything is raised that is no `InputError`.
    """
    try:
        yield
    except InputError:
        raise
    except (Exception, SystemExit) as error:
        raise ReaderError(f"its reader crashed: {type(error).__name__}: {error}") from error


def _what_is_wrong(one: object, *, numbered: bool) -> str:
    """Return why something cannot be linted, ``""`` if it can."""
    if isinstance(one, RawProblem):
        numbers = (one.start, one.end, one.index)
        sound = isinstance(one.message, str) and all(isinstance(each, int) for each in numbers)
        return "" if sound else f"it gave {one!r:.200}"
    if not isinstance(one, RawArticle):
        return f"it gave {one!r:.80}, which is no RawArticle or RawProblem"
    if not isinstance(one.text, str) or not isinstance(one.map, OffsetMap):
        return f"it gave an article whose text is {one.text!r:.40} and whose map {one.map!r:.40}"
    if not isinstance(one.fields, Mapping) or not all(map(_is_field, one.fields.values())):
        return f"it gave the fields {one.fields!r:.200}, not RawField records by their names"
    if not isinstance(one.start, int) or not (one.index is None or isinstance(one.index, int)):
        return f"it gave an article whose index is {one.index!r:.40} and start {one.start!r:.40}"
    if numbered and one.index is None:
        return "it says that its files have no lines, and gave an article without an index"
    return ""


def _is_field(one: object) -> bool:
    return (
        isinstance(one, RawField)
        and isinstance(one.raw, str)
        and isinstance(one.map, OffsetMap)
        and isinstance(one.pointer, str)
    )
