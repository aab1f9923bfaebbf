"""What stands where a headline should: notes from the desk, slugs, file names, bylines, dates."""

import functools
import re

from newslint import has_given_name, regexp, word_list

DESK, BYLINE, CREDIT = "a note from the desk", "a byline", "a credit"
SLUG, FILE, ADDRESS, TEMPLATE = "a slug", "a file name", "an address", "a template"
STAMP = "the time of publication"
DATE, BARE_DATE, NUMBER, NO_WORD = "a date", "a day", "a number", "not a word"
PLACEHOLDER, WORD = "a placeholder", "a placeholder or a section"
MAY_HEAD = frozenset({DATE, NO_WORD, WORD})
"""What may head a review, a list or a look back, too: no more than a warning."""
OFTEN_HEADS = frozenset({BARE_DATE, NUMBER})
"""What often does: `September 11`, `1984`."""

_DESK_VERBS = (
    "ADDS?|ADDING|CHANGES|CLARIFIES|CORRECTS|CORRECTING|DELETES|FIXES|INCLUDES|INSERTS|RECASTS?"
    "|REFILES?|REFILING|RELEADS?|REMOVES|REPEATS|REPEATING|RESENDS?|RESENDING|RESTORES|REWRITES"
    "|SUBS|TRIMS|UPDATES|UPDATING|WRITES THROUGH|WRITETHRU"
)
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CLOCK = r"(?:,? (?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_DAY_OF_MONTH = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})"
_ANY_DATE = (
    rf"(?:(?:{_DAY},? )?{_DAY_OF_MONTH}(?:,? \d{{4}})?|\d{{1,4}}([-/.])\d{{1,2}}\1\d{{1,4}})"
)
_FILE_ENDINGS = (
    "html?|shtml|php|aspx?|jsp|cfm|txt|docx?|odt|rtf|pdf|jpe?g|png|gif|tiff?|webp|svg|eps|psd"
    "|xml|json|csv|xlsx?|pptx?|md|indd|qx[dp]|mp[34]|mov|avi|wav|zip"
)
_COMPOUND = r"(?!\w+-(?i:an?|and|at|by|de|for|go|in|is|it|n|of|on|or|the|to|up|vs)-\w+$)"
"""Not `tit-for-tat` and `9-to-5`, which are words."""
_ERROR_PAGE = (
    r"(?:access denied|bad gateway|bad request|(?:file or directory|page|url|article|story) not"
    r" found|forbidden|gateway time-?out|internal server error|not found|service unavailable"
    r"|too many requests|unauthorized)"
)
_NAME = r"[^\W\d_a-z][\w.'’-]*"

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (DESK, regexp(r"^\s*/{2,}|/{3,}\s*$")),
    (DESK, regexp(rf"^ATTENTION(?: EDITORS|\s*[-–—]|\s*:+\s*(?i:{_DESK_VERBS})\b)")),
    (DESK, regexp(rf"^(?:{_DESK_VERBS})(?:,? (?:AND )?(?:{_DESK_VERBS}))* [a-z]")),
    (DESK, regexp(r"^(?:UPDATE|REPEAT)S? (?:throughout|to (?:add|correct|fix)|with)\b")),
    (DESK, regexp(r"^(?:EDS|Eds|EDITORS|(?i:(?:notes? to|attn\.?),? editors))\s*[:.-]")),
    (DESK, regexp(rf"^Editors?\s*[:-]\s*(?i:{_DESK_VERBS})\b")),
    (DESK, regexp(r"^(?:CORRECTED|REFILE|REPEAT|RPT|UPDATE(?: ?\d)?|LEAD ?\d?)\s*[-–—:/]+$")),
    (WORD, regexp(r"^(?:BULLETIN|FLASH|LEAD|UPDATE|URGENT)$")),
    (DESK, regexp(r"^MANDATORY KILL\b|^KILL:|^(?i:embargoed(?: until\b| till\b| for\b|:|$))")),
    (DESK, regexp(r"^EMBARGO(?:ED)?\b.*[a-z]|\bRELEASABLE\b|^(?:STRICT )?EMBARGO:")),
    (DESK, regexp(rf"^(?:HOLD )?FOR RELEASE\b|^For release (?:on )?(?:{_DAY}|{_MONTH}|\d)")),
    (DESK, regexp(r"^(?i:not for (?:publication|release)|hold for release)(?:$| [-–—])")),
    (DESK, regexp(rf"^(?:ADV|Adv)\.? (?:FOR|for|\d\d?)\b.{{0,16}}(?i:{_DAY}|{_MONTH}|use\b)")),
    (DESK, regexp(r"^(?i:correction to (?:our|an) (?:earlier|previous) (?:item|story))")),
    ("a field of a record", regexp(r"^(?:BYLINE|DATELINE|KEYWORDS|SECTION|SLUG)\s*:")),
    (DESK, regexp(r"^TEST(?:ING)?\b.*\b(?i:ignore|disregard)\b|^(?i:slug): \S")),
    (CREDIT, regexp(rf"^(?:Photos?|Image|Picture|Video)s? (?:by|courtesy of) {_NAME}"
                        rf"(?:[ /&]+{_NAME}){{0,3}}$")),
    (CREDIT, regexp(r"^\((?:Photo|File|AP|AFP|Reuters|Getty)[ /].{2,50}\)$")),
    (
        DESK,
        regexp(
            r"\b(?i:(?:here ?(?:is|follows|with)|this is) (?:a|the) corrected"
            r" (?:repetition|version|copy)"
            r"|please (?:disregard|ignore) (?:our|the|this) (?:earlier|previous|story|item))"
        ),
    ),
    ("a wire slug", regexp(r"^(?:AM|AP|BC|PM|XX)-+\w[\w&]*(?:-|$| ?/)|^[A-Z]{2}-+(?:[A-Z][\w&]*"
                               r"-+)+[A-Z][\w&]*(?:,|$)|^[A-Z]{2}--[A-Z][\w&]*(?: \S+){0,4}$")),
    (
        "a wire slug",
        regexp(
            r"\b(?i:[1-9](?:st|nd|rd|th)[ -]ld(?:[- ]writethr(?:u|ough))?[,\d]*$)"
            r"|^(?i:[1-9](?:st|nd|rd|th) lead)$"
        ),
    ),
    (SLUG, regexp(rf"^{_COMPOUND}[a-z0-9]+(?:-[a-z0-9]+){{2,}}$")),
    (SLUG, regexp(r"^(?=\S*_)[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)+$")),
    (SLUG, regexp(rf"^{_COMPOUND}[A-Z]{{3,}}-[A-Z0-9]+(?:-[A-Z0-9]+)+$")),
    (FILE, regexp(rf"^[^\s/]+\.(?i:{_FILE_ENDINGS})$|^Microsoft (?:Word|PowerPoint|Excel) - ")),
    (FILE, regexp(r"^(?:IMG|DSCN?|DSCF|DCIM|MVI|VID|PXL|SCAN)[_-]?\d{3,}\S*$")),
    (ADDRESS, regexp(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w{2,}$|^/(?:[\w-]+/)+[\w.-]*$")),
    (DATE, regexp(rf"^(?i:{_ANY_DATE}(?:T\S+)?{_CLOCK})$")),
    (STAMP, regexp(rf"^(?i:(?:last )?(?:published|updated|posted|modified)(?: on| at)?:?"
                       rf" {_ANY_DATE}{_CLOCK})$")),
    (TEMPLATE, regexp(r"\{\{.*?\}\}|\$\{\w+\}|\{%.*?%\}|<%.*?%>|^%[sd]$|^%\w+%$")),
    (TEMPLATE, regexp(r"^</?[a-z][^>]*>$")),
    (TEMPLATE, regexp(r"^\[\w+(?:[ _-]\w+){0,2}\]$|^\[?object Object\]?$")),
    (PLACEHOLDER, regexp(rf"^(?i:(?:error|http)?[ :]*[45]\d\d[ :–—-]+\(?{_ERROR_PAGE}\b.*)$")),
    (PLACEHOLDER, regexp(rf"^(?i:{_ERROR_PAGE}[ :–—-]*\(?(?:error )?[45]\d\d\)?)$")),
    (PLACEHOLDER, regexp(r"^(?i:lorem ipsum\b.*|x{4,}|(?:tk ?)+|(?:hed|headline)[ :]+tk)$")),
    (PLACEHOLDER, regexp(r"^(?:null|nil|undefined|NaN|nan)$")),
    (WORD, regexp(r"^(?:test|testing|TEST|[Tt]his is a test)[.!]?$")),
    (PLACEHOLDER, regexp(r"^(?i:test(?:ing)?_?\d+|(?:this is )?(?:a |just a )?test[ _-]"
                             r"(?:article|headline|item|page|post|story|title)(?: \d+)?"
                             r"|(?:post|story|page|layout|untitled)[ _-]*#?\d+)$")),
)  # fmt: skip
"""What stands in place of a headline, and how it looks; wordings are general knowledge."""
_BYLINE = regexp(rf"^(?P<by>[Bb]y|BY) (?P<name>{_NAME}(?: (?:de |van |al-|and )?{_NAME}){{0,4}})$")
_BYLINES = regexp(
    rf"^(?:(?:Posted|Written|Reported|Reporting|Text|Words|Story|Compiled) by:?|Text:|Words:)"
    rf" (?:admin|{_NAME}(?: (?:and )?{_NAME}){{0,5}})$"
    rf"|^{_NAME}(?: {_NAME}){{1,3}}, (?i:(?:staff|contributing|senior) (?:writer|reporter"
    r"|correspondent))$"
    r"|^(?i:(?:by|from) (?:(?:our|a) (?:own |special |staff )?(?:correspondent|reporter)s?"
    r"|(?:news )?staff(?: (?:writer|reporter)s?)?|wire services?|admin))$"
)
_OPENINGS = frozenset({
    "access", "add", "adding", "adds", "adv", "apr", "april", "article", "attention", "attn",
    "aug", "august", "bad", "bulletin", "by", "byline", "changes", "clarifies", "compiled",
    "corrected", "correcting", "correction", "corrects", "dateline", "dec", "december", "deletes",
    "editor", "editors", "eds", "embargo", "embargoed", "error", "feb", "february", "file",
    "fixes", "flash", "forbidden", "friday", "from", "gateway", "headline", "hed", "hold", "http",
    "image", "images", "includes", "inserts", "internal", "jan", "january", "jul", "july", "jun",
    "june", "keywords", "kill", "last", "layout", "lead", "lorem", "mandatory", "mar", "march",
    "may", "microsoft", "modified", "monday", "not", "note", "notes", "nov", "november", "object",
    "oct", "october", "page", "photo", "photos", "photoss", "picture", "pictures", "post",
    "posted", "published", "recast", "recasts", "refile", "refiles", "refiling", "relead",
    "releads", "removes", "repeat", "repeating", "repeats", "reported", "reporting", "resending",
    "resends", "restores", "rewrites", "rpt", "saturday", "section", "sep", "sept", "september",
    "service", "slug", "story", "strict", "subs", "sunday", "test", "testing", "text", "thursday",
    "tk", "too", "trims", "tuesday", "unauthorized", "untitled", "update", "updated", "updates",
    "updating", "urgent", "url", "video", "videos", "wednesday", "words", "writes", "writethru",
    "written",
})  # fmt: skip
"""The words that these begin with, if it is with a word and not all that they are."""
_RARE = (
    "///", "{", "<%", " ld", "-ld", "releasable", "corrected", "please disregard", "please ignore",
    "for release", "for publication", "a test", "is test", "tktk",
)  # fmt: skip
"""What stands in those that may begin with anything, in lower case."""
_JOBS = ("writer", "reporter", "correspondent")
_SITE_MARKS = frozenset("|–—»·:-")
_QUOTES = frozenset("\"'“”‘’")
_NO_LETTER = regexp(r"[\W\d_]")
_FOLDED = frozenset("ſKİı")
"""Letters that are `s`, `k` and `i` to a pattern that takes no account of case."""
_ANY_SITE = regexp(r"\s+(?:[|–—»·:]|-)\s+.{2,50}$")
_SITE_WORD = r"(?:[A-Z0-9][\w.'’&-]*|of|the|and|for|in|on|de|\w+\.\w{2,3})"
_SITE = regexp(rf"\s+(?:[|–—»·:]|-)\s+{_SITE_WORD}(?: {_SITE_WORD}){{0,6}}$")
_SITE_FIRST = regexp(rf"^{_SITE_WORD}(?: {_SITE_WORD}){{0,6}}\s+[|»·]\s+")
_DATE_OF_YEAR = regexp(r"\d{4}|\d\D\d+\D\d")


def kind_of(headline: str) -> str:
    """Say what a headline is instead of one, or ``""``."""
    if not _may_stand_in(headline):
        return ""
    for kind, pattern in _KINDS:
        if pattern.search(headline):
            return BARE_DATE if kind == DATE and not _DATE_OF_YEAR.search(headline) else kind
    byline = _BYLINE.match(headline)
    if byline and (byline["by"] == "by" or has_given_name(byline["name"].title())):
        return BYLINE
    if _BYLINES.match(headline):
        return BYLINE
    if _is_placeholder(headline):
        return WORD if headline.isalpha() else PLACEHOLDER
    if any(one.isalpha() for one in headline):
        return ""
    return NUMBER if any(one.isdigit() for one in headline) else NO_WORD


def _may_stand_in(headline: str) -> bool:
    """Tell quickly whether a headline may be none; `False` is certain.

    What stands for one is a single word, begins with one of a few words or with a figure or mark,
    has something rare in it, has the name of a site beside it, or is on the list of placeholders.
    """
    words = headline.split()
    if len(words) < 2:
        return True
    if _may_open(words[0]):
        return True
    lowered = headline.lower()
    for rare in _RARE:
        if rare in lowered:
            return True
    return (
        lowered.endswith(_JOBS)
        or not _SITE_MARKS.isdisjoint(words)
        or _is_listed(headline)
        or not (headline.isascii() or _FOLDED.isdisjoint(headline))
    )


@functools.lru_cache(maxsize=8192)
def _may_open(first: str) -> bool:
    """Tell whether what stands for a headline may begin with a word and have more of them.

    Nothing of the kind is quoted, but a quotation may have no letter at all.
    """
    opening = first[1:2] if first[0] in _QUOTES else _NO_LETTER.split(first, 1)[0].lower()
    return not opening.isalpha() or opening in _OPENINGS or first[2:3] == "-"


def _is_placeholder(headline: str) -> bool:
    """Tell whether a headline, or what is left of it without the name of a site, is a placeholder.

    `Home - a life in rooms` has no name of a site, `Page not found - ...` is one with any.
    """
    wide = _ANY_SITE.sub("", headline)
    found = [headline, _SITE.sub("", headline), _SITE_FIRST.sub("", headline)]
    if " " in wide.strip():
        found.append(wide)
    return any(map(_is_listed, found))


def _is_listed(headline: str) -> bool:
    """Tell whether a headline is on the list of placeholders."""
    return headline.strip(" .!?…()[]<>").lower() in _placeholders()


@functools.cache
def _placeholders() -> frozenset[str]:
    return frozenset(word_list(__package__, "placeholder_headlines.txt"))
