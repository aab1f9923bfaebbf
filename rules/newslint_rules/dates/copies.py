"""Copies of one article, told by their openings and sketches, and the days they name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from newslint import Doc, Group, Sketch, Struct, Use, parse_timestamp, regexp, sketch
from newslint_rules.dates.date_fields import date_fields

MOST_SORTED = 1000
"""Articles of an opening among which the earliest is looked for; later ones are held against it."""
MOST_TEXTS = 32
"""Different texts of an opening that are told apart."""
NOTHING_NEW = 0.9
"""Share of a copy's runs of five words that the earlier one has, so that it is no update of it."""
SHORTEST = 0.25
"""Share of the original's length from which a text is told to be a copy of it, cut short."""
_UPDATED = regexp(r"(?i)updat|modif|revis|edited|lastmod")


def evidence(doc: Doc) -> str:
    """Return what tells copies, and what explains their dates."""
    return "|".join((sketch(doc), ",".join(_updates(doc)), doc.meta.outlet))


def _updates(doc: Doc) -> Iterator[str]:
    """Give the days on which an article says that it was changed."""
    for field in date_fields(doc):
        if _UPDATED.search(field.name) and (day := parse_timestamp(field.raw)):
            yield day.isoformat()


class Copy(Struct):
    """An article as its evidence tells it."""

    use: Use
    day: date
    sketch: Sketch
    updates: tuple[date, ...]
    outlet: str

    @classmethod
    def read(cls, use: Use) -> Copy:
        """Return the article that a use stands for."""
        written, updates, outlet = use.evidence.split("|", 2)
        changed = tuple(date.fromisoformat(day) for day in updates.split(",") if day)
        assert use.date is not None  # only such articles give a fact
        return cls(use, use.date, Sketch.read(written), changed, outlet)

    def is_copy_of(self, original: Copy) -> bool:
        """Tell whether it says nothing that the other does not say."""
        mine, other = self.sketch, original.sketch
        if mine.shingles.size < SHORTEST * other.shingles.size or mine.is_serial_of(other):
            return False
        return mine.shared(other).of_first >= NOTHING_NEW

    def is_of_other_outlet(self, other: Copy) -> bool:
        """Tell whether the two are known to be of different outlets."""
        return bool(self.outlet and other.outlet) and self.outlet != other.outlet


def copies(group: Group) -> Iterator[tuple[Copy, Copy]]:
    """Give each copy in a group that has an earlier original, and the earliest of these."""
    uses = iter(group.uses)
    first = sorted(map(Copy.read, islice(uses, MOST_SORTED)), key=lambda copy: copy.day)
    originals: list[Copy] = []
    for number, copy in enumerate(chain(first, map(Copy.read, uses))):
        original = next((one for one in originals if copy.is_copy_of(one)), None)
        if original is not None:
            yield copy, original
        elif number < len(first) and len(originals) < MOST_TEXTS:
            originals.append(copy)
