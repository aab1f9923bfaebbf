from pathlib import Path

import pytest

import newslint_rules
from newslint.errors import PluginError
from newslint.plugins import load_book


def test_families_that_sleep_wake_when_somebody_asks_for_their_rules():
    book = load_book()
    assert "quality" not in book.families
    asleep = [one for one in book.awake.rules if one.family == "quality"]
    assert asleep
    assert book.find(asleep[0].code) is book.find(asleep[0].name) is asleep[0]
    assert book.meant("quality") == {one.code for one in asleep}
    assert {one.code for one in asleep} <= book.meant("all")
    assert book.awake.awake is book.awake


def test_rules_that_sleep_are_off_and_named_as_their_files_are_and_as_the_package_says():
    for family, beginning in newslint_rules.SLEEPING.items():
        for one in load_book().awake.rules:
            if one.family == family:
                assert not one.default
                assert one.code.startswith(beginning)
                assert Path(one.file).stem.replace("_", "-") == one.name


@pytest.mark.parametrize("claimed", ["code = 'QUA001'\nname = 'own-words'", "NAME"])
def test_a_rule_that_claims_what_a_sleeping_rule_has_is_an_error(tmp_path, claimed):
    asleep = next(one for one in load_book().awake.rules if one.family == "quality")
    what = claimed.replace("NAME", f"code = 'HOU001'\nname = '{asleep.name}'")
    file = tmp_path / "own.toml"
    file.write_text(f"[[rule]]\n{what}\nforbid = ['moneys']\nmessage = 'm'\nabout = 'A.'\n")
    with pytest.raises(PluginError, match="is claimed by two rules"):
        load_book([tmp_path])
