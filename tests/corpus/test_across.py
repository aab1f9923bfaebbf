from collections.abc import Iterator

import pytest
from making import engine_of, made

from newslint import Doc, Fact, Group, Rule, Use, Verdict, rule
from newslint.book import Book
from newslint.config import Config
from newslint.corpus.across import judge, superseding, without_superseded
from newslint.corpus.fact_rows import rows_of
from newslint.corpus.judging import OutOfOrderError, judge_rows
from newslint.diagnostic import Diagnostic, Location, RelatedLocation
from newslint.selection import Selection
from newslint.structs import replace


def names(doc: Doc, *, prefix: str = "") -> Iterator[Fact]:
    """Each line ``key=value`` or ``scope/key=value`` is a fact."""
    start = 0
    for line in doc.text.split("\n"):
        left, equals, value = line.partition("=")
        if equals:
            scope, _, key = left.rpartition("/")
            yield Fact(prefix + key, doc.span(start, start + len(line)), value, scope)
        start += len(line) + 1


@rule("COR001", severity="warning", gather=names, min_articles=2, min_values=2)
def conflict(group: Group, *, note: str = "differs"):
    """Words."""
    first, *others = group.uses
    for use in others:
        if use.value != first.value:
            yield use.flag(
                f"{use.value} {note} ({group.articles} of {group.scope_articles})", related=[first]
            )


CONFLICT = made(conflict, "corpus")


def judged(files: dict[str, str], one: Rule = CONFLICT, min_severity: str = "info", **config):
    engine = engine_of(one, gather=True, **config)
    facts = [
        fact
        for name, text in files.items()
        for fact in engine.lint_bytes(name, text.encode()).facts
    ]
    active = Selection(Config(**config), Book((one,))).default.corpus
    return judge(facts, active, min_severity)


def said(*arguments, **keywords) -> list[tuple[str, int, str]]:
    return [(d.location.path, d.location.line, d.message) for d in judged(*arguments, **keywords)]


def test_uses_of_a_key_are_judged_together_in_the_order_of_their_places():
    files = {"b.txt": "x\nmayor=Ruiz", "a.txt": "mayor=Ito", "c.txt": "judge=Ruiz"}
    (one,) = judged(files)
    assert (one.location.path, one.location.line, one.text) == ("b.txt", 2, "mayor=Ruiz")
    assert (one.code, one.rule, one.family, one.severity) == (
        "COR001", "conflict", "corpus", "warning",
    )  # fmt: skip
    assert one.message == "Ruiz differs (2 of 3)"
    assert [other.location.path for other in one.related] == ["a.txt"]


def test_the_order_of_the_facts_does_not_matter():
    files = {"a.txt": "k=1\nj=5", "b.txt": "k=2\nj=6", "c.txt": "k=3\nj=7"}
    backwards = dict(reversed(files.items()))
    assert judged(files) == judged(backwards)
    assert len(judged(files)) == 4


def test_a_key_of_one_article_or_one_value_is_not_judged():
    assert said({"a.txt": "k=1\nk=2"}) == []
    assert said({"a.txt": "k=1", "b.txt": "k=1"}) == []


def test_scopes_are_kept_apart():
    assert said({"a.txt": "w1/k=1", "b.txt": "w2/k=2"}) == []
    assert said({"a.txt": "w1/k=1", "b.txt": "w1/k=2"}) == [("b.txt", 1, "2 differs (2 of 2)")]


def test_options_reach_the_gathering_and_the_judging():
    config = {"options": {"conflict": {"note": "is not", "prefix": "p-"}}}
    assert said({"a.txt": "k=1", "b.txt": "k=2"}, **config) == [("b.txt", 1, "2 is not (2 of 2)")]


def test_an_option_of_both_reaches_both():
    def gather(doc: Doc, *, word: str = "a") -> Iterator[Fact]:
        yield Fact("k", doc.span(0, 1), word)

    @rule("COR001", gather=gather)
    def both(group: Group, *, word: str = "a"):
        """Words."""
        (use,) = group.uses
        yield use.flag(f"{use.value} {word}")

    assert said({"a.txt": "x"}, made(both), options={"both": {"word": "b"}}) == [
        ("a.txt", 1, "b b")
    ]


def test_the_severity_can_be_set_and_lowered_and_hidden():
    files = {"a.txt": "k=1", "b.txt": "k=2"}
    assert [d.severity for d in judged(files, severity={"COR001": "error"})] == ["error"]
    assert judged(files, min_severity="error") == []

    @rule("COR001", gather=names, severity="warning")
    def mild(group: Group):
        """Words."""
        first, second = group.uses
        yield first.flag("m", severity="info")
        yield second.flag("n", severity="error")

    assert [d.severity for d in judged(files, made(mild))] == ["info", "warning"]


def test_fingerprints_differ_and_do_not_hang_on_the_working_directory():
    files = {"a.txt": "k=1", "b.txt": "k=2\nx\nk=2", "c.txt": "k=2"}
    found = judged(files)
    moved = judged({f"../news/{name}": text for name, text in files.items()})
    assert [d.fingerprint for d in found] == [d.fingerprint for d in moved]
    within = [d.fingerprint for d in found if d.location.path == "b.txt"]
    assert len(within) == len(set(within)) == 2


def broken(body) -> Rule:
    @rule("COR001", gather=names)
    def failing(group: Group):
        """Words."""
        if group.key == "bad":
            return body(group)
        return [next(iter(group.uses)).flag("fine")]

    return made(failing)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (lambda group: 1 / 0, "failing (COR001) crashed on the key 'bad': ZeroDivisionError"),
        (lambda group: ["x"], "it gave 'x', which is no verdict"),
        (
            lambda group: [next(iter(group.uses)).flag("m", severity="fatal")],
            "its severity 'fatal'",
        ),
        (lambda group: 3, "TypeError"),
    ],
)
def test_a_rule_that_crashes_while_judging_is_reported_and_the_rest_is_kept(body, expected):
    crash, fine = judged({"a.txt": "bad=1\ngood=1"}, broken(body))
    assert (crash.code, crash.location.path, crash.location.line) == ("NLX001", "a.txt", 1)
    assert expected in crash.message
    assert (fine.code, fine.location.line) == ("COR001", 2)


def titled(doc: Doc) -> Iterator[Fact]:
    for person in doc.people:
        yield Fact(person.name, person.title, value=person.title_kind, scope=doc.meta.week)


@rule("COR009", gather=titled, min_articles=2, min_values=2)
def titles_differ(group: Group) -> Iterator[Verdict]:
    """Titles."""
    first, *others = group.uses
    for use in others:
        yield use.flag(f"{use.text!r} here, {first.text!r} there", related=[first])


def test_a_judging_function_can_be_called_with_a_list():
    uses = [Use(name, Location(name, None, 1, 1, 1, 2), text=name) for name in ("b", "a")]
    (verdict,) = titles_differ(Group.of(uses))
    assert (verdict.use.article, verdict.message) == ("b", "'b' here, 'a' there")


def test_people_can_be_compared_across_articles():
    texts = {
        "a.txt": "The bridge stays shut, Mayor Ana Ruiz said on Monday.",
        "b.txt": "The bridge will open, Governor Ana Ruiz said on Tuesday.",
    }
    (one,) = judged(texts, made(titles_differ, "corpus"))
    assert (one.location.path, one.text, one.message) == (
        "b.txt",
        "Governor",
        "'Governor' here, 'Mayor' there",
    )


def judged_alone(one: Rule, **texts: str):
    return judged({f"{name}.txt": text for name, text in texts.items()}, one)


def test_a_rule_that_holds_uses_says_how_many_it_looks_at():
    @rule("COR001", gather=names, most_uses=2)
    def first_two(group: Group):
        """Words."""
        held = [*group.uses]
        yield held[-1].flag(f"{len(held)} of {group.articles}")

    (found,) = judged_alone(made(first_two), a="k=1", b="k=2", c="k=3")
    assert (found.location.path, found.message) == ("b.txt", "2 of 3")


def test_evidence_is_said_once_and_comes_back_with_every_use():
    def with_evidence(doc: Doc) -> Iterator[Fact]:
        for number, word in enumerate(doc.text.split()):
            start = doc.text.index(word)
            evidence = doc.text if not number else ""
            yield Fact(word, doc.span(start, start + len(word)), evidence=evidence)

    @rule("COR001", gather=with_evidence, min_articles=2)
    def seen(group: Group):
        """Words."""
        yield from (use.flag(use.evidence) for use in group.uses)

    found = judged_alone(made(seen), a="one two", b="three two")
    assert [one.message for one in found] == ["one two", "three two"]


def test_of_what_a_rule_says_of_a_place_the_one_related_to_the_first_place_stays():
    def whole(doc: Doc) -> Iterator[Fact]:
        for line in doc.text.split("\n"):
            yield Fact(line, doc.span(0, len(doc.text)))

    @rule("COR001", gather=whole, min_articles=2)
    def like_another(group: Group):
        """Words."""
        first, *others = group.uses
        yield from (use.flag(group.key, related=[first]) for use in others)

    found = judged_alone(made(like_another), a="p", b="q", c="q\np")
    assert [(one.location.path, one.related[0].location.path) for one in found] == [
        ("c.txt", "a.txt")
    ]


def test_articles_count_once_however_often_they_name_a_key():
    @rule("COR001", gather=names)
    def counted(group: Group):
        """Words."""
        yield next(iter(group.uses)).flag(f"{group.key}: {group.articles}/{group.scope_articles}")

    found = judged_alone(made(counted), a="k=1\nk=2\nj=1", b="k=1", c="s/k=1")
    assert [one.message for one in found] == ["k: 2/2", "j: 1/2", "k: 1/1"]


def test_lone_surrogates_can_be_judged():
    (found,) = judged({"a.jsonl": '{"text": "k=\\ud800 and so on in a text"}', "b.txt": "k=2"})
    assert found.related[0].location.path == "a.jsonl"


def test_rows_in_no_order_are_the_mistake_of_the_engine():
    engine = engine_of(CONFLICT, gather=True)
    facts = [*engine.lint_bytes("b.txt", b"k=1").facts, *engine.lint_bytes("a.txt", b"k=2").facts]
    rows = [(*row, None, 2, 2) for row in rows_of(facts)]
    active = Selection(Config(), Book((CONFLICT,))).default.corpus
    with pytest.raises(OutOfOrderError, match="no order"):
        [*judge_rows(rows, active)]


def diagnostic(code: str, line: int, start: int, end: int, text: str = "words"):
    place = Location("a.txt", None, line, start, line, end)
    return Diagnostic(place, code, code.lower(), "x", "warning", "m", text, None, (), "f")


def test_rules_across_articles_supersede_and_are_superseded_where_places_overlap():
    line, word, elsewhere = (
        diagnostic("RES001", 3, 1, 9), diagnostic("COR001", 3, 4, 6), diagnostic("COR001", 4, 1, 2),
    )  # fmt: skip
    whole = diagnostic("COR002", 1, 1, 1, "")
    silences = {"RES001": frozenset({"COR001"})}
    assert [*without_superseded([line, word, elsewhere], silences)] == [line, elsewhere]
    assert [*without_superseded([line, word], {"COR001": frozenset({"RES001"})})] == [word]
    assert [*without_superseded([whole, word], {"COR002": frozenset({"COR001"})})] == [whole]


def test_a_related_place_of_the_same_article_silences_as_well():
    """A rule that speaks of several lines at once stands on the first of them."""
    word = diagnostic("COR001", 7, 1, 9)
    here = RelatedLocation(word.location, "")
    there = RelatedLocation(replace(word.location, path="b.txt"), "")
    silences = {"RES001": frozenset({"COR001"})}
    run = replace(diagnostic("RES001", 3, 1, 9), related=(there,))
    assert [*without_superseded([run, word], silences)] == [run, word]
    run = replace(run, related=(there, here))
    assert [*without_superseded([run, word], silences)] == [run]


def test_only_pairs_with_a_rule_across_articles_are_settled_across():
    def alone(doc: Doc):
        """Words."""
        return ()

    one = made(rule("DOC001", supersedes=("COR001", "DOC002"))(alone))
    active = Selection(Config(), Book((one, CONFLICT))).default
    assert superseding(active.document, active.corpus) == {"DOC001": frozenset({"COR001"})}
