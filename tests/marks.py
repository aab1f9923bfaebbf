"""The content repositories of ``tests/planted``: articles with marks that say what is wrong there.

A mark is ``⟦GAR001:announcedthat→announced that⟧``: the rule, the characters it is to flag, and
what its fix is to make of them. ``⟦ENC002!:…⟧`` is mended by a safe fix; without an arrow nothing
is mended; what stands after ``|`` and before the arrow is not flagged, but goes with the fix. The
files called clean are hard for their format, and so is what stands around the marks: nothing is to
be said of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "planted"
NAMES = ("posts", "pages", "export", "feed")
CRLF = "orchard.markdown"
"""The file whose lines end so; git might not keep that."""
RECORD = {"export": re.compile(r"^\{", re.MULTILINE), "feed": re.compile('"uri":')}
"""What stands once in each record, before any mark."""

MARK = re.compile(
    r"⟦(?P<code>[A-Z]{3}\d{3})(?P<safe>!?):(?P<text>[^⟦⟧|→]*)(?P<tail>\|[^⟦⟧→]*)?(?P<fix>→[^⟦⟧]*)?⟧"
)


@dataclass(frozen=True, order=True)
class Planted:
    """A defect: the file, the number of the record from 0, line and column from 1, the rule.

    Columns count code points; ``text`` is what stands there in the file.
    """

    path: str
    record: int | None
    line: int
    column: int
    code: str
    text: str


class Planting:
    """A content repository, with its defects or mended."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._marked = {
            file.relative_to(FOLDER / name).as_posix(): _read(file)
            for file in sorted((FOLDER / name).rglob("*.*"))
        }

    def files(self) -> dict[str, str]:
        """The files as they are before anybody mends them."""
        return {path: bare(text) for path, text in self._marked.items()}

    def mended(self, *, unsafe: bool) -> dict[str, str]:
        """The files after fixes."""

        def fixed(mark: re.Match[str]) -> str:
            if mark["fix"] is None or not (mark["safe"] or unsafe):
                return bare(mark[0])
            return mark["fix"][1:]

        return {path: MARK.sub(fixed, text) for path, text in self._marked.items()}

    def planted(self) -> list[Planted]:
        """What is to be found, in the order of the places."""
        return sorted(one for path, text in self._marked.items() for one in self._in(path, text))

    def unsafe(self) -> int:
        """How many defects no safe fix mends."""
        marks = [mark for text in self._marked.values() for mark in MARK.finditer(text)]
        return sum(not mark["safe"] for mark in marks)

    def unfixable(self) -> int:
        """How many defects no fix mends."""
        marks = [mark for text in self._marked.values() for mark in MARK.finditer(text)]
        return sum(mark["fix"] is None for mark in marks)

    def _in(self, path: str, marked: str) -> list[Planted]:
        found = []
        for mark in MARK.finditer(marked):
            before = bare(marked[: mark.start()]).removeprefix("\ufeff")
            lines = re.split(r"\r\n|\n", before)
            record = None
            if pattern := RECORD.get(self.name):
                record = len(pattern.findall(before)) - 1
            place = (len(lines), len(lines[-1]) + 1)
            found.append(Planted(path, record, *place, mark["code"], mark["text"]))
        return found


def bare(marked: str) -> str:
    """The text without marks."""
    return MARK.sub(lambda mark: mark["text"] + (mark["tail"] or "")[1:], marked)


def _read(file: Path) -> str:
    text = file.read_bytes().decode()
    return text.replace("\n", "\r\n") if file.name == CRLF else text
