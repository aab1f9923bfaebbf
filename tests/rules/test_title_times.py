"""Two titles of one person that were both right, each at its time."""

import pytest

from newslint import Doc
from newslint_rules.titles.title_conflict import title_conflict


def conflicts(text: str, date: str) -> list[str]:
    found = title_conflict(Doc(text, meta={"date": date}, language="en"))
    return [one.span.text for one in found]


KIN = (
    "President-elect Ola W. Berg left. He is proud of his father, President Ola Berg, he says.",
    ("President Ruiz ate on Friday.\n\nHe was joined by former President Karl Ruiz, who slept."),
    "President Ruiz said on Friday that it is open. Former President Karl Ruiz, his father, ate.",
    "Gov. Cortado ate by the bridge named for his father, former Gov. Marius Cortado.",
    (
        "The killing of former Prime Minister Rafael Harouni, father of the premier, was long ago."
        " On Monday Prime Minister Harouni said he will stay."
    ),
)
BETWEEN = (
    (
        "President-elect Ana Ruiz named her cabinet on Friday. If President Ruiz keeps her word, it"
        " will be small."
    ),
    "President-elect Ana Ruiz named her cabinet on Friday. President Ruiz would keep it small.",
    "Chief Justice nominee Ola Berg was heard. Chief Justice Berg, if confirmed, would be young.",
    (
        "President Ana Ruiz said on Monday she is well. Berg met President-elect Ruiz after the"
        " vote and never left."
    ),
    (
        "Gov. Ana Ruiz signed it on Monday. Governor-elect Ruiz changed her mind in December, aides"
        " said."
    ),
    "President Ana Ruiz signed it. Aides to President Lund and President-elect Ruiz had met.",
)
CHANGES = (
    (
        "Karl Lund was sworn in on Monday as President Lund. Former President Ana Ruiz left by car."
        " President Ruiz waved."
    ),
    "Prime Minister Ola Berg will step down on Friday. Former Prime Minister Ola Berg will teach.",
    (
        "The former mayor, Ola Berg, was voted out in March. The tributes to Mayor Ola Berg, who"
        " quit the next day, were few."
    ),
    (
        "Former President Ana Ruiz left. He thanked outgoing President Ana Ruiz."
        " President Ruiz waved."
    ),
)
MOVES = (
    "Zeta named former Lundco CEO Ola Berg on Monday. CEO Berg says he will start in May.",
    "Acting Mayor Ola Berg was confirmed on Monday. Mayor Berg says he will serve until May.",
    "Former Mayor Ola Berg left. As Mayor Berg he has built the bridge and is proud of it.",
    "Mayor-elect Ola Berg left. By law Mayor Berg can sack the clerk.",
    "President Ola Berg spent his last hours in office. The former president, Ola Berg, then left.",
)
LIVES = (
    "Former President Ola Berg has died at 91. He won in a landslide. President Berg cut taxes.",
    "Former Mayor Ola Berg went on trial on Monday. When Mayor Berg had the deal he knew it.",
    "Former Mayor Ola Berg left. The judge named by Mayor Berg stayed.",
    "Former Mayor Ola Berg left. The council said Mayor Berg had sold the bridge.",
    "Former King Ola abdicated for his son. It began when King Ola broke his hip.",
)


@pytest.mark.parametrize("text", KIN + BETWEEN + CHANGES + MOVES + LIVES)
def test_each_title_at_its_time(text):
    assert conflicts(text, "2019-03-04") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "Former President Karl Ruiz left with his wife. On Friday President Ruiz said no.",
            "Former President Karl Ruiz",
        ),
        (
            "President Karl Ruiz left. On Friday former President Karl Ruiz said no.",
            "former President Karl Ruiz",
        ),
        ("Mayor-elect Ola Berg left. If nobody stays, Mayor Berg says no.", "Mayor-elect Ola Berg"),
        (
            "Gov. Ana Ruiz signed it. Governor-elect Ruiz says she will sign more in December.",
            "Governor-elect Ruiz",
        ),
        (
            "President Ana Ruiz left. President-elect Ruiz on Monday said no on election day.",
            "President-elect Ruiz",
        ),
        (
            "Hide caption President-elect Ana Ruiz waves. On Monday President Ana Ruiz said no.",
            "President-elect Ana Ruiz",
        ),
        (
            "Former Mayor Ola Berg met the widow of a man who died. Mayor Berg says he is sorry.",
            "Former Mayor Ola Berg",
        ),
    ],
)
def test_near_misses_are_still_found(text, marked):
    assert conflicts(text, "2019-09-04") == [marked]


@pytest.mark.parametrize("place", ["Kenyan", "", "Virginia's "])
def test_a_possessive_place_does_not_hide_a_title(place):
    text = f"Gov.-elect Ola Berg says no. {place}Gov. Ola Berg says yes.".replace("Kenyan", "")
    assert conflicts(text, "2019-09-04") == ["Gov.-elect Ola Berg"]


def test_one_country_under_two_names():
    text = "US President-elect Ana Ruiz left. On Monday U.S. President Ana Ruiz said no."
    assert conflicts(text, "2019-09-04") == ["President-elect Ana Ruiz"]


LOOKS_BACK = (
    "The bill is of former President Barack Obama. The law of 2010 was signed by President Obama."
)


def test_whoever_is_in_office_by_the_facts_is_no_former_president():
    assert conflicts(LOOKS_BACK, "2015-05-01") == ["former President Barack Obama"]
    assert conflicts(LOOKS_BACK, "2018-05-01") == []
    assert conflicts(LOOKS_BACK, "2008-05-01") == []
    assert conflicts(LOOKS_BACK, "2017-01-20") == []


@pytest.mark.parametrize("name", ["Bush", "George Bush"])
def test_facts_say_nothing_of_a_name_that_two_presidents_bore(name):
    text = f"He was named by former President {name}. The law was signed by President {name}."
    assert conflicts(text, "2005-05-01") == []


def test_facts_say_nothing_of_whoever_is_back_in_office():
    text = LOOKS_BACK.replace("Barack Obama", "Donald Trump").replace("Obama", "Trump")
    assert conflicts(text, "2019-05-01") == ["former President Donald Trump"]
    assert conflicts(text, "2025-05-01") == []


def test_an_elect_of_a_year_in_which_the_office_was_held():
    text = "In {} President-elect Barack Obama said yes. President Obama could sign it."
    assert conflicts(text.format(2012), "2015-05-01") == ["President-elect Barack Obama"]
    assert conflicts(text.format(2008), "2015-05-01") == []


@pytest.mark.parametrize(
    ("former", "plain", "found"),
    [
        ("Labour leader", "Labour leader", True),
        ("Labour leader", "Green leader", False),
        ("First Minister", "First Minister", True),
        ("Taoiseach", "Taoiseach", True),
        ("Lundco CEO", "Lundco chief executive", True),
        ("Secretary-General", "Secretary General", True),
        ("Defence Minister", "Defense Minister", True),
        ("Crown Prince", "Crown Prince", True),
    ],
)
def test_titles_of_many_countries(former, plain, found):
    text = f"Former {former} Ana Ruiz left. On Monday {plain} Ana Ruiz said no."
    assert conflicts(text, "2019-09-04") == [f"Former {former} Ana Ruiz"] * found
