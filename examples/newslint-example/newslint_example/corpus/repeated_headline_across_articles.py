"""A rule across articles: one function gathers facts, another judges those of one key."""

from collections.abc import Iterable, Iterator

from newslint import Doc, Fact, Group, Verdict, rule


def headlines(doc: Doc) -> Iterator[Fact]:
    """Give the headline of an article, kept apart by week."""
    headline = doc.headline
    if headline:
        yield Fact(headline.text.casefold(), headline, value=doc.text[:500], scope=doc.meta.week)


@rule("EXA101", severity="info", gather=headlines, min_articles=2, min_values=2)
def repeated_headline_across_articles(group: Group) -> Iterable[Verdict]:
    """One headline over different articles of a week.

    Bad:
        === a.md
        ---
        title: Ferry stays
        date: 2024-03-12
        ---
        The council voted on Tuesday to keep the ferry.
        === b.md
        ---
        title: >>Ferry stays<<
        date: 2024-03-13
        ---
        The ferry was held in port by fog on Wednesday.
    Good:
        === a.md
        ---
        title: Ferry stays
        date: 2024-03-12
        ---
        The council voted on Tuesday to keep the ferry.
        === b.md
        ---
        title: Ferry held by fog
        date: 2024-03-13
        ---
        The ferry was held in port by fog on Wednesday.
    """
    first, *others = group.uses
    for use in others:
        yield use.flag(
            f"the headline {use.text!r} stands over {group.articles} articles of this week",
            related=[(first, "the first of them")],
        )
