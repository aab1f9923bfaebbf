import csv
from datetime import date
from pathlib import Path

import pytest

from newslint import Doc, NewslintError
from newslint_rules.titles import office_facts
from newslint_rules.titles.office_facts import read_facts
from newslint_rules.titles.title_out_of_term import title_out_of_term
from newslint_rules.titles.title_style import title_style


def out_of_term(text: str, day: str, **options) -> list[str]:
    doc = Doc(text, meta={"date": day}, language="en")
    return [one.span.text for one in title_out_of_term(doc, **options)]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-11-20", "US [President-elect Joe Biden] will open the talks."),
        ("2015-11-20", "On Monday [President-elect Donald Trump] left."),
        ("2019-05-05", "The bill of [President Joe Biden] was read."),
        ("2016-03-01", "French [President Emmanuel Macron] left."),
        ("2018-02-01", "[Vice President Joe Biden] said on Monday that he left."),
        ("1961-12-05", "A letter from [President Dwight Eisenhower] came."),
        ("2015-06-01", "[Sen. Adam Schiff] left on Monday."),
    ],
)
def test_a_title_out_of_its_term_is_found(day, text):
    found = text[text.index("[") + 1 : text.index("]")]
    assert out_of_term(text.replace("[", "").replace("]", ""), day) == [found]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2020-11-20", "US President-elect Joe Biden will open the talks."),
        ("2021-01-22", "President-elect Joe Biden said on Wednesday that he is glad."),
        (
            "2018-02-01",
            "A law.\n\nA fee.\n\nThey told President-elect Donald Trump of it.",
        ),
        (
            "2017-02-14",
            "President-elect Trump met the envoy whom then-President Barack Obama had sent.",
        ),
        ("2018-02-01", "The law was signed by President Barack Obama."),
        ("2016-02-01", "President Bill Clinton says it was hard."),
        ("2019-05-05", "A President Joe Biden would sign it."),
        ("2019-05-05", "If he wins, President Joe Biden would sign it."),
        ("2019-05-05", '"President Joe Biden," she said, "sounds good."'),
        ("2023-05-05", "Photos: President-elect Joe Biden waves. Hide caption."),
        ("2019-05-05", "KARL LUND: On Monday President Joe Biden left."),
        ("2015-06-01", "Karl Lund met President Joe Lund on Monday."),
        ("2012-05-02", "Acme President Emmanuel Macron left on Monday."),
        ("1850-05-02", "President George Bush spoke."),
        ("1987-05-02", "Then-President Ronald Reagan spoke."),
        ("2005-03-01", "Sen. Jim Banks left on Monday."),
        ("2005-06-01", "In Kenya President Barack Berg left."),
    ],
)
def test_what_may_be_right_is_left_alone(day, text):
    assert out_of_term(text, day) == []


def test_without_a_date_nothing_is_said():
    assert list(title_out_of_term(Doc("President-elect Joe Biden left.", language="en"))) == []


def test_the_days_around_a_change_are_an_option():
    text = "President-elect Joe Biden says no."
    assert out_of_term(text, "2021-01-25") == ["President-elect Joe Biden"]
    assert out_of_term(text, "2021-01-25", tolerance=10) == []


def test_the_message_names_the_term_that_is_near():
    doc = Doc("President-elect Joe Biden left.", meta={"date": "2024-11-20"}, language="en")
    (found,) = title_out_of_term(doc)
    assert found.message == (
        "Joe Biden was no president-elect on the article's date, 20 November 2024, but from "
        "3 November 2020 to 20 January 2021"
    )


FACTS = "person,office,start,end,country\nKarl Lund,Mayor,2019-10-01,2023-09-30,\n"
ARTICLE = "Mayor Karl Lund opened the bridge."


def written(folder: Path, text: str, name: str = "facts.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_users_add_facts_of_their_own(tmp_path):
    facts = (written(tmp_path, FACTS),)
    assert out_of_term(ARTICLE, "2019-05-05", facts=facts) == ["Mayor Karl Lund"]
    assert out_of_term(ARTICLE, "2020-05-05", facts=facts) == []
    assert out_of_term(ARTICLE, "2019-05-05") == []


def test_facts_may_be_tab_separated_with_months_and_other_columns(tmp_path):
    text = "# ours\noffice\tperson\tend\tstart\tnote\ngovernor\tKarl Lund\t\t2019-10\tso\n"
    facts = (written(tmp_path, text, "facts.tsv"),)
    assert out_of_term("Gov. Karl Lund left.", "2018-05-05", facts=facts) == ["Gov. Karl Lund"]
    assert out_of_term("Gov. Karl Lund left.", "2019-08-05", facts=facts) == []
    assert out_of_term("Gov. Karl Lund left.", "2030-08-05", facts=facts) == []


@pytest.mark.parametrize("country", ["Norway", "Norwegian"])
def test_a_country_is_told_by_its_name_or_its_adjective(tmp_path, country):
    line = f"Lund,prime minister,2019-10-01,2021-10-01,{country}\n"
    facts = (written(tmp_path, "person,office,start,end,country\n" + line),)
    text = "{} Prime Minister Karl Lund left."
    assert out_of_term(text.format("Norwegian"), "2018-05-05", facts=facts)
    assert not out_of_term(text.format("Swedish"), "2018-05-05", facts=facts)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "facts.csv:1: no office facts"),
        ("person,office,start\n", "facts.csv:1: no column 'end' in the first line"),
        (FACTS + "Ana Ruiz,mayor,2019\n", "facts.csv:3: 3 values for 5 columns"),
        (FACTS + "Ana Ruiz,mayor,,,\n", "facts.csv:3: 'start' is empty"),
        (FACTS + "Ana Ruiz,mayor,2019-13-01,,\n", "facts.csv:3: '2019-13-01' is no date"),
        (FACTS + "Ana Ruiz,mayor,May 2019,,\n", "facts.csv:3: 'May 2019' is no date"),
        (FACTS + "Ana Ruiz,mayor,2019,2018,\n", "facts.csv:3: it ends"),
        (FACTS + "Ana Ruiz,lamplighter,2019,,\n", "facts.csv:3: 'lamplighter' is no title"),
        (FACTS + '"Ana Ruiz\n",mayor,2019,,\n', "facts.csv:3: "),
    ],
)
def test_a_file_that_cannot_be_understood_is_an_error_with_its_line(tmp_path, text, message):
    with pytest.raises(NewslintError) as error:
        read_facts((written(tmp_path, text),))
    assert message in str(error.value)


def test_paths_of_facts_count_from_the_configuration(tmp_path, run_newslint):
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, f"---\ndate: 2019-05-05\n---\n{ARTICLE} It is new.\n", "a.md")
    written(tmp_path, FACTS)
    config = 'language = "en"\nselect = ["TTL002"]\n[options.title-out-of-term]\nfacts = ["{}"]\n'
    written(tmp_path, config.format("facts.csv"), "newslint.toml")
    ran = run_newslint("check", "--format", "concise", "a.md", cwd=inner)
    assert ran.status == 1
    assert "a.md:4:1: TTL002" in ran.out

    written(tmp_path, FACTS + "Ana Ruiz,mayor,soon,,\n")
    ran = run_newslint("check", "a.md", cwd=inner)
    assert ran.status == 2
    assert "facts.csv:3: 'soon' is no date" in ran.err
    assert "Traceback" not in ran.err

    written(tmp_path, config.format("none.csv"), "newslint.toml")
    ran = run_newslint("check", "a.md", cwd=inner)
    assert ran.status == 2
    assert "none.csv: the office facts cannot be read: No such file" in ran.err


def test_the_facts_that_ship_are_well_formed():
    file = Path(office_facts.__file__).with_name("office_facts.tsv")
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) > 1500
    assert {row["source"] for row in rows} >= {"congress-legislators", "REIGN", "Archigos"}
    countries = {row["country"] for row in rows}
    assert all(office_facts.country_of(country) == country for country in countries)
    assert read_facts() is read_facts()


@pytest.mark.parametrize(
    ("day", "name"),
    [("1999-05-05", "Bill Clinton"), ("2005-05-05", "George W. Bush"), ("2022-05-05", "Joe Biden")],
)
def test_a_president_is_in_office_in_the_term(day, name):
    (mention,) = Doc(f"President {name} left.", language="en").people
    terms = read_facts().terms(mention)
    now = date.fromisoformat(day)
    assert any(term.office == "president" and term.has(now) for term in terms)


def style(text: str) -> list[str]:
    return [one.span.text for one in title_style(Doc(text, language="en"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Gov. Ana Ruiz. They met Governor Karl Lund too.", "Governor Karl Lund"),
        ("They met Prime Minister Karl Lund. Prime minister Lund left.", "Prime minister Lund"),
        ("Council spokesman Karl Lund left. Council Spokesperson Karl Lund came back.",
         "Council Spokesperson Karl Lund"),
        ("French spokesman Karl Lund met French Spokesman Paul Berg.", "Spokesman Paul Berg"),
    ],
)  # fmt: skip
def test_one_title_in_two_ways_is_found(text, found):
    assert [place.endswith(found) for place in style(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ana Ruiz left. They met Governor Karl Lund.",
        'They met Gov. Ana Ruiz. "I met Governor Karl Lund," she said.',
        "They met President Karl Lund. Acme president Paul Berg left.",
        "They met Foreign Minister Karl Lund. Ask the foreign minister, Karl Lund.",
        "They met the spokesman Karl Lund. Later came Spokesman Karl Lund.",
        "They met Chairman Karl Lund and former chairman Karl Lund.",
        "GOVERNOR ANA RUIZ LEFT. They met Governor Karl Lund.",
        "They met Gov. Ana Ruiz. Hide Caption 1 of 9 They met Governor Karl Lund.",
        "They met Gov. Ana Ruiz. JUST WATCHED How they met Governor Karl Lund.",
        "They met Gov. Ana Ruiz. He becomes governor Jan. 1 and stays.",
    ],
)
def test_one_style_is_left_alone(text):
    assert style(text) == []
