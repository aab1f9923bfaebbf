import pytest


@pytest.mark.parametrize("name", ["LOC001", "loc001", "bad-word", "bad_word"])
def test_a_rule_is_explained_by_code_or_name(run_newslint, newsroom, name):
    ran = run_newslint("explain", name, "--no-plugin", "bundled")
    assert ran.status == 0
    assert "LOC001" in ran.out
    assert "The word badword." in ran.out
    assert "goodword" in ran.out


def test_options_are_explained(run_newslint, newsroom):
    ran = run_newslint("explain", "risky-word", "--no-plugin", "bundled")
    assert "word" in ran.out
    assert "risky" in ran.out


@pytest.mark.parametrize("name", ["NLX001", "nlx001", "rule-crashed"])
def test_what_the_engine_reports_is_explained_too(run_newslint, newsroom, name):
    ran = run_newslint("explain", name, "--no-plugin", "bundled")
    assert ran.status == 0
    assert "rule-crashed" in ran.out


def test_an_unknown_rule_names_the_nearest(run_newslint, newsroom):
    ran = run_newslint("explain", "bad-wrod", "--no-plugin", "bundled")
    assert (ran.status, ran.out) == (2, "")
    assert "no rule is called 'bad-wrod'; did you mean 'bad-word'?" in ran.err


def test_documentation_that_cannot_be_parsed_is_an_error_without_a_traceback(
    run_newslint, newsroom
):
    (newsroom / "rules" / "odd.py").write_text(
        'from newslint import rule\n\n@rule("LOC009")\ndef odd(doc):\n    """Words.\n\n'
        '    Bad: >>never closed\n    """\n    return ()\n'
    )
    ran = run_newslint("explain", "odd", "--no-plugin", "bundled")
    assert "Traceback" not in ran.err
    assert ran.status in (0, 2)
