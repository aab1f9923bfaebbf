"""Furniture: lines that belong to an article and are not its story.

Bylines, date lines, captions and credits, notes on updates, who contributed and how to write to
them, dividers. They are a role, never residue. Written from general knowledge of news copy.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newslint.patterns import regexp
from newslint.text.dates.calendar_lines import date_line
from newslint.text.interface.lines import fold
from newslint.text.parts import Role
from newslint.text.phrases import word_list
from newslint.text.reading_time import reading_time

LONGEST = 600
"""Code points up to which a line is looked at: editors' notes run to a short paragraph."""
LONGEST_CAPTION = 400
LONGEST_CONTACT = 280
LONGEST_BYLINE = 130
LONGEST_CREDIT = 90
LONGEST_SHOWN = 250
"""Code points of a caption that only its last words give away: "… in this file photo"."""

_AGENCY = (
    r"(?:ap|a\.p\.|afp|reuters|epa|getty|getty images|afp/getty(?: images)?|associated press|upi"
    r"|bloomberg|shutterstock|istock|istockphoto|pool|handout|corbis|wireimage|rex|pa"
    r"|press association|zuma|xinhua|tass|dpa|ansa|efe|alamy|redux|nasa|file photo|file|pti|ani"
    r"|ians"
    r"|aap|anadolu|yonhap|kyodo|canadian press|sputnik|ukrinform|unsplash|adobe stock|dreamstime"
    r"|flickr|us navy|supplied|picture alliance|belga|cover images|instagram|screengrab|epa-efe"
    r"|nurphoto|sipa(?: usa)?|imago(?: images)?|action images|usa today sports|icon sportswire"
    r"|pa wire"
    r"|pa images|pa media|alamy stock photo|stock photo|stock image|the canadian press|ap images"
    r"|hulton archive|mirrorpix|rex features|splash news|backgrid|swns|anadolu agency|kyodo news"
    r"|ritzau scanpix|tt news agency|lehtikuva|jiji press|bernama|antara|afp photo|zuma press"
    r"|xinhua news agency|tribune news service|handout photo|image supplied|photo supplied)"
)
_NEWS_AGENCIES = frozenset(
    {"ap", "afp", "reuters", "associated press", "the associated press", "upi", "bloomberg", "pa"}
    | {"press association", "xinhua", "tass", "dpa", "ansa", "efe", "staff", "ap wire"}
)
_AGENCIES = regexp(
    rf"(?:(?:the )?{_AGENCY}(?:[ /]+(?:photos?|images?|file|pool|wire|news))*)"
    rf"(?:(?:[/,| ]+| ?[-–—] ?| via ){_AGENCY}(?: file| photo| images)?)*"
)
_PICTURE = (
    r"(?:photos?|screenshots?|screengrabs?|images?|pictures?|photographs?|illustrations?|pic"
    r"|photo illustration)"
)
_CAPTION = regexp(
    r"(?:enlarge this (?:image|photo)|toggle caption|(?:hide|show) caption"
    r"|scroll down for (?:more|videos?|audio|pictures|photos|images|the video|an? \w+))\b"
    r"|media playback is (?:not supported|unsupported) on your device media caption\b"
    rf"|(?:file )?(?:{_PICTURE}|photography|graphics?|artwork) sources?\b"
    rf"|(?:file )?(?:{_PICTURE}|photography|graphics?|artwork|media|video)"
    r" (?:credits?|copyright|captions?|courtesy)(?: of)?\b"
    rf"|(?:file )?{_PICTURE} ?:|credits?:|photo courtesy|courtesy(?: of|:)|caption:|file - "
    r"|(?:an? )?file (?:photo|picture|image|pic)\b|represent(?:ational|ative) (?:image|photo"
    r"|picture)|(?:image|photo|picture)s? via \S|pictured ?:|© ?(?:reuters|afp|ap|epa"
    r"|tass|sputnik|ria novosti|getty|flickr|pixabay) ?/"
    r"|\(?(?:left|right|above)\)?: (?=(?:\S+ ){4})|\(?(?:ap|reuters|afp) photo"
)
_CREDITED_TO = regexp(rf"{_PICTURE}(?: provided| taken)? by \w")
_CREDITED = regexp(
    rf"[^.!?/]{{3,45}}(?: ?/ ?| via ){_AGENCIES.pattern}$|{_AGENCY} ?/ ?[^.!?/]{{3,45}}$"
)
_OUTLET = (
    r"(?:Post|Times|News|Tribune|Herald|Journal|Gazette|Press|Star|Sun|Globe|Chronicle|Register"
    r"|Courier|Record|Observer|Sentinel|Guardian|Independent|Telegraph|Mail|Express|Mirror|Echo"
    r"|Standard|Today|Weekly|Daily|Magazine|TV|Radio|Media|Review|Dispatch|Examiner|Inquirer"
    r"|Republic"
    r"|Advertiser|Bulletin|Argus|Images?|Pictures?|Photos?|Photography|Studios?|Wire|Agency|Live"
    r"|\w+\.com)"
)
_OF_OUTLET = regexp(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?: ?/ ?| for (?:T|t)he | for )(?:The )?"
    rf"(?:[A-Z][\w.'’-]*,? ){{0,4}}(?:{_OUTLET}|AP|AFP|Reuters|Bloomberg|NPR|CNN|ProPublica)$"
)
"""A photographer and the paper: ``Ana Costa/The Elsa Post``."""
_CREDIT_TAIL = regexp(
    r"(?:[.|…\"'”’)] ?|  )\(?(?:photo|picture|image|photograph|pic|photo credit|image credit"
    r"|picture credit|photo courtesy|image source)s?(?: by)?: ?\S[^.!?:]{1,60}\)?$"
)
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}"
_IN_SHORT = (
    r"(?:AP|AFP|EPA|UPI|PA|Reuters|Associated Press|Getty(?: Images)?|Bloomberg|USA (?:TODAY|Today)"
    r"|PTI|dpa|DPA|AAP|TASS)"
)
_SHORT_NAMES = (
    "AP", "AFP", "EPA", "UPI", "PA", "Reuters", "Press", "Getty", "Images", "Bloomberg", "TODAY",
    "Today", "PTI", "dpa", "DPA", "AAP", "TASS",
)  # fmt: skip
_PICTURES = ("Photo", "Picture", "Image", "Pic")
_NAMED_AT_END = regexp(
    rf"(?:(?<![A-Z])\.|[!?…\"”’)]|  |[•·]) ?(?:{_PERSON} ?[/,|] ?(?:the )?{_IN_SHORT}"
    rf"|[A-Z][A-Za-z]{{2,}}(?: [A-Z][a-z]+)? ?/ ?{_PERSON}"
    rf"|{_PERSON} ?/ ?[A-Z][A-Za-z]{{2,}}(?: [A-Z][A-Za-z]+){{0,2}}"
    r"|(?:Photo|Picture|Image|Photograph|Pic)s?(?: taken| supplied| provided)?"
    r" (?:by|courtesy(?: of)?|via) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4})\.?$"
)
"""A credit behind the sentence of a caption: ``… in the rain. Ana Costa, AP``."""
_NAMED_TAIL = regexp(r", (?:the )?[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?$|(?: by| courtesy| via) [A-Z]")
"""A quick look for such an end."""
_BEFORE_NAMES = (", ", " by ", " courtesy ", " via ")
_AFTER_DOT = regexp(r"[•·] ?(?P<who>[^•·]{2,40})$")
_LOWER_AFTER = regexp(r"^[^:]{1,30}: ?[a-z]")
_CREDIT_AT_END = regexp(
    r"[(\[](?:(?:photo|image|picture|credit|illustration|courtesy)\b[^()]{0,80}"
    rf"|[^()]{{0,60}}\bphotos?\b[^()]{{0,60}}|[^()/]{{3,50}}/ ?{_AGENCIES.pattern})[)\]]\.?$"
)
_BRACKETED = regexp(r"\[[A-Z][^\[\]/.]{2,40}/ ?[A-Z][^\[\]/.]{1,40}\]$")
_OF_AGENCY = regexp(rf"{_AGENCY} (?:image|photo|picture)s? ?/ ?\w")
_SHOWN = regexp(
    r"\b(?:in this|this) (?:(?:undated|recent|\d{4}) )?(?:(?:file|handout|aerial|combination"
    r"|courtroom) (?:photo|image|picture|sketch)|(?:photo|image|picture) (?:taken|released|provided"
    r"|made|from|dated))\b.{0,60}$"
)
_SHOWING = ("this file ", "this undated ", "this handout ", "this aerial ", "this photo ")
"""Words of which a caption that `_SHOWN` knows has one, nearly always."""
_ACCOUNT = regexp(r"(?:twitter|facebook|instagram|tiktok|telegram|x|youtube) ?/ ?@?[\w.]+$")
_MARKED = regexp(rf"© {_AGENCIES.pattern}(?: 0)?$")
_SLASHED_CREDIT = regexp(r"\b(?:REUTERS/[A-Z]|AP Photo/|AFP/Getty)|/(?:Getty Images|AFP|AP)\b")
_NOTE = regexp(
    r"[*(\[]{0,3}(?:(?:updated?|corrections?|clarification|developing|editor'?s'? notes?"
    r"|note to (?:readers|editors)|publisher's note|author's note|disclosure|note)\b[^:.]{0,40}:"
    r"|this (?:story|article|post|report|page|item|column|headline|piece|copy)\b.{0,40}? "
    r"(?:has been|have been|was|is being) (?:updated|corrected|amended|edited|changed|revised"
    r"|modified|clarified|originally|first published|adapted|republished|translated"
    r"|produced (?:by|in|with)|supported by|made possible)"
    r"|this (?:story|article|post|report|column|piece) (?:first |originally )?(?:appeared|ran) "
    r"(?:first |originally )?(?:on|in|at)\b"
    r"|an? (?:earlier|previous|original) (?:version|headline) (?:of|on|for)|editor's note"
    r"|(?:from|excerpt(?:ed)? from|adapted from|reprinted from) .{2,120}?\W(?:copyright|©))"
)
_CONTRIBUTED = regexp(r".{3,240}\bcontribut(?:ed|ing)(?: \w+){0,4} to this\b.{0,60}$")
_REPORTED_BY = regexp(
    r"[*(\[]{0,2}(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written"
    r"|translated|report|story|research|graphics?)(?: and (?:writing|editing|reporting))?"
    r" (?:by|from) "
)
_CONTACT = regexp(
    r"(?:write|send|visit|e-?mail|contact|reach|call|tel|phone|fax|(?:media |press )?contacts?"
    r"|for (?:more|further) information|follow|on twitter|for media inquiries)\b.{0,200}?"
    r"(?:@\w|www\.|https?:|\.com\b|\+?\d[\d ().-]{6})"
)
_CONTACT_HEAD = regexp(
    r"(?:(?:(?:media|press|news|editorial|investor|company|public relations) )?"
    r"(?:contacts?|enquiries|inquiries)(?: information)?|for (?:more|further) information): *$"
)
_ADDRESS = regexp(
    r"(?:[\w.+-]+@[\w.-]+\.\w+|@\w{2,20}|(?:https?://|www\.)\S+|\+?\(?\d[\d ().-]{6,18}\d)$",
    re.IGNORECASE,
)
_BY = regexp(r"(?:by[: ]|(?:author|reporter|correspondent)s?:)\s*(?=\S)", re.IGNORECASE)
_JOB = regexp(
    r"\b(?:staff|(?:(?:senior|staff|special|political|sports|chief|contributing) )?"
    r"(?:writers?|reporters?|correspondents?|columnists?|editors?)|bureau|associated press"
    r"|reuters|afp|the ap|news service|contributors?|wire reports?|guest columnist)\b"
)
_JOBS = (
    "writer", "reporter", "correspondent", "columnist", "editor", "bureau", "press", "reuters",
    "afp", "the ap", "service", "contributor", "wire",
)  # fmt: skip
"""A job has one of these."""
_NAME = regexp(r"[A-ZÀ-ÖØ-Þ][\w.'’-]*,?|[@(|\d]")
_SMALL = frozenset(
    {"and", "of", "for", "the", "with", "in", "at", "&", "|", "/", "-", "–", "—", ","}
    | {"de", "von", "van", "der", "den", "del", "la", "le", "al", "bin", "ben", "y", "e"}
)
_MOST_BYLINE_WORDS = 18
_ARTICLES = frozenset({"The", "A", "An"})
_VIA = regexp(r" (?:via|for) (?:the |The )?[A-Z]")
_NAMES = regexp(r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}$")
"""Short lines that may be a credit: ``AFP via Getty Images``, ``Press Association``."""
_END_MARKS = frozenset({"ends", "end", "30", "-30-", "(ends)", "(end)", "-ends-", "-end-"})


@lru_cache(maxsize=1 << 14)
def furniture(line: str) -> Role | None:
    """Return the role of a line that belongs to the article but is not its story."""
    if len(line) > LONGEST:
        return None
    if len(line) <= LONGEST_BYLINE:
        if divider(line):
            return Role.DIVIDER
        if reading_time(line):
            return Role.READING_TIME
        if date_line(line):
            return Role.DATE
        if byline(line):
            return Role.BYLINE
    if not _is_worth_a_look(line):
        return None
    folded = fold(line).lstrip("*•- ")
    if len(line) <= LONGEST_CAPTION and _is_caption(line, folded):
        return Role.CAPTION
    if _NOTE.match(folded):
        return Role.NOTE
    return Role.CONTACT if len(line) <= LONGEST_CONTACT and _is_contact(line, folded) else None


def _is_worth_a_look(line: str) -> bool:
    """Tell quickly whether a line may be a caption, a note or a contact: most are not."""
    if line[-1] in ")]:" or "/" in line[-60:] or " " not in line:
        return True
    if ":" in line[-75:] or "•" in line or "·" in line or "contribut" in line:
        return True
    if len(line) <= LONGEST_CREDIT and (
        _NAMES.match(line) or ((" via " in line or " for " in line) and _VIA.search(line))
    ):
        return True
    tail = line[-60:]
    if any(mark in tail for mark in _BEFORE_NAMES) and _NAMED_TAIL.search(tail):
        return True
    if "this " in line and any(words in line for words in _SHOWING):
        return True
    first = line.lstrip("*•- ([").partition(" ")[0].lower().replace("’", "'").strip("*:,.()[]")
    return first in _openers() or first.partition("/")[0] in _openers() or line[0] in "+(0123456789"


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_list("newslint.text", "data/furniture_openers.txt"))


def divider(line: str) -> bool:
    """Tell whether a line is a rule or an end mark: ``___``, ``###``, ``-30-``."""
    return not any(map(str.isalnum, line)) or (len(line) < 8 and line.lower() in _END_MARKS)


def byline(line: str) -> bool:
    """Tell whether a line names who wrote the story: ``By Ana Costa, Staff Writer``."""
    if line.endswith(("?", "!", ":", ";")):
        return False
    opening = _BY.match(line)
    if opening is None:
        return len(line) <= LONGEST_CREDIT and _name_and_job(line)
    words = line[opening.end() :].split()
    if len(words) > _MOST_BYLINE_WORDS or not _NAME.match(words[0]) or words[0] in _ARTICLES:
        return words[0] == "The" and line.endswith("Associated Press")
    names = [word for word in words if word.lower() not in _SMALL]
    named = sum(bool(_NAME.match(word)) for word in names)
    return named >= 0.85 * len(names) and not (line.endswith(".") and len(words) > 8)


def _name_and_job(line: str) -> bool:
    lowered = line.lower()
    if lowered in _NEWS_AGENCIES:
        return True
    if line[-1] == "." or not any(word in lowered for word in _JOBS):
        return False
    job = _JOB.search(lowered)
    if job is None:
        return False
    words = line.replace(",", " , ").replace("|", " | ").split()
    if not 2 <= len(words) <= 12:
        return False
    if not all(_NAME.match(word) or word.lower() in _SMALL for word in words):
        return False
    if job.start() == 0:
        return job.end() >= len(line) - 2 and " " in job.group()
    return line[: job.start()].rstrip().endswith((",", "|", "-", "–", "—"))


def _is_caption(line: str, folded: str) -> bool:
    if _CAPTION.match(folded):
        return not (
            folded.startswith(("credit", "photos:", "images:")) and _LOWER_AFTER.match(line)
        )
    if ":" in line[-75:] and _CREDIT_TAIL.search(folded):
        return True
    if len(line) <= LONGEST_CREDIT and (
        _OF_OUTLET.match(line)
        or _ACCOUNT.match(folded)
        or _CREDITED_TO.match(folded)
        or _AGENCIES.fullmatch(folded)
        or (("/" in folded or " via " in folded) and _CREDITED.match(folded))
    ):
        return True
    if line[0] not in '"“' and _names_at_end(line):
        return True
    if "•" in folded or "·" in folded:
        dotted = _AFTER_DOT.search(folded)
        if dotted and _AGENCIES.fullmatch(dotted["who"]):
            return True
    if _BRACKETED.match(line) or _MARKED.match(folded) or _OF_AGENCY.match(folded):
        return True
    if len(line) <= LONGEST_SHOWN and "this " in line and _SHOWN.search(line):
        return True
    opening = max(folded.rfind("("), folded.rfind("["))
    if opening >= 0 and line[-1] in ")].":
        return bool(_CREDIT_AT_END.match(folded, opening))
    return "/" in line and bool(_SLASHED_CREDIT.search(line[-60:]))


def _names_at_end(line: str) -> bool:
    """Tell whether a credit stands behind the sentence of a caption."""
    tail = line[-LONGEST_CREDIT:]
    if not (
        "/" in tail
        or tail.rstrip(".").endswith(_SHORT_NAMES)
        or any(picture in tail for picture in _PICTURES)
    ):
        return False
    return _NAMED_AT_END.search(line, max(0, len(line) - LONGEST_CREDIT)) is not None


def _is_contact(line: str, folded: str) -> bool:
    return bool(
        ("contribut" in folded and _CONTRIBUTED.match(folded))
        or _REPORTED_BY.match(folded)
        or _CONTACT_HEAD.match(folded)
        or _CONTACT.match(line.lower().lstrip("*•- (["))
        or _ADDRESS.match(line)
    )
