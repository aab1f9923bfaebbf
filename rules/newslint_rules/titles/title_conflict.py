"""TTL001 title-conflict."""

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice, takewhile

from newslint import (
    Doc,
    Findings,
    Mention,
    Severity,
    Span,
    full_names,
    name_parts,
    phrases,
    plain_name,
    rule,
    same_person,
    surname_of,
    word_list,
)
from newslint_rules.titles.tenure import (
    in_transition,
    is_back_in_office,
    is_of_today,
    looks_ahead,
    looks_back,
    names_past_year,
    place_of,
    surroundings,
    takes_office,
)
from newslint_rules.titles.two_offices import two_offices

_NEAR = phrases(
    "acting", "caretaker", "deposed", "designate", "elect", "ex", "former", "interim", "nominee",
    "one-time", "onetime", "ousted", "prime minister", "provisional", "rep.", "sen.", "senator",
    "vice president",
)  # fmt: skip

_CLASHES = {
    "elect": ("current",),
    "nominee": ("current",),
    "former": ("current",),
    "acting": ("current",),
}
"""States of a title, and those that cannot stand beside them; a former president may be elected."""
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
    r"^photo|\b(?:(?:hide|image|media|toggle) caption|photos:|\(photo|file photo|pictured"
    r"|just watched|must watch)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{3,40}(?:\([^)]{1,30}\))?:")
"""`ANA RUIZ:` before what somebody says in a transcript."""
_SPEAKERS = 3
"""An article with so many such paragraphs is a transcript."""
_ENOUGH = 40
"""So many mentions of one person with one title are compared; the next ones tell nothing new."""
_ENOUGH_BEARERS = 10
"""So many full names of one title and surname are compared with each other."""
_NEAR_ENOUGH = 600
"""Characters around a mention in which a caption announces itself."""


@rule("TTL001", severity="error", languages=("en",), near=_NEAR, data=("kept_titles.txt",))
def title_conflict(doc: Doc) -> Findings:
    """One person has titles in one article that cannot both hold.

    `President-elect Ana Ruiz` here and `President Ana Ruiz` there: one of them is wrong, and a
    reader who knows the story no better than the article cannot tell which. The marked form is
    flagged (-elect, nominee, former, acting), the plain one is the related place. It is a warning
    for `former` where papers leave the title to those who had it (`Governor`) or nothing says that
    the plain form is meant for today, for `-elect` that comes second in a sentence not of today,
    and for `interim`. Two offices that nobody holds at once (`Rep.` and `Sen.`, president and
    prime minister) under one full name are a warning; the later one is flagged.

    Left alone: quotations, captions, transcripts, `then-President`, `the late President`, two
    persons of one name (`Jr.`), two countries or companies, who takes office or is back in it in
    the story, what somebody could do in office, plain titles in a sentence that looks back, and
    -elect in a sentence about a past year. Titles that stay for life (judges, officers), and the
    coaches and captains of sport, are never `former` or `acting`.

    It misses a conflict with a bare `the president-elect`, which often means somebody the
    article names without a title, and one whose person is only named by a surname that several
    persons bear, or that stands in notes of the editors. It errs where an article goes
    back in time without saying so: to the months between election and oath, or to the years of a
    president who is still given the title.

    Bad: US >>President-elect Ana Ruiz<< may start talks. On Monday President Ana Ruiz signed it.
    Bad: >>Acting Mayor Ola Berg<< spoke first. Mayor Berg will leave on Friday.
    Bad:
        >>Karl Lund, the former prime minister<<, opened the bridge.

        Prime Minister Karl Lund said on Tuesday that it will last.
    Bad: Rep. Ana Ruiz of Ohio spoke on Monday. On Tuesday >>Sen. Ana Ruiz<< voted no.
    Bad: >>Ruiz, the president-elect<<, left on Monday. President Ana Ruiz will be back.
    Good: President-elect Ana Ruiz met President Karl Lund.
    Good: Former President Ana Ruiz spoke. The debt grew under President Ana Ruiz.
    Good: President Ana Ruiz spoke. In June 2016 Senator Ana Ruiz had voted no.
    Good: Former President Ana Ruiz spoke. In 1998 President Ruiz signed the treaty.
    Good: Then-President Ana Ruiz signed it, President Ruiz says.
    Good: Former President Ana Ruiz said: "I was there when President Ruiz was young."
    Good: President-elect Ana Ruiz was sworn in on Friday. President Ruiz then spoke.
    Good: The former judge Ola Berg spoke. Judge Ola Berg is 80.
    Good: President Ola Berg Jr. says he is well. Former President Ola Berg, his father, is not.
    Good: Former chairman Ola Berg of Acme resigned. Chairman Ola Berg of the Lund Club is well.
    Good: Former President Ana Ruiz, now President-elect Ana Ruiz, names her cabinet today.
    Good: President-elect Ana Ruiz named no one. As President Ruiz could do it by decree, she waits.
    Good: Former Premier Ola Berg becomes premier on Monday. Premier Berg will have 30 days.
    Good: Caretaker manager Ola Berg lost 3-0. Rovers manager Berg said on Monday he was tired.
    Good: Sir Ola Berg is a former England captain. England captain Ed Berg is his nephew.
    Good: Speaker-elect Ana Ruiz is 40. Speaker Ruiz will take the chair on Friday.
    """
    told = set()
    tried: dict[tuple[str, str, str], int] = defaultdict(int)
    for marked in doc.people:
        key = marked.surname, marked.title_kind, marked.state
        if key in told or not _can_clash(doc, marked) or tried[key] >= _ENOUGH:
            continue
        tried[key] += 1
        others = [
            other
            for other in islice(_namesakes(doc, marked), _ENOUGH)
            if other.state in _CLASHES[marked.state]
            and _same_office(marked, other)
            and _one_person(doc, marked, other)
            and _in_own_voice(doc, other)
        ]
        first = all(marked.span.start < other.span.start for other in others)
        plain = next(
            (other for other in others if _at_one_time(doc, marked, other, first=first)), None
        )
        if plain is None:
            continue
        told.add(key)
        yield marked.span.flag(
            f"{marked.span.text!r} is {plain.span.text!r} elsewhere in this article",
            severity=_severity(doc, marked, others, first=first),
            related=[(plain.span, "the other title")],
        )
    yield from _two_offices(doc)


def _two_offices(doc: Doc) -> Findings:
    for one, other in two_offices(doc):
        if _in_own_voice(doc, one) and _in_own_voice(doc, other):
            yield other.span.flag(
                f"{other.span.text!r} is {one.span.text!r} elsewhere in this article",
                severity="warning",
                related=[(one.span, "the other title")],
            )


_Key = tuple[str, str]


def _by_title_and_name(doc: Doc) -> dict[_Key, list[Mention]]:
    """The mentions by title and last name; those with one name only, and one beside it, too."""
    found: dict[_Key, list[Mention]] = defaultdict(list)
    for mention in doc.people:
        parts = [plain_name(part) for part in name_parts(mention.name)]
        for part in {parts[0], parts[-1]}:
            found[mention.title_kind, part].append(mention)
    return found


def _namesakes(doc: Doc, mention: Mention) -> Iterator[Mention]:
    """Give the mentions with the same title and a name in common, in order."""
    known = doc.get(_by_title_and_name)
    parts = [plain_name(part) for part in name_parts(mention.name)]
    for part in dict.fromkeys((parts[-1], parts[0])):
        yield from known.get((mention.title_kind, part), ())


@functools.cache
def _kept_titles() -> frozenset[str]:
    return frozenset(word_list(__package__, "kept_titles.txt"))


def _can_clash(doc: Doc, mention: Mention) -> bool:
    kept = mention.state in ("former", "acting") and mention.title_kind in _kept_titles()
    return mention.state in _CLASHES and not kept and _in_own_voice(doc, mention)


def _in_own_voice(doc: Doc, mention: Mention) -> bool:
    """Tell whether the article itself uses the title, in its body, not a speaker or a caption."""
    if mention.quoted:
        return False
    place = place_of(doc, mention)
    if place is None or doc.get(_is_transcript):
        return False
    start = max(place.start, mention.span.start - _NEAR_ENOUGH)
    end = min(place.end, mention.span.end + _NEAR_ENOUGH)
    return not _CAPTION.search(doc.text[start:end])


def _is_transcript(doc: Doc) -> bool:
    """Tell whether paragraphs open with the speaker's name: then all is speech."""
    speakers = (one for one in doc.body if _SPEAKER.match(doc.text, one.start))
    return len(list(islice(speakers, _SPEAKERS))) == _SPEAKERS


def _same_office(one: Mention, other: Mention) -> bool:
    if one.title_kind != other.title_kind or other.outgoing:
        return False
    if one.nationality and other.nationality and one.nationality != other.nationality:
        return False
    if one.domain == other.domain:
        return True
    if other.domain.endswith(("'s", "’s")):
        return False
    if _INSTITUTION.search(one.domain) or _INSTITUTION.search(other.domain):
        return False
    return one.title_kind in _OF_A_PLACE or not (one.domain and other.domain)


def _one_person(doc: Doc, one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are one person's; a surname is its first bearer's."""
    if one.surname != other.surname and len(name_parts(one.name)) == len(name_parts(other.name)):
        return False
    if not same_person(one.name, other.name):
        return False
    full = [name for name in (one.name, other.name) if len(name_parts(name)) > 1]
    if len(full) == 2:
        return _is_junior(one.name) == _is_junior(other.name)
    bearers = doc.get(_bearers).get((one.title_kind, one.surname), [])
    for a, b in combinations(bearers[:_ENOUGH_BEARERS], 2):
        if not same_person(a, b) or _is_junior(a) != _is_junior(b):
            return False
    known = doc.get(_first_bearers).get(one.surname)
    return not full or known is None or same_person(known, full[0])


def _is_junior(name: str) -> bool:
    return name.rstrip(".").endswith(" Jr")


def _bearers(doc: Doc) -> dict[_Key, list[str]]:
    """The full names that stand with a title, by title and surname."""
    found: dict[_Key, dict[str, None]] = defaultdict(dict)
    for mention in doc.people:
        if len(name_parts(mention.name)) > 1:
            found[mention.title_kind, mention.surname][mention.name] = None
    return {key: list(names) for key, names in found.items()}


def _first_bearers(doc: Doc) -> dict[str, str]:
    """The first full name with each surname."""
    found: dict[str, str] = {}
    for name in doc.get(full_names):
        found.setdefault(surname_of(name.text), name.text)
    return found


def _at_one_time(doc: Doc, marked: Mention, plain: Mention, *, first: bool) -> bool:
    """Tell whether nothing says that the two titles are of different times.

    Args:
        doc: The article.
        marked: The mention with -elect, former or the like.
        plain: The one without.
        first: Whether the marked one stands before all plain ones.
    """
    here, there = surroundings(doc, marked), surroundings(doc, plain)
    if here is None or there is None:
        return False
    if marked.state == "former":
        return not looks_back(doc, there, plain) and not is_back_in_office(doc, marked, plain)
    elected = marked.state != "acting"
    if takes_office(doc, marked, plain, anybody=elected and not first):
        return False
    if not first and looks_back(doc, here, marked):
        return False
    return not elected or not (
        looks_ahead(doc, plain)
        or in_transition(here)
        or (doc.date is not None and names_past_year(doc, here, marked))
        or (not first and _beside_incumbent(doc, here, marked))
    )


def _beside_incumbent(doc: Doc, here: Span, marked: Mention) -> bool:
    """Tell whether the one in office stands beside the one who is to follow."""
    if marked.title_kind not in _LEADERS:
        return False
    first = bisect_left(doc.people, here.start, key=lambda one: one.span.start)
    return any(
        other.title_kind == marked.title_kind
        and other.state == "current"
        and other.nationality == marked.nationality
        and other.domain == marked.domain
        and other.surname != marked.surname
        for other in takewhile(lambda one: one.span.end <= here.end, doc.people[first:])
    )


def _severity(doc: Doc, marked: Mention, others: list[Mention], *, first: bool) -> Severity:
    if marked.state == "former":
        courtesy = marked.title_kind in _BY_COURTESY
        today = not courtesy and any(is_of_today(doc, other) for other in others)
        return "error" if today else "warning"
    if marked.state == "acting":  # `interim President Ruiz` is president for the time being
        return "error" if "acting" in marked.span.text.lower() else "warning"
    return "error" if first or is_of_today(doc, marked) else "warning"
