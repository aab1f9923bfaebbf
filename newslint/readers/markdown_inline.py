"""Inline Markdown: emphasis, links, images, entities, tags and shortcodes within one block."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.patterns import regexp
from newslint.raw import MapBuilder
from newslint.readers.markdown_emphasis import Run, paired
from newslint.readers.markup_text import BLOCKS, CELLS, SOFT_HYPHEN, stronger

_SIGN = regexp(r"[\\`<&{\[\]!*_~\0]")
_TOKEN = regexp(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<ticks>(?<!(?<!\\)`)`+)(?!`)(?P<code>[^\0]+?)(?<!`)(?P=ticks)(?!`)
    |<(?P<link>(?:https?|ftp|mailto):[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>
    |</?(?P<tag>[A-Za-z][A-Za-z0-9:.-]*)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*|\s[^<>]*|/)?>
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<shortcode>\{\{[^{}]{0,500}\}\}|\{:[^{}]{0,500}\}|\[\^[^\]\s]{1,80}\]|\0+)
    |(?P<open>!?\[)|(?P<close>\])|(?P<run>\*+|_+|~~)""",
    re.VERBOSE | re.DOTALL,
)
_NESTED = r"\((?:[^()]|\([^()]*\))*\)"
_DESTINATION = regexp(rf"\((?:[^()\"]|\"[^\"]*\"|{_NESTED})*\)|{_NESTED}")
_REFERENCE = regexp(r"\s?\[([^\[\]]*)\]")


class Edit(NamedTuple):
    """A run of a block's content that is not copied.

    Args:
        start: Its first character, in the block's content.
        end: One past its last.
        text: What stands for it; ``""`` leaves it out.
        apart: Whether the text before and after it must not grow together.
    """

    start: int
    end: int
    text: str = ""
    apart: str = ""


class Inline:
    """Writes blocks of inline Markdown to the clean text.

    Args:
        built: The clean text so far.
        source: The source, with holes.
        labels: Labels of link references that are defined, casefolded.
    """

    def __init__(self, built: MapBuilder, source: str, labels: frozenset[str]) -> None:
        self.built = built
        self.source = source
        self.labels = labels
        self.verbatim: list[tuple[int, int]] = []
        """Runs of the source, in order, in which nothing is an escape: inline code, links."""

    def write(self, pieces: Sequence[tuple[int, int]], part: Callable[[int], None]) -> bool:
        """Write one block; tell whether it had any text.

        Args:
            pieces: Its lines without their markers, as runs of the source.
            part: Called with the block's source offset before its first character is written.
        """
        if len(pieces) == 1 and not _SIGN.search(self.source, *pieces[0]):
            return self._write_plain(*pieces[0], part)
        block = _Block(self.built, self.source, pieces, part)
        edits: list[Edit] = []
        if _SIGN.search(block.content):
            edits, verbatim = self._edits(block.content)
            self.verbatim += (block.run(*one) for one in verbatim)
        position = 0
        for edit in edits:
            if edit.start < position:  # inside something left out
                continue
            block.copy(position, edit.start)
            block.edit(edit)
            position = edit.end
        block.copy(position, len(block.content))
        return block.begun

    def _write_plain(self, start: int, end: int, part: Callable[[int], None]) -> bool:
        """Write a block of one line without markup: most blocks of most articles."""
        text = self.source[start:end]
        inner = text.strip()
        if inner:
            part(start)
            first = start + text.index(inner)
            self.built.copy(first, first + len(inner))
        return bool(inner)

    def _edits(self, content: str) -> tuple[list[Edit], list[tuple[int, int]]]:
        """Return what is not copied of a block's content, and where nothing is an escape."""
        edits: list[Edit] = []
        verbatim: list[tuple[int, int]] = []
        opened: list[re.Match[str]] = []
        runs: list[Run] = []
        position = 0
        while token := _TOKEN.search(content, position):
            position = token.end()
            if token["open"]:
                opened.append(token)
            elif token["close"]:
                position = self._close_link(content, token, opened, edits)
            elif token["run"]:
                runs.append(Run.of(content, token))
            elif edit := _plain_edit(token):
                edits.extend(edit)
                if kept := token["code"] or token["link"]:
                    verbatim.append((edit[0].end, edit[0].end + len(kept)))
        edits.extend(Edit(start, end) for start, end in paired(runs))
        edits.sort(key=lambda edit: (edit.start, -edit.end))
        return edits, verbatim

    def _close_link(
        self, content: str, token: re.Match[str], opened: list[re.Match[str]], edits: list[Edit]
    ) -> int:
        """Settle what ``]`` closes; return where to go on."""
        end = token.end()
        if not opened:
            return end
        opening = opened.pop()
        if destination := _DESTINATION.match(content, end):
            after = destination.end()
        else:
            reference = _REFERENCE.match(content, end)
            label = reference[1] if reference else ""
            inner = label or content[opening.end() : token.start()]
            if inner.casefold() not in self.labels:
                return end
            after = reference.end() if reference else end
        if opening["open"] == "![":
            edits.append(Edit(opening.start(), after))
        else:
            edits += (Edit(opening.start(), opening.end()), Edit(token.start(), after))
        return after


class _Block:
    """The content of one block, its lines joined, and where it is written."""

    def __init__(
        self,
        built: MapBuilder,
        source: str,
        pieces: Sequence[tuple[int, int]],
        part: Callable[[int], None],
    ) -> None:
        self.built = built
        self.part = part
        self.begun = False
        self.pieces: list[tuple[int, int]] = []
        self.starts: list[int] = []
        self.waiting: tuple[int, int] | str | None = None
        contents: list[str] = []
        length = 0
        for start, end in pieces:
            line = source[start:end]
            text = line.rstrip()
            hard = line.endswith("  ") or text.endswith("\\")
            text = text[:-1].rstrip() if text.endswith("\\") else text
            self.starts.append(length)
            self.pieces.append((start, start + len(text)))
            contents.append(text + ("\n" if hard else " "))
            length += len(text) + 1
        self.content = "".join(contents)[:-1]

    def copy(self, start: int, end: int) -> None:
        """Take over a run of the content; white space waits for something to follow it."""
        text = self.content[start:end]
        inner = text.strip()
        if not inner:
            self._wait(start, end)
            return
        first = start + len(text) - len(text.lstrip())
        self._wait(start, first)
        self._begin()
        self._copy(first, first + len(inner))
        self._wait(first + len(inner), end)

    def edit(self, edit: Edit) -> None:
        """Write what stands for a run of the content."""
        if edit.apart:
            waiting = self.waiting if isinstance(self.waiting, str) else ""
            self.waiting = stronger(waiting, edit.apart)
        elif edit.text:
            self._begin()
            self.built.replace(*self.run(edit.start, edit.end), edit.text)

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Return where a run of the content stands in the source."""
        return self._source(start), self._source(end - 1) + 1

    def _wait(self, start: int, end: int) -> None:
        if start == end:
            return
        if self.waiting is None:
            self.waiting = (start, end)
        elif isinstance(self.waiting, tuple) and self.waiting[1] == start:
            self.waiting = (self.waiting[0], end)

    def _begin(self) -> None:
        waiting, self.waiting = self.waiting, None
        if not self.begun:
            self.begun = True
            self.part(self.pieces[0][0])
        elif isinstance(waiting, str):
            self.built.replace(self.built.reached, self.built.reached, waiting)
        elif waiting is not None:
            self._copy(*waiting)

    def _copy(self, start: int, end: int) -> None:
        index = bisect_right(self.starts, start) - 1
        while start < end:
            source_start, source_end = self.pieces[index]
            offset = start - self.starts[index]
            length = min(end - start, source_end - source_start - offset)
            self.built.copy(source_start + offset, source_start + offset + length)
            start += length
            if start < end:  # the line break
                following = self.pieces[index + 1][0]
                self.built.replace(source_end, following, self.content[start])
                start += 1
            index += 1

    def _source(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.pieces[index][0] + offset - self.starts[index]


def _plain_edit(token: re.Match[str]) -> tuple[Edit, ...]:
    start, end = token.span()
    if token["escaped"]:
        return (Edit(start, end, token["escaped"]),)
    for kept in ("code", "link"):
        if token[kept]:
            return Edit(start, token.start(kept)), Edit(token.end(kept), end)
    if tag := token["tag"]:
        # `Note` is a component of MDX, which may stand in a word; NITF has blocks of such names.
        name = tag.lower() if tag.islower() or tag.isupper() else ""
        parting = "\n" if name == "br" else CELLS.get(name, "\n\n" if name in BLOCKS else "")
        return (Edit(start, end, apart=parting),)
    if entity := token["entity"]:
        plain = html.unescape(entity).removeprefix(SOFT_HYPHEN)
        return (Edit(start, end, plain),) if plain != entity else ()
    return (Edit(start, end),)
