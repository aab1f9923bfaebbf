"""The pytest plugin, in a pytest of its own."""

import pytest
from making import bad_word

from newslint.testing import assert_examples

BROKEN = '''
from newslint import Doc, Findings, rule


@rule("LOC008")
def wrong_example(doc: Doc) -> Findings:
    """Words.

    Bad: A >>word<< here.
    """
    return ()
'''


@pytest.fixture
def content(pytester, newsroom, monkeypatch):
    """A content repository with rules of its own; the bundled ones stay out for speed."""
    monkeypatch.chdir(newsroom)
    monkeypatch.setattr("newslint.plugins.entries", lambda group: [])
    (newsroom / "pytest.ini").write_text("[pytest]\n")
    return newsroom


def run(pytester, *arguments):
    return pytester.inline_run("-p", "newslint.testing", "-p", "no:cacheprovider", *arguments)


def names(result) -> set[str]:
    return {report.nodeid for report in result.getreports("pytest_runtest_logreport")}


def test_every_rule_is_a_test(pytester, content):
    result = run(pytester)
    result.assertoutcome(passed=3)
    assert names(result) == {"newslint::LOC001", "newslint::LOC002", "newslint::LOC003"}


def test_an_example_that_does_not_hold_fails(pytester, content):
    (content / "rules" / "broken.py").write_text(BROKEN)
    result = run(pytester)
    result.assertoutcome(passed=3, failed=1)
    (report,) = result.getfailures()
    assert "LOC008 wrong-example, example at line 3" in str(report.longrepr)
    assert "expected, not found: 1:3 'word'" in str(report.longrepr)
    assert "Traceback" not in str(report.longrepr)


def test_tests_of_ones_own_run_beside_them(pytester, content):
    (content / "test_own.py").write_text("def test_own(): pass\n")
    result = run(pytester)
    result.assertoutcome(passed=4)


def test_rules_can_be_chosen_by_keyword(pytester, content):
    (content / "test_own.py").write_text("def test_own(): pass\n")
    assert {one.rsplit("::", 1)[1] for one in names(run(pytester, "-k", "LOC001"))} == {"LOC001"}
    assert {one.rsplit("::", 1)[1] for one in names(run(pytester, "-k", "own"))} == {"test_own"}


def test_a_rule_that_does_not_load_fails_the_run(pytester, content):
    (content / "rules" / "broken.py").write_text("1/0")
    result = run(pytester)
    assert result.ret != 0


def test_one_rule_can_be_asserted():
    assert_examples(bad_word)


def test_a_wrong_example_raises():
    from newslint import rule

    @rule("TST080")
    def silent(doc):
        """Words.

        Bad: >>x<<
        """
        return ()

    with pytest.raises(AssertionError, match="expected, not found: 1:1 'x'"):
        assert_examples(silent)


UNAVAILABLE = BROKEN.replace('"LOC008"', '"LOC008", needs={"no_such_module_": "acme[x]"}')


def test_a_rule_that_lacks_a_module_is_skipped(pytester, content):
    (content / "rules" / "wrong.py").write_text(UNAVAILABLE)
    result = run(pytester, "-k", "LOC008")
    assert result.countoutcomes() == [0, 1, 0]
