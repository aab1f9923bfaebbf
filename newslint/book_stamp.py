"""What has to be the same in every process that lints a corpus: plugins, versions, rules.

Rules never travel (`newslint.session`), so a worker on another machine runs those that are
installed there. A stamp goes along and says whether they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.book import Book
from newslint.structs import Struct


class BookStamp(Struct):
    """What a book of rules can be compared by.

    Args:
        plugins: Name and version of each plugin, newslint's own rules among them.
        rules: The codes of all rules.
    """

    plugins: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]

    @classmethod
    def of(cls, book: Book) -> BookStamp:
        """Return the stamp of a book."""
        return cls(
            tuple(sorted((one.name, one.version) for one in book.plugins)),
            tuple(rule.code for rule in book.rules),
        )

    def difference(self, here: BookStamp) -> str:
        """Say what the rules here have too few, too many or of another version; ``""`` if nothing.

        Args:
            here: The stamp of the book in this process; this one is that of the first.
        """
        there, own = dict(self.plugins), dict(here.plugins)
        said = [
            f"{name} is {own[name]}, not {version}"
            for name, version in there.items()
            if name in own and own[name] != version
        ]
        said += _listed("missing", (f"{n} {v}".strip() for n, v in there.items() if n not in own))
        said += _listed("too many", (f"{n} {v}".strip() for n, v in own.items() if n not in there))
        if not said or there.keys() == own.keys():  # else the rules say nothing new
            said += _listed("missing rules", (one for one in self.rules if one not in here.rules))
            said += _listed("rules too many", (one for one in here.rules if one not in self.rules))
        return "; ".join(said)


def _listed(what: str, names: Iterable[str]) -> list[str]:
    found = list(names)
    return [f"{what}: {', '.join(found)}"] if found else []
