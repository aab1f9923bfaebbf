import pytest

from newslint import Article, Doc
from newslint_rules.dates.age_or_interval_mismatch import age_or_interval_mismatch
from newslint_rules.dates.date_sources_disagree import date_sources_disagree
from newslint_rules.dates.dateline_mismatch import dateline_mismatch
from newslint_rules.dates.impossible_date import impossible_date
from newslint_rules.dates.reported_before_it_happened import reported_before_it_happened
from newslint_rules.dates.weekday_mismatch import weekday_mismatch

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def article(text: str, **meta: str) -> Doc:
    return Doc(text, meta=meta, language="en")


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_every_wrong_weekday_is_found(weekday):
    found = list(weekday_mismatch(article(f"It is set for {weekday}, November 20, 2024.")))
    assert bool(found) == (weekday != "Wednesday")


def severities(text: str, published: str) -> list[str | None]:
    return [one.severity for one in weekday_mismatch(article(text, date=published))]


def test_far_from_publication_the_year_is_a_guess():
    near = "They met on Friday, March 7, at the port."
    assert severities(near, "2024-03-12") == [None]
    assert severities(near, "2024-08-12") == ["info"]  # 2025 would fit
    assert severities(near.replace("Friday", "Monday"), "2024-08-12") == ["info"]
    assert severities(near.replace("Friday", "Monday"), "2024-04-12") == [None]
    assert severities(near, "2024-04-12") == ["info"]
    assert severities("They met on Wednesday, March 7, at the port.", "2019-08-12") == ["info"]
    assert severities(near, "") == []


def test_a_year_named_shortly_before_makes_it_an_info():
    text = "In 2008 it was full. They met on Friday, March 7, at the port."
    assert severities(text, "2016-08-12") == ["info"]
    assert severities(text, "2016-03-12") == ["info"]
    assert severities(text.replace("port.", "port, he said."), "2016-03-12") == ["warning"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2019, on Wednesday 12 June, the old bridge fell.", []),
        ("In 2019, on Sunday 12 June, the old bridge fell.", [None]),
        ("The old bridge fell on Wednesday, June 12, in 2019.", []),
        ("Last year's regatta, on Friday, June 12, was called off.", []),
        ("Last year's regatta, on Thursday, June 12, was called off.", [None]),
        ("Next year's regatta starts on Sunday, June 12.", []),
        ("He parked by Highway 1998 on Friday, June 12, with his goats.", ["info"]),
    ],
)
def test_the_year_of_its_own_sentence(text, found):
    assert severities(text, "2021-06-15") == found


def test_the_year_of_the_story():
    opened = "On May 4, 1974, a Saturday, the mill burned down.\n\nA crowd stood in the rain.\n\n"
    text = opened + "The owner fled six weeks later, on Sunday, June 16."
    assert severities(text, "2021-06-15") == ["info"]
    assert severities(text.replace("Sunday", "Monday"), "2021-06-15") == [None]
    assert severities(text.replace("Sunday", "Wednesday"), "2021-06-15") == []
    assert severities(text.replace("fled", "said he will flee"), "2021-06-15") == ["warning"]


def test_days_that_stories_go_back_to():
    assert severities("It fell on Tuesday, Sept. 11, in the rain.", "2010-09-13") == ["info"]
    assert severities("It fell on Monday, Sept. 11, in the rain.", "2010-09-13") == [None]


def test_a_wrong_date_of_publication():
    text = "They met on Friday, March 7, and parted on Sunday, March 16, at the port."
    assert severities(text, "2015-03-17") == ["info", "info"]  # both were so in 2014
    assert severities(text.replace("Friday", "Saturday"), "2015-03-17") == [None]
    assert severities(text.replace("Friday", "Wednesday"), "2015-03-17") == [None, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ran from Friday, May 3, to Sunday, May 5, 2024, in the park.", 0),
        ("It ran from Friday, May 3, to Monday, May 6, 2024; Saturday, May 4, was wet.", 1),
        ("It ran from Saturday, May 3, to Sunday, May 5, 2024, in the park.", 1),
        ("It ran on Friday, May 3, 2024, and Saturday, May 4, in the park.", 0),
        ("It ran from Monday, Dec. 30, to Thursday, Jan. 2, 2025, in the park.", 0),
    ],
)
def test_a_year_shared_by_two_dates(text, found):
    assert len(severities(text, "2023-05-02")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair is open Friday and Saturday, May 17-18, 2024.", 0),
        ("The fair is open Friday and Sunday, May 17-18, 2024.", 1),
        ("The fair is open Thursday and Saturday, May 17-18, 2024.", 1),
        ("The fair is open Friday to Sunday, 17-19 May 2024.", 0),
        ("The fair is open Thursday to Sunday, 17-19 May 2024.", 1),
        ("The fair is open Friday, Saturday and Monday, May 17-19, 2024.", 0),
        ("The fair is open Mondays and Fridays, May 17-19, 2024.", 0),
        ("The fair is open Saturday 18-19 May 2024.", 0),
        ("The fair is open Friday 18-19 May 2024.", 1),
        ("The court sits Dec. 24, 2024, Monday, Dec. 30, 2024, and then no more.", 0),
        ("Ruby Tuesday, Jan. 5, 2015, closed its doors.", 0),
        ("They wrote in the Lund Sun, May 20, that it was so.", 0),
        ("It was on Sunday, 9 January 1905, by the old calendar.", 0),
        ("It was on Saturday, 9 January 1905, by the old calendar.", 1),
        ("They lost against Sheffield Wednesday, 5 January 2015.", 0),
        ("On Bloody Sunday, May 20, they marched.", 0),
        ("On May 20, 2024, Sunday trading began.", 0),
        ("On May 20, 2024, Tuesday, trading began.", 1),
        ("On May 20, 2024 (Tuesday Magazine), it was in print.", 0),
        ("May 20, 2024, was a Tuesday.", 1),
        ("May 20 was a Tuesday.", 0),
        ("On Sunday - May 20 poll of the town - he won.", 0),
        ("Tuesday - May 20, 2024", 1),
        ("They met on Thursday, May 20, in 2021, and on Friday, May 21 at 7 p.m., 2021.", 0),
        ("They met on Thursday, May 20, '21, and on Tuesday, June 6, '44.", 0),
    ],
)
def test_whose_weekday_it_is(text, found):
    assert len(severities(text, "2024-05-22")) == found


def test_so_many_years_ago():
    text = "They met on Monday, March 12, six years ago, at the port."
    assert severities(text, "2024-03-12") == []
    assert severities(text.replace("Monday", "Friday"), "2024-03-12") == [None]
    text = "They met on Monday, March 12, at the port, where six years ago a ship sank."
    assert severities(text, "2024-03-12") == ["info"]


def test_a_day_that_names_an_event():
    assert severities("On Monday, Jan. 6 rioters were tried.", "2022-02-01") == []
    assert severities("They met on Monday, Jan. 6, at the port.", "2022-01-10") == [None]


def test_quoted_weekday_is_a_warning():
    text = '"We meet on Friday, November 22, 2023, in the old town hall," the mayor said.'
    assert [one.severity for one in weekday_mismatch(article(text))] == ["warning"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Sat, 20 Nov 2024", "Wed"),
        ("SATURDAY, NOVEMBER 20, 2024", "WEDNESDAY"),
        ("Saturday 20 November 2024", "Wednesday"),
        ("November 20, 2024 (Saturday)", "Wednesday"),
    ],
)
def test_fix_is_written_like_the_mistake(written, right):
    (finding,) = weekday_mismatch(article(f"The hearing: {written}."))
    assert finding.fix is not None
    assert not finding.fix.safe
    assert finding.fix.edits[0][1] == right


@pytest.mark.parametrize(
    ("key", "raw", "marked"),
    [
        ("date", "2024-02-30", "2024-02-30"),
        ("date", "2024-13-01", "2024-13-01"),
        ("modified", "2023-02-29T10:00:00Z", "2023-02-29"),
        ("pub_date", "0000-00-00 00:00:00", "0000-00-00"),
        ("updatedAt", "Tue, 31 Jun 2024", "31 Jun 2024"),
        ("date_published", "31/04/2023", "31/04/2023"),
        ("date", "20240230", "20240230"),
        ("date", "20241301T101500", "20241301"),
        ("date", "31 sept 2024", "31 sept 2024"),
        ("date", "Fri Feb 30 10:00:00 2024", "Feb 30"),
        ("date", "2024-02-30, updated 2024-03-01", "2024-02-30"),
    ],
)
def test_impossible_metadata(key, raw, marked):
    doc = Doc("Der Rat tagte.", meta={key: raw}, language="de")
    (finding,) = impossible_date(doc)
    assert marked in finding.span.text
    assert finding.span.source is doc.meta.get(key)


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("date", "2024-02-29"),
        ("date", "yesterday"),
        ("date", "20240229"),
        ("date", "20241231235959"),
        ("date", "1709200000"),
        ("date", "2024-W09"),
        ("date", "5 Feb – 31 Mar 2024"),
        ("date", "31 Mar 2024, 31 views"),
        ("date", "30 minutes ago"),
        ("date", ""),
        ("section", "2024-02-30"),
        ("candidate", "2024-02-30"),
        ("modified", "31 mars 2024"),
    ],
)
def test_metadata_left_alone(key, raw):
    assert list(impossible_date(Doc("The council met.", meta={key: raw}))) == []


@pytest.mark.parametrize(
    "text",
    [
        "February 29, 2023",
        "ended September 31.",
        "on the 31st of June",
        "June 29-31, 2015",
        "due 2024-02-30",
    ],
)
def test_impossible_in_the_text(text):
    assert len(list(impossible_date(article(f"It was {text}")))) == 1


@pytest.mark.parametrize(
    ("language", "text", "weekday", "impossible"),
    [
        ("fr", "Le samedi 20 novembre 2024, elle partit.", 1, 0),
        ("fr", "Le mercredi 20 novembre 2024, elle partit.", 0, 0),
        ("fr", "Samedi et dimanche 20 novembre 2024, elle partit.", 0, 0),
        ("fr", "Le 31 avril, elle partit avec 31 personnes.", 0, 1),
        ("de", "Er kam am 30. Februar 2024 und am Samstag, den 20. November 2024.", 1, 1),
        ("de", "Es brannte in der Nacht zum Donnerstag (20. November 2024).", 0, 0),
        ("de", "Er kam am Mittwoch (20. November 2024).", 0, 0),
        ("es", "Llegó el sábado 20 de noviembre de 2024, no el 31 de junio.", 1, 1),
        ("pt", "Chegou na sexta-feira, 20 de novembro de 2024.", 1, 0),
        ("it", "Arrivò sabato 20 novembre 2024 e vinse 31 set.", 1, 0),
        ("nl", "Hij kwam zaterdag 20 november 2024, niet op 31 juni.", 1, 1),
        ("sv", "Han kom lördagen den 20 november 2024.", 1, 0),
        ("pl", "Przyjechał w sobotę, 20 listopada 2024 r.", 1, 0),
        ("ru", "Он приехал в субботу, 20 ноября 2024 года.", 1, 0),
        ("ru", "Он родился в субботу, 20 ноября 1910 года.", 0, 0),
        ("xx", "Samedi 20 novembre 2024.", 0, 0),
    ],
)
def test_other_languages(language, text, weekday, impossible):
    doc = Doc(text, language=language)
    assert len(list(weekday_mismatch(doc))) == weekday
    assert len(list(impossible_date(doc))) == impossible


def test_other_languages_without_a_year():
    doc = Doc("Sie kam am Samstag, 20. November.", meta={"date": "2024-11-25"}, language="de")
    (found,) = weekday_mismatch(doc)
    assert found.fix is None


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Saturday, 20/11/2024", 1),
        ("Wednesday, 20/11/2024", 0),
        ("Saturday 2024-11-20", 1),
        ("Tuesday, 03/04/2024", 1),
        ("Monday, 03/04/2024", 0),
        ("Monday, 03.04.2024", 1),
    ],
)
def test_weekday_of_a_date_in_digits(written, found):
    assert len(list(weekday_mismatch(article(f"Doors open {written} at noon.")))) == found


@pytest.mark.parametrize(
    ("raw", "found"), [("Wed, 13 Mar 2024 10:00 GMT", 0), ("Tue, 13 Mar 2024 10:00 GMT", 1)]
)
def test_weekday_in_a_field(raw, found):
    assert len(list(weekday_mismatch(article("It met.", date=raw)))) == found


@pytest.mark.parametrize(
    "text",
    [
        "On June 31, 1776, they signed.",
        "It is scheduled for April 31 to give them time.",
        "They came on June 31—and left.",
        "It ran 12-31 June 2017 in the park.",
        "From February 30 through 28 it fell.",
        "A picture of September 31, 2018 shows the bridge.",
        "There was no protest on September 31, he said.",
    ],
)
def test_impossible_days_once_missed(text):
    assert len(list(impossible_date(article(text)))) == 1


DATELINED = "LISBON, May 18 (Agency) - The port was closed on Monday after the vote of the crews."


@pytest.mark.parametrize(
    "head",
    [
        "LISBON, March {} (Agency) - ", "LISBON, {} March - ", "LISBON, March {}. /WIRE/. ",
        "LISBON, Portugal, March {}, 2024 /Wire/ -- ", "LISBON, March {}th (Agency) - ",
        "LISBON - March {}, 2024 - ", "LISBON (WIRE) — March {} — ",
        "LISBON--(WIRE)--March {}, 2024--",
        "New Delhi, March {} (WIRE) ", "Lisbon – {} March 2024 – ", "LISBON/MADRID, Mar. {} — ",
    ],
)  # fmt: skip
def test_forms_of_datelines(head):
    for day, found in ((4, 1), (8, 1), (9, 0), (12, 0), (15, 0), (16, 1), (25, 1)):
        text = head.format(day) + "The port was closed on Monday after the vote of the crews."
        assert len(list(dateline_mismatch(article(text, date="2024-03-12")))) == found


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ({"date": "2024-05-18"}, 0),
        ({"date": "2024-05-21"}, 0),
        ({"date": "2024-05-22"}, 1),
        ({"date": "2024-03-18"}, 1),
        ({"date": "2024-05-31"}, 1),
        ({"date": "2024-03-18", "modified": "2024-05-19"}, 0),
        ({}, 0),
    ],
)
def test_dateline(meta, found):
    assert len(list(dateline_mismatch(article(DATELINED, **meta)))) == found


def test_a_publication_date_that_stands_for_its_month():
    release = DATELINED.replace("May 18", "May 18, 2024")
    severities = [
        found.severity
        for text in (DATELINED, release)
        for found in dateline_mismatch(article(text, date="2024-05-31"))
    ]
    assert severities == [None, "info"]


def test_a_note_on_why_an_item_is_late():
    late = DATELINED + " (Corrects name in the second paragraph.)"
    assert list(dateline_mismatch(article(late, date="2024-05-25"))) == []
    told = DATELINED + " The ministry will repeat the vote and correct the count."
    assert len(list(dateline_mismatch(article(told, date="2024-05-25")))) == 1


def test_dateline_days_are_an_option():
    doc = article(DATELINED, date="2024-05-22")
    assert list(dateline_mismatch(doc, max_days=7)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge was closed seven years ago, in 2012.", 1),
        ("In 2012, seven years ago, it was closed.", 1),
        ("It has stood empty since 2012, seven years ago, the town said.", 1),
        ("It has stood empty since 2012, 12 years ago, the town said.", 0),
        ("The singer, who has died aged 71, was born in 1952 in Bremen.", 0),
        ("The singer, who has died aged 88, was born in 1952 in Bremen.", 1),
        ("The singer, who has died at the age of 60, was born on May 3, 1952.", 1),
        ("The singer, who died aged 60, was born in 1952 in Bremen.", 0),
        ("It was closed 12 years ago (2012) and rebuilt.", 0),
        ("It was closed about seven years ago, in 2015.", 0),
        ("It was closed about seven years ago, in 2004.", 1),
        ("It was closed more than seven years ago, in 2014.", 0),
        ("It was closed more than seven years ago, in 1990.", 1),
        ("It was closed less than seven years ago, in 2019.", 0),
        ("It was closed less than seven years ago, in 2004.", 1),
        ("It is cheaper than seven years ago, in 2004.", 1),
        ("It was closed nearly 40 years ago, in 1986.", 0),
        ("It was closed two decades ago, in 2001.", 0),
        ("It was closed two decades ago, in 1981.", 1),
        ("It was closed a decade ago, in 2014.", 0),
        ("It was closed a decade ago, in 1994.", 1),
        ("In the nine years since 2015, it has grown.", 0),
        ("In the five years since 2015, it has grown.", 1),
        ("In the five years since 1945, it had grown.", 0),
        ("She led it for ten years, from 1990 to 1995.", 1),
        ("She led it for ten years, from 1990 to 2000.", 0),
        ("She led it for ten years from 1990 to 1999.", 0),
        ("The 44-year-old painter, who was born in 1990, is here.", 1),
        ("The 34-year-old was born in 1990 in the north.", 0),
        ("The 44-year-old's son, who was born in 1990, is here.", 0),
        ("It fell 41 percent between 1991 and 1971, he said.", 1),
        ("Karl Lund (1901-1973) died at the age of 81.", 1),
        ("Karl Lund, who was born in 1901, died in 1973 at 72.", 0),
        ("Ana Ruiz, 44, was born in 1990 in the north.", 1),
        ("Ana Ruiz, 34, was born in 1990 in the north.", 0),
        ("Born in 1950, the club played 12 games and is 5.", 0),
        ("Ana Ruiz, born in 1950, left school aged 15.", 0),
        ("Ana Ruiz was born in 1990 to parents aged 45 and 50.", 0),
        ("It was closed 40 years ago, in 1981.", 0),
        ("It ran between 1990 and 1985.", 1),
        ("It ran from 1990 to 1985, the firm said.", 1),
        ("The vote was moved from 2010 to 2008.", 0),
        ("Sales went from 1990 to 1985 units.", 0),
        ("She was born in 1901 and died in 1973 at the age of 81.", 1),
        ("She was born on May 4, 1901, and died in 1973, aged 71.", 0),
    ],
)
def test_ages_and_intervals(text, found):
    doc = article(text, date="2024-03-12")
    assert len(list(age_or_interval_mismatch(doc))) == found


@pytest.mark.parametrize("above", ["", "Published: in March\n\n", "Published: March 12\n\n"])
def test_lines_are_asked_for_a_date_only_if_a_full_one_stands_above_the_story(above, monkeypatch):
    monkeypatch.setattr(Article, "lines", property(lambda _: pytest.fail("asked")))
    story = "The bridge opened on March 12, 2019, the mayor said, and the ferries will rest now."
    head = "Bridge opens after a long winter of repairs\n\n"
    assert not list(date_sources_disagree(article(head + above + story, date="2024-07-12")))
    with pytest.raises(pytest.fail.Exception):
        list(date_sources_disagree(article(f"{head}March 12, 2024\n\n{story}", date="2024-07-12")))


@pytest.mark.parametrize(
    ("meta", "severities"),
    [
        ({"date": "2024-03-12", "url": "https://news.example/2024/03/13/a"}, []),
        ({"date": "2024-03-12", "url": "https://news.example/2024/03/20/a"}, ["info"]),
        ({"date": "2024-07-12", "url": "https://news.example/2024/3/20/a"}, [None]),
        ({"date": "2024-07-12", "url": "https://news.example/2024/03/a"}, []),
        ({"date": "2024-07-12", "article:published_time": "2024-03-12T10:00:00Z"}, [None]),
        ({"date": "2024-07-12", "modified": "2024-03-12"}, []),
        ({"url": "https://news.example/2024/03/20/a"}, []),
    ],
)
def test_date_sources(meta, severities):
    found = date_sources_disagree(Doc("The council met.", meta=meta))
    assert [one.severity for one in found] == severities


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://news.example/2024/mar/12/bridge", 1),
        ("https://news.example/2024-03-12/bridge", 1),
        ("https://news.example/bridge-2024-03-12", 1),
        ("https://news.example/20240312/bridge.html", 1),
        ("https://news.example/bridge_20240312.html", 1),
        ("https://news.example/2024/jul/12/bridge", 0),
        ("https://news.example/id-20240312345", 0),
        ("https://news.example/bridge?date=2024-03-12", 0),
        ("https://news.example/election-2024-11-05-preview", 0),
        ("https://web.archive.example/web/20240901123000/https://news.example/2024/07/12/a", 0),
        ("https://web.archive.example/web/20240901123000/https://news.example/2024/03/12/a", 1),
    ],
)
def test_day_in_the_address(address, found):
    doc = Doc("The council met.", meta={"date": "2024-07-12", "url": address})
    assert len(list(date_sources_disagree(doc))) == found


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("datePublished", 1), ("article:published_time", 1), ("jsonld.datePublished", 1),
        ("DC.date.issued", 1), ("first_published", 1), ("parsely-pub-date", 1),
        ("dateModified", 0), ("created", 0), ("scraped_at", 0), ("event_date", 0),
    ],
)  # fmt: skip
def test_fields_that_name_the_day_of_publication(field, found):
    doc = Doc("The council met.", meta={"date": "2024-07-12", field: "2024-03-12T10:00:00Z"})
    assert len(list(date_sources_disagree(doc))) == found


def test_tolerance_is_an_option():
    meta = {"date": "2024-07-12", "datePublished": "2024-07-01"}
    doc = Doc("The council met.", meta=meta)
    assert len(list(date_sources_disagree(doc))) == 1
    assert list(date_sources_disagree(doc, tolerance=14)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Ana Ruiz | March 12, 2024", 1),
        ("Published March 12, 2024 | Updated July 12, 2024", 1),
        ("Published July 12, 2024 | Updated September 12, 2024", 0),
        ("Posted on March 12, 2024 by staff", 1),
        ("Last modified on March 12, 2024", 0),
        ("Published: March 12, 2024", 1),
        ("Tuesday 12 March 2024", 1),
        ("Updated: March 12, 2024", 0),
        ("Published: July 12, 2024", 0),
    ],
)
def test_date_line_above_the_story(line, found):
    story = "The bridge opened on Tuesday, the mayor said, and the ferries of the port will rest."
    doc = article(f"Bridge opens after a long winter\n\n{line}\n\n{story}", date="2024-07-12")
    assert len(list(date_sources_disagree(doc))) == found


def test_date_in_the_file_name():
    meta = {"date": "2024-07-12"}
    for name in ("2024-03-12-bridge.md", "posts/20240312_bridge.txt"):
        doc = Doc("The council met.", path=name, meta=meta)
        assert len(list(date_sources_disagree(doc))) == 1
    assert list(date_sources_disagree(Doc("It met.", path="no-2024031.md", meta=meta))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council approved the bridge on June 14, 2024, and went home.", 1),
        ("The council approved a bridge that will open on June 14, 2024, and went home.", 0),
        ("The bonds mature on June 14, 2024, the bank said.", 0),
        ("He did not come when asked to, and was arrested in a bar on June 14, 2024.", 1),
        ("He did not come when asked to, and was arrested in Lund June 14, 2024.", 1),
        ("The man is said to have died of the fever on June 14, 2024, at home.", 1),
        ("He mourned his father, who was killed during the raid on June 14, 2024.", 1),
        ("To be sure, she died June 14, 2024, in the north.", 1),
        ("Four will be tried: the boat sank on June 14, 2024, with all hands.", 1),
        ("Two of the crew were to be tried on June 14, 2024.", 0),
        ("He was told of the June 14, 2024, meeting.", 0),
        ("She was invited to speak on June 14, 2024, at noon.", 0),
        ("In the novel, the king was killed on June 14, 2024.", 0),
        ("If he was arrested on June 14, 2024, he can be free.", 0),
        ("Correction: the mayor was arrested on June 14, 2024.", 0),
        ("The trial was fixed on June 14, 2024, he said.", 0),
        ("The match was moved and will be played on June 14, 2024.", 0),
        ("She was leaving on June 14, 2024, and was sure of it.", 0),
        ("The album, released on June 14, 2024, is to be her last.", 0),
        ("Shares of those who were holders on June 14, 2024, will be paid.", 0),
        ("The loan was due on June 14, 2024.", 0),
        ("He confirmed the wedding was on June 14, 2024.", 0),
        ("Ministers gave details of the summit hosted by Lund on June 14, 2024.", 0),
        ("They spoke of the talks held in Lund on June 14, 2024.", 0),
        ("The holiday fell on June 14, 2024.", 0),
        ("They settled on June 14, 2024, for the wedding.", 0),
        ("The talks focused on June 14, 2024.", 0),
        ("The firm reported that its fiscal year began on June 14, 2024.", 0),
        ("Their contract was for a term that began on June 14, 2024.", 0),
        ("The crew landed in Lund on June 14, 2024.", 1),
        ("The album was released on June 14, 2024.", 1),
        ("On June 14, 2024, the talks were held in the old hall.", 1),
        ("The show was booked on June 14, 2024, in the park.", 0),
        ("The council approved the bridge on March 11, 2024, and went home.", 0),
        ("She said that she was leaving on June 14, 2024, for good.", 0),
        ("Tickets for it sold out on June 14, 2024, he said.", 0),
        ("This page was last modified on June 14, 2024, at noon.", 0),
        ('The mayor said: "We approved the bridge on June 14, 2024, all of us."', 0),
    ],
)
def test_told_before_it_happened(text, found):
    doc = article(text, date="2024-03-12")
    assert len(list(reported_before_it_happened(doc))) == found


@pytest.mark.parametrize(
    "told",
    [
        "The index slid from 2000 to 1900",
        "The index went from 2000 to 1900",
        "They trimmed the staff from 2000 to 1800",
        "They pared it from 1900 to 1700 in May",
        "The count decreased from 1950 to 1890",
        "The crowd shrank from 1900 to 1600",
        "The crowd thinned from 1900 to 1600",
        "It was lowered from 1900 to 1600",
        "Their weight went from 2000 to 1800 pounds",
        "a drop from 1900 to 1600",
        "a decline in boats from 1900 to 1600",
        "the number of boats declined from 1900 to 1600",
        "an SAT score from 1600 to 1500",
        "calories from 2000 to 1500",
        "a diet from 2000 to 1500 calories a day",
        "cut calories from 2000 to 1500",
        "curfew from 2000 to 1800 GMT",
        "sales between 2000 and 1900 dollars",
        "The price per ton dropped by a fifth, from 2000 to 1600",
        "The age of the rock, from 2000 to 1500 years, is known",
        "from 2000 to 1500 B.C",
        "from 1800 to 1500 BCE",
        "The S&P moved between 2000 and 1950",
        "trading between 2050 and 2000 points",
        "He went back in time, from 2015 to 1985",
        "In the film he goes from 2015 to 1955",
        "The series, from 2019 to 1953, goes backward",
        "travels from 2015 to 1885",
        "flashing back from 1999 to 1967",
        "The story jumps from 2012 to 1994",
        "counting down from 2020 to 1990",
        "in reverse order from 2020 to 1990",
        "backward from 2020 to 1990",
        "a set of coins dated from 1990 to 1985",
        "Compared figures from 2010 to 2005",
        "compared the data from 2010 to 1990",
        "The difference between 2010 and 2008 was small",
        "the gap between 2016 and 2012 turnout",
        "A comparison between 2010 and 2009 shows",
        "the change between 2010 and 2005",
        "similarities between 2016 and 1968",
        "parallels between 2020 and 1968",
        "choose between 2016 and 2012",
        "the contrast between 2019 and 2010",
        "differences between 2020 and 2016",
        "somewhere between 2000 and 1800 people",
        "the difference between 2010 and 2000 levels",
        "going from 2019 to 2018",
        "extended the deadline from 2030 to 2025",
        "moved its target up from 2040 to 2035",
        "accelerate the phase-out from 2040 to 2030",
        "bring its goal from 2050 to 2045",
        "the date of the find was put from 1600 to 1500",
        "the deadline was changed from 2025 to 2020",
        "the plan's end date went from 2030 to 2028",
        "the insolvency date slipped from 2035 to 2034",
        "will run dry sooner, from 2035 to 2033",
        "reset the base year from 2010 to 2005",
        "hastened its closing from 2030 to 2028",
        "a ban on sales from 2040 to 2035",
        "tightened the target from 2040 to 2035",
    ],
)
def test_what_is_no_interval_turned_round(told):
    doc = article(f"They spoke of it: {told}.", date="2024-03-12")
    assert list(age_or_interval_mismatch(doc)) == []


@pytest.mark.parametrize(
    "told",
    [
        "She was a judge from 2010 to 1998",
        "He served from 1995 until 1990 as the mayor",
        "It grew between 2015 and 2012",
        "They lived there from 2003 through 1999",
        "Prices rose between 2008 and 2001 in the north",
    ],
)
def test_intervals_turned_round(told):
    doc = article(f"They spoke of it: {told}.", date="2024-03-12")
    assert len(list(age_or_interval_mismatch(doc))) == 1


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("That date does not exist.", 0),
        ("April of course has only 30 days.", 0),
        ("It was a misprint, the clerk said.", 0),
        ("The date was a typing error, the clerk said.", 0),
        ("That day was chosen by the owner.", 1),
        ("The fair is a joke, the clerk said.", 1),
        ("The clerk said it does not exist.", 1),
    ],
)
def test_the_next_sentence_says_that_there_is_no_such_day(behind, found):
    text = f"The form says that she was born on 31 April. {behind}"
    assert len(list(impossible_date(article(text)))) == found
