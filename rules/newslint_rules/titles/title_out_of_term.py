"""TTL002 title-out-of-term."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from newslint import Doc, Findings, Mention, Span, name_parts, regexp, rule
from newslint_rules.titles.office_facts import Facts, Term, read_facts, written

_STATES = ("current", "elect")
_OF_ONE_HOUSE = frozenset({"representative", "senator"})
"""Titles that members of state houses, unknown to the facts, bear too."""
_FAR = timedelta(days=3650)
"""A term that is ten years away is not what the writer had in mind; it is another person's."""
_COURTESY = timedelta(days=1096)
"""A title said of somebody who left long ago is courtesy or memory, not a slip: three years."""
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CLAUSE = r"(?:,[^,.;]{1,80},)?"
_PAST = r"\w+(?:an|de|ed|et|ew|id|ke|ld|nt|ok|on|te|ve)"
_ACTS_NOW = regexp(
    rf"{_CLAUSE} (?:\w+ly )?(?:(?:is|has|says|plans|wants|hopes|intends|expects)\b"
    rf"|{_PAST} (?:[\w’'-]+ ){{0,3}}?(?:on |late on |early on )?{_WEEKDAY}\b)"
)
"""What says right after a name that its bearer acts today."""
_IS_TO_ACT = regexp(rf"{_CLAUSE} (?:will|may|might|could|would|is|has|says)\b")
_MESSAGE_FROM = regexp(
    r"\b(?:call|cable|greetings?|letters?|messages?|statement|telegrams?|telephone call|words?)"
    r" from (?:the )?(?:[\w.]+ ){0,2}$"
)
"""A message that comes from somebody comes from a person in office."""
_UNREAL = (
    r"candida\w+|could|elected|future|hypothetical|if|imagine|may|might|nominee|potential|someday"
    r"|would"
)
_SUPPOSED = regexp(rf"\b(?:{_UNREAL})\b|['’]d\b", re.IGNORECASE)
_PROSPECT = regexp(
    rf"\b(?:{_UNREAL}|campaign|election|likely|next|will|win|wins|won)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
"""Words of what might come: then the title is an office that somebody may have. Those of the first
list count near a full name, those of the second in the whole sentence of a surname."""
_NEAR = 60
"""Characters around a full name in which such words count."""
_THEN = regexp(r"\bthen[- ][A-Z]")
"""`then-President Ruiz`: the sentence is of another time."""
_LEAD = 2
"""Paragraphs at the head of an article that tell what is new."""
_SPEAKER = regexp(r"[A-Z][A-Z.'’ -]{3,40}(?:\([^)]{1,30}\))?:")
"""`ANA RUIZ:` before what somebody says in a transcript."""
_CAPTION = regexp(r"^photos?\b|\bcaption\b|\bphotos:|\(photo|file photo", re.IGNORECASE)


@rule(
    "TTL002",
    severity="warning",
    default=False,
    languages=("en",),
    data=("office_facts.tsv", "countries.txt"),
)
def title_out_of_term(
    doc: Doc,
    *,
    facts: Annotated[
        tuple[Path, ...],
        "CSV or TSV files of your own with the columns person, office, start, end (and country, "
        "source); paths count from the folder of newslint.toml",
        read_facts,
    ] = (),
    tolerance: Annotated[int, "days around a change of office that are left alone"] = 3,
) -> Findings:
    """A title that the person did not hold on the article's date.

    `President-elect Joe Biden` in an article of November 2024, `President Ana Ruiz` before her
    first day: the date or the title is wrong. What a person held when is looked up in dated facts.
    Those that ship know the presidents and vice presidents of the United States and the time for
    which they were `-elect`, who sits in Congress now, and the heads of government or state of 80
    countries from 1875 to March 2021 under the title they bear. A file of your own adds to them:

        person,office,start,end,country
        Ola Berg,mayor,2019-10-01,2023-09-30,
        Karl Lund,prime minister,2021-10,,Norway

    Dates are days, months or years; an empty end is unknown. Dates without a day are taken with
    three months to spare. The country may be given by its name or its adjective.

    Only a title before a name counts, with the full name; the surname does for `-elect`, and for a
    leader of whom the facts know no more, then with the country (`French President`). A title
    before its term is reported unless the sentence speaks of what might be (`if elected`,
    `would`). Titles are kept out of courtesy and stories look back; so after the term `-elect` is
    reported at the head of an article and where the sentence is of today, and other titles only
    within three years and where the person acts now (`said on Tuesday`, `says`, `a message from
    President Ruiz`). `Senator` and `Representative`, which state houses have too,
    count only where the facts know the person in another office on that day.

    Left alone: quotations, transcripts, captions of older photographs, `former`, `then-`,
    `a President Ruiz`, sentences with a year gone by, a few days around a change (an option),
    articles without a date.

    It misses most titles after their term, former members of Congress, ministers and mayors,
    whoever the facts do not have. It errs where two persons bear one name and title, and on
    comment that speaks of the future as if it were so.

    The facts come from unitedstates/congress-legislators (CC0), OEFDataScience/REIGN.github.io
    (MIT) and Archigos 4.1 by way of globalgov/manystates (CC BY 4.0); `LICENSES.md` beside the
    rule has their notices.

    Bad:
        ---
        date: 2024-11-20
        ---
        US >>President-elect Joe Biden<< spoke to the senate on Tuesday.
    Bad:
        ---
        date: 2012-05-02
        ---
        The bridge was opened by French >>President Emmanuel Macron<<, who cut the ribbon.
    Bad:
        ---
        date: 2022-06-14
        ---
        >>Vice President Mike Pence<< said on Monday that the port is open.
    Good:
        ---
        date: 2020-11-20
        ---
        US President-elect Joe Biden spoke to the senate on Tuesday.
    Good:
        ---
        date: 2018-03-01
        ---
        The law was signed by President Barack Obama. The pipeline was his last.
    Good:
        ---
        date: 2016-03-01
        ---
        If he wins, President Donald Trump would build it. Few fear President Trump.
    """
    day = doc.date
    if day is None:
        return
    known = read_facts(facts)
    told = set()
    for mention in doc.people:
        key = mention.surname, mention.title_kind, mention.state
        if key in told or mention.state not in _STATES or mention.after or mention.quoted:
            continue
        terms = _terms(known, mention, day)
        if not terms or any(term.has(day, tolerance) for term in terms):
            continue
        if not _is_meant_for(doc, mention, terms, day):
            continue
        told.add(key)
        near = min(terms, key=lambda term: term.distance(day))
        yield mention.span.flag(
            f"{mention.name} was no {near.office} on the article's date, {written(day)}, but "
            f"{near.when}"
        )


def _terms(known: Facts, mention: Mention, day: date) -> list[Term]:
    """Return the terms of a mention's title that tell something about a day."""
    of_person = known.terms(mention)
    kind = mention.title_kind, mention.state
    if mention.title_kind in _OF_ONE_HOUSE:
        elsewhere = any(term.has(day) and (term.kind, term.state) != kind for term in of_person)
        if not elsewhere or not _is_full(mention):
            return []
    terms = [term for term in of_person if (term.kind, term.state) == kind]
    return terms if any(term.distance(day) <= _FAR for term in terms) else []


def _is_full(mention: Mention) -> bool:
    return len(name_parts(mention.name)) > 1


def _is_meant_for(doc: Doc, mention: Mention, terms: Sequence[Term], day: date) -> bool:
    """Tell whether the article says that the person has the title on its date."""
    from newslint_rules.titles.tenure import is_of_today, looks_back, surroundings

    here = surroundings(doc, mention)
    from newslint_rules.titles.voice import place_of

    paragraph = place_of(doc, mention)
    if here is None or paragraph is None or _SPEAKER.match(paragraph.text):
        return False
    ended = [term for term in terms if term.ended_before(day)]
    if not ended:
        return _is_no_prospect(doc, here, mention)
    if _CAPTION.search(paragraph.text) or _THEN.search(here.text):
        return False
    if looks_back(doc, here, mention):
        return False
    acts = _ACTS_NOW.match(doc.text, mention.span.end) is not None
    if mention.state == "elect":
        is_news = _is_full(mention) and is_of_today(doc, mention)
        return acts or is_news or _is_in_lead(doc, mention) or _is_to_act(doc, mention)
    if not _is_full(mention) or min(term.distance(day) for term in ended) > _COURTESY:
        return False
    return acts or _MESSAGE_FROM.search(_before(here, mention)) is not None


def _is_in_lead(doc: Doc, mention: Mention) -> bool:
    return mention.span.start < doc.body[:_LEAD][-1].end if doc.body else True


def _is_to_act(doc: Doc, mention: Mention) -> bool:
    return _IS_TO_ACT.match(doc.text, mention.span.end) is not None


def _is_no_prospect(doc: Doc, here: Span, mention: Mention) -> bool:
    """Tell whether a title before its term is said as a fact, not as what might come."""
    if not _is_full(mention):
        acts = _ACTS_NOW.match(doc.text, mention.span.end)
        return acts is not None and not _PROSPECT.search(here.text)
    after = doc.text[mention.span.end : min(mention.span.end + _NEAR, here.end)]
    return not _SUPPOSED.search(_before(here, mention)) and not _SUPPOSED.search(after)


def _before(here: Span, mention: Mention) -> str:
    """Return what stands before a mention in its sentence, as far as it is near."""
    at = mention.span.start - here.start
    return here.text[max(at - _NEAR, 0) : at]
