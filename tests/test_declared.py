import pytest
from making import codes, lint, places

from newslint import Doc
from newslint.declared import read_declared
from newslint.errors import RuleDefinitionError
from newslint.examples import parse_about

HEAD = """
[[rule]]
code = "HOU001"
name = "house-word"
message = "write '{fix}', not '{match}'"
about = "House words.\\n\\nBad: >>x<<\\n"
"""


def read(lines: str, head: str = HEAD):
    return read_declared(head + lines, file="own.toml", family="house_style", origin="test")


def only(lines: str):
    (one,) = read(lines)
    return one


def said(lines: str, text: str, name: str = "a.txt", **config):
    result = lint(text, only(lines), name=name, **config)
    return [(one.text, one.message) for one in result.diagnostics]


def fixes(lines: str, text: str) -> list[str | None]:
    result = lint(text, only(lines))
    return [one.fix.edits[0].text if one.fix else None for one in result.diagnostics]


def test_a_table_is_a_rule_like_any_other():
    made = only(
        'swap = { a = "b" }\nseverity = "info"\ndefault = false\nlanguages = ["en"]\n'
        'supersedes = ["GAR001"]\n'
    )
    assert (made.code, made.name, made.family) == ("HOU001", "house-word", "house-style")
    assert (made.severity, made.default, made.languages) == ("info", False, ("en",))
    assert (made.supersedes, made.file, made.origin) == (("GAR001",), "own.toml", "test")
    assert parse_about(made.about).examples


def test_swap_keeps_capitals():
    lines = 'swap = { "web site" = "website" }'
    assert fixes(lines, "web site Web site WEB SITE Web Site") == [
        "website", "Website", "WEBSITE", "Website",
    ]  # fmt: skip


def test_swap_leaves_the_right_form_alone():
    assert fixes('swap = { brexit = "Brexit" }', "Brexit, brexit, BREXIT") == ["Brexit"]


def test_swap_where_capitals_matter_tells_forms_apart():
    lines = 'case = true\nswap = { US = "U.S.", Us = "We" }'
    assert fixes(lines, "US us Us uS") == ["U.S.", "We"]


def test_a_message_may_quote_a_text_with_braces():
    assert said('pattern = "x{1,3}"\nfix = "y"', "A xx {match} {0}") == [
        ("xx", "write 'y', not 'xx'")
    ]


def test_forbid_finds_whole_words_without_a_fix():
    lines = 'forbid = ["at this point in time"]'
    assert fixes(lines, "At this point in time. At this point in timetables.") == [None]


def test_a_pattern_gives_places_and_a_fix_from_its_groups():
    lines = r"pattern = '(\d+) %'" + "\n" + r"fix = '\1%'" + "\nsafe = true"
    result = lint("Up 5 %.\nDown 12 %.", only(lines))
    assert places(result) == [(1, 4, "5 %"), (2, 6, "12 %")]
    assert [one.fix.edits[0].text for one in result.diagnostics] == ["5%", "12%"]
    assert all(one.fix.safe for one in result.diagnostics)


def test_a_pattern_ignores_case_unless_told_otherwise():
    assert len(said("pattern = 'ab'", "AB ab")) == 2
    assert len(said("case = true\npattern = 'ab'", "AB ab")) == 1


def test_a_pattern_that_matches_nothing_at_all_says_nothing():
    assert said("pattern = 'x*'", "abc") == []


def test_line_anchors_mean_lines():
    assert said("pattern = '^b$'", "a\nb\nc") == [("b", "write '', not 'b'")]


@pytest.mark.parametrize("pattern", ["(a|aa)+$", "(a*)*b"])
def test_catastrophic_backtracking_ends_by_the_time_limit(pattern, monkeypatch):
    monkeypatch.setattr("newslint.declared_kinds.PATTERN_SECONDS", 0.1)
    result = lint("a" * 5000 + "!", only(f"pattern = '{pattern}'"))
    assert codes(result) in (["NLX001"], [])
    assert result.trouble is (codes(result) == ["NLX001"])
    if pattern == "(a|aa)+$":
        assert "house-word (HOU001) crashed: TimeoutError" in result.diagnostics[0].message


def test_consistent_takes_the_first_spelling():
    lines = 'consistent = [["adviser", "advisor"], ["gray", "grey"]]'
    result = lint("Adviser, ADVISOR, grey, adviser, advisor, gray.", only(lines))
    assert [one.text for one in result.diagnostics] == ["ADVISOR", "advisor", "gray"]
    assert [one.fix.edits[0].text for one in result.diagnostics] == ["ADVISER", "adviser", "grey"]
    assert [one.related[0].location.column for one in result.diagnostics] == [1, 1, 19]


def test_consistent_writes_names_as_they_are_listed():
    lines = 'consistent = [["MacDonald", "McDonald"]]'
    assert fixes(lines, "MacDonald met McDonald.") == ["MacDonald"]


def test_require_metadata():
    lines = 'require = { metadata = ["author"] }'
    assert said(lines, "Text.", "a.md") == [("", "write '', not 'author'")]
    assert said(lines, "---\nauthor: ''\n---\nText.", "a.md") == [("", "write '', not 'author'")]
    assert said(lines, "---\nauthor: Ana Ruiz\n---\nText.", "a.md") == []


def test_require_a_pattern():
    assert said("require = { pattern = 'copyright' }", "Text. Copyright held.") == []
    assert len(said("require = { pattern = 'copyright' }", "Text.")) == 1


def test_a_headline_in_the_metadata_is_looked_at_too():
    lines = 'where = "headline"\nforbid = ["shock"]'
    article = "---\ntitle: Shock at the ferry\n---\nThe ferry stays{}.\n"
    for body in ("", ", no shock here"):  # the word in the text decides nothing
        result = lint(article.format(body), only(lines), name="a.md")
        assert places(result) == [(2, 8, "Shock")]


def test_narration_leaves_quotations_out(monkeypatch):
    lines = 'where = "narration"\npattern = "time"'
    doc = Doc('It is time. "No time," she said. Time.')
    spans = [finding.span.text for finding in only(lines).function(doc)]
    assert spans == ["time", "Time"]


def test_no_findings_outside_the_body_when_the_body_is_meant():
    lines = 'where = "body"\nforbid = ["word"]'
    text = "A word."
    doc = Doc(text)
    for finding in only(lines).function(doc):
        assert any(paragraph.contains(finding.span) for paragraph in doc.body)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", "needs one of swap, forbid, pattern, consistent, require; has none of them"),
        ('swap = { a = "b" }\nforbid = ["c"]', "has swap and forbid"),
        ("swap = 3", "'swap' must be a table"),
        ("swap = { a = 3 }", "'swap' must be a table"),
        ('forbid = "word"', "'forbid' must be a list of strings"),
        ('forbid = [""]', "'forbid' must be a list of strings"),
        ("pattern = 3", "a pattern must be a string"),
        ("pattern = '(a'", "pattern '(a'"),
        ("pattern = '(a)'\nfix = '\\g<name>'", "fix '\\\\g<name>'"),
        ("pattern = '(a)'\nfix = '\\2'", "fix '\\\\2'"),
        ("pattern = 'a'\nfix = 3", "'fix' must be a string"),
        ('forbid = ["a"]\nfix = "b"', "goes with 'pattern'"),
        ('consistent = [["a"]]', "two or more spellings"),
        ("require = {}", "'require' must be"),
        ("require = { words = 3 }", "'require' must be"),
        ('forbid = ["a"]\nwhere = "deck"', "'where' must be one of"),
        ('forbid = ["a"]\nserverity = "info"', "unknown key 'serverity'; did you mean 'severity'?"),
        ('forbid = ["a"]\nseverity = "fatal"', "severity 'fatal' is none of"),
        ('forbid = ["a"]\nlanguages = "en"', "'languages' must be a list"),
        ('forbid = ["a"]\ndefault = "no"', "'default' must be true or false"),
        ('forbid = ["a"]\nsafe = "yes"', "'safe' must be true or false"),
        ('forbid = ["a"]\nsupersedes = ["HOU001"]', "cannot supersede itself"),
    ],
)
def test_a_table_that_cannot_be_a_rule_is_refused(lines, expected):
    with pytest.raises(RuleDefinitionError, match=r"own\.toml: rule house-word: ") as caught:
        read(lines)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("rule = [", "own.toml: not valid TOML"),
        ("[[rules]]\n", "own.toml: unknown key 'rules'"),
        ("rule = 3", "must be [[rule]] tables"),
        ('[[rule]]\ncode = "A"', "'name' is missing"),
        ('[[rule]]\nname = "x"\ncode = 3', "'code' is missing; it must be a string"),
        (
            HEAD.replace("HOU001", "house1") + 'forbid = ["a"]',
            "rule house-word: rule code 'house1'",
        ),
        (HEAD.replace("house-word", "House Word") + 'forbid = ["a"]', "lower-case words"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(content, expected):
    with pytest.raises(RuleDefinitionError) as caught:
        read("", head=content)
    assert expected in str(caught.value)
    assert str(caught.value).startswith("own.toml")


def test_an_empty_file_holds_no_rules():
    assert read("", head="") == []


def test_a_message_with_an_unknown_placeholder_is_refused():
    head = HEAD.replace("{match}", "{word}")
    with pytest.raises(RuleDefinitionError, match=r"'message' has \{word\}; known are \{match\}"):
        read('forbid = ["x"]\n', head=head)
