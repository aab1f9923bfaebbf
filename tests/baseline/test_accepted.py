"""What a baseline accepts in a file, and what it becomes (see also `test_baseline_match`)."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, engine_of, lint, made

from newslint import Doc, Findings, rule
from newslint.baseline.accepted import NEVER_ACCEPTED, Baseline, Linted, linted_file, unused_entries
from newslint.baseline.entry import entry_of
from newslint.engine_rules import RULE_CRASHED, engine_diagnostic
from newslint.fingerprints import Fingerprints
from newslint.results import FileResult
from newslint.structs import replace

TODAY = date(2027, 3, 31)
TEXT = "The mayor said a badword to the council on Tuesday.\n"


def linted(text: str, name: str = "a.txt", judged=("TST001", "TST002")) -> Linted:
    return Linted(lint(text, BAD_WORD, SHOUTING, name=name).diagnostics, judged)


def accepting(root, **texts: str) -> Baseline:
    """The baseline of files with these texts, by their names without the ending."""
    files = {f"{name}.txt": linted(text, f"{name}.txt") for name, text in texts.items()}
    return Baseline(root).record(files, TODAY).baseline


@pytest.mark.parametrize(
    ("folder", "path", "name"),
    [
        ("", "a.txt", "a.txt"),
        ("", "posts/a.txt", "posts/a.txt"),
        ("", "./posts//a.txt", "posts/a.txt"),
        ("", "../other/a.txt", "../other/a.txt"),
        ("", "../here/a.txt", "a.txt"),
        ("posts", "a.txt", "posts/a.txt"),
        ("posts", "../a.txt", "a.txt"),
        ("..", "here/a.txt", "a.txt"),
        ("..", "there/a.txt", "../there/a.txt"),
    ],
)
def test_paths_count_from_the_folder_of_the_baseline(here, monkeypatch, folder, path, name):
    (here / "posts").mkdir()
    monkeypatch.chdir(here / folder)
    baseline = Baseline(here)
    assert baseline.path_of(path) == name
    assert baseline.path_of(str((here / name).resolve())) == name


def test_sifting_changes_nothing(here):
    baseline = accepting(here, a=TEXT)
    before = baseline.entries
    first = baseline.sift("a.txt", linted(TEXT + "A LOUD badword.\n"), TODAY)
    assert baseline.sift("a.txt", linted(TEXT + "A LOUD badword.\n"), TODAY) == first
    assert [one.code for one in first.kept] == ["TST002", "TST001"]
    assert (first.accepted, first.expired, first.unmatched) == (1, 0, [])
    assert baseline.entries == before


def test_an_entry_accepts_until_the_end_of_its_last_day(here):
    entries = [replace(one, until=TODAY) for one in accepting(here, a=TEXT).entries]
    baseline = Baseline(here, entries)
    assert baseline.sift("a.txt", linted(TEXT), TODAY).accepted == 1
    late = baseline.sift("a.txt", linted(TEXT), date(2027, 4, 1))
    assert (late.accepted, late.expired, len(late.kept), late.unmatched) == (0, 1, 1, [])


def test_a_crash_is_never_accepted(here):
    place = lint(TEXT, BAD_WORD).diagnostics[0].location
    crash = engine_diagnostic(RULE_CRASHED, "it crashed", place, Fingerprints())
    made = Baseline(here).record({"a.txt": Linted([crash], ())}, TODAY)
    assert made.baseline.entries == ()
    by_hand = Baseline(here, [entry_of(crash, "a.txt")])
    assert by_hand.sift("a.txt", Linted([crash], ()), TODAY).kept == [crash]


texts = st.lists(
    st.lists(
        st.sampled_from(["a", "badword", "LOUD.", "snow", "The", "HARSH", "end."]), max_size=9
    ).map(" ".join),
    max_size=6,
).map("\n\n".join)


@given(texts, texts)
def test_what_was_recorded_is_accepted_whatever_was_recorded_before(before, now):
    first = Baseline(Path("/nowhere")).record({"a.txt": linted(before)}, TODAY).baseline
    made = first.record({"a.txt": linted(now)}, TODAY)
    sifted = made.baseline.sift("a.txt", linted(now), TODAY)
    assert (sifted.kept, sifted.unmatched, sifted.expired) == ([], [], 0)
    assert len(made.baseline.entries) == len(first.entries) + made.new - made.gone
    again = made.baseline.record({"a.txt": linted(now)}, TODAY)
    assert again.baseline.entries == made.baseline.entries
    pruned = first.record({"a.txt": linted(now)}, TODAY, prune=True)
    assert (pruned.new, pruned.gone) == (0, made.gone)
    assert {*pruned.baseline.entries} <= {*made.baseline.entries}


# --- files that were renamed


def test_a_file_that_is_gone_is_known_again_by_its_findings(here):
    (here / "new.txt").touch()
    baseline = accepting(here, old=TEXT + "LOUD.\n")
    assert baseline.sift("new.txt", linted(TEXT + "LOUD.\n", "new.txt"), TODAY).kept == []
    made = baseline.record({"new.txt": linted(TEXT, "new.txt")}, TODAY)
    assert [one.path for one in made.baseline.entries] == ["new.txt"]
    assert (made.new, made.gone, made.orphans) == (0, 1, 0)


def test_a_line_that_many_articles_have_tells_of_none(here):
    boiler = "Send us a badword by electronic mail to the usual address.\n"
    (here / "kept.txt").touch()
    baseline = accepting(here, old=boiler, kept=boiler)
    assert len(baseline.sift("new.txt", linted(boiler, "new.txt"), TODAY).kept) == 1
    short = accepting(here, old="LOUD\n")
    assert len(short.sift("new.txt", linted("LOUD\n", "new.txt"), TODAY).kept) == 1


def test_a_file_that_is_still_there_gives_nothing_away(here):
    (here / "old.txt").touch()
    baseline = accepting(here, old=TEXT)
    assert len(baseline.sift("new.txt", linted(TEXT, "new.txt"), TODAY).kept) == 1


# --- whose silence means something


@rule("TST003", languages=("en",))
def english(doc: Doc) -> Findings:
    """Nothing."""
    return ()


def judged(result: FileResult, **keywords) -> set[str]:
    rules = engine_of(BAD_WORD, made(english))._selection.for_path("a.txt")
    return {*linted_file(result, rules, across=False, **keywords).judged}


def test_rules_that_ran_are_judged_and_so_is_what_is_read():
    assert judged(FileResult("a.txt", articles=1)) == {"TST001", "TST003", "NLX002", "NLX003"}


@pytest.mark.parametrize(
    "result",
    [
        FileResult("a.txt"),
        FileResult("a.txt", articles=1, trouble=True),
        FileResult("a.txt", articles=1, note="holds no articles"),
        FileResult("a.txt", articles=1, diagnostics=lint(b"\xff", BAD_WORD).diagnostics),
    ],
)
def test_of_what_was_not_read_no_rule_is(result):
    assert judged(result) == set()


def test_a_language_that_is_not_known_is_no_silence():
    result = FileResult("a.txt", articles=2, other_languages=Counter(de=1))
    assert judged(result) == {"TST001", "NLX002", "NLX003"}


def test_trouble_is_told_whatever_was_accepted(here):
    result = lint(b"\xff", BAD_WORD)
    rules = engine_of(BAD_WORD)._selection.for_path("a.txt")
    found = Linted(result.diagnostics, ())
    baseline = Baseline(here).record({"a.txt": found}, TODAY).baseline
    assert baseline.sift("a.txt", found, TODAY).kept == []
    named = linted_file(result, rules, across=False)
    assert set(named.never) > NEVER_ACCEPTED
    assert baseline.sift("a.txt", named, TODAY).kept == result.diagnostics


# --- entries that accept nothing any more


def test_the_message_names_a_few_and_the_way_out(here):
    entries = accepting(here, a="LOUD. HARSH. SHRILL. NOISY.\n").entries
    one = unused_entries("my posts/a.txt", entries[:1])
    assert one.message.endswith("`newslint baseline --prune 'my posts/a.txt'` drops it")
    assert one.message.startswith("the baseline accepts a finding that is not there any more (")
    many = unused_entries("a.txt", entries)
    assert "4 findings that are not there any more" in many.message
    assert many.message.count("TST002") == 3
    assert ", 1 more)" in many.message
    assert (many.severity, many.rule) == ("info", "unused-suppression")
