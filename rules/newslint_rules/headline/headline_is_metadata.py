"""HED003 headline-is-metadata."""

import functools
import re

from newslint import Doc, Findings, Span, has_given_name, rule, word_list

_DESK_VERBS = (
    "ADDS?|ADDING|CHANGES|CLARIFIES|CORRECTS|CORRECTING|DELETES|FIXES|INCLUDES|INSERTS|RECASTS?"
    "|REFILES?|REFILING|RELEADS?|REMOVES|REPEATS?|REPEATING|RESENDS?|RESENDING|RESTORES|REWRITES"
    "|SUBS|TRIMS|UPDATES?|UPDATING|WRITES THROUGH|WRITETHRU"
)
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CLOCK = r"(?:,? (?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"

_FILE_ENDINGS = "html?|php|aspx?|txt|docx?|odt|rtf|pdf|jpe?g|png|gif|xml|json|md"
_DAY_OF_MONTH = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})"
_DESK = "a note from the desk"
_DATE = "a date"
_NO_WORD = "not a word"
_PLACEHOLDER = "a placeholder"
_MAY_HEAD = frozenset({_DATE, _NO_WORD})
"""What may head a review, a list or a look back, too: no more than a warning."""

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_DESK, re.compile(r"^\s*/{2,}|/{3,}\s*$")),
    (_DESK, re.compile(r"^ATTENTION(?: EDITORS)?\s*[-–—:]+\s")),
    (_DESK, re.compile(rf"^(?:{_DESK_VERBS})(?:,? (?:AND )?(?:{_DESK_VERBS}))* [a-z]")),
    (_DESK, re.compile(r"^(?:EDS|Eds|(?i:editors|note to editors|editor['’]?s? note))\s*[:.-]")),
    (_DESK, re.compile(r"^(?i:(?:mandatory )?(?:kill|embargo)(?:ed)?)(?: until\b|:|$)")),
    (_DESK, re.compile(r"^EMBARGO(?:ED)?\b.*[a-z]|^EMBARGOED (?:UNTIL|TILL)\b|\bRELEASABLE\b")),
    (_DESK, re.compile(r"^TEST(?:ING)?\b.*\b(?i:ignore|disregard)\b|^(?i:slug): \S")),
    ("a credit", re.compile(r"^(?:Photos?|Image|Picture|Video)s? (?:by|courtesy of) [A-Z]")),
    (
        _DESK,
        re.compile(
            r"\b(?i:(?:here ?(?:is|follows|with)|this is) (?:a|the) corrected"
            r" (?:repetition|version|copy)"
            r"|please (?:disregard|ignore) (?:our|the|this) (?:earlier|previous|story|item))"
        ),
    ),
    ("a wire slug", re.compile(r"^[A-Z]{2}-+[A-Z][\w&]*(?:--?[A-Z][\w&]*)+,?(?: \S+){0,4}$")),
    (
        "a wire slug",
        re.compile(r"\b(?i:[1-9](?:st|nd|rd|th) (?:ld|(?:lead-|ld-)?writethru|lead$))\b"),
    ),
    ("a slug", re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+){2,}$|^[a-z0-9]+(?:_[a-z0-9]+)+$")),
    ("a slug", re.compile(r"^[A-Z]{3,}-[A-Z0-9]+(?:-[A-Z0-9]+)+$")),
    ("a file name", re.compile(rf"^\S+\.(?i:{_FILE_ENDINGS})$")),
    ("an address", re.compile(r"^(?:https?://|www\.)\S+$")),
    (_DATE, re.compile(rf"^(?i:(?:{_DAY},? )?{_DAY_OF_MONTH}(?:,? \d{{4}})?{_CLOCK})$")),
    (_DATE, re.compile(rf"^\d{{1,4}}([-/.])\d{{1,2}}\1\d{{1,4}}(?:T\S+)?(?i:{_CLOCK})$")),
    ("a template", re.compile(r"\{\{.*?\}\}|\$\{\w+\}|\{%.*?%\}|^%[sd]$|^%\w+%$|^</?[a-z][^>]*>$")),
)
"""What stands in place of a headline, and how it looks; wordings are general knowledge."""
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = re.compile(
    rf"^(?P<by>[Bb]y|BY) (?P<name>{_NAME}(?: (?:de |van |al-|and )?{_NAME}){{0,4}})$"
)
_SITE = re.compile(r"\s+(?:[|–—»·:]|-)\s+.{2,50}$")


@rule("HED003", severity="error", data=("placeholder_headlines.txt",))
def headline_is_metadata(doc: Doc) -> Findings:
    """The headline is no headline but a note from the desk, a byline, a file name or the like.

    Whoever searches, groups or labels articles by their headline gets such items wrong. Found are
    advisories (`ATTENTION - ADDS quotes ///`), bylines and credits, slugs, file names, addresses,
    bare dates, template marks, and the titles of pages that are no article (`Page not found`).

    It leaves alone what stands before a headline: `BREAKING:`, `UPDATE 2-`, `Correction:`. It
    misses advisories that read like headlines, in other languages, and slugs in plain words. A
    date, a figure or one word such as `Home` is a warning, for it may head a review or a look
    back, and the rule errs there.

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
    Good:
        ---
        title: "BREAKING: Two ministers leave the cabinet"
        ---
        Two ministers have left the cabinet.
    Good:
        ---
        title: UPDATE 2-Harbour strike enters third day
        ---
        Two ministers have left the cabinet.
    """
    headline = doc.headline or _byline_on_top(doc)
    if headline is None or not (place := headline.strip()).text:
        return
    if kind := kind_of(place.text):
        may_head = kind in _MAY_HEAD or (kind == _PLACEHOLDER and place.text.isalpha())
        message = f"{place.text!r} is {kind}, not a headline"
        yield place.flag(message, severity="warning" if may_head else None)


def _byline_on_top(doc: Doc) -> Span | None:
    """Return a first line `by Ana Ruiz` in a text without a headline, as some wires send it."""
    first = next((line for line in doc.lines if line.text.strip()), None)
    return first if first is not None and first.text.startswith("by ") else None


def kind_of(headline: str) -> str:
    """Say what a headline is instead of one, or ``""``."""
    for kind, pattern in _KINDS:
        if pattern.search(headline):
            return kind
    if not any(one.isalpha() for one in headline):
        return _NO_WORD
    byline = _BYLINE.match(headline)
    if byline and (byline["by"] == "by" or has_given_name(byline["name"].title())):
        return "a byline"
    bare = _SITE.sub("", headline).strip(" .!?…()[]<>").lower()
    return _PLACEHOLDER if bare in _placeholders() else ""


@functools.cache
def _placeholders() -> frozenset[str]:
    return frozenset(word_list(__package__, "placeholder_headlines.txt"))
