import json

from making import BAD_WORD, decoded, engine_of, lint, made

from newslint import Doc, Findings, Rule, rule
from newslint.fixing import fix_bytes


@rule("TST070", fields=("headline",))
def strange_word(doc: Doc) -> Findings:
    """A word that begins with `bad`, unless it stands twice and is a name."""
    for start in (at for at in range(len(doc.text)) if doc.text.startswith("bad", at)):
        word = doc.span(start, doc.text.find(" ", start))
        if doc.text.count(word.text) == 1:
            yield word.flag("strange", fix="good", related=[doc.span(0, 1)])


@rule("TST071", fields=("headline",))
def short_text(doc: Doc) -> Findings:
    """A text of one word."""
    if " " not in doc.text:
        yield doc.flag("one word")


@rule("TST072", fields=("headline",))
def fails_on_heads(doc: Doc) -> Findings:
    """Nothing; it breaks."""
    if doc.text == "Head":
        raise ValueError("no such luck")
    return []


@rule("TST073", fields=("headline",))
def any_lead(doc: Doc) -> Findings:
    """A metadata value; it is the same for the article and for its headline."""
    if lead := doc.meta.get("lead"):
        yield lead.flag("a lead")


def record(headline: str, text: str) -> bytes:
    return json.dumps({"headline": headline, "text": text, "lead": "badlead here"}).encode()


def said(headline: str, text: str, one: Rule) -> list[tuple[str, str]]:
    """Where a rule speaks: field and text, each decoded from its place in the file."""
    data = record(headline, text)
    result = lint(data, one, name="a.jsonl")
    assert not result.trouble
    for diagnostic in result.diagnostics:
        assert decoded(diagnostic, data) == diagnostic.text
        assert {place.location.record.field for place in diagnostic.related} <= {
            diagnostic.location.record.field
        }
    return [(found.location.record.field, found.text) for found in result.diagnostics]


def test_a_rule_may_read_metadata_as_a_text_of_its_own():
    strange = made(strange_word)
    assert said('A "badhead here', "No word.", strange) == [("/headline", "badhead")]
    assert said("A badhead here", "A badtext too.", strange) == [
        ("/headline", "badhead"),
        ("/text", "badtext"),
    ]
    assert said("A badword here", "Text.", BAD_WORD) == []


def test_what_a_rule_leaves_alone_in_the_article_it_leaves_alone_in_the_field():
    strange = made(strange_word)
    assert said("A badhead here", "A badhead is a badhead once more.", strange) == []
    assert said("A badhead here", "Now badhead stands once.", strange) == [
        ("/headline", "badhead"),
        ("/text", "badhead"),
    ]


def test_a_finding_about_the_whole_of_a_field_stands_on_its_value():
    assert said("Head", "Two words.", made(short_text)) == [("/headline", "Head")]


def test_what_a_rule_says_of_other_metadata_is_said_once():
    assert said("Head", "Two words.", made(any_lead)) == [("/lead", "badlead here")]


def test_an_empty_field_is_not_read():
    assert said(" ", "Two words.", made(short_text)) == []


def test_a_fix_in_a_field_changes_the_field_in_its_file():
    engine = engine_of(made(strange_word))
    before = record('A "badhead here', "Nothing.")
    fixed = fix_bytes(
        before, lambda data: engine.lint_bytes("a.jsonl", data).diagnostics, unsafe=True
    )
    assert json.loads(fixed.after) == {**json.loads(before), "headline": 'A "good here'}


def test_a_rule_that_breaks_on_a_field_is_reported():
    result = lint(record("Head", "Text."), made(fails_on_heads), name="a.jsonl")
    assert result.trouble
    assert [one.code for one in result.diagnostics] == ["NLX001"]
