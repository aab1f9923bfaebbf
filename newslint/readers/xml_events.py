"""XML as a tree in which every character of the content knows where it stands.

Python's expat says what is well-formed and which event comes next; from the byte at which it begins
follows the exact run of the decoded text. Nothing is ever fetched: no external entity, no DTD.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from newslint.errors import InputError
from newslint.line_index import LineIndex

MAX_DEPTH = 200
"""Elements within elements; articles need some twenty, and what walks the tree calls itself."""
MAX_EXPANSION = 100_000
"""Code points that all references to entities of a file's own may stand for together: far more than
names and boilerplate need, far less than an attack wants (beside expat's own limit)."""

_CDATA = "<![CDATA["
_USUAL = ("&#", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;")
_NAMESPACES: Mapping[str, str] = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/2005/Atom": "atom",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
}
"""Prefixes by which names of these namespaces are known here (their specifications' own)."""
_PLAIN = frozenset({
    "http://www.w3.org/1999/xhtml", "http://iptc.org/std/nar/2006-10-01/",
    "http://iptc.org/std/NITF/2006-10-18/", "http://purl.org/rss/1.0/",
})  # fmt: skip
"""Namespaces of whole articles: XHTML, NewsML-G2, NITF, RSS 1.0. Their names need no prefix."""


class Piece(NamedTuple):
    """A run of the source that is content.

    Args:
        start: Its first character; ``end`` one past its last.
        text: What it stands for, when it is a reference; ``None`` for a run that stands for itself.
    """

    start: int
    end: int
    text: str | None = None


class Element:
    """An element, its attributes and its content.

    Attributes:
        tag: Its name as the file has it, prefix included.
        name: The name it is known by: with its namespace's usual prefix, or without one.
        attributes: Values by name, decoded.
        start: Source offset of its start tag.
        number: Which of its parent's elements of that tag it is, from 1.
        tally: How many elements of each tag are in it.
    """

    __slots__ = ("attributes", "content", "name", "number", "parent", "start", "tag", "tally")

    def __init__(
        self, tag: str, name: str, attributes: dict[str, str], start: int, parent: Element | None
    ) -> None:
        self.tag = tag
        self.name = name
        self.attributes = attributes
        self.start = start
        self.parent = parent
        self.content: list[Element | Piece] = []
        self.number = 1
        self.tally: dict[str, int] = {}
        if parent is not None:
            self.number = parent.tally[tag] = parent.tally.get(tag, 0) + 1
            parent.content.append(self)

    @property
    def local(self) -> str:
        """Its name without a prefix."""
        return self.tag.rpartition(":")[2]

    @property
    def pointer(self) -> str:
        """The way to it from the root, as XPath writes it: ``/rss/channel/item[3]``."""
        if self.parent is None:
            return f"/{self.tag}"
        number = f"[{self.number}]" if self.parent.tally[self.tag] > 1 else ""
        return f"{self.parent.pointer}/{self.tag}{number}"

    @property
    def elements(self) -> Iterator[Element]:
        """The elements in it, without those that they hold."""
        return (one for one in self.content if isinstance(one, Element))

    def named(self, *names: str) -> Iterator[Element]:
        """Give the elements in it that have one of these names."""
        return (one for one in self.elements if one.name in names)

    def find(self, path: str) -> Element | None:
        """Return the first element at a path of names: ``author/name``."""
        found: Element | None = self
        for name in path.split("/"):
            found = next(found.named(name), None) if found else None
        return found

    def within(self, without: frozenset[str] = frozenset()) -> Iterator[Element]:
        """Give it and all that it holds, in order, but nothing inside elements ``without``."""
        yield self
        for one in self.elements:
            if one.name not in without:
                yield from one.within(without)

    def inherited(self, name: str) -> Element | None:
        """Return the nearest element, from this one outwards, that has such an attribute."""
        found: Element | None = self
        while found is not None and name not in found.attributes:
            found = found.parent
        return found


class Document(NamedTuple):
    """A file as a tree.

    Args:
        source: Its decoded text.
        root: Its outermost element.
        sections: Where the content of each CDATA section begins and ends.
    """

    source: str
    root: Element
    sections: list[tuple[int, int]]


def parse(source: str) -> Document:
    """Return the tree of a well-formed text, whatever encoding it says it is in.

    Raises:
        InputError: with the ``line``, when it is not well-formed, or when it asks for more than is
            given here: external entities, entities that hold markup, deep nesting, huge expansions.
    """
    return _Parser(source).document()


class _Parser:
    """Builds the tree from expat's events."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._data = source.encode("utf-8", "surrogatepass")
        self._plain = len(self._data) == len(source)
        self._byte = self._at = self._expanded = 0
        self._stack: list[Element] = []
        self._scopes: list[dict[str, str]] = [{}]
        self._own = ""
        self._root: Element | None = None
        self._sections: list[tuple[int, int]] = []
        self._section: int | None = None
        self._run = (0, 0)
        self._standing: list[str] | None = None
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._open_section
        parser.EndCdataSectionHandler = self._close_section
        parser.SkippedEntityHandler = self._skipped
        parser.ExternalEntityRefHandler = self._external

    def document(self) -> Document:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
                reason += " (XML itself knows &amp; &lt; &gt; &quot; &apos; and numbers)"
            offset = len(self._data[: self._parser.ErrorByteIndex].decode("utf-8", "ignore"))
            raise self._trouble(f"not well-formed XML: {reason}", offset) from error
        finally:
            del self._parser  # they hold each other, and it holds the bytes
        assert self._root is not None
        return Document(self._source, self._root, self._sections)

    def _offset(self) -> int:
        """Return where the event begins, in code points; events come in order."""
        byte = self._parser.CurrentByteIndex
        if self._plain:
            return byte
        if byte != self._byte:
            self._at += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
            self._byte = byte
        return self._at

    def _trouble(self, message: str, offset: int) -> InputError:
        line, column = LineIndex(self._source).position(min(offset, len(self._source)))
        where = f"line {line}, column {column}"
        return InputError(f"{where}: {message}", line=line, column=column)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        at = self._offset()
        if self._source[at] == "&":
            raise self._trouble("an entity holds markup; only those that hold text are read", at)
        if len(self._stack) >= MAX_DEPTH:
            raise self._trouble(f"elements are nested deeper than {MAX_DEPTH}", at)
        scope = self._scopes[-1]
        if declared := [one for one in attributes if one.startswith("xmlns")]:
            scope = scope | {one[6:]: attributes[one] for one in declared}
        self._scopes.append(scope)
        parent = self._stack[-1] if self._stack else None
        element = Element(tag, self._known(tag, scope), attributes, at, parent)
        self._root = self._root or element
        self._stack.append(element)

    def _known(self, tag: str, scope: Mapping[str, str]) -> str:
        prefix, _, local = tag.rpartition(":")
        space = scope.get(prefix, prefix)  # a prefix that nobody declared stands for itself
        if self._root is None:
            self._own = space
        if space in _PLAIN or not space or space == self._own:
            return local
        prefix = _NAMESPACES.get(space, prefix)
        return f"{prefix}:{local}" if prefix else local

    def _end(self, _tag: str) -> None:
        self._flush()
        self._stack.pop()
        self._scopes.pop()

    def _characters(self, data: str) -> None:
        at = self._offset()
        start, end = self._run
        if self._section is None and self._source[at] == "&":
            if self._standing is None or start != at:
                self._flush()
                self._run, self._standing = (at, self._source.index(";", at) + 1), []
            self._standing.append(data)
            if not self._source.startswith(_USUAL, at):
                self._expand(len(data), at)
            return
        if self._standing is not None or end != at:
            self._flush()
            start = at
        line_end = data == "\n" and self._source.startswith("\r\n", at)
        self._run = start, at + (2 if line_end else len(data))

    def _expand(self, length: int, at: int) -> None:
        self._expanded += length
        if self._expanded > MAX_EXPANSION:
            message = f"its entities stand for more than {MAX_EXPANSION:,} characters"
            raise self._trouble(message, at)

    def _flush(self) -> None:
        """Keep the run that came to its end."""
        start, end = self._run
        if end > start:
            text = None if self._standing is None else "".join(self._standing)
            self._stack[-1].content.append(Piece(start, end, text))
        self._run, self._standing = (0, 0), None

    def _open_section(self) -> None:
        at = self._offset()
        if self._source.startswith(_CDATA, at):  # otherwise it stands in an entity
            self._section = at + len(_CDATA)

    def _close_section(self) -> None:
        if self._section is not None:
            self._sections.append((self._section, self._offset()))
        self._section = None

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """Deal with an entity of a DTD, which is not read: HTML's are known, others stay."""
        if is_parameter or not self._stack:
            return
        from html.entities import html5  # such files are rare

        self._flush()
        at = self._offset()
        self._run = at, self._source.index(";", at) + 1
        known = html5.get(f"{name};")
        self._standing = None if known is None else [known]
        self._flush()

    def _external(self, *place: str | None) -> int:
        _, _, system, _ = place
        raise self._trouble(
            f"external entity {system!r} is never fetched; put its text in its place",
            self._offset(),
        )
