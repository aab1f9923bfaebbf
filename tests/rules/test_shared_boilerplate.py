"""What the examples of the rule on shared lines cannot say."""

import json
from collections.abc import Iterable, Iterator

import pytest
from making import engine_of, made

from newslint import Group, Use
from newslint.book import Book
from newslint.config import Config
from newslint.corpus.across import judge
from newslint.diagnostic import Diagnostic, Location
from newslint.selection import Selection
from newslint_rules.residue.shared_boilerplate import shared_boilerplate

RULE = made(shared_boilerplate, "residue")
NOTE = "The Harbour Post is printed on paper from managed forests in the Arn valley."
QUOTED = "'The Harbour Post is printed on paper from managed forests…'"
PLACES = ("Norrin", "Upper Tarn", "Lower Tarn", "Arnmouth", "Felling", "Corvane", "Dunmere")


def story(number: int) -> list[str]:
    """Paragraphs that no other story has."""
    place = PLACES[number % len(PLACES)]
    return [
        f"A barn with {number} goats burned down in {place} on Tuesday night, firefighters said.",
        f"All {number} goats were saved by the neighbours, who keep {number + 3} of them for now.",
        f"The barn was built in {1800 + number} and will be rebuilt, its owner said from {place}.",
        f"The road to {place} was closed for {number} minutes while the engines were on their way.",
    ]


def judged(
    articles: Iterable[list[str]], *, sources: Iterable[str] = (), **options: float
) -> list[Diagnostic]:
    """What the rule says of records with these paragraphs."""
    config = {"options": {"RES101": options}}
    engine = engine_of(RULE, gather=True, **config)
    names = iter(sources)
    rows = [
        json.dumps({"id": f"{n}", "text": "\n\n".join(text), "source": next(names, "Harbour Post")})
        for n, text in enumerate(articles)
    ]
    result = engine.lint_bytes("a.jsonl", "\n".join(rows).encode())
    active = Selection(Config(**config), Book((RULE,))).default.corpus
    return judge(result.facts, active)


def flagged(*arguments, **options) -> list[tuple[int, str]]:
    """Record and text of each finding."""
    found = judged(*arguments, **options)
    return [(one.location.record_number, one.text) for one in found]


def test_a_line_under_different_stories_is_flagged_in_each() -> None:
    found = judged([*([*story(n), NOTE] for n in range(4)), story(9)])
    assert [(one.location.record_number, one.text) for one in found] == [
        (n, NOTE) for n in range(4)
    ]
    assert {one.message for one in found} == {f"{QUOTED} stands in many articles of this outlet"}
    related = [(one.related[0].location.record_number, one.related[0].message) for one in found]
    assert related == [(n, "here, too: 4 articles have it") for n in (1, 0, 0, 0)]


def test_the_message_is_the_same_when_more_articles_come() -> None:
    """A baseline knows a finding by it."""
    few, more = (judged([*story(n), NOTE] for n in range(number)) for number in (4, 6))
    assert [one.fingerprint for one in few] == [one.fingerprint for one in more[:4]]


def test_fewer_than_four_articles_are_no_evidence_unless_one_says_so() -> None:
    articles = [[*story(n), NOTE] for n in range(3)]
    assert flagged(articles) == []
    assert len(flagged(articles, min_articles=3)) == 3


def test_copies_of_one_article_share_every_line_and_are_no_stories_of_their_own() -> None:
    assert flagged([[*story(1), NOTE]] * 30) == []


def test_edited_copies_are_known_by_what_they_keep() -> None:
    def version(n: int) -> list[str]:
        first, second, third, fourth = story(1)
        return [f"In version {n}: {first}", second, third, fourth[: 60 + n], NOTE]

    assert flagged(version(n) for n in range(12)) == []
    assert (
        len(flagged([*(version(n) for n in range(4)), *([*story(n), NOTE] for n in range(2, 7))]))
        == 9
    )


def test_a_long_form_that_is_itself_the_longest_paragraph_makes_no_copies() -> None:
    form = (
        "Sign up for our newsletter, choose your country and tell us your e-mail. " + 40 * "Arn, "
    )
    assert len(form) < 400
    assert len(flagged([form, *story(n)] for n in range(5))) == 5


def test_outlets_are_kept_apart() -> None:
    articles = [[*story(n), NOTE] for n in range(6)]
    assert flagged(articles, sources=["Harbour Post"] * 3 + ["Arn Echo"] * 3) == []


def test_a_share_of_the_outlet_is_needed() -> None:
    articles = [*([*story(n), NOTE] for n in range(5)), *(story(n) for n in range(100, 140))]
    assert len(flagged(articles, min_share=0.1)) == 5
    assert flagged(articles, min_share=0.2) == []


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press contributed to this report.",
        "This article is based in part on wire service reports of the last week.",
        "What happens next?",
        "Here is what you need to know:",
        "Terms were not disclosed.",
        "“The harbour never sleeps and neither do the people who work in it at night.”",
        "More information",
        "By Karl Lund",
        "1,204 12 88,100 7.5",
        "___",
    ],
)
def test_what_articles_share_by_right_is_left_alone(line: str) -> None:
    assert flagged([*story(n), line] for n in range(30)) == []


def test_sub_heads_of_a_column_are_left_alone() -> None:
    def column(n: int, head: str) -> list[str]:
        return [*story(n)[:2], head, *story(n)[2:]]

    for head in ("Quote of the week", "With your second cup of coffee…", "What you need to know"):
        assert flagged(column(n, head) for n in range(30)) == []


def test_a_mark_in_brackets_counts_in_twenty_articles() -> None:
    articles = [[*story(n)[:2], "[pullquote]", *story(n)[2:]] for n in range(20)]
    assert {text for _, text in flagged(articles)} == {"[pullquote]"}
    assert flagged(articles[:19]) == []


def test_a_label_that_is_the_pages_elsewhere_is_the_pages_here() -> None:
    beside = [["Photo", "Advertisement", "Share", *story(n)] for n in range(5)]
    alone = [[*story(n)[:2], "Photo", *story(n)[2:]] for n in range(5, 10)]
    assert [n for n, text in flagged([*beside, *alone]) if text == "Photo"] == [*range(10)]
    assert flagged(alone) == []


def test_who_the_author_is_is_an_information() -> None:
    told = "Karl Lund is a columnist for the Harbour Post and the author of two books on goats."
    assert {one.severity for one in judged([*story(n), told] for n in range(5))} == {"info"}
    assert {one.severity for one in judged([*story(n), NOTE] for n in range(5))} == {"warning"}


def test_a_form_may_be_longer_than_a_line_and_stand_anywhere() -> None:
    form = "Please subscribe to our newsletter: choose your country. " + 60 * "Arn Felling Tarn "
    assert len(form) > 400
    articles = [[*story(n)[:2], form, *story(n)[2:], *story(n + 50)] for n in range(5)]
    assert len(flagged(articles)) == 5
    plain = 70 * "The goats of Arn are fine. "
    assert flagged([*story(n), plain] for n in range(5)) == []
    assert len(flagged(([*story(n), plain] for n in range(5)), max_length=5000)) == 5


def test_letter_case_and_punctuation_may_differ_numbers_may_not() -> None:
    def ending(n: int) -> str:
        return (NOTE, NOTE.upper(), f"• {NOTE[:-1]}", NOTE)[n % 4]

    assert len(flagged([*story(n), ending(n)] for n in range(4))) == 4
    assert (
        flagged([*story(n), f"Write to us at box {n}00 in the Arn valley."] for n in range(9)) == []
    )


def test_articles_without_an_outlet_are_taken_together() -> None:
    found = judged(([*story(n), NOTE] for n in range(5)), sources=[""] * 5)
    assert {one.message for one in found} == {f"{QUOTED} stands in many articles"}


def test_the_uses_of_a_line_are_streamed() -> None:
    """Ten million articles may share it."""
    read = 0

    def uses() -> Iterator[Use]:
        nonlocal read
        for n in range(2_000):
            read += 1
            yield Use(
                f"{n}", Location(f"{n:05}.txt", None, 9, 1, 9, 77), NOTE, "tail", None, f"a{n} b{n}"
            )

    verdicts = iter(shared_boilerplate(Group("k", "post", uses(), 2_000, 2_500)))
    next(verdicts)
    assert read < 600
    assert sum(1 for _ in verdicts) == 1_999


def test_of_one_place_the_rule_speaks_that_knows_what_it_is(run_newslint, here) -> None:
    lines = ["Share", "Sign up for our newsletter", NOTE]
    for n in range(6):
        (here / f"{n}.txt").write_text("\n\n".join([*story(n), *lines]))
    ran = run_newslint("check", ".", "--no-cache", "--select", "residue", "--format", "jsonl")
    told = {(one["code"], one["line"]) for one in map(json.loads, ran.out.splitlines())}
    assert told == {("RES001", 9), ("RES101", 13)}
