import pytest

WRONG = '''
from newslint import rule


@rule("LOC009")
def wrong_example(doc):
    """Words.

    Bad: A >>word<<.
    """
    return ()
'''


@pytest.fixture
def examples(run_newslint, newsroom):
    def run(*arguments: str):
        return run_newslint("test", "--no-plugin", "bundled", *arguments)

    return run


def test_all_examples_of_all_rules_run(examples):
    ran = examples()
    assert (ran.status, ran.out) == (0, "3 rules, 6 examples: all pass\n")


def test_an_example_that_does_not_hold_fails(examples, newsroom):
    (newsroom / "rules" / "wrong.py").write_text(WRONG)
    ran = examples()
    assert ran.status == 1
    assert "LOC009 wrong-example" in ran.out
    assert "expected, not found: 1:3 'word'" in ran.out
    assert ran.out.endswith("4 rules, 7 examples: 1 failed\n")


def test_a_file_or_folder_means_its_rules(examples, newsroom):
    (newsroom / "rules" / "wrong.py").write_text(WRONG)
    assert examples("rules/own.py").status == 0
    assert "1 rule, 1 examples: 1 failed" in examples("rules/wrong.py").out
    assert "4 rules" in examples("rules").out


def test_rules_that_no_configuration_names_can_be_tried(examples, newsroom):
    (newsroom / "more").mkdir()
    (newsroom / "more" / "wrong.py").write_text(WRONG)
    assert "1 rule, 1 examples: 1 failed" in examples("more").out


def test_without_local_rules_no_python_is_run(examples, newsroom):
    (newsroom / "more").mkdir()
    (newsroom / "more" / "trap.py").write_text("raise RuntimeError('ran')")
    (newsroom / "newslint.toml").write_text("")
    ran = examples("more", "--no-local-rules")
    assert ran.status == 2
    assert "no rules found there" in ran.err


@pytest.mark.parametrize("path", ["nowhere", "bad.txt", "newslint.toml"])
def test_a_path_without_rules_is_an_error(examples, path):
    ran = examples(path)
    assert ran.status == 2
    assert ran.err.startswith("newslint: ")
    assert "Traceback" not in ran.err


def test_failures_do_no_harm_to_the_terminal(examples, newsroom):
    (newsroom / "rules" / "wrong.py").write_text(
        WRONG.replace('"""Words', 'r"""Words').replace(">>word<<", r">>\x1b[2J\u202e<<")
    )
    ran = examples()
    assert ran.status == 1
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
