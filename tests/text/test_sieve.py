"""The sieve lets through whatever the looks would find."""

import importlib.util
import re
import sys
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import Doc, word_list
from newslint.text import furniture as furniture_module
from newslint.text.dates.datelines import dateline_at_start
from newslint.text.furniture import furniture
from newslint.text.interface.lines import interface
from newslint.text.interface.patterns import BY_FIRST_WORD, BY_LITERAL
from newslint.text.paragraphs import units
from newslint.text.sieve import DATELINE, FURNITURE, NOTICE, look_for

ROOT = Path(__file__).resolve().parent.parent.parent
NEWS = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "Ana Costa, who has lived beside the bridge for forty years, will miss the noise of the cars.",
    "In Elsa the boats of the harbour pilots went out at night and came back without a fish.",
    "Residents asked for a ferry; the treasurer told them that there was no money for one.",
)


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_line_openings", ROOT / "scripts/build_line_openings.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def kinds(line: str) -> int:
    return look_for(Doc(line), [line])[0]


def missed(line: str) -> bool:
    """Tell whether a look finds what the sieve has kept from it."""
    told = kinds(line)
    found = interface(line)
    notice = bool(found.strength or found.kind)
    return (notice and not told & NOTICE) or (furniture(line) is not None and not told & FURNITURE)


def test_openings_are_those_of_the_patterns() -> None:
    assert list(word_list("newslint.text", "data/line_openings.txt")) == script().entries()


@pytest.mark.parametrize("name", ["sections", "company", "hard"])
def test_no_phrase_is_kept_back(name: str) -> None:
    phrases = word_list("newslint.text", f"data/interface_{name}.txt")
    lines = chain.from_iterable((one, one.title(), f"“{one}”", f"• {one}") for one in phrases)
    assert not [line for line in lines if missed(line)]


PATTERNS = {
    one.pattern.pattern: one.limit
    for one in chain(chain.from_iterable(BY_FIRST_WORD.values()), (one for _, one in BY_LITERAL))
}
FURNITURE_PATTERNS = sorted(
    one.pattern
    for name, one in vars(furniture_module).items()
    if hasattr(one, "pattern") and name not in {"_AGENCIES", "_NAME", "_VIA", "_JOB", "_BY"}
)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
@pytest.mark.parametrize("pattern", [*PATTERNS, *FURNITURE_PATTERNS])
def test_nothing_that_fits_a_pattern_is_kept_back(pattern: str, data: st.DataObject) -> None:
    made = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    line = " ".join(made.replace("0", "17").split())
    before = data.draw(st.sampled_from(("", *NEWS)))
    for one in (line, line.capitalize(), f"{before} {line}".strip()):
        if one.strip():
            assert not missed(one)


@given(st.lists(st.sampled_from((*NEWS, "Share this story", "Photo: Ana Costa/AP")), max_size=8))
def test_places_are_told_line_by_line(lines: list[str]) -> None:
    told = look_for(Doc("\n".join(lines)), lines)
    assert [bool(kind & (NOTICE | FURNITURE)) for kind in told] == [
        one not in NEWS for one in lines
    ]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_kept_back(line: str) -> None:
    assert not kinds(line) & (NOTICE | FURNITURE)


PLACES = ("NEW ELSA", "Elsa", "ELSA-ON-SEA", "Elsa and Lund", "St. Elsa", "ELSA/LUND", "A de Elsa")
REGIONS = ("", ", Lund", ", N.L.", ", Lund and Elsa")
DAYS = ("", ", March 3", ", 3 MARCH 2021", "-March 3", " — Tuesday, Mar. 3", " Nov 3rd, 1987")
AGENCIES = ("", " (AP)", "(AP)", " /TASS/", "/TASS/", ", --(Elsa Post)")
ENDS = (" — ", "--", ". ", ": ", " - ", " -", ".- ", " ")


@settings(max_examples=1500)
@given(*map(st.sampled_from, (PLACES, REGIONS, DAYS, AGENCIES, ENDS)), st.booleans())
def test_no_dateline_is_kept_back(
    place: str, region: str, day: str, agency: str, end: str, capital: bool
) -> None:
    story = NEWS[0] if capital else NEWS[0].lower()
    line = f"{place}{region}{day}{agency}{end}{story}"
    doc = Doc(line)
    if dateline_at_start(doc.span(0, len(line))) is not None:
        assert kinds(line) & DATELINE
        assert units(doc)[0].dateline is not None or units(doc)[0].furniture


@pytest.mark.parametrize(
    "lines",
    [
        [*NEWS, "Photo by Ana Costa, Getty"],
        [*NEWS, "The boats are out again. Ana Costa, AP."],
        [*NEWS, "You can read it all for a month at no cost, then $2 a week"],
        [*NEWS, "Ana Costa / Elsa Post"],
    ],
)
def test_only_lines_with_what_tells_something_are_let_through(lines: list[str]) -> None:
    told = look_for(Doc("\n".join(lines)), lines)
    assert [bool(kind & (NOTICE | FURNITURE)) for kind in told] == [False] * len(NEWS) + [True]
