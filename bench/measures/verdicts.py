"""What a reader said of flagged places, kept without a word of the articles.

``bench/verdicts/FAMILY.tsv`` has one line a place: file, id, code, field, start, end, verdict,
reason. A verdict holds for every diagnostic of that rule that overlaps the place, so it outlives
small changes of a rule; a place nobody has read counts as unread, never as right.

*true*: a careful reader agrees that something is wrong there. *arguable*: right to the letter, or a
matter of taste. *false*: nothing is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, cast

from measures.linting import Flag

Verdict = Literal["true", "arguable", "false"]
VERDICTS = ("true", "arguable", "false")
FOLDER = Path(__file__).resolve().parent.parent / "verdicts"

_Key = tuple[str, str, str, str]


class Verdicts:
    """The verdicts of all families.

    Raises:
        ValueError: when a line of a file cannot be understood; it names the line.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._places: dict[_Key, list[tuple[int, int, Verdict]]] = defaultdict(list)
        for path in sorted(folder.glob("*.tsv")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if line.strip() and not line.startswith("#"):
                    self._add(line, f"{path.name}:{number}")

    def _add(self, line: str, where: str) -> None:
        try:
            file, article, code, field, start, end, verdict, *_ = line.split("\t")
            place = int(start), int(end), cast("Verdict", verdict)
        except ValueError as error:
            raise ValueError(f"{where}: not file, id, code, field, start, end, verdict") from error
        if verdict not in VERDICTS:
            raise ValueError(f"{where}: {verdict!r} is none of {', '.join(VERDICTS)}")
        self._places[file, article, code, field].append(place)

    def of(self, flag: Flag) -> Verdict | None:
        """Return what a reader said of this place, or `None`."""
        for start, end, verdict in self._places.get(
            (flag.file, flag.id, flag.code, flag.field), ()
        ):
            if flag.start == start or (flag.start < end and start < flag.end):
                return verdict
        return None

    def count(self, flags: Iterable[Flag]) -> Counter[str]:
        """Count the verdicts; places nobody has read under ``unread``."""
        return Counter(self.of(flag) or "unread" for flag in flags)
