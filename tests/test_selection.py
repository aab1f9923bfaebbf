import pytest
from making import BAD_WORD, SHOUTING, SPELLING, made

from newslint import Doc, Fact, Findings, FormKind, phrases, rule
from newslint.book import Book
from newslint.config import Config, Override
from newslint.errors import ConfigError, SelectionError
from newslint.raw import OffsetMap, RawArticle, RawField
from newslint.rule_set import Gate, Gates
from newslint.selection import Selection
from newslint.text.forms import kinds


@rule("OPT001", default=False)
def counted(doc: Doc, *, max_words: int = 3, kind: str = "a") -> Findings:
    """Words."""
    return ()


@rule("COR001", gather=lambda doc: [Fact("k", doc.span(0, 0))])
def across(group) -> Findings:
    """Words."""
    return ()


COUNTED = made(counted, "quality")
ACROSS = made(across, "corpus")
BOOK = Book((ACROSS, COUNTED, BAD_WORD, SHOUTING))


def chosen(config: Config | None = None, path: str | None = None, **line) -> set[str]:
    selection = Selection(config or Config(), BOOK, **line)
    rules = selection.for_path(path) if path else selection.default
    return {one.rule.code for one in rules.all}


def test_rules_run_unless_they_are_off_by_default():
    assert chosen() == {"COR001", "TST001", "TST002"}


@pytest.mark.parametrize("name", ["TST002", "tst002", "shouting", "Shouting"])
def test_a_rule_is_selected_by_code_or_name(name):
    assert chosen(select=[name]) == {"TST002"}


def test_a_family_means_all_its_rules_those_off_by_default_too():
    assert chosen(select=["local"]) == {"TST001", "TST002"}
    assert chosen(select=["Quality"]) == {"OPT001"}


def test_all_means_all():
    assert chosen(select=["all"]) == {rule.code for rule in BOOK.rules}


def test_rules_are_told_apart_by_what_they_look_at():
    assert chosen(select=["corpus-rules"]) == {"COR001"}
    assert chosen(select=["document_rules"]) == {"TST001", "TST002", "OPT001"}
    assert chosen(extend_ignore=["Document-Rules"]) == {"COR001"}
    assert chosen(Config(ignore=("corpus-rules",))) == {"TST001", "TST002"}


def test_no_override_brings_back_what_the_command_line_ignores():
    again = Override(paths=("a.txt",), select=("TST001",), extend_select=("OPT001", "COR001"))
    config = Config(overrides=(again,))
    assert chosen(config, "a.txt") == {"TST001", "OPT001", "COR001"}
    assert chosen(config, "a.txt", extend_ignore=["document-rules"]) == {"COR001"}


def test_a_selection_is_empty_when_no_file_has_a_rule():
    def empty(config: Config, *ignored: str) -> bool:
        return Selection(config, BOOK, extend_ignore=ignored).is_empty

    assert not empty(Config(select=("TST001",)))
    assert empty(Config(select=("TST001",)), "document-rules")
    assert empty(Config(select=()))
    again = Override(paths=("a.txt",), extend_select=("COR001",))
    assert not empty(Config(select=("TST001",), overrides=(again,)), "document-rules")
    assert empty(Config(select=("TST001",), overrides=(again,)), "all")


def test_ignore_wins_over_select():
    assert chosen(select=["local"], ignore=["bad-word"]) == {"TST002"}
    assert chosen(extend_select=["quality"], extend_ignore=["OPT001"]) == chosen()


def test_the_command_line_adds_to_the_configuration():
    config = Config(select=("TST001",), extend_select=("TST002",), ignore=("COR001",))
    assert chosen(config, extend_select=["OPT001"]) == {"TST001", "TST002", "OPT001"}
    assert chosen(config, extend_ignore=["TST001"]) == {"TST002"}


def test_select_on_the_command_line_means_these_and_no_others():
    config = Config(select=("TST001",), extend_select=("OPT001",))
    assert chosen(config, select=["TST002"]) == {"TST002"}


def test_ignore_on_the_command_line_replaces_the_configured_one_only():
    config = Config(ignore=("TST001",), extend_ignore=("COR001",))
    assert chosen(config, ignore=["TST002"]) == {"TST001"}


def test_an_unknown_name_on_the_command_line_is_named_with_the_nearest():
    with pytest.raises(SelectionError, match=r"--select: .*'shoutin'; did you mean 'shouting'"):
        chosen(select=["shoutin"])


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            {"select": ("qualty",)},
            "'select': no rule or family is called 'qualty'; did you mean 'qua",
        ),
        ({"ignore": ("TST009",)}, "'ignore': no rule or family is called 'TST009'"),
        ({"severity": {"local": "info"}}, "[severity]: no rule is called 'local'"),
        ({"severity": {"TST001": "info", "bad-word": "error"}}, "name the same rule; keep one"),
        ({"options": {"tst001": {}, "TST001": {}}}, "name the same rule; keep one"),
        ({"options": {"countd": {}}}, "no rule is called 'countd'; did you mean 'counted'"),
        ({"options": {"counted": {"max": 3}}}, "counted has no option 'max'"),
        ({"options": {"counted": {"max-word": 3}}}, "did you mean 'max-words'"),
        ({"options": {"bad-word": {"x": 3}}}, "bad-word has no option 'x'; it has no options"),
        (
            {"options": {"counted": {"max-words": "3"}}},
            "'max-words' must be a whole number, not '3'",
        ),
        (
            {"options": {"counted": {"max-words": 3, "max_words": 4}}},
            "'max_words' stands there twice",
        ),
        ({"overrides": (Override(("a",), ignore=("nothing",)),)}, "[[overrides]] 1"),
        ({"overrides": (Override(("a",), options={"OPT001": {"x": 1}}),)}, "[[overrides]] 1"),
    ],
)
def test_a_name_nobody_knows_is_an_error_that_says_where(config, expected):
    with pytest.raises(ConfigError) as caught:
        chosen(Config(**config))
    assert expected in str(caught.value)


def test_the_file_is_named(tmp_path):
    file = tmp_path / "newslint.toml"
    with pytest.raises(ConfigError, match=r"newslint\.toml"):
        chosen(Config(file=file, ignore=("nothing",)))


def active(config: Config, code: str, path: str = "a.txt"):
    (one,) = [one for one in Selection(config, BOOK).for_path(path).all if one.rule.code == code]
    return one


def test_severities_and_options_are_those_of_the_rule_unless_set():
    config = Config(
        extend_select=("OPT001",),
        severity={"bad_word": "info"},
        options={"counted": {"max_words": 7}},
    )
    assert active(config, "TST001").severity == "info"
    assert active(config, "TST002").severity == "warning"
    assert active(config, "OPT001").options == {"max_words": 7, "kind": "a"}


def test_overrides_hold_for_their_paths_later_ones_on_top(here):
    config = Config(
        root=here,
        options={"counted": {"max-words": 5}},
        overrides=(
            Override(("archive/**",), ignore=("TST001",), extend_select=("counted",)),
            Override(
                ("archive/old/*",),
                extend_select=("bad-word",),
                severity={"TST001": "info"},
                options={"counted": {"kind": "b"}},
            ),
            Override(("raw/*",), select=("TST002",)),
        ),
    )
    assert chosen(config, "news/a.txt") == {"COR001", "TST001", "TST002"}
    assert chosen(config, "archive/a.txt") == {"COR001", "OPT001", "TST002"}
    assert chosen(config, "archive/old/a.txt") == {"COR001", "OPT001", "TST001", "TST002"}
    assert chosen(config, "raw/a.txt") == {"TST002"}
    assert active(config, "TST001", "archive/old/a.txt").severity == "info"
    assert active(config, "OPT001", "archive/old/a.txt").options == {"max_words": 5, "kind": "b"}


def test_rules_across_articles_stand_apart():
    rules = Selection(Config(), BOOK).default
    assert [one.rule.code for one in rules.corpus] == ["COR001"]
    assert [one.rule.code for one in rules.document] == ["TST001", "TST002"]


def test_a_configuration_may_name_local_rules_that_were_left_out() -> None:
    config = Config(ignore=("LOC001",), severity={"my-rule": "error"})
    assert Selection(config, Book((), partial=True)).default.all == ()
    with pytest.raises(ConfigError, match="LOC001"):
        Selection(config, Book(()))


def test_the_gates_open_to_a_text_are_those_of_a_kind_that_it_is_of(monkeypatch) -> None:
    monkeypatch.setattr("newslint.rule_set.MOST_KEPT", 3)
    rules = Selection(Config(), BOOK).default.document
    gates = [Gate(bits, 0, None, (), rules[0]) for bits in (1, 2, 6, 8)]
    together = Gates(gates)
    for _ in range(2):
        for asked in range(64):
            assert together.open_to(asked) == tuple(one for one in gates if one.bits & asked)


def test_a_rule_waits_for_what_it_says_it_is_near() -> None:
    @rule("NEA001", near=phrases("ferry", "two boats"))
    def near_a_ferry(doc: Doc) -> Findings:
        """Words."""
        return ()

    @rule("NEA002", near=FormKind({"boat"}))
    def near_a_boat(doc: Doc) -> Findings:
        """Words."""
        return ()

    book = Book((made(near_a_ferry, "quality"), made(near_a_boat, "quality"), SHOUTING))
    gates = Selection(Config(), book).default.gates

    def codes(text: str) -> list[str]:
        return [gate.active.rule.code for gate in gates.open_to(kinds(Doc(text)))]

    assert codes("A train.") == ["TST002"]
    assert codes("A Ferry and two boats.") == ["NEA001", "TST002"]
    assert codes("A boat.") == ["NEA002", "TST002"]


# --- what the engine itself reports


def unused(config: Config | None = None, path: str = "a.txt", **line) -> str | None:
    return Selection(config or Config(), BOOK, **line).for_path(path).unused


@pytest.mark.parametrize(
    ("config", "line", "expected"),
    [
        ({}, {}, "warning"),
        ({}, {"select": ["TST001"]}, "warning"),
        ({}, {"ignore": ["NLX004"]}, None),
        ({}, {"extend_ignore": ["unused_suppression"]}, None),
        ({"ignore": ("nlx004",)}, {}, None),
        ({"ignore": ("nlx004",)}, {"ignore": ["TST001"]}, "warning"),
        ({"select": ("TST001",), "extend_ignore": ("unused-suppression",)}, {}, None),
        ({"severity": {"unused-suppression": "info"}}, {}, "info"),
        ({"overrides": (Override(("*.txt",), select=("TST001",)),)}, {}, "warning"),
        ({"overrides": (Override(("*.txt",), ignore=("NLX004",)),)}, {}, None),
        ({"overrides": (Override(("*.txt",), severity={"NLX004": "error"}),)}, {}, "error"),
        ({"overrides": (Override(("*.md",), ignore=("NLX004",)),)}, {}, "warning"),
        (
            {
                "ignore": ("NLX004",),
                "overrides": (Override(("*.txt",), extend_select=("NLX004",)),),
            },
            {},
            "warning",
        ),
    ],
)
def test_unused_suppressions_are_reported_unless_they_are_ignored(config, line, expected):
    assert unused(Config(**config), **line) == expected


@pytest.mark.parametrize("name", ["NLX001", "unreadable_input", "nlx003", "engine"])
@pytest.mark.parametrize("key", ["select", "ignore", "extend_ignore"])
def test_what_newslint_could_not_do_is_always_said(key, name):
    with pytest.raises(ConfigError, match=rf"'{name}' is always on: .*NLX004 can be ignored"):
        unused(Config(**{key: (name,)}))
    with pytest.raises(SelectionError, match=rf"--.*: '{name}' is always on"):
        unused(**{key: [name]})


def test_the_severity_of_what_is_always_on_cannot_be_set():
    with pytest.raises(ConfigError, match=r"\[severity\]: 'NLX002' is always on"):
        unused(Config(severity={"NLX002": "info"}))


def test_unused_suppressions_have_no_options():
    with pytest.raises(ConfigError, match="unused-suppression has no option 'x'"):
        unused(Config(options={"NLX004": {"x": 1}}))


# --- overrides of records


def of_record(selection: Selection, index: int | None, id_: str = "", path: str = "a.jsonl"):
    fields = {"id": RawField(id_, OffsetMap.shifted(0, len(id_)), "/id")} if id_ else {}
    rules = selection.for_records(path)
    assert rules is not None
    return rules(RawArticle("", OffsetMap(), fields, index))


def test_an_override_means_records_by_their_id_or_number():
    config = Config(overrides=(Override(records=("abc-17", 2), ignore=("TST001",)),))
    selection = Selection(config, BOOK)
    ignoring = {
        (index, own): "TST001" not in {one.rule.code for one in rules.all}
        for index, own in [
            (0, "abc-17"),
            (0, " abc-17 "),
            (2, ""),
            (2, "x"),
            (1, "2"),
            (None, "abc-17"),
        ]
        for rules in (of_record(selection, index, own),)
    }
    assert ignoring == {
        (0, "abc-17"): True, (0, " abc-17 "): True, (2, ""): True, (2, "x"): True, (1, "2"): False,
        (None, "abc-17"): True,
    }  # fmt: skip
    assert selection.for_path("a.jsonl") is selection.default


def test_an_override_of_records_and_paths_means_both():
    config = Config(
        overrides=(
            Override(("in/*",), severity={"TST001": "info"}),
            Override(("in/*",), ignore=("TST002",), records=(1,)),
            Override(severity={"TST001": "warning"}, records=(1,)),
        )
    )
    selection = Selection(config, BOOK)

    def rules(path: str, index: int) -> dict[str, str]:
        found = of_record(selection, index, path=path).all
        return {one.rule.code: one.severity for one in found if one.rule.family == "local"}

    assert rules("in/a.jsonl", 0) == {"TST001": "info", "TST002": "warning"}
    assert rules("in/a.jsonl", 1) == {"TST001": "warning"}
    assert rules("a.jsonl", 1) == {"TST001": "warning", "TST002": "warning"}


def test_files_without_overrides_of_records_are_not_asked():
    some = Config(overrides=(Override(("in/*",), ignore=("TST002",), records=(1,)),))
    assert Selection(some, BOOK).for_records("a.jsonl") is None
    paths = Config(overrides=(Override(("*",), ignore=("TST002",)),))
    assert Selection(paths, BOOK).for_records("a.jsonl") is None


WITH_UNAVAILABLE = Book((BAD_WORD, SPELLING))
INSTALL = r"spelling \(TST009\) needs more: pip install 'newslint-acme\[spell\]'"


@pytest.mark.parametrize("line", [{}, {"select": ["all"]}, {"extend_select": ["local"]}])
def test_a_rule_whose_modules_are_missing_does_not_run_unasked(line):
    selection = Selection(Config(), WITH_UNAVAILABLE, **line)
    assert [one.rule.code for one in selection.default.all] == ["TST001"]


@pytest.mark.parametrize("name", ["TST009", "spelling"])
@pytest.mark.parametrize("key", ["select", "extend_select"])
def test_asked_for_by_name_it_says_what_installs_its_modules(key, name):
    with pytest.raises(SelectionError, match=f"^--{key.replace('_', '-')}: {INSTALL}$"):
        Selection(Config(), WITH_UNAVAILABLE, **{key: [name]})
    with pytest.raises(ConfigError, match=f"'{key.replace('_', '-')}': {INSTALL}$"):
        Selection(Config(**{key: (name,)}), WITH_UNAVAILABLE)
    override = Override(paths=("a/**",), **{key: (name,)})
    with pytest.raises(ConfigError, match=INSTALL):
        Selection(Config(overrides=(override,)), WITH_UNAVAILABLE)


def test_ignoring_it_or_saying_how_it_would_be_asks_for_nothing():
    config = Config(ignore=("TST009",), severity={"spelling": "info"}, options={"spelling": {}})
    Selection(config, WITH_UNAVAILABLE, extend_ignore=["TST009"])
