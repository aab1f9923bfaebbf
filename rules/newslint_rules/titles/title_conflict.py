"""TTL001 title-conflict."""

import functools
import re
from collections.abc import Iterator

from newslint import (
    Doc,
    Findings,
    Mention,
    Severity,
    Span,
    full_names,
    name_parts,
    paragraph_at,
    phrases,
    rule,
    same_person,
    sentence_at,
    surname_of,
    word_list,
)

_NEAR = phrases(
    "acting", "caretaker", "deposed", "designate", "elect", "ex", "former", "interim", "nominee",
    "one-time", "onetime", "ousted", "provisional",
)  # fmt: skip

_CLASHES = {
    "elect": ("current", "former", "acting"),
    "nominee": ("current",),
    "former": ("current",),
    "acting": ("current",),
}
"""States of a title, and those that cannot stand beside them."""
_BY_COURTESY = frozenset({"governor", "representative", "secretary of state", "senator", "speaker"})
"""Titles that many papers leave to those who had them: no more than a warning."""
_OF_A_PLACE = frozenset(
    {"attorney general", "chancellor", "governor", "lieutenant governor", "mayor", "premier"}
    | {"prime minister", "representative", "senator", "vice president"}
)
"""Titles of which a person has one at a time: `Ohio Senator Dupont` is `Senator Dupont`."""
_LEADERS = frozenset({"chancellor", "governor", "mayor", "premier", "president", "prime minister"})

_INSTITUTION = re.compile(
    r"\b(?:Association|Bank|Club|College|Committee|Company|Council|Federation|Foundation|Institute"
    r"|Review|School|Society|Union|University)\b"
)
_CAPTION = re.compile(
    r"^photo|\b(?:(?:hide|image|media|toggle) caption|photos:|\(photo|file photo|pictured)",
    re.IGNORECASE,
)
_INSTALLED = re.compile(
    r"\b(?:(?:sworn|swearing)[ -]in|inaugurated|(?:took|takes|taking|taken) (?:the oath|office))\b",
    re.IGNORECASE,
)
_INSTALLED_NEAR = 200, 600
"""How far around a title that change is looked for, in characters: of anybody, of the person."""
_TRANSITION = re.compile(
    r"\b(?:inauguration|transition|election (?:day|night)|flash(?:ed)? (?:back|forward))\b",
    re.IGNORECASE,
)
_RETROSPECT = re.compile(
    r"\b(?:ago|at the time|back then|back when|decades|election night|era|presidency|tenure"
    r"|fir(?:ed|ing)|oust(?:s|ed|ing)?|predecessors?|quits?|replac(?:e|es|ed|ing)"
    r"|resign(?:s|ed|ing|ation)?|sack(?:s|ed|ing)|step(?:s|ped|ping)? (?:down|aside)"
    r"|succeed(?:s|ed|ing)?|successors?|dismiss(?:ed|al|es)|toppled|overthr(?:ew|own))\b|['’]\d0s",
    re.IGNORECASE,
)
_REIGN = re.compile(
    r"['’]s? (?:\w+ )?(?:administration|cabinet|era|government|presidency|rule|tenure|term|years)\b"
    r"|-era\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NOW = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|this week|now|currently"
    r"|is|has|says|will|may|plans)\b"
)


@rule("TTL001", severity="error", languages=("en",), near=_NEAR, data=("kept_titles.txt",))
def title_conflict(doc: Doc) -> Findings:
    """One person has titles in one article that cannot both hold.

    `President-elect Ana Ruiz` here and `President Ana Ruiz` there: one of them is wrong, and a
    reader who knows the story no better than the article cannot tell which. The marked form is
    flagged (-elect, nominee, former, acting), the plain one is the related place. It is a warning
    where the marked form comes second, where papers leave the title to those who had it
    (`Governor`), or where nothing says that the plain form is meant for today.

    Left alone: quotations, captions, `then-President`, `the late President`, two persons of one
    name, two countries or companies, who takes office in the story, and plain titles in a
    sentence that looks back. Titles that stay for life (judges, officers) are never `former`.

    It errs on articles that go back and forth in time without saying so; it does not see a
    conflict with a bare `the president-elect`, one between two offices (`Prime Minister` and
    `President`), or one whose person is only named by a surname that several persons bear.

    Bad: US >>President-elect Ana Ruiz<< may start talks. On Monday President Ana Ruiz signed it.
    Bad: >>Acting Mayor Ola Berg<< spoke first. Mayor Berg will leave on Friday.
    Bad:
        >>Karl Lund, the former prime minister<<, opened the bridge.

        Prime Minister Karl Lund said on Tuesday that it will last.
    Good: President-elect Ana Ruiz met President Karl Lund.
    Good: Former President Ana Ruiz spoke. In 1998 President Ruiz signed the treaty.
    Good: Then-President Ana Ruiz signed it, President Ruiz says.
    Good: Former President Ana Ruiz said: "I was there when President Ruiz was young."
    Good: President-elect Ana Ruiz was sworn in on Friday. President Ruiz then spoke.
    Good: The former judge Ola Berg spoke. Judge Ola Berg is 80.
    """
    told = set()
    for marked in doc.people:
        key = marked.surname, marked.title, marked.state
        if key in told or not _can_clash(doc, marked):
            continue
        others = [
            other
            for other in doc.people
            if other.state in _CLASHES[marked.state]
            and _same_office(marked, other)
            and _one_person(doc, marked, other)
            and _in_own_voice(doc, other)
        ]
        plain = next((other for other in others if _at_one_time(doc, marked, other)), None)
        if plain is None:
            continue
        told.add(key)
        yield marked.span.flag(
            f"{marked.span.text!r} is {plain.span.text!r} elsewhere in this article",
            severity=_severity(doc, marked, others),
            related=[(plain.span, "the other title")],
        )


@functools.cache
def _kept_titles() -> frozenset[str]:
    return frozenset(word_list(__package__, "kept_titles.txt"))


def _can_clash(doc: Doc, mention: Mention) -> bool:
    for_life = mention.state == "former" and mention.title in _kept_titles()
    return mention.state in _CLASHES and not for_life and _in_own_voice(doc, mention)


def _in_own_voice(doc: Doc, mention: Mention) -> bool:
    """Tell whether the article itself uses the title, in its body, not a speaker or a caption."""
    if mention.quoted:
        return False
    paragraph = paragraph_at(doc, mention.span.start)
    return paragraph is not None and not _CAPTION.search(paragraph.text)


def _same_office(one: Mention, other: Mention) -> bool:
    if one.title != other.title or other.outgoing or other.domain.endswith(("'s", "’s")):
        return False
    if one.nationality and other.nationality and one.nationality != other.nationality:
        return False
    if one.domain == other.domain:
        return True
    if _INSTITUTION.search(one.domain) or _INSTITUTION.search(other.domain):
        return False
    return one.title in _OF_A_PLACE or not (one.domain and other.domain)


def _one_person(doc: Doc, one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are one person's; a surname is its first bearer's."""
    if one.surname != other.surname and len(name_parts(one.name)) == len(name_parts(other.name)):
        return False
    if not same_person(one.name, other.name):
        return False
    full = [name for name in (one.name, other.name) if len(name_parts(name)) > 1]
    if len(full) == 2:
        return True
    bearers = [
        mention.name
        for mention in doc.people
        if mention.surname == one.surname
        and mention.title == one.title
        and len(name_parts(mention.name)) > 1
    ]
    if not all(same_person(a, b) for a in bearers for b in bearers):
        return False
    first = next((n.text for n in doc.get(full_names) if surname_of(n.text) == one.surname), None)
    return not full or first is None or same_person(first, full[0])


def _at_one_time(doc: Doc, marked: Mention, plain: Mention) -> bool:
    """Tell whether nothing says that the two titles are of different times."""
    here, there = sentence_at(doc, marked.span.start), sentence_at(doc, plain.span.start)
    if here is None or there is None:
        return False
    if marked.state == "former":
        return not _looks_back(doc, there, plain)
    if _takes_office(doc, marked, plain) or _in_transition(doc, here, marked):
        return False
    return marked.span.start < plain.span.start or not _looks_back(doc, here, marked)


def _looks_back(doc: Doc, sentence: Span, mention: Mention) -> bool:
    if _RETROSPECT.search(sentence.text):
        return True
    if _REIGN.match(sentence.text, mention.span.end - sentence.start):
        return True
    years = (int(match.group()) for match in _YEAR.finditer(sentence.text))
    return any(doc.date is None or year < doc.date.year for year in years)


def _takes_office(doc: Doc, *mentions: Mention) -> bool:
    near, far = _INSTALLED_NEAR
    for change in _changes(doc):
        distance = min(abs(change.start - mention.span.start) for mention in mentions)
        if distance <= near:
            return True
        sentence = sentence_at(doc, change.start) if distance <= far else None
        if sentence and mentions[0].surname in sentence.text:
            return True
    return False


def _changes(doc: Doc) -> Iterator[Span]:
    return (doc.group(match) for match in _INSTALLED.finditer(doc.text))


def _in_transition(doc: Doc, sentence: Span, marked: Mention) -> bool:
    """Tell whether a sentence is of the time between election and office."""
    if marked.state == "acting":
        return False
    paragraph = paragraph_at(doc, sentence.start)
    if paragraph is not None and _TRANSITION.search(paragraph.text):
        return True
    return marked.title in _LEADERS and any(
        other.title == marked.title
        and other.state == "current"
        and other.nationality == marked.nationality
        and other.surname != marked.surname
        and sentence.contains(other.span)
        for other in doc.people
    )


def _severity(doc: Doc, marked: Mention, others: list[Mention]) -> Severity:
    if any(other.span.start < marked.span.start for other in others):
        return "warning"
    if marked.state != "former":
        return "error"
    if marked.title in _BY_COURTESY:
        return "warning"
    sentences = [sentence_at(doc, other.span.start) for other in others]
    today = [
        one
        for other, one in zip(others, sentences, strict=True)
        if one and _NOW.search(one.text) and not _looks_back(doc, one, other)
    ]
    return "error" if today else "warning"
