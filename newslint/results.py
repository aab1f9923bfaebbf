"""What linting a file gives: plain records that can leave the process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.diagnostic import Diagnostic, Location
from newslint.facts import Use
from newslint.fingerprints import Origin, numbered
from newslint.raw import Part
from newslint.structs import Struct, made, replace


class Timing(Struct, frozen=False):
    """What one rule cost so far: seconds, articles it was called on, findings it gave."""

    seconds: float = 0.0
    calls: int = 0
    findings: int = 0

    def add(self, other: Timing) -> None:
        """Add what the rule cost elsewhere."""
        self.seconds += other.seconds
        self.calls += other.calls
        self.findings += other.findings


class GatheredFact(Struct):
    """A fact with its place resolved, ready to leave the process."""

    code: str
    scope: str
    key: str
    use: Use


class Covered(Struct):
    """Where an article keeps rules across articles silent.

    Args:
        codes: The rules, in order.
        place: From where to where, in which article.
        whole: Whether it is the whole article, with its metadata.
    """

    codes: tuple[str, ...]
    place: Location
    whole: bool

    def covers(self, code: str, place: Location) -> bool:
        """Tell whether a rule is silent at a place."""
        mine = self.place
        if code not in self.codes or place.path != mine.path:
            return False
        if place.record_number != mine.record_number:
            return False
        begins = (place.line, place.column)
        return self.whole or ((mine.line, mine.column) <= begins < (mine.end_line, mine.end_column))


class ArticleSeen(Struct):
    """What a summary says of an article.

    Args:
        record: Number of the record in its file, -1 where the file is one article.
        id: Its own id, if it has one.
        outlet: Its outlet, ``""`` if unknown.
        month: Month of publication, ``2024-11``, ``""`` if unknown.
        headline: The beginning of its headline, or ``""``.
    """

    record: int
    id: str | None
    outlet: str
    month: str
    headline: str


class FileResult(Struct, frozen=False):
    """Everything one file gave.

    Args:
        path: The file.
        diagnostics: In order.
        articles: How many articles it held.
        seen: The articles, when asked for.
        other_languages: How many articles some rule left alone for their language, by language.
        facts: What rules across articles gathered.
        trouble: True when the run must end with exit status 2.
        covered: Where the articles keep rules across articles silent.
        note: Why the file was passed over, for standard error.
        timings: Cost by rule code, when asked for.
        digest: Of the bytes of the file, when asked for and read as a whole.
        part: Which part of the file it is of, if not of all.
        origins: What the fingerprints were made of, for a part or when asked for.
        reached: How many bytes of the file, as it is on the disk, were read up to here.
    """

    path: str
    diagnostics: list[Diagnostic] = made(factory=list)
    articles: int = 0
    seen: list[ArticleSeen] = made(factory=list)
    other_languages: Counter[str] = made(factory=Counter)
    facts: list[GatheredFact] = made(factory=list)
    covered: list[Covered] = made(factory=list)
    trouble: bool = False
    note: str = ""
    timings: dict[str, Timing] = made(factory=dict)
    digest: bytes = b""
    part: Part | None = None
    origins: dict[str, Origin] = made(factory=dict)
    reached: int = 0


def put_together(results: Iterable[FileResult]) -> Iterator[FileResult]:
    """Make one result of those of the parts of a file, which come one after the other."""
    whole: FileResult | None = None
    seen: Counter[str] = Counter()
    for result in results:
        if whole is None or result.part is None or result.part.start == 0:
            if whole is not None:
                yield whole
            whole = result
            seen = Counter(base for base, _ in result.origins.values())
        else:
            _add(whole, result, seen)
    if whole is not None:
        yield whole


def _add(whole: FileResult, part: FileResult, seen: Counter[str]) -> None:
    """Add a part of a file; equal findings are numbered on from the parts before it."""
    again: dict[str, str] = {}
    for made_of, (base, occurrence) in part.origins.items():
        again[made_of] = numbered(base, seen[base] + occurrence)
        whole.origins[again[made_of]] = base, seen[base] + occurrence
    for one in part.diagnostics:
        renumbered = again[one.fingerprint]
        same = renumbered == one.fingerprint
        whole.diagnostics.append(one if same else replace(one, fingerprint=renumbered))
    seen.update(base for base, _ in part.origins.values())
    whole.articles += part.articles
    whole.seen += part.seen
    whole.other_languages.update(part.other_languages)
    whole.facts += part.facts
    whole.covered += part.covered
    whole.trouble = whole.trouble or part.trouble
    for code, timing in part.timings.items():
        whole.timings.setdefault(code, Timing()).add(timing)
