from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newslint.doc import Doc
from newslint.text.language import language, tell

ENGLISH = [
    "The mayor said the plan works.",
    "The council voted on Monday to close the old bridge.",
    "Shares of Harlow Mills Inc rose 3 percent on Friday after the company named a new chairman.",
    "Note: Prior year results include a loss of 12 cents a share from the sale of a unit.",
    "He was sworn in as the country's third prime minister here Tuesday.",
]
OTHERS = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))
UNSURE = {
    "nothing": "",
    "a number": "12,345",
    "a headline": "Harlow bridge closed",
    "names": "Ann Lee, Bo Ray, Carla Díaz de la Vega, Jean van den Berg",
    "Scots": "The bailie telt fowk that the auld brig wis nae langer safe, an that it wad be "
    "steekit for twa year. He said thay hae tae mend it afore the winter, for it isna richt.",
    "formal Scots": "The cooncil hes voted that the brig and the wark on it is for awbody, an that "
    "the richts o the toun is til be hained. Nane o thaim thocht that the warld hes a better richt "
    "for the fowk that bides there, and the wark is til be duin in the simmer.",
    "Nigerian Pidgin": "The governor don talk say di bridge no dey safe again and dem go close am "
    "for two year. E say wey dem no fit wait, dis tin dey worry pipol for di area well well.",
    "half and half": "The mayor said that the bridge would be closed for two years because it is "
    "no longer safe. El alcalde dijo que el puente no es seguro y que se cerrará durante dos años "
    "para las obras, y que no hay dinero para otro.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_told_from_a_sentence(text: str) -> None:
    assert tell(text) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told(code: str) -> None:
    assert tell(OTHERS[code]) == code


@pytest.mark.parametrize("kind", UNSURE)
def test_short_and_mixed_texts_are_unsure(kind: str) -> None:
    assert tell(UNSURE[kind]) is None


def test_foreign_names_do_not_make_english_foreign() -> None:
    text = "Carla de la Vega and Jean van den Berg of La Cruz said on Friday that they will not go."
    assert tell(text) == "en"


def test_a_foreign_second_half_is_seen() -> None:
    english = "The mayor said that the bridge would be closed for two years. " * 30
    spanish = OTHERS["es"] + " "
    assert tell(english + spanish * 40) is None


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("pt_BR", "pt"), ("English", "en"), ("EN", "en"), ("zh-hant-tw", "zh"),
     ("nb-NO", "no"), ("", "de"), ("unknown", "de")],
)  # fmt: skip
def test_a_declared_language_is_believed(declared: str, code: str) -> None:
    assert language(Doc(OTHERS["de"], meta={"language": declared})) == code


def test_the_settled_language_wins() -> None:
    assert language(Doc(OTHERS["de"], meta={"language": "de"}, language="en")) == "en"
