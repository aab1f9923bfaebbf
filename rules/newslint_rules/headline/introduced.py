"""Whom a sentence may introduce: a full name, a verb behind and no title or trade before.

Told by the words alone. These tests never miss: what they let pass is looked at closely.
"""

from newslint import NAME_BEGINNINGS, Doc, Span, may_begin_name, regexp
from newslint_rules.headline.lead import LEAD_SENTENCES
from newslint_rules.headline.stems import PREPOSITIONS

CLAUSE_OPENERS = frozenset(
    {"after", "although", "as", "because", "before", "but", "if", "since", "that", "the", "though"}
    | {"when", "where", "whether", "while"}
)
"""Before a name, they say nothing of who it is."""
PHRASE_OPENERS = PREPOSITIONS | {
    *("a", "all", "an", "and", "any", "his", "her", "its", "more", "most", "no", "or", "our"),
    *("some", "their", "to"),
}
"""Neither do these, but what follows is no subject unless a noun comes behind the name."""
_OPENERS = CLAUSE_OPENERS | PHRASE_OPENERS
_LONGEST_OPENER = 40
"""Characters before a name that hold the word before it, or an initial before a sentence."""
_LETTERS = r"[\w.'’‘-]*+"
_PARTICLES = (
    r"(?:van|der|den|de|von|zu|la|las|los|del|della|di|da|das|dos|do|du|bin|bint|ibn|al|el|le"
    r"|ter|ten|e|y)[ \u00a0]+"
)
_RUN = regexp(
    rf"(?P<names>[A-Z][A-Za-z]{_LETTERS}(?:[ \u00a0]+"
    rf"(?:{_PARTICLES}){{0,2}}(?:[a-z][a-z]-)?[^\W\d_a-z]{_LETTERS}){{1,8}})"
    r"(?:,?[ \u00a0][JS]r\.?)?[ \u00a0](?P<following>[^\W_A-Z]\S*)"
)
"""A run of capitalised words with a small one behind it: all that is a full name, and more."""
_GOES_ON = regexp(
    rf"{_LETTERS}(?:[ \u00a0]+(?:{_PARTICLES}){{0,2}}(?:[a-z][a-z]-)?[^\W\d_a-z]{_LETTERS}){{1,8}}"
    r"(?:,?[ \u00a0][JS]r\.?)?[ \u00a0][^\W_A-Z]"
)
"""How a run goes on behind one of its words, up to the small one."""
_PLAIN_NAME = 5
"""Words from which it may be two names."""
NO_VERB = PREPOSITIONS | {"and", "or", "who", "whose"}


def may_introduce(doc: Doc) -> bool:
    """Tell quickly whether the lead may name somebody in full, a verb behind and no title before.

    `False` is certain.
    """
    lead, dateline = doc.body[:LEAD_SENTENCES], doc.article.dateline
    names = _beginnings_in(doc, lead[0].start, lead[-1].end)
    for paragraph in lead if names else ():
        text = paragraph.text
        if any(name in text for name in names):
            dated = dateline is not None and paragraph.contains(dateline)
            start = dateline.end - paragraph.start if dateline is not None and dated else 0
            if _introduces(text, start):
                return True
    return False


def _beginnings_in(doc: Doc, start: int, end: int) -> list[str]:
    """Return what may begin a full name in a part of the text that a small word stands behind.

    Broken forms, which share a byte with a mark, may be any.
    """
    lead = doc.text[start:end]
    found = []
    for form in NAME_BEGINNINGS.forms(doc):
        if form in lead:
            at = lead.find(form)
            while at >= 0:
                if _GOES_ON.match(lead, at + len(form)):
                    found.append(form)
                    break
                at = lead.find(form, at + 1)
        elif "\ufffd" in form:
            return [""]
    return found


def may_be_introduced(sentence: Span) -> bool:
    """Tell the same of a sentence; a name goes on over its beginning only after an initial."""
    before = sentence.source.content[
        max(sentence.start - _LONGEST_OPENER, 0) : sentence.start
    ].rstrip()
    return before[-2:-1].isupper() or _introduces(sentence.text, 0)


def _introduces(text: str, start: int) -> bool:
    for match in _RUN.finditer(text, start):
        parts = match["names"].replace("\u00a0", "  ").split(" ")
        unclear = len(parts) > _PLAIN_NAME or not all(part[:1].isupper() for part in parts)
        if match["following"] in NO_VERB and not unclear:
            continue
        for nth, part in enumerate(parts[:-1]):
            if may_begin_name(part):
                before = parts[nth - 1] if nth else _word_before(text, start, match.start())
                if unclear or not before.isalpha() or before.lower() in _OPENERS:
                    return True
    return False


def _word_before(text: str, start: int, end: int) -> str:
    """Return what stands between two spaces at the end of a part of a text, or ``""``."""
    before = text[max(end - _LONGEST_OPENER, start) : end].split(" ")
    return before[-2] if len(before) > 1 and not before[-1] else ""
