import pytest

from newslint import Doc
from newslint_rules.headline.headline_actor_conflict import headline_actor_conflict
from newslint_rules.headline.headline_is_metadata import headline_is_metadata
from newslint_rules.headline.headline_source_conflict import headline_source_conflict
from newslint_rules.headline.headline_variants import headline_variants
from newslint_rules.headline.predicate import words_of
from newslint_rules.headline.stems import stem


def actors(headline: str, text: str) -> list[tuple[str, str | None]]:
    doc = Doc(text, meta={"headline": headline}, language="en")
    return [(one.span.text, one.severity) for one in headline_actor_conflict(doc)]


REST = "\n\nMr Lund and Ms Ruiz did not comment, their offices said."


@pytest.mark.parametrize(
    ("headline", "lead", "clause"),
    [
        (
            "Lund wins harbour vote",
            "Ana Ruiz won the harbour vote.",
            "Ana Ruiz won the harbour vote",
        ),
        ("Lund Wins Harbour Vote", "Mayor Ana Ruiz has won the vote.", "Ana Ruiz has won the vote"),
        (
            "Karl Lund to open port",
            "Ana Ruiz, 62, the mayor, will open a port.",
            "Ana Ruiz, 62, the mayor, will open a port",
        ),
        ("Lund sells two ships to city", "On Friday Ruiz sold two ships.", "Ruiz sold two ships"),
    ],
)
def test_the_same_deed_of_two_persons(headline, lead, clause):
    assert actors(headline, lead + REST) == [(clause, None)]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Lund wins harbour vote", "Karl Lund won the harbour vote."),
        ("Lund wins harbour vote", "Ana Ruiz won the harbour vote against Karl Lund."),
        ("Acme wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Lund wins harbour vote", "The opposition won the harbour vote."),
        ("Lund wins harbour vote", "Ana Ruiz lost her glasses in the old theatre."),
        ("Lund, Ruiz win harbour vote", "Ana Ruiz won the harbour vote."),
        ("Ana wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Lund campaign wins harbour vote", "Ana Ruiz won the harbour vote."),
        ("Talks with Lund open port", "Ana Ruiz opened the port."),
        ("Lund reveals harbour plan", "AcmeX revealed the harbour plan. AcmeX says he is glad."),
    ],
)
def test_no_conflict(headline, lead):
    assert actors(headline, lead + REST) == []


HEADLINE = "Ruiz rebukes miners over harbour strike"
SLIP = "Mayor Karl Lund criticised the miners on Monday for {}.\n\n"
"""Another verb: the way in which the text names the two persons decides."""


@pytest.mark.parametrize(
    ("cause", "rest", "severity"),
    [
        ("a strike", 'Ruiz said so. "I will not have it," Ruiz said.', "warning"),
        ("wasting water", 'Ruiz said so. "I will not have it," Ruiz said.', "warning"),
        ("a strike", 'The mayor said so. "I will not have it," said Lund.', "warning"),
        ("a strike", "Mayor Ana Ruiz said so, too.", "warning"),
    ],
)
def test_another_verb(cause, rest, severity):
    found = actors(HEADLINE, SLIP.format(cause) + rest)
    assert found == [("Karl Lund", severity)]


@pytest.mark.parametrize(
    ("cause", "rest"),
    [
        ("wasting water", "Mayor Ana Ruiz said so, too."),
        ("a strike", "Mayor Ana Ruiz said so, too. Lund left."),
    ],
)
def test_another_verb_and_two_persons_of_the_story(cause, rest):
    assert actors(HEADLINE, SLIP.format(cause) + rest) == []


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Okafor to open bridge race", "Mayor Ana Ruiz said the king will open the bridge race."),
        ("Okafor backs bridge race after Ruiz", "Ana Ruiz backed the bridge race last week."),
    ],
)
def test_what_is_not_certain(headline, lead):
    ((_, severity),) = actors(headline, lead + TRIAL)
    assert severity == "warning"


def test_who_is_named_as_an_owner_does_nothing_in_the_headline():
    lead = "Ana Ruiz backed the bridge race last week."
    ((_, severity),) = actors("Okafor backs bridge race after Ruiz’s vow", lead + TRIAL)
    assert severity is None


TRIAL = (
    "\n\nKarl Okafor, 62, denied everything on Tuesday. Okafor said that the old bridge had been"
    " closed since the storm, and that cars go by ferry."
)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Okafor charged over bridge fraud", "Lawyer Ana Ruiz charged him with bridge fraud."),
        ("Okafor held over bridge fraud", "Mayor Ana Ruiz had the man held over bridge fraud."),
        ("Okafor named bridge chief", "Mayor Ana Ruiz named a new bridge chief on Monday."),
        ("Okafor denied bail in bridge case", "Mayor Ana Ruiz denied bail in the bridge case."),
        ("Okafor to be tried over bridge", "Senator Ana Ruiz tried to stop the bridge."),
        ("Okafor loses bridge race", "Senator Ana Ruiz won the bridge race on Monday."),
        ("Okafor faces bridge case", "Judge Ana Ruiz opened the bridge case on Monday."),
        ("Okafor beaten in bridge race", "Ana Ruiz beat the favourite in the bridge race."),
        ("Okafor widow opens bridge race", "Ana Ruiz opened the bridge race on Monday."),
        ("Okafor says bridge race is off", "Spokesman Karl Ruiz said the bridge race was off."),
        ("Okafor: Bridge race is off", "Ana Ruiz, his lawyer, said the bridge race was off."),
    ],
)
def test_what_is_done_to_the_headline_s_person(headline, lead):
    assert actors(headline, lead + TRIAL) == []


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Okafor charged over bridge fraud", "Ana Ruiz was charged with bridge fraud on Monday."),
        ("Okafor signed bridge law", "Senator Ana Ruiz signed the bridge law on Monday."),
        ("Okafor wins bridge race", "Senator Ana Ruiz has won the bridge race."),
    ],
)
def test_the_same_is_done_or_done_to(headline, lead):
    ((_, severity),) = actors(headline, lead + TRIAL)
    assert severity is None


def test_a_headline_that_quotes():
    rest = SLIP.format("a strike") + "Ruiz said so. They went home, Ruiz said."
    assert actors("Ruiz: Miners broke their word with strike", rest) == [("Karl Lund", "warning")]
    president = SLIP.format("a strike") + "The president said so, too."
    assert actors("Merkel: Miners broke their word with strike", president) == []


def test_a_known_person_whom_the_text_never_names():
    found = actors("Merkel rebukes miners over strike", SLIP.format("a strike") + "Lund left.")
    assert found == [("Karl Lund", "warning")]


@pytest.mark.parametrize(
    "lead",
    [
        "Rep. Assimi Goitavo (D-Lyon), who is 52, won the harbour vote.",
        "Rep. Assimi Goitavo, D-Ky., won the harbour vote.",
        "Presidential hopeful Assimi Goitavo won the harbour vote.",
    ],
)
def test_persons_whom_no_given_name_gives_away(lead):
    assert len(actors("Lund wins harbour vote", lead + REST)) == 1


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Lund expects port inquiry", "Mayor Bashar al-Lund expects a port inquiry."),
        ("White House wins port vote", "Ana Ruiz won the port vote. Mr. White House left."),
    ],
)
def test_names_that_go_on(headline, lead):
    assert actors(headline, lead) == []


STORY_GOES_ON = """

The decision came after months of talks between the province and the towns along the coast. Ships
had waited for an answer since the winter. Nobody at the harbour office wanted to speak of costs.

The province wants a bridge and two roads within five years, and says that the money is there. In
the villages they doubt that. They have heard such promises before, and the old road is still closed
after the storm of last year.

A report is to be read in parliament in May. The opposition wants to see the figures before that.
"""


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Fed raises rates for third time", "Karl Lund raised rates for the third time."),
        ("Malmo to build two bridges", "Ana Ruiz will build two new bridges, officials said."),
        ("WHO warns of measles in ports", "Ana Ruiz warned on Monday of measles in ports."),
        ("Russia 'bans ferries from ports'", "Ana Ruiz has banned ferries from its ports."),
        ("House votes to open bridge", "The Ana Ruiz voted on Monday to open the bridge."),
        ("China says ferry exports rose", "Ana Ruiz said on Monday that ferry exports rose."),
        ("Trump administration to sue town", "The Ana Ruiz administration will sue the town."),
        ("Kenyan troops leave harbour", "It was left by Ana Ruiz troops, a night in the harbour."),
    ],
)
def test_a_stranger_in_the_place_of_an_organisation(headline, lead):
    ((_, severity),) = actors(headline, lead + STORY_GOES_ON)
    assert severity == "warning"
    assert actors(headline, lead) == []  # in a brief, everybody is named once


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Acme to build ferries", "Ana Ruiz will build the ferries for Acme."),
        ("Acme to build ferries", "Chief executive Ana Ruiz will build the ferries. Acme is hers."),
        ("Acme to build ferries", "Ana Ruiz, who founded Acme, will build ferries."),
        ("Acme to build ferries", "Ana Ruiz will build ferries. Ruiz has led Acme for years."),
        ("Acme to build ferries", "Ana Ruiz will build ferries, her lawyer said of Acme."),
        ("Acme to build ferries", "Ana Ruiz will build ferries. She leads Acme."),
        ("Acme signs bridge builder Ana Ruiz", "Ana Ruiz signed, a bridge builder. Acme waits."),
        ("Lyon mayor opens bridge to cars", "Ana Ruiz opened the bridge to cars. Lyon was there."),
        ("Lyon woman wins bridge prize", "Ana Ruiz won the bridge prize. Lyon was there."),
        ("Singer dies at bridge", "Ana Ruiz died at the bridge."),
        ("Briton wins bridge prize", "Ana Ruiz won the bridge prize."),
        ("Democrat wins bridge vote", "Ana Ruiz won the bridge vote."),
        ("PM opens bridge to cars", "Ana Ruiz opened the bridge to cars."),
        ("Local Teacher Wins Bridge Prize", "Ana Ruiz won the bridge prize."),
        ("Mayor urged by Ruiz to open bridge", "Karl Lund urged the mayor to open the bridge."),
        ("Lyon beat Malmo in bridge final", "Ana Ruiz scored as Lyon beat Malmo in the final."),
        ("Norway win bridge relay", "Ana Ruiz won the bridge relay for Norway."),
        ("Fed raises rates again", "Ana Ruiz raised rates again for the Federal Reserve."),
        ("Paris opens bridge to cars", "Ana Ruiz opened the bridge to cars for France."),
        ("Opinion: Lyon needs bridge to sea", "Ana Ruiz needs a bridge to the sea. Lyon has none."),
        ("Why Lyon needs bridge to sea", "Ana Ruiz needs a bridge to the sea. Lyon has none."),
        ("Does Lyon need bridge to sea?", "Ana Ruiz needs a bridge to the sea. Lyon has none."),
        ("Harbour Bank names bridge chief", "Ana Ruiz was named bridge chief of Harbour Bank."),
        ("Russia opens bridge to cars", "Angela Merkel opened the bridge to cars. Russia paid."),
        ("Gazza held after bridge brawl", "Paul Lund, called Gazza, was held after a brawl."),
    ],
)
def test_persons_who_are_no_strangers(headline, lead):
    assert actors(headline, lead + STORY_GOES_ON) == []


def test_a_common_surname_whom_the_text_never_names():
    found = actors("Okafor rebukes miners over strike", SLIP.format("a strike") + "Lund left.")
    assert found == [("Karl Lund", "warning")]


@pytest.mark.parametrize(
    "company", ["Okafor Plc", "Okafor shares", "Okafor said it", "Okafor, the ferry maker"]
)
def test_a_company_called_like_a_person(company):
    lead = "Ana Ruiz cut two hundred harbour jobs. {} fell on Monday."
    assert actors("Okafor cuts two hundred harbour jobs", lead.format("Okafor")) != []
    assert actors("Okafor cuts two hundred harbour jobs", lead.format(company)) == []


def test_abbreviations_end_no_clause_and_acronyms_are_no_small_words():
    doc = Doc("Ruiz asks Gov. Lund to go. WHO may help")
    words = words_of(doc.span(0, len(doc.text)))
    assert [one.text for one in words if one.breaks] == ["WHO"]
    assert next(one.stem for one in words if one.text == "WHO") == "who"


def test_the_headline_in_the_text_is_the_related_place():
    doc = Doc("Lund may open port\n\nAna Ruiz may open a port." + REST, language="en")
    (found,) = headline_actor_conflict(doc)
    assert [place.text for place, _ in found.related] == ["Lund may open port"]


def test_stems():
    for forms in (
        ("win", "wins", "winning", "won"),
        ("stop", "stops", "stopped"),
        ("make", "making"),
    ):
        assert len({stem(form) for form in forms}) == 1
    assert stem("the") == stem("on") == ""


def test_words_have_their_places():
    doc = Doc("Ruiz’s aides — of Lyon: left")
    words = words_of(doc.span(0, len(doc.text)))
    assert [one.span.text for one in words] == ["Ruiz’s", "aides", "of", "Lyon", "left"]
    assert [one.owner for one in words] == [True, False, False, False, False]
    assert [one.breaks for one in words] == [False, False, True, False, True]


def sources(headline: str, text: str) -> list[str]:
    doc = Doc(text, meta={"headline": headline}, language="en")
    return [one.span.text for one in headline_source_conflict(doc)]


COLUMN = "The ports will close, columnist Ana Ruiz wrote on Monday.\n\nNobody else was asked."


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        (" — news agency", "news agency"),
        (": police", "police"),
        (", police say", "police"),
        (", says analyst", "analyst"),
        (" - US officials", "US officials"),
    ],
)
def test_a_source_that_the_text_does_not_have(tag, source):
    assert sources("Ports to close" + tag, COLUMN) == [source]


@pytest.mark.parametrize(
    "tag", [": report", ": sources", ": Lund", " | The Lyon Gazette", ": columnist", ""]
)
def test_a_source_that_may_be_right(tag):
    assert sources("Ports to close" + tag, COLUMN) == []


@pytest.mark.parametrize(
    ("headline", "told", "source"),
    [
        ("Port to close — WHO", "residents said", "WHO"),
        ("Port to close - IMF", "the finance minister said", "IMF"),
        ("Port to close, according to the Kremlin", "police said", "Kremlin"),
        ("Port to close, according to police", "economists said", "police"),
        ("Police: Port to close", "economists said", "Police"),
        ("Residents say port to close", "the foreign ministry said", "Residents"),
        ("Port to close: police", "a company spokesman said", "police"),
        ("Port to close: analysts", "officials said", "analysts"),
        ("Port to close: police", "the foreign minister said", "police"),
    ],
)
def test_sources_of_another_kind(headline, told, source):
    assert sources(headline, f"The port is to close, {told} on Monday.\n\nNobody was asked.") == [
        source
    ]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Port to close — WHO", "the UN health agency said"),
        ("Port to close — WHO", "a spokesman said"),
        ("Port to close — WHO", "residents said, citing the World Health Organization"),
        ("Port to close: Fed", "the central bank said"),
        ("Port to close — IMF", "the fund said"),
        ("Port to close — UN", "residents said"),
        ("Port to close — Kremlin", "the foreign minister said"),
        ("Port to close: Pentagon", "the department said"),
        ("Port to close: police", "the interior ministry said"),
        ("Port to close: police", "authorities said"),
        ("Port to close: police", "a spokeswoman said"),
        ("Officials: Port to close", "the mayor said"),
        ("Police: Port to close", "economists said. The police were late"),
        ("Fire: How to leave the port", "economists said"),
        ("Health: The port to close", "economists said"),
        ("Port to close: scientists", "economists said"),
        ("Port to close, say residents", "people living there said"),
        ("Port to close: Ruiz", "police said"),
    ],
)
def test_sources_by_another_name(headline, told):
    assert sources(headline, f"The port is to close, {told} on Monday.\n\nNobody was asked.") == []


def test_the_agency_of_the_dateline_is_no_source():
    dated = "LYON, March 4. /TASS/. " + COLUMN
    assert sources("Ports to close — news agency", dated) == ["news agency"]
    credited = COLUMN.replace("wrote", "told Reuters")
    assert sources("Ports to close — news agency", credited) == []


def bad(headline: str) -> bool:
    return bool(list(headline_is_metadata(Doc("A text.", meta={"headline": headline}))))


@pytest.mark.parametrize(
    "headline",
    [
        "ATTENTION - ADDS quotes ///",
        "RECASTS, ADDS details from minister",
        "///",
        "By Ana Ruiz",
        "by US",
        "Untitled",
        "Home | The Lyon Gazette",
        "Page not found",
        "404",
        "Are you a robot?",
        "2024-03-12",
        "Monday, March 4, 2019",
        "4 March 2019 10:30",
        "port-story-final.docx",
        "BC-US--Harbour Strike",
        "harbour-strike-1st-ld",
        "https://example.com/a",
        "{{ title }}",
        "Eds: corrects name",
        "EMBARGOED until noon",
        "Here is a corrected version",
        "Just a moment...",
        "by Karl Lund and Emma Holt",
        "BY PRIYA NAIR",
        "HARBOUR-STRIKE-DAY-TWO",
        "[no title]",
        "%TITLE%",
        "EMBARGOED UNTIL 12:00 GMT",
        "TEST - please ignore",
        "slug: harbour strike",
        "1st Lead",
        "Photo by Ana Ruiz",
        "(Picture)",
        "ATTENTION: ADDS details",
        "ADV FOR SUNDAY",
        "BYLINE: Ana Ruiz",
        "FOR RELEASE SUNDAY",
        "UPDATE 2-",
        "CORRECTED-",
        "Harbour-Talks, 1st Ld-Writethru",
        "AP-EU-Harbour-Talks",
        "Harbour_Talks_Final",
        "Microsoft Word - harbour.doc",
        "IMG_2041",
        "story 1142",
        "test123",
        "This is a test",
        "TK TK",
        "null",
        "[object Object]",
        "Error 404 (Not Found)!!1",
        "Page not found - the lyon gazette",
        "The Lyon Gazette | Home",
        "Attention Required! | Cloudfront",
        "By our correspondent",
        "Ana Ruiz, Staff Writer",
        "Posted by admin",
        "Last updated: April 3, 2019",
        "World news",
        "ruiz@example.com",
    ],
)
def test_metadata(headline):
    assert bad(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "BREAKING: Port closes",
        "UPDATE 2-Port closes",
        "Correction: Port story",
        "PORT CLOSES",
        "By air and sea: how the aid comes",
        "By George, he has it",
        "404 ships wait",
        "Home at last",
        "FED ADDS RESERVES",
        "Error in the budget",
        "March 4, a day to remember",
        "Port - the book",
        "TEST MATCH IGNORED BY MANY",
        "Photo book of the year",
        "X-RAY-LIKE PICTURES",
        "US-Mexico-Canada deal signed",
        "Killed: three in ferry crash",
        "Embargo: how sanctions bite",
        "(2nd LD) Ferry talks enter second day",
        "1st LD-Writethru: Ferry exports rise",
        "CORRECTED-Ferry exports rise in May",
        "UPDATE on missing ferry: two found",
        "ATTENTION: Boil water notice for Lyon",
        "Editor's note: Why we changed our map",
        "Editors: the unsung heroes of the ferry age",
        "tit-for-tat",
        "HEAD-TO-HEAD",
        "9-to-5",
        "Article 50",
        "Lund takes 1st lead",
        "Home - a life in rooms",
        "Video by ferry crew shows crash",
        "Photos by Ana Ruiz on show in Lyon",
        "500 internal letters leaked",
        "Not for publication: what ministers say",
        "PM-designate meets king",
        "BC-Alberta pipeline row goes on",
        "Corrections",
        "WAR",
        "Why?",
    ],
)
def test_headlines(headline):
    assert not bad(headline)


@pytest.mark.parametrize(
    ("headline", "severity"),
    [
        ("By Ana Ruiz", None),
        ("News", "warning"),
        ("URGENT", "warning"),
        ("April 3, 2019", "warning"),
        ("September 11", "info"),
        ("1984", "info"),
        ("…", "warning"),
    ],
)
def test_what_may_head_an_article_is_milder(headline, severity):
    (found,) = headline_is_metadata(Doc("A text.", meta={"headline": headline}))
    assert found.severity == severity


def test_copies_of_other_fields():
    meta = {"headline": "Ana Ruiz", "author": "Ana Ruiz"}
    (found,) = headline_is_metadata(Doc("A text.", meta=meta))
    assert "a byline" in found.message
    assert not list(headline_is_metadata(Doc("A text.", meta=meta | {"author": "Karl Lund"})))


STORY = "\n\nChancellor Angela Merkel opened the river port on Monday. Two ministers came, too."


def variants(own: str, above: str, **meta: str) -> list[tuple[str, str | None]]:
    """What is said of headlines beside the file's own."""
    doc = Doc(above + STORY, meta={"headline": own, **meta}, language="en")
    return [(one.span.text, one.severity) for one in headline_variants(doc)]


@pytest.mark.parametrize(
    "above",
    [
        "Three ministers open river port with Merkel",
        "Two ministers open river port with Macron",
        "Two ministers open river port with Emmanuel Macron",
        "Two ministers open river port with Zorbelius",
        "Two ministers don't open river port with Merkel",
        "Two ministers close river port",
    ],
)
def test_headlines_that_contradict_each_other(above):
    own = "Two ministers open river port with Merkel"
    assert variants(own, above) == [(above, None)]
    assert variants(own, own, og_title=above) == [(above, None)]


@pytest.mark.parametrize(
    "above",
    [
        "Two Ministers Open River Port With Merkel",
        "Two ministers open river port with Merkel.",
        "2 ministers open river port with Angela Merkel",
        "Two ministers open river port with Merkel | The Lund Gazette",
        "Two ministers open river port with Merkel - Harbour News",
        "Two ministers open river port: A day of not much joy",
        "Two ministers open river…",
        "Two ministers inaugurate river port with chancellor",
        "Why did two ministers not open river port with Merkel?",
        "Merkel opens port",
    ],
)
def test_headlines_that_may_stand_beside_each_other(above):
    own = "Two ministers open river port with Merkel"
    assert variants(own, above) == []
    assert variants(own, own, seo_title=above) == []


def test_rounded_numbers():
    assert variants("Over 50 ships leave river port", "58 ships leave river port") == []


def test_headlines_of_two_stories():
    own = "Snow closes schools across northern hills"
    assert variants(own, "Merkel opens river port on Monday") == [
        ("Merkel opens river port on Monday", "info")
    ]
    other = "Bakers want cheaper flour this winter"
    assert variants(own, own, seo_title=other) == [(other, None)]
    assert variants("ATTENTION - ADDS quotes ///", "Merkel opens river port on Monday") == []


@pytest.mark.parametrize(
    ("own", "above"),
    [
        ("Will snow close schools across hills?", "Merkel opens river port on Monday"),
        ("Opinion: Snow and schools across hills", "Merkel opens river port on Monday"),
        ("Snow closes schools across hills", "Story highlights Merkel opens river port"),
        ("Snow closes schools across hills", "“Merkel opened the river port on Monday”"),
        ("Snow closes schools across hills", "MERKEL RIVER PORT MONDAY"),
        ("Chancellor and ministers at river ceremony", "Merkel opens river port on Monday"),
    ],
)
def test_lines_that_are_no_headlines_of_two_stories(own, above):
    assert variants(own, above) == []


def test_another_headline_may_share_a_name():
    own = "Merkel tells snowed-in schools to wait for spring"
    ((_, severity),) = variants(own, "Merkel opens river port on Monday")
    assert severity == "info"
