"""TTL004 title-style."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from newslint import (
    Doc,
    Findings,
    Mention,
    Span,
    has_given_name,
    lexicon,
    name_parts,
    regexp,
    rule,
    sentence_at,
)

_NOT_BARE = regexp(
    r"(?:\b(?:the|a|an|its|their|our|his|her|my|your|this|that|as|became|become|elected|named)"
    r"|['’]s?)[ \u00a0](?:[\w’'&.-]+[ \u00a0]){0,2}$",
    re.IGNORECASE,
)
"""What makes of a title before a name a plain noun, rightly in small letters."""
_IN_MID_SENTENCE = regexp(r"[\w,.)][ \u00a0]$")
_OPENER_ZIPF = 6.0
"""Words this frequent (`When`, `But`) open a sentence and name no office."""
_TEASER = regexp(r"\b(?:JUST WATCHED|MUST WATCH|READ MORE|Related:)")
"""What says that a sentence is a link to another story, with a title of its own."""
_REACH = 60
"""Characters before a title that are looked at."""
_CAPITALISED_BEFORE = regexp(r"(?<![\w’'])(?:[A-Z][\w.’'&-]*[ \u00a0])+$")
_CAPITALS = "mixed capitals"
_MARKS = regexp(r"[-. \u00a0]")
_PERSON = regexp(r"(?P<stem>\w+?)(?:wo)?(?:man|person)", re.IGNORECASE)


@rule("TTL004", severity="info", default=False, languages=("en",))
def title_style(doc: Doc) -> Findings:
    """One title is written in two ways before names in one article.

    `Harbour Spokesman Ola Berg` here and `Harbour spokesperson Karl Lund` there: the copy was put
    together from two sources, or nobody read it as a whole. Three things are compared, between
    titles that stand right before a name: capitals (`Foreign minister` and `Foreign Minister`,
    `spokesman` and `Spokesman`), the short and the full form (`Gov.` and `Governor`), and
    `-person` beside `-man` or `-woman`. The rarer way is flagged, the usual one is the related
    place; one finding for each title.

    Left alone: headlines, quotations, transcripts, galleries, titles in capitals throughout, titles
    after the name or after `the`, `a` and a possessive (`the foreign minister, Karl Lund`, where
    small letters are right), `former` and other words before the title, and a capital that opens
    the sentence. A spokesman and a spokeswoman are two persons, not two styles.

    Most findings are a full form beside a short one. It misses what a house writes against its
    own style in every article, and ways of writing that differ in other words (`MP` and `member
    of parliament`). It errs on links and spoken words that stand in the text unmarked, and on a
    title that is no person's (`General Staff`).

    Bad: Council spokesman Karl Lund left. The head of it is >>Spokesman Karl Lund<<.
    Bad: On Monday Gov. Ana Ruiz spoke to Gov. Karl Lund. She told >>Governor Lund<< to wait.
    Bad: City spokesman Karl Lund left. They met >>Harbour Spokesperson Rory Berg<<.
    Good: Spokesman Ola Berg left. The harbour sent spokesman Karl Lund.
    Good: Foreign Minister Ana Ruiz left. The foreign minister, Ana Ruiz, is 40.
    Good: Police spokesman Ola Berg left. Police spokeswoman Ana Ruiz stayed.
    Good: Gov. Ana Ruiz spoke. "I told Governor Ruiz to wait," said Gov. Karl Lund.
    """
    for forms in doc.get(_forms).values():
        for one, other in combinations(forms, 2):
            if found := _beside(forms[one], forms[other], _difference(one, other)):
                here, there = found
                if (len(forms[one]), there.span.start) > (len(forms[other]), here.span.start):
                    (here, there), (one, other) = (there, here), (other, one)
                yield _whole(doc, here.span).flag(
                    f"{_difference(one, other)}: {one!r} here, {other!r} elsewhere in this article",
                    related=[(_whole(doc, there.span), "the other way")],
                )
                break


def _forms(doc: Doc) -> Mapping[str, Mapping[str, list[Mention]]]:
    """Return the ways in which each title is written, and the mentions that are written so."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in doc.people:
        if _tells_style(doc, mention) and (written := _evidence(doc, mention)):
            found[mention.title_kind][written].append(mention)
    return found


def _beside(
    one: list[Mention], other: list[Mention], difference: str
) -> tuple[Mention, Mention] | None:
    """Return a mention of each way of writing, or `None` where the two are not to be compared.

    Many papers give a head of state a capital and the president of a club none; so capitals are
    compared for one person or one office only.
    """
    if not difference:
        return None
    if difference != _CAPITALS:
        return one[0], other[0]
    by_office = {key: mention for mention in reversed(other) for key in _keys(mention)}
    pairs = ((mention, by_office.get(key)) for mention in one for key in _keys(mention))
    return next(((a, b) for a, b in pairs if b is not None), None)


def _keys(mention: Mention) -> tuple[tuple[str, str], ...]:
    """Return the person, and the office where the words before the title name it."""
    office = mention.nationality or mention.domain
    person = ("person", mention.surname)
    return (person, ("office", office)) if office else (person,)


def _tells_style(doc: Doc, mention: Mention) -> bool:
    """Tell whether a bare title stands before a name, in the article's own writing."""
    title = mention.title
    if title is None or mention.after or mention.state != "current":
        return False
    from newslint_rules.titles.voice import in_own_voice

    if not in_own_voice(doc, mention):
        return False
    sentence = sentence_at(doc, title.start)
    if sentence is None or title.text.isupper() or not _is_person(mention.name):
        return False
    if _TEASER.search(sentence.text):
        return False
    before = doc.text[max(sentence.start, title.start - _REACH) : title.start]
    return not _NOT_BARE.search(before)


def _is_person(name: str) -> bool:
    return len(name_parts(name)) == 1 or has_given_name(name)


def _evidence(doc: Doc, mention: Mention) -> str:
    """Return a title as it would be in mid-sentence: its first capital may be the sentence's."""
    assert mention.title is not None
    written = mention.title.text
    if _IN_MID_SENTENCE.search(doc.text, max(mention.title.start - 2, 0), mention.title.start):
        return written
    words = written.split()
    if len(words) == 1:
        return ""
    return written[0].lower() + written[1:] if words[-1].islower() else written


def _difference(one: str, other: str) -> str:
    """Say in what two ways of writing a title differ, or ``""`` where they are two titles."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    if a == b:
        return _CAPITALS
    if _MARKS.sub("", a) == _MARKS.sub("", b):
        return "mixed hyphens or full stops"
    if a.endswith(".") and b.isalpha() and b.startswith(a[:-1]):
        return "short and full form"
    stems = _PERSON.fullmatch(a), _PERSON.fullmatch(b)
    if all(stems) and a.endswith("person") != b.endswith("person"):
        return "a word for all and one for men or women"
    return ""


def _whole(doc: Doc, span: Span) -> Span:
    """Return a title and name with the capitalised words before them."""
    sentence = sentence_at(doc, span.start) or span
    low = max(sentence.start, span.start - _REACH)
    match = _CAPITALISED_BEFORE.search(doc.text, low, span.start)
    if match is None:
        return span
    opener = match.group().split()[0]
    only_case = match.start() == sentence.start and lexicon().zipf(opener) >= _OPENER_ZIPF
    start = match.start() + (len(opener) + 1 if only_case else 0)
    return doc.span(start, span.end)
