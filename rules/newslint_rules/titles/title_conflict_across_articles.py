"""TTL101 title-conflict-across-articles."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Doc, Fact, Group, Verdict, rule


def titles_of_persons(doc: Doc) -> Iterator[Fact]:
    """Give the title of each person named in full."""
    from newslint_rules.titles.told_titles import told_titles  # only where articles are compared

    yield from told_titles(doc)


@rule(
    "TTL101",
    severity="warning",
    languages=("en",),
    gather=titles_of_persons,
    min_articles=2,
    min_values=2,
    data=("countries.txt", "courtesy_titles.txt", "kept_titles.txt", "office_facts.tsv"),
)
def title_conflict_across_articles(group: Group) -> Iterator[Verdict]:
    """One person has titles in articles of one week that cannot both hold.

    `Acting Governor Ana Ruiz` in one article and `Governor Ana Ruiz` in another of the same days:
    one of them is wrong, or the collection has two spellings of the truth. As in the rule on one
    article, a form with -elect, nominee, former or acting stands against the plain one, and so do
    two offices that nobody holds at once (`Rep.` and `Sen.`, president and prime minister). The
    marked form is flagged, the plain one is the related place; where fewer articles have the plain
    form, it is the one that is flagged.

    Persons are known by their full name, weeks by the date of the article (Monday to Sunday).
    It is an information for `former` where papers leave the title to those who had it (`Governor`,
    `Secretary of State`), and for `interim` and `caretaker`.

    Left alone: what title-conflict leaves alone in one article (quotations, galleries, `then-`,
    `late`, sentences that look back or ahead, other countries and companies); articles that give
    one person both titles, for they say why or are flagged there; persons of whom one article of
    the week says that they resign, are sworn in, confirmed or replaced, unless the dates are the
    wrong way round (`former` on Monday, the plain title on Friday) or dated facts say who is in
    office; and for `former`, plain titles that stand in no sentence of today or are another's
    (`a friend of President Ruiz`).

    It misses who is nowhere named in full with a title, conflicts across the turn of a week, and
    changes that no article at hand speaks of. It errs on articles that tell an old story without a
    date, and on two persons of one full name and title.

    Bad:
        === a.md
        ---
        date: 2022-02-07
        ---
        Crews will plow the roads of three counties, >>acting Governor Ana Ruiz<< said on Monday.
        === b.md
        ---
        date: 2022-02-08
        ---
        Governor Ana Ruiz visited the crews in the afternoon and said that the state would pay.
    Bad:
        === a.md
        ---
        date: 2022-02-09
        ---
        Rep. Ana Ruiz voted no on Monday.
        === b.md
        ---
        date: 2022-02-10
        ---
        >>Sen. Ana Ruiz<< voted no on Monday.
    Good:
        === a.md
        ---
        date: 2022-02-07
        ---
        Crews will plow the roads of three counties, acting Governor Ana Ruiz said on Monday.
        === b.md
        ---
        date: 2022-02-17
        ---
        Governor Ana Ruiz visited the crews in the afternoon and said that the state would pay.
    Good:
        === a.md
        ---
        date: 2022-02-07
        ---
        Crews will plow the roads of three counties, acting Governor Ana Ruiz said on Monday.
        === b.md
        ---
        date: 2022-02-10
        ---
        Governor Ana Ruiz said that the state would pay. She was sworn in on Wednesday.
    Good:
        === a.md
        ---
        date: 2022-02-07
        ---
        Former Mayor Ola Berg opened the bridge on Monday.
        === b.md
        ---
        date: 2022-02-08
        ---
        The bridge was begun under Mayor Ola Berg in 2011.
    """
    from newslint_rules.titles.told_conflicts import conflicts

    for one in conflicts(group.uses):
        yield one.use.flag(
            f"{one.use.text!r} is {one.other.text!r} in another article of the week",
            severity=one.severity,
            related=[(one.other, "the other title")],
        )
