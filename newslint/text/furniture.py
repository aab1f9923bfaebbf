"""Furniture: lines that belong to an article and are not its story.

Bylines, date lines, captions and credits, notes on updates, who contributed and how to write to
them, dividers. They are a role, never residue. Written from general knowledge of news copy.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.text.interface import fold
from newslint.text.parts import Role

LONGEST = 600
"""Code points up to which a line is looked at: editors' notes run to a short paragraph."""
LONGEST_CAPTION = 400
LONGEST_CONTACT = 280

_AGENCIES = (
    r"(?:ap|a\.p\.|afp|reuters|epa|getty|getty images|afp/getty(?: images)?|associated press|upi"
    r"|bloomberg|shutterstock|istock|istockphoto|pool|handout|corbis|wireimage|rex|pa|press"
    r" association|zuma|xinhua|tass|dpa|ansa|efe|alamy|redux|nasa|file photo|file)"
)
_AGENCY_NAMES = re.compile(
    rf"(?:(?:the )?{_AGENCIES}(?:[ /]+(?:photos?|images?|file|pool|wire|news))*)(?:[/,| ]+{_AGENCIES})*"
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photos?|images?|pictures?|photographs?|photography|illustrations?|graphics?"
    r"|artwork|media|video|pic|photo illustration)"
    r" (?:credits?|sources?|copyright|captions?|courtesy)(?: of)?\b"
    r"|(?:file )?(?:photos?|images?|pictures?|photographs?|illustrations?|pic|photo illustration):"
    r"|credits?:|photo courtesy|courtesy(?: of|:)|caption:|file - |file photo"
    r"|\(?(?:left|right|above|below)\)?: |\(?(?:ap|reuters|afp) photo)"
)
_CREDITED_TO = re.compile(
    r"(?:photos?|images?|pictures?|photographs?|illustrations?)(?: provided| taken)? by \w"
)
_CREDITED = re.compile(rf"[^.!?/]{{3,45}} ?/ ?{_AGENCY_NAMES.pattern}$")
_CREDIT_AT_END = re.compile(
    r"[(\[](?:(?:photo|image|picture|credit|illustration|courtesy)\b[^()]{0,80}"
    rf"|[^()]{{0,60}}\bphotos?\b[^()]{{0,60}}|[^()/]{{3,50}}/ ?{_AGENCY_NAMES.pattern})[)\]]\.?$"
)
_SLASHED_CREDIT = re.compile(r"\b(?:REUTERS/[A-Z]|AP Photo/|AFP/Getty|/Getty Images|/AFP\b|/AP\b)")
_NOTE = re.compile(
    r"[*(\[]{0,3}(?:(?:update|updated|correction|corrections|clarification|developing|editor'?s'? notes?"
    r"|note to (?:readers|editors)|publisher's note|author's note|disclosure|note)\b[^:.]{0,40}:"
    r"|this (?:story|article|post|report|page|item|column|headline|piece|copy)\b.{0,40}? "
    r"(?:has been|have been|was|is being) (?:updated|corrected|amended|edited|changed|revised"
    r"|modified|clarified|originally|first published|adapted|republished|translated)"
    r"|(?:an|a) (?:earlier|previous|original) (?:version|headline) (?:of|on|for)|editor's note)"
)
_CONTRIBUTED = re.compile(
    r".{3,240}\bcontribut(?:ed|ing)(?: \w+){0,4} to this\b.{0,60}$"
    r"|[*(\[]{0,2}(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|translated"
    r"|report|story|research|graphics?)(?: and (?:writing|editing|reporting))? (?:by|from) "
)
_CONTACT = re.compile(
    r"(?:(?:write|e-?mail|contact|reach|call|tel|phone|fax|media contacts?|press contacts?|contacts?"
    r"|for (?:more|further) information|follow|on twitter|for media inquiries)\b.{0,200}?"
    r"(?:@\w|www\.|https?:|\.com\b|\+?\d[\d ().-]{6,}))"
)
_ADDRESS = re.compile(
    r"(?:[\w.+-]+@[\w.-]+\.\w+|@\w{2,20}|(?:https?://|www\.)\S+|\+?\(?\d[\d ().-]{6,18}\d)$", re.I
)
_BYLINE = re.compile(r"by[: ]\s*(?=\S)", re.I)
_JOB = re.compile(
    r"\b(?:staff|(?:senior |staff |special |political |sports |chief |contributing )?"
    r"(?:writers?|reporters?|correspondents?|columnists?|editors?)|bureau|associated press|reuters"
    r"|afp|the ap|news service|contributors?|wire reports?|guest columnist)\b"
)
_TITLE_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]*,?")
_SMALL = frozenset("and of for the de von van der den del la le al bin ben y e & | / - – — , with in at".split())
_ENDS = frozenset({"ends", "end", "30", "-30-", "(ends)", "(end)", "-ends-", "-end-", "--end--", "endit"})
_DATE_WORDS = frozenset(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun""".split()
)
_CLOCK_WORDS = frozenset(
    """am pm a m p et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest eet msk jst
    aest aedt sgt hkt noon midnight local time st nd rd th at on of published updated posted modified
    last first created date original originally hrs h eastern pacific central mountain daylight
    standard t z""".split()
)
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d)")
_READING_TIME = re.compile(
    r"\b(?:(?:less than (?:a|one|1)|about an?|an?|about \d{1,2}|~ ?\d{1,2}|\d{1,2}(?: ?[-–] ?\d{1,2})?|one"
    r"|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:mins?|minutes?)\.?[ -](?:of )?"
    r"(?:read(?:ing)?(?: time)?|to read)\b|(?:estimated )?(?:reading|read) time[:\s-]{1,3}(?:about |approx(?:imately|\.)? )?"
    r"(?:less than (?:a|one|1)|\d{1,2}|one|two|three|four|five) ?(?:mins?|minutes?|m)\b"
    r"|read in (?:about )?\d{1,2} min(?:ute)?s?\b)",
    re.I,
)


def reading_time(line: str) -> re.Match[str] | None:
    """Return the words of a line that tell how long reading takes, if that is all it says.

    Beside them only a date, a name or a label may stand: "a two-minute read of the tribute" in a
    sentence is the story.
    """
    if len(line) > 90 or "read" not in line.lower():
        return None
    found = _READING_TIME.search(line)
    if found is None:
        return None
    rest = (line[: found.start()] + " " + line[found.end() :]).split()
    plain = [word for word in rest if word[:1].islower() and word not in _SMALL | {"by"}]
    return found if not [word for word in plain if word not in _CLOCK_WORDS] else None


def date_line(line: str) -> bool:
    """Tell whether a line holds a date or time of day and nothing else."""
    if len(line) > 110:
        return False
    words = _PIECES.findall(line.lower())
    if not words or not any(word.isdigit() for word in words):
        return False
    known = _DATE_WORDS | _CLOCK_WORDS
    if any(not word.isdigit() and word not in known for word in words):
        return False
    named = any(word in _DATE_WORDS for word in words)
    return named or bool(_NUMERIC_DATE.search(line)) or (":" in line and len(words) <= 6 and len(words) > 2)


def byline(line: str) -> bool:
    """Tell whether a line names who wrote the story: ``By Ana Costa, Staff Writer``."""
    if len(line) > 130 or line.endswith(("?", "!", ":", ";")):
        return False
    opening = _BYLINE.match(line)
    if opening is None:
        return len(line) <= 80 and _name_and_job(line)
    words = line[opening.end() :].split()
    if not 1 <= len(words) <= 18 or not _TITLE_WORD.match(words[0]) or words[0] in {"The", "A", "An"}:
        return bool(words) and words[0] == "The" and "Associated Press" in line
    names = [word for word in words if word.lower() not in _SMALL]
    titled = sum(bool(_TITLE_WORD.match(word)) or word[0] in "@(|0123456789" for word in names)
    return titled >= 0.85 * len(names) and not (line.endswith(".") and len(words) > 8)


def _name_and_job(line: str) -> bool:
    words = line.replace(",", " , ").replace("|", " | ").split()
    if not 2 <= len(words) <= 12 or line.endswith("."):
        return False
    if not all(_TITLE_WORD.match(word) or word.lower() in _SMALL for word in words):
        return False
    job = _JOB.search(line.lower())
    if job is None:
        return False
    if job.start() == 0:
        return job.end() >= len(line) - 2 and " " in job.group()
    return line[: job.start()].rstrip().endswith((",", "|", "/", "-", "–", "—"))


def divider(line: str) -> bool:
    """Tell whether a line is a rule or an end mark: ``___``, ``###``, ``-30-``."""
    return not any(map(str.isalnum, line)) or (len(line) < 9 and line.lower() in _ENDS)


@lru_cache(maxsize=1 << 14)
def furniture(line: str) -> Role | None:
    """Return the role of a line that belongs to the article but is not its story."""
    if len(line) > LONGEST:
        return None
    if len(line) <= 130:
        if divider(line):
            return Role.DIVIDER
        if reading_time(line):
            return Role.READING_TIME
        if date_line(line):
            return Role.DATE
    folded = fold(line).lstrip("*•- ")
    if len(line) <= 130 and byline(line):
        return Role.BYLINE
    if _is_caption(line, folded):
        return Role.CAPTION
    if _NOTE.match(folded):
        return Role.NOTE
    return Role.CONTACT if len(line) <= LONGEST_CONTACT and _is_contact(line, folded) else None


def _is_contact(line: str, folded: str) -> bool:
    return bool(
        _CONTRIBUTED.match(folded)
        or _CONTACT.match(line.lower().lstrip("*•- (["))
        or _ADDRESS.match(line)
    )


def _is_caption(line: str, folded: str) -> bool:
    if len(line) > LONGEST_CAPTION:
        return False
    if _CAPTION.match(folded) or (len(line) <= 90 and _CREDITED_TO.match(folded)):
        return True
    if len(line) <= 90 and (_AGENCY_NAMES.fullmatch(folded) or _CREDITED.match(folded)):
        return True
    opening = max(folded.rfind("("), folded.rfind("["))
    if opening >= 0 and line[-1] in ")].":
        return bool(_CREDIT_AT_END.match(folded, opening))
    return len(line) <= 300 and "/" in line and bool(_SLASHED_CREDIT.search(line[-60:]))
