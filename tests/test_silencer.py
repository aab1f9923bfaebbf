"""What an article wants silent is, nothing else; and what is asked for in vain is told."""

import dataclasses
import json
import textwrap
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, engine_of, in_file, made

from newslint import Doc, Fact, Findings, Group, Rule, phrases, rule
from newslint.book import Book
from newslint.config import Config, Override
from newslint.corpus.across import judge
from newslint.engine import Engine
from newslint.engine_rules import UNUSED_SUPPRESSION
from newslint.examples import parse_about
from newslint.fixing import fix_bytes
from newslint.raw import RawArticle, SourceFile
from newslint.readers import read_articles
from newslint.selection import Selection
from newslint.stretches import LONGEST


@rule("TST003")
def about_it_all(doc: Doc) -> Findings:
    """Every article with a badword."""
    if "badword" in doc.text:
        yield doc.flag("the whole of it")


@rule("TST004", near=phrases("badword"), fields=("headline",), severity="error")
def badword_anywhere(doc: Doc) -> Findings:
    """The headline is read, too."""
    for hit in doc.hits(phrases("badword")):
        yield hit.flag("m")


WHOLE = made(about_it_all, "whole")
ANYWHERE = made(badword_anywhere)
NO = "is ignored here, but finds nothing"


def linted(content: str, *rules: Rule, name: str = "a.md", **config):
    return engine_of(*(rules or (BAD_WORD, SHOUTING)), **config).lint_bytes(name, content.encode())


def said(content: str, *rules: Rule, name: str = "a.md", **config) -> list[tuple[int, str, str]]:
    result = linted(content, *rules, name=name, **config)
    return [(one.location.line, one.code, one.text) for one in result.diagnostics]


def comment(asks: str) -> str:
    return f"<!-- newslint: {asks} -->"


# --- silent


def test_what_is_ignored_is_silent_and_the_rest_is_not():
    content = f"A badword LOUD.\n\nA badword LOUD. {comment('ignore TST001 -- a name')}\n"
    assert said(content) == [(1, "TST001", "badword"), (1, "TST002", "LOUD"), (3, "TST002", "LOUD")]


def test_several_names_and_families_are_silent():
    assert said(f"A badword LOUD. {comment('ignore bad-word, shouting')}\n") == []
    assert said(f"A badword LOUD. {comment('ignore local')}\n") == []
    assert said(f"{comment('ignore-file all')}\n\nA badword LOUD.\n\nLOUD\n") == []


def test_a_finding_is_silent_where_it_begins():
    @rule("TST009")
    def long(doc: Doc) -> Findings:
        """Two paragraphs."""
        yield doc.span(0, len(doc.text) - 1).flag("m")

    assert said(f"One. {comment('ignore TST009')}\n\nTwo.\n", made(long)) == []
    assert [one[1] for one in said(f"One.\n\nTwo. {comment('ignore TST009')}\n", made(long))] == [
        "TST009",
        "NLX004",
    ]


def test_an_empty_place_at_the_end_of_a_paragraph_is_of_it():
    @rule("TST009")
    def ends(doc: Doc) -> Findings:
        """A place where something is missing."""
        for line in doc.lines:
            yield doc.span(line.end, line.end).flag("m")

    assert said(f"<p>One</p>{comment('ignore TST009')}<p>Two</p>", made(ends), name="a.html") == [
        (1, "TST009", "")
    ]


def test_the_article_as_a_whole_and_its_metadata_are_meant_by_the_file_only():
    rules = (WHOLE, ANYWHERE)
    head = "---\ntitle: A badword\n---\n"
    body = "A badword.\n"
    every = {"TST003", "TST004"}
    assert {one[1] for one in said(head + body, *rules)} == every
    start = head + comment("ignore-start all") + "\n\n" + body
    assert said(start, *rules) == [(1, "TST003", ""), (2, "TST004", "badword")]
    assert said(head + comment("ignore-file all") + "\n\n" + body, *rules) == []
    key = "---\ntitle: A badword\nnewslint: ignore TST003, TST004\n---\n"
    assert said(key + body, *rules) == []


def test_a_record_is_silenced_by_its_own_key_only():
    records = [
        {"id": "a", "text": "A badword here, and it is a long one.", "_newslint": ["TST001"]},
        {"id": "b", "text": "A badword here, and it is a long one."},
    ]
    result = linted("".join(json.dumps(one) + "\n" for one in records), name="a.jsonl")
    assert [one.location.record.id for one in result.diagnostics] == ["b"]


def test_what_stands_in_a_very_long_text_is_silent():
    word = "word " * (LONGEST // 10)
    content = "\n\n".join(
        [word, f"A badword {comment('ignore TST001')}", word, word, "A badword", word,
         f"A badword {comment('ignore TST001')}", word, comment("ignore TST002"), word]
    )  # fmt: skip
    found = linted(content).diagnostics
    assert [(one.code, one.location.line) for one in found] == [("TST001", 9)]


def test_a_silent_finding_still_silences_what_it_supersedes():
    strong = made(bad_word_again)
    content = f"A badword. {comment('ignore TST005')}\n"
    assert said(content, strong, BAD_WORD) == []
    both = f"A badword. {comment('ignore TST005, TST001')}\n"
    assert said(both, strong, BAD_WORD) == []  # needed where the strong rule does not run


@rule("TST005", supersedes=("TST001",))
def bad_word_again(doc: Doc) -> Findings:
    """The word once more."""
    for hit in doc.hits(phrases("badword")):
        yield hit.flag("m")


def test_a_silent_finding_is_numbered_like_any_other():
    plain = linted("A badword.\n\nA badword.\n\nA badword.\n").diagnostics
    silenced = linted(f"A badword.\n\n{comment('ignore TST001')}\n\nA badword.\n\nA badword.\n")
    assert [one.fingerprint for one in silenced.diagnostics] == [
        plain[0].fingerprint,
        plain[2].fingerprint,
    ]


def test_a_silent_finding_is_not_fixed():
    engine = engine_of(BAD_WORD)
    data = f"A badword.\r\n\r\nA badword. {comment('ignore TST001')}\r\n".encode()
    fixed = fix_bytes(data, lambda one: engine.lint_bytes("a.md", one).diagnostics, unsafe=True)
    assert fixed.after == data.replace(b"A badword", b"A goodword", 1)
    assert fixed.remaining == ()


def test_many_suppressions_and_findings_cost_no_more_than_their_number():
    number = 3000
    runs = f"{comment('ignore-start TST001')} A badword. {comment('ignore TST001')}\n\n" * number
    started = process_time()
    assert said(runs + "LOUD\n") == [(2 * number + 1, "TST002", "LOUD")]
    assert process_time() - started < 20
    files = f"{comment('ignore-file TST001')} A badword.\n\n" * number
    assert said(files) == []


# --- in vain


def test_a_name_that_finds_nothing_is_told_at_its_place():
    content = f"One.\n\n{comment('ignore TST001, shouting')} A LOUD one.\n"
    (one,) = linted(content).diagnostics
    assert (one.code, one.rule, one.family) == ("NLX004", "unused-suppression", "engine")
    assert (one.severity, one.message, one.text) == ("warning", f"'TST001' {NO}", "TST001")
    assert in_file(one, content.encode()) == "TST001"
    assert one.excerpt is not None
    assert one.excerpt.text == "TST001"


def test_of_two_that_hold_for_one_finding_none_is_in_vain():
    content = f"{comment('ignore-file TST001')}\n\nA badword {comment('ignore TST001')}\n"
    assert said(content) == []


def test_a_family_is_in_vain_when_all_of_it_finds_nothing():
    assert said(f"A LOUD one. {comment('ignore local')}\n") == []
    assert said(f"A quiet one. {comment('ignore local, all')}\n") == [
        (1, "NLX004", "local"),
        (1, "NLX004", "all"),
    ]


def test_what_is_hidden_for_its_severity_was_found():
    assert said(f"A LOUD one. {comment('ignore TST002')}\n", min_severity="error") == []


def test_what_did_not_run_is_not_in_vain():
    other = dataclasses.replace(SHOUTING, languages=("xx",))

    @rule("TST008")
    def crashing(doc: Doc) -> Findings:
        """Crashes."""
        raise RuntimeError("no")

    off = dataclasses.replace(BAD_WORD, default=False)
    for one, code in ((other, "TST002"), (made(crashing), "TST008"), (off, "TST001")):
        found = said(f"A quiet one. {comment(f'ignore {code}')}\n", one)
        assert "NLX004" not in {code for _, code, _ in found}
    chosen = said(f"A quiet one. {comment('ignore TST001, TST002')}\n", select=("TST002",))
    assert chosen == [(1, "NLX004", "TST002")]


def test_nothing_is_in_vain_in_an_article_that_was_not_read():
    assert said(f"{comment('ignore TST001')} A quiet one.\n", max_article_size=5) == [
        (1, "NLX003", "")
    ]


@pytest.mark.parametrize(
    "config",
    [
        {"ignore": ("NLX004",)},
        {"overrides": (Override(("*.md",), ignore=("unused-suppression",)),)},
        {"severity": {"NLX004": "info"}, "min_severity": "warning"},
        {"min_severity": "error"},
    ],
)
def test_what_is_in_vain_can_be_left_unsaid(config):
    assert said(f"{comment('ignore TST001')} One. {comment('ignore nobody')}\n", **config) == []


def test_what_is_in_vain_has_the_severity_it_is_given():
    (one,) = linted(
        f"{comment('ignore TST001')} One.\n", severity={"unused-suppression": "error"}
    ).diagnostics
    assert one.severity == "error"


def test_what_is_in_vain_can_be_ignored_where_it_stands():
    assert said(f"One. {comment('ignore TST001, NLX004 -- for later')}\n") == []
    assert said(f"{comment('ignore-file NLX004')}\n\nOne. {comment('ignore nobody')}\n") == []


# --- taken out

FIXED = {
    "One.\n\n{TST001}\n\nTwo.\n": "One.\n\nTwo.\n",
    "One.\n\n{TST001}\nTwo.\n": "One.\n\nTwo.\n",
    "One.\n  {TST001}\t\n\nTwo.\n": "One.\n\nTwo.\n",
    "{TST001}\nOne.\n": "One.\n",
    "{TST001}\n\nOne.\n": "One.\n",
    "One.\n\n{TST001}\n": "One.\n\n",
    "One.\n\n{TST001}": "One.\n\n",
    "One.\n\n{TST001, TST002}\n\nTwo.\n": "One.\n\nTwo.\n",
    "{TST001}\n\n{TST002}\n\nTwo.\n": "Two.\n",
    # left as it is
    "One.\n{TST001}\nTwo.\n": None,
    "One. {TST001}\n\nTwo.\n": None,
    "{TST001} {TST002}\n\nTwo.\n": None,
    "{TST001, TST002}\n\nLOUD.\n": None,
    "{TST001, nobody}\n\nTwo.\n": None,
}


@pytest.mark.parametrize("source", FIXED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_comment_in_vain_that_stands_alone_can_be_taken_out(source: str, line_end: str):
    engine = engine_of(BAD_WORD, SHOUTING)

    def lint(data: bytes):
        return engine.lint_bytes("a.md", data).diagnostics

    content = source.replace("{", "<!-- newslint: ignore ").replace("}", " -->")
    wanted = content if FIXED[source] is None else FIXED[source]
    data = content.replace("\n", line_end).encode()
    fixed = fix_bytes(data, lint, unsafe=False)
    assert fixed.after.decode() == wanted.replace("\n", line_end)
    assert fixed.unsettled == ()


def test_a_comment_that_may_name_a_rule_that_was_left_out_is_not_taken_out():
    book = Book((BAD_WORD,), left_out=True)
    engine = Engine(Config(), book, Selection(Config(), book))
    data = f"{comment('ignore TST001, HOU001')}\n\nOne.\n".encode()
    (one,) = engine.lint_bytes("a.md", data).diagnostics
    assert (one.code, one.text, one.fix) == ("NLX004", "TST001", None)


def test_the_beginning_and_the_end_of_a_run_are_not_taken_out():
    found = linted(
        f"{comment('ignore-start TST001')}\n\nOne.\n\n{comment('ignore-end')}\n"
    ).diagnostics
    assert [(one.code, one.fix) for one in found] == [("NLX004", None)]


# --- rules across articles


@rule(
    "COR001",
    gather=lambda doc: [Fact("k", line) for line in doc.lines if line.text],
    min_articles=2,
)
def shared(group: Group):
    """Every line of articles that share a key."""
    for use in group.uses:
        yield use.flag("shared")


SHARED = made(shared, "corpus")


def across(files: dict[str, str]) -> tuple[list[tuple[str, int]], list[str]]:
    """Places of the verdicts, and what was said of suppressions."""
    book = Book((BAD_WORD, SHARED))
    selection = Selection(Config(), book)
    engine = Engine(Config(), book, selection, gather=True)
    results = [engine.lint_bytes(name, text.encode()) for name, text in files.items()]
    facts = [fact for one in results for fact in one.facts]
    covered = [place for one in results for place in one.covered]
    verdicts = judge(facts, selection.default.corpus, covered=covered)
    own = [one.code for result in results for one in result.diagnostics]
    return [(one.location.path, one.location.line) for one in verdicts], own


def test_rules_across_articles_are_silent_where_they_are_ignored():
    files = {
        "a.md": f"One.\n\nTwo. {comment('ignore COR001')}\n\nThree.\n",
        "b.md": f"{comment('ignore-start corpus')}\n\nOne.\n\n{comment('ignore-end')}\n\nTwo.\n",
        "c.md": "---\nnewslint: {ignore: [COR001]}\n---\nOne.\n",
        "d.md": f"One.\n\n{comment('ignore-start all')}\n\nTwo.\n",
        "e.md": "One.\n",
    }
    places, own = across(files)
    assert places == [("a.md", 1), ("a.md", 5), ("b.md", 7), ("d.md", 1), ("e.md", 1)]
    assert own == []


def test_rules_across_articles_are_silent_on_records():
    records = [
        {"id": n, "text": "A line that is long enough for an article.", "_newslint": key}
        for n, key in enumerate([None, "ignore COR001", None])
    ]
    book = Book((SHARED,))
    selection = Selection(Config(), book)
    engine = Engine(Config(), book, selection, gather=True)
    result = engine.lint_bytes(
        "a.jsonl", "".join(json.dumps(one) + "\n" for one in records).encode()
    )
    verdicts = judge(result.facts, selection.default.corpus, covered=result.covered)
    assert [one.location.record.index for one in verdicts] == [0, 2]


def test_rules_across_articles_are_never_in_vain():
    asks = comment("ignore-file COR001, corpus, all")
    assert across({"a.md": f"{asks}\n\nOne.\n"}) == ([], [])


# --- anything else is as it was

PARAGRAPHS = st.sampled_from(
    ["A badword here.", "LOUD and *LOUD* badword", "Quiet.", "# A badword", "> LOUD *bad* badword",
     "- LOUD\n- badword", "wrapped badword\nand LOUD", "badword&amp;badword [LOUD](x.md)"]
)  # fmt: skip


@given(
    st.lists(PARAGRAPHS, min_size=1, max_size=6),
    st.integers(0, 5),
    st.sampled_from(["TST001", "TST002", "local", "all"]),
    st.booleans(),
)
def test_a_comment_silences_its_paragraph_and_changes_nothing_else(paragraphs, number, name, alone):
    number %= len(paragraphs)
    plain = "\n\n".join(paragraphs) + "\n"
    asks = comment(f"ignore {name}")
    block = paragraphs[number]
    if alone:
        put = f"{asks}\n\n{block}"
        covered = block.split("\n- ")[0]
    else:
        put = f"{block} {asks}"
        covered = block.split("\n- ")[-1]
    source = "\n\n".join([*paragraphs[:number], put, *paragraphs[number + 1 :]]) + "\n"
    before = plain.index("\n\n".join(paragraphs[: number + 1])) + len(
        "\n\n".join([*paragraphs[:number], ""]) if number else ""
    )
    begins = before + (0 if alone else len(block) - len(covered))
    first = plain.count("\n", 0, begins) + 1
    last = first + covered.count("\n")
    codes = {"TST001", "TST002"} if name in {"local", "all"} else {name}

    def kept(one) -> bool:
        return not (one.code in codes and first <= one.location.line <= last)

    wanted = [one for one in linted(plain).diagnostics if kept(one)]
    got = [one for one in linted(source).diagnostics if one.code != "NLX004"]

    def shown(one):
        return one.code, one.message, one.text, one.severity, one.fingerprint, one.location.column

    assert [shown(one) for one in got] == [shown(one) for one in wanted]
    for one in got:
        assert in_file(one, source.encode()) == one.text


PIECES = st.sampled_from(
    ["A badword", " LOUD", " ", "bad", "word ", "<p>", "</p>", "<b>", "</b>", "<br>", "<li>",
     "<td>", "\n", "\r\n", "&amp;", "&nbsp;", "<h2>", "</h2>", "<div hidden>", "</div>", "é"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=20), st.integers(0, 20))
def test_wherever_a_comment_stands_on_a_page_it_silences_one_paragraph(pieces, where):
    where = min(where, len(pieces))
    plain = "<p>badword LOUD</p>" + "".join(pieces)
    asks = comment("ignore TST001")
    source = "<p>badword LOUD</p>" + "".join([*pieces[:where], asks, *pieces[where:]])
    text = one_article(plain).text
    assert one_article(source).text == text
    before, after = (linted(content, name="a.html").diagnostics for content in (plain, source))
    kept = {one.fingerprint: one for one in after if one.code != "NLX004"}
    gone = [one for one in before if one.fingerprint not in kept]
    assert len(kept) + len(gone) == len(before)
    assert {one.code for one in gone} <= {"TST001"}
    assert bool(gone) != any(one.code == "NLX004" for one in after)
    bad_lines = [line.count("badword") for line in text.split("\n")]
    assert len(gone) in {0, *bad_lines}
    for one in kept.values():
        assert in_file(one, source.encode()) == one.text


def one_article(content: str) -> RawArticle:
    (raw,) = read_articles(SourceFile("a.html", content.encode()))
    assert isinstance(raw, RawArticle)
    return raw


def test_how_it_is_written_is_in_the_book(run_newslint):
    ran = run_newslint("explain", "NLX004")
    assert ran.status == 0
    for line in textwrap.dedent("""\
        <!-- newslint: ignore
        ignore-start
        ignore-file
        newslint: {ignore:
        _newslint
    """).splitlines():
        assert line in ran.out


def test_its_example_holds():
    (bad, good) = parse_about(UNUSED_SUPPRESSION.about, "NLX004").examples
    rule_ = dataclasses.replace(BAD_WORD, code="GAR001", name="fused-words")
    engine = engine_of(rule_)

    def lint(data: bytes):
        return engine.lint_bytes("a.md", data).diagnostics

    (article,) = bad.articles
    (place,) = article.places
    (one,) = lint(article.content.encode())
    assert one.text == article.content[place.start : place.end]
    assert in_file(one, article.content.encode()) == one.text
    fixed = fix_bytes(article.content.encode(), lint, unsafe=False).after.decode()
    assert fixed.strip() == (bad.fixed or "").strip()
    assert lint(good.articles[0].content.encode()) == []
