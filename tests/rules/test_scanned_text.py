import pytest

from newslint import Doc
from newslint_rules.garbled.scanned_text import scanned_text

CLEAN = (
    "The ferry left the wharf at ten with sixty guests on board and came back before noon, and "
    "the secretary said that the boat had kept her speed on the outward run. "
)


def said(text: str) -> list[str]:
    return [one.message for one in scanned_text(Doc(text, language="en"))]


def test_scanned_text_is_one_finding_of_the_whole_article():
    text = CLEAN + "Tlie boat, wbich is new, rnade a trip in fair vveather at l0 o'clock."
    (found,) = scanned_text(Doc(text, language="en"))
    assert found.whole
    assert found.message == (
        "scanned text: about 11 in 100 words misread, such as 'Tlie', 'wbich', 'rnade', "
        "'vveather', 'l0'"
    )


@pytest.mark.parametrize("slips", ["wbich thc aftcr", "c0al 0ther l0", "yoBterday hcre beforo"])
def test_three_misread_words_in_a_short_text_are_enough(slips):
    assert said(CLEAN + " ".join(f"and {slip} went" for slip in slips.split()) + ".")


def test_few_slips_in_a_long_text_are_typing():
    assert said(CLEAN * 12 + "It was wbich aftcr hcre.") == []


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        CLEAN + "Lund Bleck Rimer and Hass met at LRA, GAF and MUSC with FECs and iPhone5s.",
        CLEAN + "Shr 34 cts vs 12 cts. Net 1.2 mln vs 3.4 mln. Revs 50.1 mln vs 40 mln. Nine mths.",
        CLEAN + "On the 1st, 2nd and 3rd at 10am it sold 5k, 3D and B2B in the 1980s for 12p.",
        CLEAN + "The govern-\nment asked the trans-\nport trust for a sec-\nond boat.",
        "He wis aye a guid laddie, an' cam hame whan it wis cauld; couldnae thole it.",
        "He whanau kotahi tatou, said the kaumatua at the marae; kia kaha, and the tamariki sang.",
        CLEAN + "The 1l flask and the 10l drum held clindamycin, omeprazole and l-DOPA.",
        CLEAN + "Wbich Wbich Wbich. Thc Thc Thc. Aftcr Aftcr Aftcr.",
    ],
)
def test_names_tables_numbers_and_line_ends_are_left_alone(text):
    assert said(text) == []


def test_a_small_i_taken_for_a_capital_counts():
    assert said("The road Is closed and the boat In the bay was lost If the wind turns.")


def test_nothing_is_said_of_nothing():
    assert said("") == []


def test_a_form_without_end_is_no_word():
    assert said("la" * 100_000 + " " + "1a0" * 50_000) == []
