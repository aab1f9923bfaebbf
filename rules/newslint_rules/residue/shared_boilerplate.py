"""RES101: a line that many articles of one outlet share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from heapq import nlargest
from itertools import chain, combinations, islice
from typing import Annotated

from newslint import (
    Doc,
    Fact,
    Group,
    Role,
    Severity,
    Span,
    Use,
    Verdict,
    has_given_name,
    regexp,
    rule,
)

_LOOSE = frozenset({Role.RESIDUE, Role.SUBHEAD, Role.OTHER})
"""What may be the page's outside the paragraphs; bylines, datelines, captions, contacts, credits of
writers and notes of the editor belong to the article however many share them."""
_LAST_PARAGRAPHS = 3
_SHORT = 120
"""Code points of a first paragraph, which is nearly always the lead, that is looked at."""
_LABEL = 80
"""Code points of a line without an end mark that is looked at in the middle of the story."""
_LONGEST_FORM = 5_000
"""Code points of a form to sign up, with its list of countries."""
_QUOTED = regexp('["“”„«»]')
_WORD = regexp(r"\w+")
_ENDS = regexp(r"[.!?…][\"'’)\]»]*$")
_TO_READERS = regexp(
    r"(?i)\b(?:you|yours?|our|please|click|tap|sign[ -]?up|subscri\w+|newsletters?|e-?mail|follow"
    r"|read|watch|https?|www)\b|@"
)
"""What a page says to its readers."""
_FORM_WORDS = 3
"""A paragraph with so many of these words may be a form, however long it is."""
_OF_WIRES = regexp(
    r"(?i)\b(?:contributed|wire[ -](?:reports?|services?)|reporting by|reported from)\b"
)
"""Who wrote it: that is shared by right."""
_OF_A_PERSON = regexp(
    r"[^\w\n]*(?P<name>(?:[A-Z][\w.’'-]*\s){2,4})(?:is|was|covers|hosts|reports|writes)\b"
)
"""`Ana Costa is a columnist for the Ledger.`"""

_SKETCH = 4
"""Paragraphs by which a story is known: the longest, which copies keep and cuts leave."""
_MARK = 8
"""Hexadecimal digits of each of them."""
_LOOKED_AT = 500
"""So many uses are held to judge a key by; the others are flagged as they come."""
_PAGE_SHARE = 0.2
"""Share of the uses that the article model knows for the page's, from which all of them are."""
_EDGE_SHARE = 0.8
_MUCH = 0.1
"""Share of an outlet's articles that no turn of phrase and no sub-head reaches."""
_SENTENCE = 10
"""Words of a sentence that nobody writes twice: `Terms were not disclosed` is a turn of phrase."""
_NO_SUBHEAD = 8
"""Words of a line in the middle of the story that is no sub-head; those may speak to readers."""
_NO_LABEL = 5
"""Words of a line that is no label."""
_MANY = 20
"""Articles that share a mark in brackets, which writers of one serial may use as well."""

_PAGE, _HEAD, _TAIL, _MIDDLE, _BETWEEN = "page", "head", "tail", "middle", "between"
"""Where a line stands, the value of a fact: among the page's, before the story, at its end, in it,
or as a sub-head between its parts."""


def lines_of(
    doc: Doc,
    *,
    max_length: Annotated[
        int, "code points of a line that is looked at; a form may be longer"
    ] = 400,
) -> Iterator[Fact]:
    """Give the lines of an article that may be its page's."""
    outlet = doc.meta.outlet
    evidence = _sketch(doc.body)
    for line, where in _candidates(doc, max_length):
        if key := _key(line.text):
            yield Fact(key, line, where, outlet, evidence)


def _candidates(doc: Doc, longest: int) -> Iterator[tuple[Span, str]]:
    body = doc.body
    begin = body[0].start if body else 0
    end = body[-_LAST_PARAGRAPHS:][0].start if body else 0
    for line in doc.article.lines_with(_LOOSE):
        if line.role is Role.RESIDUE:
            yield line.strip(), _PAGE
        elif len(line) <= longest and not _QUOTED.search(line.text):
            if line.role is Role.SUBHEAD:
                where = _BETWEEN
            else:
                where = _HEAD if line.start < begin else _TAIL if line.start > end else _MIDDLE
            yield line.strip(), where
    last = len(body) - _LAST_PARAGRAPHS
    for number, paragraph in enumerate(body):
        where = _HEAD if number == 0 else _TAIL if number >= last else _MIDDLE
        if _may_be_the_page(paragraph.text, where, longest):
            yield paragraph, where


def _may_be_the_page(text: str, where: str, longest: int) -> bool:
    """Tell whether a paragraph may be no story; somebody's words always are."""
    if _QUOTED.search(text):
        return False
    if len(text) > longest:
        words = (
            islice(_TO_READERS.finditer(text), _FORM_WORDS) if len(text) <= _LONGEST_FORM else ()
        )
        return len(list(words)) == _FORM_WORDS
    if where == _TAIL or (where == _HEAD and len(text) <= _SHORT):
        return True
    label = where == _MIDDLE and len(text) <= _LABEL and not _ENDS.search(text)
    return label or _TO_READERS.search(text) is not None


def _key(text: str) -> str:
    """Return what the same line has in common wherever it stands; ``""`` for one without words.

    Numbers stay: without them the rows of all tables of prices would be one line.
    """
    words = _WORD.findall(text.casefold())
    return _hash(" ".join(words)) if any(map(str.isalpha, words)) else ""


def _hash(words: str) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _sketch(body: Iterable[Span]) -> str:
    """Return the marks of the longest paragraphs, by which copies of a story are known."""
    longest = nlargest(_SKETCH, (paragraph.text for paragraph in body), key=len)
    return " ".join(sorted({_key(text)[:_MARK] for text in longest} - {""}))


@rule(
    "RES101",
    severity="warning",
    gather=lines_of,
    min_articles=3,
    supersedes=("RES007", "RES009", "RES010", "GAR004", "DAT003", "DAT006"),
)
def shared_boilerplate(
    group: Group,
    *,
    min_articles: Annotated[int, "articles that share a line; 3 at least"] = 4,
    min_share: Annotated[float, "share of the outlet's articles that they are"] = 0.005,
) -> Iterator[Verdict]:
    """Many articles of one outlet share a line: it is the page's, or the outlet's, not the story's.

    A sign-up form, a notice on transcripts, a call to write in, the tail of a column: no list of
    words knows them all, but what an outlet puts under everything betrays itself. Articles are of
    one outlet when they have the same `source` or the same host in their address; those that tell
    neither are taken for one outlet together.

    A line counts when it stands in four or more articles and in 0.5 % of the outlet's, and these
    articles are different stories, told by their longest paragraphs: one article in thirty copies
    is a matter of the rules on duplicates. Then it must be

    - one that is known for the page's elsewhere in the outlet (`Photo`, where `Advertisement` or
      `Share` stand beside it in other articles), or
    - a line at the beginning or the end of the story that speaks to readers, is a sentence of ten
      words or more, or is shared by a tenth of the outlet's articles (of five words at least), or
    - a line of eight words or more within the story that a tenth of the articles share, or a
      sentence of so many words there that speaks to readers, or
    - a mark in square brackets in twenty articles or more.

    It is an information where the line tells who the author is. Letter case and punctuation may
    differ, numbers may not. What rules on single articles say of a line goes first, for they name
    what it is and can delete it.

    Left alone: bylines, datelines, captions, credits, contacts, notes of the editor; sub-heads,
    which columns repeat for good reason; labels of a word or four; lines with quotation marks;
    short questions and announcements, and short sentences, for `Terms were not disclosed` is a turn
    of phrase.

    It misses what is glued to a paragraph, what changes from article to article (`Click for more
    from …`), headlines of other stories, and labels. It errs, to an editor's mind, on what an
    outlet says of itself by right under every story: a note on its series or its funding, the
    paragraph about a company under its press releases.

    Bad:
        === a.txt
        The ferry to Norrin will not run on Friday because its crew has the flu, the county said.

        >>The Harbour Post is printed on paper from managed forests in the Arn valley.<<
        === b.txt
        A goat from Upper Tarn has won the county fair for the third year in a row.

        >>The Harbour Post is printed on paper from managed forests in the Arn valley.<<
        === c.txt
        Nobody was hurt when a barn burned down in Lower Tarn on Tuesday night, firefighters said.

        >>The Harbour Post is printed on paper from managed forests in the Arn valley.<<
        === d.txt
        The school in Norrin gets a new roof, and its pupils get a week without lessons in March.

        >>The Harbour Post is printed on paper from managed forests in the Arn valley.<<
    Good:
        === a.txt
        The mill was sold on Monday to six of its managers, its owner, the Corvane Group, said.

        Terms of the sale were not disclosed.
        === b.txt
        The ferry line was sold on Tuesday to the county of Arn, which will run it from May.

        Terms of the sale were not disclosed.
        === c.txt
        A farm near Norrin has been sold to the monks of Tarn, who want to brew beer there.

        It has 40 acres and a view.
        === d.txt
        The county has sold its last plow to a museum, which paid one dollar for it on Friday.

        It needs a coat of paint.
    Good with min-share=0.9:
        === a.txt
        The ferry to Norrin will not run on Friday because its crew has the flu, the county said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === b.txt
        A goat from Upper Tarn has won the county fair for the third year in a row.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === c.txt
        Nobody was hurt when a barn burned down in Lower Tarn on Tuesday night, firefighters said.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === d.txt
        The school in Norrin gets a new roof, and its pupils get a week without lessons in March.

        The Harbour Post is printed on paper from managed forests in the Arn valley.
        === e.txt
        The county has sold its last plow to a museum, which paid one dollar for it on Friday.
    """
    number, every = group.articles, group.scope_articles
    if number < max(min_articles, min_share * every):
        return
    rest = iter(group.uses)
    known = list(islice(rest, _LOOKED_AT))
    if not (
        _are_of_stories(known, group.key, min_articles) and _is_of_the_page(known, number, every)
    ):
        return
    of = " of this outlet" if group.scope else ""
    told = f"here, too: {number:,} articles have it"
    severity: Severity | None = "info" if _is_of_a_person(known[0].text) else None
    for use in chain(known, rest):
        other = known[0] if use is not known[0] else known[1]
        yield use.flag(
            f"{_quoted(use.text)} stands in many articles{of}",
            severity=severity,
            related=[(other, told)],
        )


def _are_of_stories(uses: Iterable[Use], key: str, fewest: int) -> bool:
    """Tell whether the articles are different stories: copies have two long paragraphs in common.

    An article that is nothing but the line tells nothing.
    """
    articles = {(use.place.path, use.place.record_number): use.evidence for use in uses}
    seen: set[tuple[str, str]] = set()
    stories = 0
    for evidence in articles.values():
        marks = [mark for mark in evidence.split() if mark != key[:_MARK]]
        pairs = {*combinations(marks, 2)} or {(mark, mark) for mark in marks}
        stories += bool(pairs) and seen.isdisjoint(pairs)
        seen |= pairs
    return stories >= max(fewest, len(articles) / 2)


def _is_of_the_page(uses: Sequence[Use], number: int, every: int) -> bool:
    """Tell whether a line that different stories share is none of theirs."""
    text, where = uses[0].text, Counter(use.value for use in uses)
    if where[_PAGE] >= _PAGE_SHARE * len(uses):
        return True
    words, ends = len(_WORD.findall(text)), _ENDS.search(text) is not None
    if words < _NO_LABEL:
        return text.startswith("[") and text.endswith("]") and number >= _MANY
    if _OF_WIRES.search(text) or (words < _SENTENCE and text.endswith(("?", ":"))):
        return False
    much = number >= _MUCH * every
    speaks = much or _TO_READERS.search(text) is not None
    at_edge = where[_HEAD] + where[_TAIL] >= _EDGE_SHARE * len(uses)
    if at_edge:
        return speaks or (ends and words >= _SENTENCE)
    return words >= _NO_SUBHEAD and (speaks if ends else much)


def _is_of_a_person(text: str) -> bool:
    """Tell whether a line says who somebody is, as that below a column does."""
    match = _OF_A_PERSON.match(text)
    return match is not None and has_given_name(match["name"].strip())


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 60 else f"{flat[:57]}…")
