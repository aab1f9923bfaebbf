"""RES101: a line that many articles of one outlet share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Annotated

from newslint import Doc, Fact, Group, Severity, Verdict, rule

_LOOKED_AT = 500
"""So many uses are held to judge a key by; the others are flagged as they come."""


def lines(
    doc: Doc,
    *,
    max_length: Annotated[
        int, "code points of a line that is looked at; a form may be longer"
    ] = 400,
) -> Iterator[Fact]:
    """Give the lines of an article that may be its page's."""
    from newslint_rules.residue.shared_lines import shared_lines  # only where articles are compared

    yield from shared_lines(doc, max_length)


@rule(
    "RES101",
    severity="warning",
    gather=lines,
    min_articles=3,
    teaches=True,
    supersedes=("RES011", "RES007", "RES009", "RES010", "GAR004", "DAT003", "DAT006"),
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
    from newslint_rules.residue.whose_line import (
        are_of_stories,
        is_of_a_person,
        is_of_the_page,
        quoted,
    )

    number, every = group.articles, group.scope_articles
    if number < max(min_articles, min_share * every):
        return
    rest = iter(group.uses)
    known = list(islice(rest, _LOOKED_AT))
    if not (
        are_of_stories(known, group.key, min_articles) and is_of_the_page(known, number, every)
    ):
        return
    of = " of this outlet" if group.scope else ""
    told = f"here, too: {number:,} articles have it"
    severity: Severity | None = "info" if is_of_a_person(known[0].text) else None
    for use in chain(known, rest):
        other = known[0] if use is not known[0] else known[1]
        yield use.flag(
            f"{quoted(use.text)} stands in many articles{of}",
            severity=severity,
            related=[(other, told)],
        )
