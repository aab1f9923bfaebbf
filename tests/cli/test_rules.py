import json

KEYS = [
    "code", "name", "family", "severity", "on", "lacks", "fix", "languages", "origin", "summary",
]  # fmt: skip


def test_every_rule_is_listed_with_what_holds_here(run_newslint, newsroom):
    (newsroom / "newslint.toml").write_text(
        'rules = ["rules"]\nignore = ["LOC002"]\n[severity]\nbad-word = "info"\n'
    )
    ran = run_newslint("rules", "--no-plugin", "bundled", "--format", "json")
    rows = {row["code"]: row for row in json.loads(ran.out)}
    assert ran.status == 0
    assert all(list(row) == KEYS for row in rows.values())
    assert {code: row["on"] for code, row in rows.items()} == {
        "LOC001": True, "LOC002": False, "LOC003": True,
        "NLX001": True, "NLX002": True, "NLX003": True, "NLX004": True,
    }  # fmt: skip
    assert rows["LOC001"]["severity"] == "info"
    assert rows["LOC001"]["fix"]
    assert not rows["LOC003"]["fix"]
    assert rows["LOC001"]["origin"].endswith("rules")
    assert rows["NLX001"]["origin"] == "newslint"


def test_the_table_has_a_line_for_each_rule(run_newslint, newsroom):
    ran = run_newslint("rules", "--no-plugin", "bundled")
    head, *lines = ran.out.splitlines()
    assert head.split() == ["code", "name", "family", "severity", "on", "fix", "origin"]
    assert [line.split()[0] for line in lines] == [
        "LOC001", "LOC002", "LOC003", "NLX001", "NLX002", "NLX003", "NLX004",
    ]  # fmt: skip


def test_without_local_rules_they_are_not_listed(run_newslint, newsroom):
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\n')
    ran = run_newslint("rules", "--no-plugin", "bundled", "--no-local-rules")
    assert ran.status == 0
    assert "LOC" not in ran.out


def test_the_bundled_rules_are_there(run_newslint, here):
    ran = run_newslint("rules", "--isolated", "--format", "json")
    families = {row["family"] for row in json.loads(ran.out)}
    assert {"garbled", "dates", "titles"} <= families


def test_unused_suppressions_are_listed_as_they_are_reported_here(run_newslint, newsroom):
    def row() -> tuple[bool, str]:
        ran = run_newslint("rules", "--no-plugin", "bundled", "--format", "json")
        (one,) = [one for one in json.loads(ran.out) if one["code"] == "NLX004"]
        return one["on"], one["severity"]

    (newsroom / "newslint.toml").write_text('[severity]\nNLX004 = "info"\n')
    assert row() == (True, "info")
    (newsroom / "newslint.toml").write_text('ignore = ["unused-suppression"]\n')
    assert row() == (False, "warning")


UNAVAILABLE = '''
from newslint import Doc, Findings, rule


@rule("LOC009", needs={"no_such_module_": "newslint-acme[spell]"})
def spelling(doc: Doc) -> Findings:
    """Spelling."""
    return ()
'''


def test_a_rule_that_lacks_a_module_is_listed_as_unavailable(run_newslint, newsroom):
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\n')
    (newsroom / "rules" / "spelling.py").write_text(UNAVAILABLE)
    ran = run_newslint("rules", "--no-plugin", "bundled")
    (line,) = [line for line in ran.out.splitlines() if line.startswith("LOC009")]
    assert line.split()[4] == "unavailable"
    ran = run_newslint("rules", "--no-plugin", "bundled", "--format", "json")
    rows = {row["code"]: row for row in json.loads(ran.out)}
    assert (rows["LOC009"]["on"], rows["LOC009"]["lacks"]) == (False, "'newslint-acme[spell]'")
    assert rows["LOC001"]["lacks"] is None


def test_asked_for_by_name_it_is_trouble_and_the_line_that_installs_it(run_newslint, newsroom):
    (newsroom / "newslint.toml").write_text('rules = ["rules"]\n')
    (newsroom / "rules" / "spelling.py").write_text(UNAVAILABLE)
    (newsroom / "a.txt").write_text("A short text.\n")
    assert run_newslint("check", "a.txt").status == 0
    ran = run_newslint("check", "a.txt", "--select", "spelling")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'newslint-acme[spell]'" in ran.err
    assert "Traceback" not in ran.err
