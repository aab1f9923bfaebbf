"""`newslint baseline`, and `newslint check` with one (the rules are those of `newsroom`)."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

FILE = ".newslint-baseline.json"
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
TOMORROW = (date.today() + timedelta(days=1)).isoformat()

ACROSS = '''
from newslint import Doc, Fact, Findings, Group, rule


def names(doc: Doc):
    for word in doc.words:
        if word.text.startswith("Zed"):
            yield Fact(word.text, word, value=word.text)


@rule("LOC101", severity="warning", gather=names, min_articles=2)
def same_name(group: Group) -> Findings:
    """A name in several articles."""
    for use in group.uses:
        yield use.flag(f"{use.text} stands in {group.articles} articles")
'''

CRASH = '''
from newslint import Doc, Findings, rule


@rule("LOC009")
def crash(doc: Doc) -> Findings:
    """Divide by nothing."""
    yield 1 / 0
'''


@pytest.fixture
def newslint(run_newslint, newsroom):
    """Run a verb in the newsroom without the bundled rules, under its baseline."""
    with (newsroom / "newslint.toml").open("a") as file:
        file.write(f'baseline = "{FILE}"\n')

    def run(verb: str, *arguments: str, **keywords):
        return run_newslint(verb, "--no-plugin", "bundled", *arguments, **keywords)

    return run


def entries(folder: Path) -> list[dict]:
    return json.loads((folder / FILE).read_text())["findings"]


def edit(folder: Path, **values) -> None:
    """Change every entry by hand."""
    table = json.loads((folder / FILE).read_text())
    for one in table["findings"]:
        one.update(values)
    (folder / FILE).write_text(json.dumps(table))


def found(ran) -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in ran.out.splitlines()]
    return [(one["path"], one["code"], one["text"]) for one in rows]


# --- recording


def test_what_is_recorded_is_not_reported_any_more(newslint, newsroom):
    assert newslint("check", ".", "--baseline", "").status == 1
    ran = newslint("baseline", ".")
    assert (ran.status, ran.out) == (0, f"{FILE}: 1 finding recorded: 1 new\n")
    ran = newslint("check", ".", "--statistics")
    assert ran.status == 0
    assert "LOC001" not in ran.out
    assert "newslint: 1 finding accepted by the baseline\n" in ran.err


def test_an_entry_a_line_without_line_numbers(newslint, newsroom):
    (newsroom / "b").mkdir()
    (newsroom / "b" / "two.txt").write_text("One badword.\nAnother badword.\n")
    newslint("baseline", ".")
    text = (newsroom / FILE).read_text()
    assert text.startswith('{"version": 1, "findings": [\n{"path": "b/two.txt", "record": null, ')
    assert text.endswith("}\n]}\n")
    assert text.count("\n") == 5
    assert list(entries(newsroom)[0]) == [
        "path", "record", "code", "rule", "fingerprint", "excerpt"
    ]  # fmt: skip
    assert {one["excerpt"] for one in entries(newsroom)} == {
        "A >>badword<< stands here.", "One >>badword<<.", "Another >>badword<<.",
    }  # fmt: skip


def test_infos_and_articles_as_a_whole_are_recorded(newslint, newsroom):
    (newsroom / "long.txt").write_text("One.\n\n\nTwo.\n")
    newslint("baseline", "long.txt")
    assert [(one["code"], one["excerpt"]) for one in entries(newsroom)] == [
        ("LOC003", "the article is long")
    ]
    assert newslint("check", "long.txt", "--fail-on", "info").status == 0


def test_a_record_is_named_by_its_id_or_number(newslint, newsroom):
    rows = '{"id": "abc-17", "text": "A badword."}\n'
    (newsroom / "ids.jsonl").write_text(rows)
    (newsroom / "numbers.jsonl").write_text('{"text": "Fine."}\n{"text": "A badword."}\n')
    newslint("baseline", "ids.jsonl", "numbers.jsonl")
    assert [one["record"] for one in entries(newsroom)] == ["abc-17", 1]


def test_nothing_changed_is_nothing_written(newslint, newsroom):
    newslint("baseline", ".")
    before = (newsroom / FILE).read_bytes()
    os.utime(newsroom / FILE, (1, 1))
    assert newslint("baseline", ".").out == f"{FILE}: 1 finding recorded\n"
    assert (newsroom / FILE).read_bytes() == before
    assert (newsroom / FILE).stat().st_mtime == 1


def test_what_is_new_and_what_is_gone_is_told(newslint, newsroom):
    newslint("baseline", ".")
    (newsroom / "bad.txt").write_text("A goodword stands here.\n")
    (newsroom / "good.txt").write_text("A badword, a badword.\n")
    ran = newslint("baseline", ".")
    assert ran.out == f"{FILE}: 2 findings recorded: 2 new, 1 no longer there\n"


def test_entries_of_other_files_and_rules_stay(newslint, newsroom):
    (newsroom / "both.txt").write_text("A badword and a risky step.\n")
    newslint("baseline", ".")
    before = entries(newsroom)
    assert len(before) == 3
    newslint("baseline", "good.txt")
    assert entries(newsroom) == before
    newslint("baseline", ".", "--select", "LOC001")
    assert entries(newsroom) == before
    newslint("baseline", ".", "--select", "LOC003", "--prune")
    assert entries(newsroom) == before
    (newsroom / "both.txt").write_text("A step.\n")
    newslint("baseline", ".", "--select", "LOC001")
    assert [(one["path"], one["code"]) for one in entries(newsroom)] == [
        ("bad.txt", "LOC001"), ("both.txt", "LOC002"),
    ]  # fmt: skip


def test_pruning_adds_nothing_and_drops_what_is_stale(newslint, newsroom):
    (newsroom / "gone.txt").write_text("The badword goes.\n")
    newslint("baseline", ".")
    (newsroom / "gone.txt").unlink()
    (newsroom / "bad.txt").write_text("A goodword stands here. Here comes a badword, though.\n")
    (newsroom / "good.txt").write_text("One badword.\n")
    ran = newslint("baseline", "bad.txt")
    assert "1 of them are of files that no longer exist; --prune drops them" in ran.err
    (newsroom / "bad.txt").write_text("A goodword stands here.\n")
    ran = newslint("baseline", ".", "--prune")
    assert ran.out == (
        f"{FILE}: 0 findings recorded: 1 no longer there, 1 of files that no longer exist\n"
    )
    assert entries(newsroom) == []
    assert (newsroom / FILE).read_text() == '{"version": 1, "findings": []}\n'


def test_reason_and_last_day_are_those_of_new_findings(newslint, newsroom):
    newslint("baseline", ".")
    (newsroom / "good.txt").write_text("Such a badword.\n")
    newslint("baseline", ".", "--reason", "a nickname", "--until", TOMORROW)
    bad, good = entries(newsroom)
    assert "reason" not in bad
    assert (good["reason"], good["until"]) == ("a nickname", TOMORROW)


def test_edits_by_hand_are_kept(newslint, newsroom):
    newslint("baseline", ".")
    edit(newsroom, reason="quoted", until=TOMORROW)
    # Other words in the line, so that the entry is renewed.
    (newsroom / "bad.txt").write_text("New. A badword stands here.\n")
    newslint("baseline", ".")
    (one,) = entries(newsroom)
    assert (one["reason"], one["until"]) == ("quoted", TOMORROW)
    assert one["excerpt"] == "New. A >>badword<< stands here."


@pytest.mark.parametrize(
    ("trouble", "message"),
    [
        ("missing", "none.txt: no such file or folder"),
        ("crash", "bad.txt: rule crash (LOC009) crashed: ZeroDivisionError"),
        ("unreadable", "broken.txt: byte 2 (0xff) is not UTF-16-LE"),
    ],
)
def test_trouble_records_nothing_and_is_told(newslint, newsroom, trouble, message):
    newslint("baseline", ".")
    before = (newsroom / FILE).read_bytes()
    (newsroom / "good.txt").write_text("A badword.\n")
    (newsroom / "broken.txt").write_bytes(b"\xff\xfe\xff")
    if trouble == "crash":
        (newsroom / "rules" / "crash.py").write_text(CRASH)
    paths = {"missing": ["none.txt"], "crash": [], "unreadable": ["broken.txt"]}[trouble]
    ran = newslint("baseline", "good.txt", "bad.txt", *paths)
    assert ran.status == 2
    assert message in ran.err
    assert f"{FILE}: nothing was recorded" in ran.err
    assert (newsroom / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "standard input has no name"),
        ([".", "--until", "tomorrow"], "--until must be a day like 2027-03-31, not 'tomorrow'"),
        ([".", "--until", "2027-02-30"], "--until must be a day like 2027-03-31"),
        ([".", "--until", YESTERDAY], "that day is past, and nothing would be accepted"),
        ([".", "--prune", "--reason", "x"], "--prune adds nothing"),
        ([".", "--baseline", "no/folder.json"], "there is no folder no to put the baseline in"),
        ([".", "--baseline", "rules"], "cannot be read: Is a directory"),
    ],
)
def test_what_cannot_be_done_is_said(newslint, newsroom, arguments, message):
    ran = newslint("baseline", *arguments)
    assert ran.status == 2
    assert message in ran.err
    assert not (newsroom / FILE).exists()


def test_the_default_file_lies_beside_the_configuration(run_newslint, newsroom):
    (newsroom / "posts").mkdir()
    (newsroom / "posts" / "a.txt").write_text("A badword.\n")
    ran = run_newslint("baseline", "--no-plugin", "bundled", ".", cwd=newsroom / "posts")
    assert ran.out == f"../{FILE}: 1 finding recorded: 1 new\n"
    assert f'put baseline = "{FILE}" into the configuration' in ran.err
    assert entries(newsroom)[0]["path"] == "posts/a.txt"


def test_a_baseline_may_lie_anywhere(newslint, newsroom, tmp_path):
    ran = newslint("baseline", ".", "--baseline", str(tmp_path / "far.json"))
    assert ran.status == 0
    assert not (newsroom / FILE).exists()
    one = json.loads((tmp_path / "far.json").read_text())["findings"][0]
    assert one["path"] == "here/bad.txt"
    assert newslint("check", ".", "--baseline", "../far.json").status == 0


# --- checking


def test_a_baseline_that_is_not_there_is_an_error(newslint, newsroom):
    for arguments in (["."], [".", "--baseline", "none.json"]):
        ran = newslint("check", *arguments, "--output-format", "jsonl=out.jsonl")
        assert ran.status == 2
        assert "run `newslint baseline PATH...` to make it" in ran.err
        assert not (newsroom / "out.jsonl").exists()
    assert newslint("check", "good.txt", "--baseline", "").status == 0
    assert newslint("check", "good.txt", "--isolated").status == 0


def test_the_paths_are_those_of_the_baselines_folder(newslint, newsroom, tmp_path):
    (newsroom / "posts").mkdir()
    (newsroom / "posts" / "a.txt").write_text("A badword.\n")
    newslint("baseline", ".")
    assert newslint("check", ".", cwd=newsroom / "posts").status == 0
    assert newslint("check", "../posts/a.txt", "../bad.txt", cwd=newsroom / "posts").status == 0
    assert newslint("check", str(newsroom / "bad.txt")).status == 0
    config = ("--config", str(newsroom / "newslint.toml"))
    assert newslint("check", "here", *config, cwd=tmp_path).status == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_new_findings_are_reported_alone(newslint, newsroom, jobs):
    for name in "abcdef":
        (newsroom / f"{name}.txt").write_text(f"The badword of {name} stands here today.\n")
    newslint("baseline", ".")
    (newsroom / "c.txt").write_text("New.\nThe badword of c stands here today. A badword.\n")
    ran = newslint("check", ".", "--format", "jsonl", "--jobs", jobs)
    assert found(ran) == [("c.txt", "LOC001", "badword")]
    assert json.loads(ran.out)["column"] == 39
    assert ran.status == 1


def test_parts_of_a_large_file_are_one_file(newslint, newsroom):
    filler = "The council met again in the hall. " * 30
    rows = [{"text": f"{filler}Row {n} is fine."} for n in range(2500)]
    for number in (3, 900, 2400):
        rows[number]["text"] += " A badword stands here."
    big = newsroom / "big.jsonl"
    big.write_text("".join(json.dumps(one) + "\n" for one in rows))
    assert big.stat().st_size > 2 * 1024 * 1024
    newslint("baseline", "big.jsonl", "--jobs", "2")
    assert [one["record"] for one in entries(newsroom)] == [3, 900, 2400]
    rows.insert(1000, {"text": "A badword of today."})
    big.write_text("".join(json.dumps(one) + "\n" for one in rows))
    for jobs in ("1", "2"):
        ran = newslint("check", "big.jsonl", "--jobs", jobs, "--format", "jsonl")
        assert [json.loads(one)["record"]["index"] for one in ran.out.splitlines()] == [1000]


def test_standard_input_has_the_entries_of_its_name(newslint, newsroom):
    newslint("baseline", ".")
    given = ("check", "-", "--stdin-filename", "bad.txt")
    assert newslint(*given, stdin=b"Above.\nA badword stands here.\n").status == 0
    assert newslint(*given, stdin=b"A badword stands here, a badword.\n").status == 1
    assert newslint("check", "-", stdin=b"A badword stands here.\n").status == 1


def test_results_are_kept_whatever_the_baseline_says(newslint, newsroom, tmp_path):
    cached = ("check", ".", "--cache-dir", str(tmp_path / "cache"))
    newslint("baseline", ".", "--cache-dir", str(tmp_path / "cache"))
    assert newslint(*cached).status == 0
    assert newslint(*cached, "--baseline", "").status == 1
    (newsroom / FILE).write_text('{"version": 1, "findings": []}\n')
    assert newslint(*cached).status == 1
    newslint("baseline", ".", "--cache-dir", str(tmp_path / "cache"))
    assert newslint(*cached).status == 0


def test_the_baseline_is_no_article(newslint, newsroom):
    (newsroom / "known.json").write_text('{"version": 1, "findings": []}\n')
    given = ("--baseline", "known.json", "--exclude", "x/**")
    ran = newslint("check", ".", *given, "--show-files")
    assert ran.out == "bad.txt\ngood.txt\n"
    newslint("baseline", ".", "--baseline", "known.json", "--exclude", "x/**")
    assert newslint("check", ".", *given).status == 0


def test_what_has_expired_is_reported_again(newslint, newsroom):
    newslint("baseline", ".", "--until", date.today().isoformat())
    assert newslint("check", ".").status == 0
    edit(newsroom, until=YESTERDAY, reason="soon")
    ran = newslint("check", ".")
    assert ran.status == 1
    assert "1 finding was accepted by the baseline until a day that is past" in ran.err
    ran = newslint("baseline", ".")
    assert "1 of them are accepted until a day that is past; --until renews them" in ran.err
    assert newslint("check", ".").status == 1
    newslint("baseline", ".", "--until", TOMORROW)
    assert (entries(newsroom)[0]["until"], entries(newsroom)[0]["reason"]) == (TOMORROW, "soon")
    assert newslint("check", ".").status == 0


def test_a_renamed_file_keeps_its_entries(newslint, newsroom):
    (newsroom / "old.txt").write_text("The mayor said a badword to the council on Tuesday.\n")
    newslint("baseline", ".")
    (newsroom / "old.txt").rename(newsroom / "new.txt")
    assert newslint("check", ".").status == 0
    edit(newsroom, reason="quoted")
    assert newslint("baseline", ".").out == f"{FILE}: 2 findings recorded\n"
    assert [(one["path"], one["reason"]) for one in entries(newsroom)] == [
        ("bad.txt", "quoted"), ("new.txt", "quoted"),
    ]  # fmt: skip


def test_a_copied_file_has_none(newslint, newsroom):
    (newsroom / "old.txt").write_text("The mayor said a badword to the council on Tuesday.\n")
    newslint("baseline", ".")
    (newsroom / "new.txt").write_bytes((newsroom / "old.txt").read_bytes())
    assert [one[0] for one in found(newslint("check", ".", "--format", "jsonl"))] == ["new.txt"]


# --- entries that accept nothing any more


def test_entries_without_a_finding_are_reported_once_a_file(newslint, newsroom):
    text = "One badword here.\n\nAnd two badwords there, a badword, more badwords, risky.\n"
    (newsroom / "many.txt").write_text(text)
    newslint("baseline", ".")
    (newsroom / "many.txt").write_text("Nothing.\n")
    ran = newslint("check", ".", "--format", "jsonl", "--fail-on", "info")
    (one,) = [json.loads(line) for line in ran.out.splitlines()]
    assert (one["path"], one["code"], one["severity"]) == ("many.txt", "NLX004", "info")
    assert (one["line"], one["column"]) == (1, 1)
    assert one["message"].startswith("the baseline accepts 4 findings that are not there any more")
    assert "'badword' LOC001, 'badword' LOC001, 'risky' LOC002, 1 more" in one["message"]
    assert "`newslint baseline --prune many.txt` drops them" in one["message"]
    assert ran.status == 1
    assert newslint("check", ".").status == 0
    newslint("baseline", "--prune", "many.txt")
    assert newslint("check", ".", "--fail-on", "info").status == 0


def test_unused_entries_are_one_step_milder_than_their_rule_and_can_be_ignored(newslint, newsroom):
    newslint("baseline", ".")
    (newsroom / "bad.txt").write_text("A goodword stands here.\n")
    assert "NLX004" not in newslint("check", ".", "--ignore", "NLX004").out
    config = newsroom / "newslint.toml"
    before = config.read_text()
    for more, severity, status in (
        ('min-severity = "warning"', None, 0),
        ('ignore = ["unused-suppression"]', None, 0),
        ('[[overrides]]\npaths = ["bad.txt"]\nignore = ["NLX004"]', None, 0),
        ('[severity]\nNLX004 = "error"', "warning", 1),
        ('min-severity = "warning"\n[severity]\nNLX004 = "error"', "warning", 1),
    ):
        config.write_text(f"{before}{more}\n")
        ran = newslint("check", ".", "--format", "jsonl")
        assert ran.status == status
        assert [json.loads(one)["severity"] for one in ran.out.splitlines()] == (
            [severity] if severity else []
        )


def test_what_an_article_wants_silent_itself_is_unused_in_the_baseline(newslint, newsroom):
    (newsroom / "post.md").write_text("A badword here.\n\nMore.\n")
    newslint("baseline", ".")
    silent = "<!-- newslint: ignore LOC001 -->\n\nA badword here.\n\nMore.\n"
    (newsroom / "post.md").write_text(silent)
    ran = newslint("check", "post.md", "--format", "jsonl", "--ignore", "LOC003")
    assert [(path, code) for path, code, _ in found(ran)] == [("post.md", "NLX004")]
    assert "the baseline accepts a finding" in ran.out


def test_only_rules_that_ran_can_have_unused_entries(newslint, newsroom):
    newslint("baseline", ".")
    (newsroom / "bad.txt").write_text("A goodword stands here.\n")
    quiet = [
        ["--select", "LOC002"], ["--ignore", "LOC001"], ["--min-severity", "error"], ["good.txt"],
        ["--no-local-rules", "--select", "all"],
    ]  # fmt: skip
    for arguments in quiet:
        paths = [] if arguments == ["good.txt"] else ["."]
        assert "NLX004" not in newslint("check", *paths, *arguments).out, arguments
    assert "NLX004" in newslint("check", ".").out


def test_a_file_that_was_not_read_has_no_unused_entries(newslint, newsroom):
    newslint("baseline", ".")
    (newsroom / "bad.txt").write_bytes(b"\xff\xfe\xff")
    out = newslint("check", ".").out
    assert "NLX002" in out
    assert "NLX004" not in out
    ran = newslint("baseline", ".")  # what cannot be read in a folder is a finding
    assert [one["code"] for one in entries(newsroom)] == ["LOC001", "NLX002"]
    assert newslint("check", ".").status == 0
    ran = newslint("check", "bad.txt")  # named, it is trouble, and that is never kept back
    assert ran.status == 2
    assert "NLX002" in ran.out


# --- fixing


def test_what_is_accepted_is_not_fixed(newslint, newsroom):
    (newsroom / "old.txt").write_text("The badword of old.\n")
    newslint("baseline", ".")
    (newsroom / "old.txt").write_text("The badword of old.\nA new badword and badword.\n")
    (newsroom / "next.txt").write_text("The first badword.\n")
    ran = newslint("check", ".", "--diff")
    assert ran.status == 1
    assert "-A new badword and badword." in ran.out
    assert "-The badword of old." not in ran.out
    assert "bad.txt" not in ran.out
    ran = newslint("check", ".", "--fix", "--format", "jsonl")
    assert (ran.status, ran.out) == (0, "")
    assert "2 findings accepted by the baseline" in ran.err
    assert (newsroom / "bad.txt").read_text() == "A badword stands here.\n"
    assert (newsroom / "next.txt").read_text() == "The first goodword.\n"
    assert (newsroom / "old.txt").read_text() == (
        "The badword of old.\nA new goodword and goodword.\n"
    )


# --- rules across articles


@pytest.fixture
def across(newslint, newsroom):
    """Two articles with one name, found by a rule across articles."""
    (newsroom / "rules" / "across.py").write_text(ACROSS)
    (newsroom / "posts").mkdir()
    (newsroom / "posts" / "a.txt").write_text("Here is Zedone.\n")
    (newsroom / "b.txt").write_text("There is Zedone.\n")
    return newslint


def test_findings_across_articles_are_accepted(across, newsroom):
    assert across("baseline", ".").out == f"{FILE}: 3 findings recorded: 3 new\n"
    assert across("check", ".").status == 0
    (newsroom / "c.txt").write_text("Then Zedone again.\n")
    ran = across("check", ".", "--format", "jsonl")  # the others' messages say 3 articles now
    assert found(ran) == [("c.txt", "LOC101", "Zedone")]


def test_findings_across_articles_are_unused_only_where_all_was_seen(across, newsroom):
    across("baseline", ".")
    assert "NLX004" not in across("check", "posts").out
    across("baseline", "posts", "--prune")
    assert len(entries(newsroom)) == 3
    (newsroom / "b.txt").write_text("There is nobody.\n")
    ran = across("check", ".", "--format", "jsonl")
    assert [(path, code) for path, code, _ in found(ran)] == [
        ("b.txt", "NLX004"), ("posts/a.txt", "NLX004"),
    ]  # fmt: skip
    across("baseline", ".", "--prune")
    assert [one["path"] for one in entries(newsroom)] == ["bad.txt"]
