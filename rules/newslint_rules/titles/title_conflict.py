"""TTL001 title-conflict."""

import functools
import re
from collections import defaultdict
from itertools import islice

from newslint import (
    Doc,
    Findings,
    FormKind,
    Mention,
    Severity,
    may_be_marked_and_not,
    phrases,
    regexp,
    rule,
    word_list,
)
from newslint_rules.titles.at_one_time import at_one_time
from newslint_rules.titles.bodies import is_of_the_body
from newslint_rules.titles.change_of_office import leaves_office
from newslint_rules.titles.in_office import in_office_since
from newslint_rules.titles.namesakes import namesakes
from newslint_rules.titles.one_person import is_of_another_country, one_person
from newslint_rules.titles.tenure import is_of_today
from newslint_rules.titles.two_offices import may_hold_two, two_offices
from newslint_rules.titles.voice import in_own_voice

_NEAR = phrases(
    "acting", "caretaker", "designate", "elect", "ex", "former", "interim", "nominee",
    "one-time", "onetime", "prime minister", "provisional", "rep.", "sen.", "senator",
    "vice president",
)  # fmt: skip

_NEAR_WORDS = FormKind(
    {"acting", "caretaker", "designate", "elect", "ex", "former", "interim", "nominee", "onetime"}
    | {"prime", "provisional", "rep", "sen", "senator", "vice"},
    judge=lambda form: "-" in form and "one-time" in form.lower(),
    letters=False,
)
"""A word of each of these phrases."""

_CLASHES = {
    "elect": ("current",),
    "nominee": ("current",),
    "former": ("current",),
    "acting": ("current",),
}
"""States of a title, and those that cannot stand beside them; a former president may be elected."""
_OF_A_TERM = frozenset({"governor", "representative", "secretary of state", "senator", "speaker"})
"""Titles left by courtesy to those who had them, but of an office and no rank."""
_OF_A_PLACE = frozenset(
    {"attorney general", "chancellor", "governor", "lieutenant governor", "mayor", "premier"}
    | {"prime minister", "representative", "senator", "vice president"}
)
"""Titles of which a person has one at a time: `Ohio Senator Dupont` is `Senator Dupont`."""
_BY_VOTERS = frozenset({"governor", "mayor", "representative", "senator"})
"""Titles that are of a place and never of a person or an institution."""
_INSTITUTION = regexp(
    r"\b(?:Association|Bank|Club|College|Committee|Company|Council|Federation|Foundation|Institute"
    r"|Review|School|Society|Union|University)\b",
    re.IGNORECASE,
)
_ENOUGH = 40
"""So many mentions of one person with one title are compared; the next ones tell nothing new."""


@rule(
    "TTL001",
    severity="error",
    languages=("en",),
    near=_NEAR_WORDS,
    data=("countries.txt", "courtesy_titles.txt", "kept_titles.txt", "office_facts.tsv"),
)
def title_conflict(doc: Doc) -> Findings:
    """One person has titles in one article that cannot both hold.

    `President-elect Ana Ruiz` here and `President Ana Ruiz` there: one of them is wrong, and a
    reader who knows the story no better than the article cannot tell which. The marked form is
    flagged (-elect, nominee, former, acting), the plain one is the related place. It is a warning
    for `former` where papers leave the title to those who had it (`Governor`, `Judge`) or nothing
    says that the plain form is meant for today, and for `-elect` that comes second in a sentence
    not of today; for `interim` and `caretaker`, who are addressed without, an information. Two
    offices that nobody holds at once (`Rep.` and `Sen.`, president and prime minister) under one
    full name are a warning; the later one is flagged.

    Left alone: quotations, picture galleries, transcripts, `then-`, `late` and `ousted President`,
    two persons of one name (`Jr.`, `his father, former President Karl Ruiz`), two countries or
    companies (`the firm's chief executive` is of the firm that the story opens with), who takes
    office, leaves it or is back in it in the story, what somebody could do in office, plain titles
    in a sentence that looks back or in the life of somebody who died or is tried, and -elect in a
    sentence about a past year or month. `A former judge` may be addressed as `Judge`; pastors,
    doctors, coaches and captains are never `former` or `acting`.

    In an article with a date, the facts of title-out-of-term are looked at too: whoever has an
    office on that day, and never had it before, is no `former` president in any sentence, and what
    they could do in office is no longer a prospect.

    It misses a conflict with a bare `the president-elect`, which often means somebody the article
    names without a title, one whose person is only named by a surname that several persons bear,
    and one whose plain titles all stand in sentences that look back. It errs where an article goes
    back in time without saying so: to the months between election and oath, or to the years of a
    president who is still given the title.

    Bad: US >>President-elect Ana Ruiz<< may start talks. On Monday President Ana Ruiz signed it.
    Bad: >>Acting Mayor Ola Berg<< spoke first. Mayor Berg will leave on Friday.
    Bad:
        >>Karl Lund, the former prime minister<<, opened the bridge.

        Prime Minister Karl Lund said on Tuesday that it will last.
    Bad: Rep. Ana Ruiz of Ohio spoke on Monday. On Tuesday >>Sen. Ana Ruiz<< voted no.
    Bad: >>Ruiz, the president-elect<<, left on Monday. President Ana Ruiz will be back.
    Bad: >>Former Judge Ola Berg<< spoke on Monday. On Tuesday Judge Berg said no.
    Bad:
        ---
        date: 2015-05-01
        ---
        The bill is of >>former President Barack Obama<<. The law was signed by President Obama.
    Bad: "No," said the mayor, Karl Lund. >>Karl Lund, the acting mayor<<, left on Friday.
    Good: President-elect Ana Ruiz met President Karl Lund.
    Good: Former President Ana Ruiz spoke. The debt grew under President Ana Ruiz.
    Good: President Ana Ruiz spoke. In June 2016 Senator Ana Ruiz had voted no.
    Good: Former President Ana Ruiz spoke. In 1998 President Ruiz signed the treaty.
    Good: Then-President Ana Ruiz signed it, President Ruiz says.
    Good: Former President Ana Ruiz said: "I was there when President Ruiz was young."
    Good: President-elect Ana Ruiz was sworn in on Friday. President Ruiz then spoke.
    Good: President Ruiz left. His father, former President Karl Ruiz, stayed. President Ruiz ate.
    Good: Former Mayor Ola Berg is on trial. The deal was signed by Mayor Berg, witnesses said.
    Good: Mayor Ola Berg will leave office on Friday. Former Mayor Ola Berg may teach.
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
    one_office, two = may_be_marked_and_not(doc), may_hold_two(doc)
    if not (one_office or two) or not doc.hits(_NEAR):
        return
    if one_office:
        yield from _one_office(doc)
    if two:
        yield from _two_offices(doc)


def _one_office(doc: Doc) -> Findings:
    told = set()
    tried: dict[tuple[str, str, str], int] = defaultdict(int)
    for marked in doc.people:
        key = marked.surname, marked.title_kind, marked.state
        if key in told or marked.quoted or not _can_clash(marked) or tried[key] >= _ENOUGH:
            continue
        tried[key] += 1
        plain, severity = _contradicted(doc, marked)
        if plain is None:
            continue
        told.add(key)
        yield marked.span.flag(
            f"{marked.span.text!r} is {plain.span.text!r} elsewhere in this article",
            severity=severity,
            related=[(plain.span, "the other title")],
        )


def _contradicted(doc: Doc, marked: Mention) -> tuple[Mention | None, Severity]:
    """Return the plain mention that a marked one cannot stand beside, and how sure that is."""
    known = list(islice(namesakes(doc, marked), _ENOUGH))
    sure = marked.state == "former" and in_office_since(doc, marked) is not None
    others = [
        other
        for other in known
        if other.state in _CLASHES[marked.state]
        and not other.quoted
        and _same_office(doc, marked, other)
        and one_person(doc, marked, other, sure=sure)
    ]
    if not others or any(other.outgoing for other in known):
        return None, "info"  # an outgoing president: the story spans the change of office
    if sure:
        return others[0], "error"
    if marked.state == "former" and leaves_office(doc, others):
        return None, "info"
    others = [other for other in others if in_own_voice(doc, other)]
    if not others or not in_own_voice(doc, marked):
        return None, "info"
    first = marked.span.start < others[0].span.start
    together = (other for other in others if at_one_time(doc, marked, other, first=first))
    return next(together, None), _severity(doc, marked, others, first=first)


def _two_offices(doc: Doc) -> Findings:
    for one, other in two_offices(doc):
        if in_own_voice(doc, one) and in_own_voice(doc, other):
            yield other.span.flag(
                f"{other.span.text!r} is {one.span.text!r} elsewhere in this article",
                severity="warning",
                related=[(one.span, "the other title")],
            )


@functools.cache
def _kept_titles() -> frozenset[str]:
    return frozenset(word_list(__package__, "kept_titles.txt"))


@functools.cache
def _by_courtesy() -> frozenset[str]:
    return frozenset(word_list(__package__, "courtesy_titles.txt"))


def _can_clash(mention: Mention) -> bool:
    """Tell whether a title is marked in a way that its plain form contradicts.

    A judge who retires is still `Judge Ruiz`, and `a former judge` as well; written with a capital,
    `former Judge Ruiz` is the form of address of somebody else.
    """
    if mention.state not in _CLASHES or mention.title_kind in _kept_titles():
        return mention.state in ("elect", "nominee")
    if mention.title_kind in _by_courtesy() - _OF_A_TERM:
        title = mention.title.text if mention.title else ""
        address = not mention.after and not title.rpartition(" ")[2].islower()
        return mention.state in ("elect", "nominee") or (mention.state == "former" and address)
    return True


def _same_office(doc: Doc, one: Mention, other: Mention) -> bool:
    if one.title_kind != other.title_kind or other.outgoing:
        return False
    if is_of_another_country(one, other):
        return False
    if one.domain == other.domain:
        return True
    if other.domain.endswith(("'s", "’s")) and one.title_kind not in _BY_VOTERS:
        # `the party’s President Lund`, `her Attorney General Ruiz`
        return is_of_the_body(doc, one, other)
    if _INSTITUTION.search(one.domain) or _INSTITUTION.search(other.domain):
        return False
    return one.title_kind in _OF_A_PLACE or not (one.domain and other.domain)


def _severity(doc: Doc, marked: Mention, others: list[Mention], *, first: bool) -> Severity:
    if marked.state == "former":
        courtesy = marked.title_kind in _by_courtesy()
        today = not courtesy and any(is_of_today(doc, other) for other in others)
        return "error" if today else "warning"
    if marked.state == "acting":  # `interim President Ruiz` is president for the time being
        return "error" if "acting" in marked.span.text.lower() else "info"
    return "error" if first or is_of_today(doc, marked) else "warning"
