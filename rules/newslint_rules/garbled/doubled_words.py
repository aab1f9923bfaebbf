"""GAR004: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import compress, islice
from operator import eq

from newslint import (
    Doc,
    Finding,
    Findings,
    Fix,
    FormRuns,
    Severity,
    Span,
    forms_in_order,
    in_quotes,
    lexicon,
    regexp,
    rule,
    word_list,
)
from newslint_rules.garbled.doubled_runs import (
    doubled_runs,
    everywhere,
    in_lower_case,
    runs_twice,
)

_WORDS = frozenset(word_list(__package__, "doubled-words.txt"))
_SMALL_PAIRS = FormRuns(f"{word}{blank}{word}" for word in {*_WORDS, "there"} for blank in " \n")
# Before the first and after the second: marks that make it a list, a stutter or a name.
_SIC = regexp(r"\W{0,2} [\[(]sic", re.IGNORECASE)
# `what they had fought for for years`, `looking for for the past three years`
_SPAN_OF_TIME = regexp(
    r" (?:[\w-]+ ){0,4}?(?:centur(?:y|ies)|decades?|days?|hours?|months?|weeks?|years?)\b"
)
# A testament or a resolve, then the verb: `the will will be read`.
_WILL_AS_NOUN = regexp(
    r"(?:\b(?:the|a|his|her|its|my|our|their|your|whose|free|good|living|political)|['\u2019]s) \Z",
    re.IGNORECASE,
)
# A verb may follow itself where a clause is the subject: `what they are are lies`.
_VERBS = frozenset(
    ("are", "be", "could", "has", "have", "may", "might", "said", "was", "were", "will", "would")
)
_SUBJECT_CLAUSE = regexp(
    r"\b(?:what|whatever|(?:who|where|how|those|all|everything|things|ways?|[a-z]+s that)(?:ever)?"
    r" [\w'\u2019-]+)(?: [\w'\u2019-]+){0,3} \Z",
    re.IGNORECASE,
)
# A preposition may follow itself at the end of a clause: `the town it led to to this day`.
_PREPOSITIONS = frozenset(
    (
        "about", "after", "against", "at", "before", "by", "for", "from", "of", "through", "to",
        "under", "with",
    )
)  # fmt: skip
_RELATIVE_CLAUSE = regexp(
    r"(?:\b(?:what|whatever|who|whom|whoever|which|that|everything|all|anything|nothing)\b"
    r"(?: [\w'\u2019-]+){1,6}"
    r"|(?<!\band)(?<!\bbut)(?<!\bbecause)(?<!\bwhen)(?<!\bsaid)(?<!\bif)(?<!\bas)(?<!\bbefore)"
    r"(?<!\bafter)(?<=[a-z]) (?:he|I|it|she|they|we|you)(?: [\w'\u2019-]+){1,3}) \Z"
)
_BEFORE_INFINITIVE = regexp(r"\b(?:able|going|had|has|have|likely|need|needs|want|wants) \Z")
_PAUSE = frozenset("-\u2010\u2011\u2013\u2014'\u2019&/_@#.\u00ad")
# Other words are repeated for emphasis (`a great great man`), but hardly the longer ones.
_LONG = 6
_PLURAL = 5
# Shorter ones where the two are never met side by side; these are, in prose (`south south east`).
_SHORT = 4
_TWICE = frozenset(
    ("east", "even", "ever", "first", "last", "like", "more", "north", "south", "such", "there",
     "west", "what")
)  # fmt: skip
_EMPHATIC = ("ly",)
_CLAUSES = frozenset(("people",))  # `the people people trust`
_REACH = 70
_FEW = 150  # code points; in a longer text small words come back
# Marks beside a word, of curly ones the bytes; what they part is looked at afterwards.
_MARKS = b".,;:!?()[]\"'" + bytes.fromhex("e28098999c9d")
_RUN = regexp(rb"\S+")


@rule("GAR004", severity="warning", languages=("en",), fields=("headline", "description"))
def doubled_words(doc: Doc) -> Findings:
    """The same word twice in a row.

    Small words that do not follow themselves in edited prose, mostly articles, prepositions and
    pronouns, across a line end too, but not from one paragraph to the next; words of six letters
    or more, plurals of five and those of four that are never met twice, and a small word with
    another (`to stay to stay`), within a line and outside quotations; `It is is`, `I I` if it
    stands once, and `There there was`.

    Bad: The vote was held in >>the the<< town hall.
    Fixed (unsafe): The vote was held in the town hall.
    Bad: The team is ten >>points points<< behind.
    Fixed (unsafe): The team is ten points behind.
    Bad: The crane >>is is<< fine. It was >>made made<< in May, when >>I I<< was away.
    Bad: He asked them >>to stay to stay<< off the beach.
    Good: He had had enough, and said that that was that.
    Good: Her lawyer said that the will will be read on Monday.
    Good: It was the bridge that the village had fought for for thirty years.
    Good: "It is terrible, terrible, a really really bad day", said the mayor of Baden Baden.

    A verb or a preposition that may end a clause and open what follows (`what they are are lies`,
    `the man she voted for for mayor`) is an info; where that is not seen, the rule errs (`looked
    after after school`). It misses pronouns and particles of verbs, which can stand twice (`came in
    in May`), longer words in what somebody says and those with a capital inside (`poiNts points`),
    two words of which both are written otherwise the second time (`To stay to Stay`) and, beside a
    sign beyond everyday marks (a bullet), those that are doubled nowhere else.
    """
    if _all_differ(doc):
        return
    twice = _met_again(doc)
    small = {one.split()[0] for one in _SMALL_PAIRS.found(doc)}
    words = _words_met_again(twice, small)
    if words:
        yield from _doubled(doc, words)
    runs = [run for forms in forms_in_order(doc) for run in runs_twice(forms)]
    for place, extra in doubled_runs(doc, twice, runs, there="there" in small):
        yield _flag(place, extra, None)


def _all_differ(doc: Doc) -> bool:
    """Tell a text of a few words that all differ, as most headlines are."""
    if len(doc.text) > _FEW:
        return False
    forms = [form.lower() for forms in forms_in_order(doc) for form in forms]
    return len(set(forms)) == len(forms)


def _doubled(doc: Doc, words: Collection[str]) -> Iterator[Finding]:
    """Judge each place where one of some words stands twice."""
    for place in _places(doc, words):
        first, second = place.text.split()
        before = doc.text[place.start - 1 : place.start]
        after = doc.text[place.end : place.end + 1]
        if (before in _PAUSE and before) or (after in _PAUSE - {"."} and after):
            continue
        if _SIC.match(doc.text, place.end):
            continue
        if not second.islower() or first.lower() != second or (len(first) == 1 and first.isupper()):
            continue
        if _stands_twice(doc, place, second):
            continue
        extra = place.slice(len(first), len(place))
        yield _flag(place, extra, _severity(doc, place, second))


def _flag(place: Span, extra: Span, severity: Severity | None) -> Finding:
    return place.flag(
        f"{extra.text.strip()!r} stands twice", fix=Fix.delete(extra), severity=severity
    )


def _words_met_again(twice: frozenset[str], small: set[str]) -> set[str]:
    long = {one for one in twice if one.isalpha() and one.islower() and _is_long(one)}
    return small & _WORDS | long


def _met_again(doc: Doc) -> frozenset[str]:
    """Return the words that stand twice in a row, whatever the marks between."""
    twice: set[bytes] = set()
    for forms in forms_in_order(doc):
        twice.update(compress(forms, map(eq, forms, islice(forms, 1, None))))
    return frozenset(one.decode(errors="replace") for one in twice)


def _places(doc: Doc, words: Collection[str]) -> Iterator[Span]:
    """Find words that stand twice with a blank or line end between, in any case.

    Of each word all such places, if it stands twice somewhere with nothing but marks at it.
    """
    lowered = in_lower_case(doc.text)
    found = sorted(
        (at, at + 2 * len(word) + 1, word)
        for word in words
        for blank in " \n"
        for at in everywhere(lowered, f"{word}{blank}{word}")
    )
    apart = [one for one in found if not _touches(lowered, one[0], one[1])]
    plain = _stand_by_themselves(lowered, {word for _, _, word in apart})
    last = 0
    for start, end, word in apart:
        if word in plain and start >= last:
            last = end
            yield doc.span(start, end)


def _touches(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _stand_by_themselves(lowered: str, words: set[str]) -> set[str]:
    """Return the words that stand twice in a row between blanks, marks aside."""
    found: set[str] = set()
    wanted = {word.encode() for word in words}
    last = b""
    for run in _RUN.finditer(lowered.encode(errors="replace").translate(None, _MARKS)):
        if len(found) == len(wanted):
            break
        if run[0] == last and last in wanted:
            found.add(last.decode())
        last = run[0]
    return found


def _is_long(word: str) -> bool:
    long = len(word) >= _LONG or (len(word) >= _PLURAL and word.endswith("s"))
    if not long and len(word) >= _SHORT and word not in _TWICE:
        long = lexicon().bigram(word, word) is None
    return long and not word.endswith(_EMPHATIC) and lexicon().core(word) and word not in _CLAUSES


def _stands_twice(doc: Doc, place: Span, word: str) -> bool:
    """Tell whether the word may well stand twice here."""
    if word not in _WORDS:
        if "\n" in place.text:  # a column of a table, a line of verse
            return True
        third = doc.text[place.end + 1 : place.end + 1 + len(word)].lower() == word
        return third or place.text[0].isupper() or in_quotes(doc, place)
    if word == "will":
        head = _WILL_AS_NOUN.search(doc.text, max(0, place.start - 12), place.start)
        return head is not None
    if word == "but":  # `But but for the grace of the mayor`
        return place.text[0].isupper() and doc.text.startswith(" for ", place.end)
    return word == "for" and _SPAN_OF_TIME.match(doc.text, place.end) is not None


def _severity(doc: Doc, place: Span, word: str) -> Severity | None:
    start = max(0, place.start - _REACH)
    verb = (word in _VERBS or word not in _WORDS) and _SUBJECT_CLAUSE.search(
        doc.text, start, place.start
    )
    infinitive = word == "to" and _BEFORE_INFINITIVE.search(doc.text, start, place.start)
    stranded = word in _PREPOSITIONS and _RELATIVE_CLAUSE.search(doc.text, start, place.start)
    return "info" if verb or (stranded and not infinitive) else None
