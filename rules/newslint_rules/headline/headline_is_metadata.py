"""HED003 headline-is-metadata."""

import functools

from newslint import Doc, Findings, Severity, Span, rule
from newslint_rules.headline.lead import first_line
from newslint_rules.headline.stand_ins import BYLINE, MAY_HEAD, OFTEN_HEADS, kind_of

_FIELDS = {
    "author": BYLINE, "byline": BYLINE, "creator": BYLINE, "category": "a section",
    "section": "a section", "site": "a site", "site_name": "a site", "sitename": "a site",
    "publisher": "a site", "og_site_name": "a site",
}  # fmt: skip
"""Fields of metadata, and what a headline is that says no more than they do."""


@rule("HED003", severity="error", data=("placeholder_headlines.txt",))
def headline_is_metadata(doc: Doc) -> Findings:
    """The headline is no headline but a note from the desk, a byline, a file name or the like.

    Whoever searches, groups or labels articles by their headline gets such items wrong. Found are
    advisories (`ATTENTION - ADDS quotes ///`, `ADV FOR SUNDAY`), bylines and credits, slugs, file
    names, addresses, dates, template marks, the titles of pages that are no article (`Page not
    found`), and copies of the fields that hold the author, the section or the site.

    It leaves alone what stands before a headline: `BREAKING:`, `UPDATE 2-`, `CORRECTED-`, `(2nd
    LD)`; behind it stands one, and the wires mean it so. Alone (`UPDATE 2-`) it is found. It misses
    advisories that read like headlines, in other languages, and slugs in plain words. A date, one
    word such as `Home`, or no letter at all is a warning, and a day (`September 11`) or a number
    (`1984`) an info, for such may head a review or a look back, and the rule errs there.

    Bad:
        ---
        title: >>ATTENTION - ADDS quotes, background ///<<
        ---
        Two ministers have left the cabinet.
    Bad:
        ---
        title: >>by Karl Lund<<
        ---
        Two ministers have left the cabinet.
    Bad:
        ---
        title: >>Page not found | The Lund Gazette<<
        ---
        Two ministers have left the cabinet.
    Bad:
        ---
        title: >>harbour-strike-day-3<<
        ---
        Two ministers have left the cabinet.
    Bad:
        ---
        title: >>Politics<<
        section: politics
        ---
        Two ministers have left the cabinet.
    Good:
        ---
        title: "BREAKING: Two ministers leave the cabinet"
        ---
        Two ministers have left the cabinet.
    Good:
        ---
        title: US-China-Lyon talks enter third day
        ---
        The talks went on.
    Good:
        ---
        title: UPDATE 2-Harbour strike enters third day
        ---
        Two ministers have left the cabinet.
    """
    headline = doc.headline or _byline_on_top(doc)
    if headline is None or not (text := headline.text.strip()):
        return
    kind = kind_of(text) or _repeats(doc, text)
    if kind:
        place = headline.strip()
        severity: Severity | None = None
        if kind in OFTEN_HEADS:
            severity = "info"
        elif kind in MAY_HEAD:
            severity = "warning"
        yield place.flag(f"{place.text!r} is {kind}, not a headline", severity=severity)


def _byline_on_top(doc: Doc) -> Span | None:
    """Return a first line `by Ana Ruiz` in a text without a headline, as some wires send it."""
    first = first_line(doc)
    return first if first is not None and first.text.startswith("by ") else None


def _repeats(doc: Doc, headline: str) -> str:
    """Say of which other field a headline is a copy, or ``""``."""
    for name, kind in _kinds_of(doc.meta.names):
        if doc.meta.always(name).raw.strip().lower() == headline.lower():
            return kind
    return ""


@functools.lru_cache(maxsize=1024)
def _kinds_of(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return those of the names of fields that say something, with what; a corpus has few rows."""
    kinds = ((name, _FIELDS.get(name.lower())) for name in names)
    return tuple((name, kind) for name, kind in kinds if kind)
