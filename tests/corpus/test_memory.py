from collections.abc import Iterator

import pytest
from making import engine_of, made

from newslint import Doc, Fact, Group, Rule, Use, Verdict, rule
from newslint.book import Book
from newslint.config import Config
from newslint.corpus.memory import judge
from newslint.diagnostic import Location
from newslint.selection import Selection


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
        yield group.uses[0].flag(f"{group.uses[0].value} {word}")

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
        yield group.uses[0].flag("m", severity="info")
        yield group.uses[0].flag("n", severity="error")

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
        return [group.uses[0].flag("fine")]

    return made(failing)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (lambda group: 1 / 0, "failing (COR001) crashed on the key 'bad': ZeroDivisionError"),
        (lambda group: ["x"], "it gave 'x', which is no verdict"),
        (lambda group: [group.uses[0].flag("m", severity="fatal")], "its severity 'fatal'"),
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
