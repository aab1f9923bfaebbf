import pytest


@pytest.mark.parametrize("kind", [(), ("--toml",)])
def test_a_new_rule_passes_its_own_examples(run_newslint, here, kind):
    ran = run_newslint("new", "rule", "long-sentence", *kind)
    assert ran.status == 0
    (file,) = (here / "rules").iterdir()
    assert str(file.relative_to(here)) in ran.out
    tried = run_newslint("test", "--no-plugin", "bundled", str(file))
    assert tried.status == 0, tried.out + tried.err


def test_the_message_says_what_to_do_next_and_that_works(run_newslint, here):
    ran = run_newslint("new", "rule", "long-sentence")
    command = ran.out.strip().partition("try it: newslint ")[2].split()
    assert run_newslint(*command).status == 0


def test_a_folder_that_the_configuration_does_not_name_yet_is_to_be_put_there(
    run_newslint, newsroom, monkeypatch
):
    (newsroom / "desk").mkdir()
    monkeypatch.chdir(newsroom / "desk")
    ran = run_newslint("new", "rule", "long-sentence", "--folder", "own/house")
    assert 'put rules = ["desk/own/house"] into the configuration' in ran.err
    ran = run_newslint("new", "rule", "short-sentence", "--folder", "../rules/house")
    assert (ran.status, ran.err) == (0, "")


def test_a_second_rule_gets_a_code_of_its_own(run_newslint, newsroom):
    run_newslint("new", "rule", "long-sentence")
    tried = run_newslint("test", "--no-plugin", "bundled")
    assert tried.status == 0, tried.out + tried.err
    assert tried.out.startswith("4 rules")


def test_nothing_is_overwritten(run_newslint, here):
    run_newslint("new", "rule", "long-sentence")
    (file,) = (here / "rules").iterdir()
    file.write_text("mine")
    assert run_newslint("new", "rule", "long-sentence").status == 2
    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", ["Über!", "../escape", "", "1st"])
def test_a_name_that_cannot_be_is_refused(run_newslint, here, name):
    ran = run_newslint("new", "rule", name)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert not list(here.rglob("*.py"))


@pytest.mark.parametrize("code", ["loc1", "NLX001"])
def test_a_code_that_cannot_be_is_refused(run_newslint, here, code):
    ran = run_newslint("new", "rule", "long-sentence", "--code", code)
    assert ran.status == 2
    assert not list(here.rglob("*.py"))


def test_a_new_plugin_has_what_a_plugin_needs(run_newslint, here):
    ran = run_newslint("new", "plugin", "acme")
    assert ran.status == 0
    root = here / "newslint-acme"
    assert (root / "pyproject.toml").read_text().count("[project.entry-points.newslint]") == 1
    assert list(root.rglob("*.py"))
    assert run_newslint("new", "plugin", "acme").status == 2
