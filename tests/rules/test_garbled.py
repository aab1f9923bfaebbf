"""What the examples of the garbled rules cannot say: guards, severities, options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import lint, made

from newslint import Doc
from newslint_rules.garbled.broken_words import broken_words
from newslint_rules.garbled.doubled_words import doubled_words
from newslint_rules.garbled.fused_sentences import fused_sentences
from newslint_rules.garbled.fused_words import fused_words
from newslint_rules.garbled.missing_words import missing_words
from newslint_rules.garbled.misspelling import nearest
from newslint_rules.garbled.splitting import (
    FEATURES,
    REACH,
    Context,
    best_split,
    evidence,
    stands_near,
    surroundings,
)


def mended(rule, content: str, **options: float) -> list[str]:
    found = []
    for finding in rule(Doc(content), **options):
        (span, text), *_ = finding.fix.edits
        found.append(content[: span.start] + text + content[span.end :])
    return found


@pytest.mark.parametrize(
    ("fused", "apart"),
    [
        ("The clerk reportedthat the bridge was shut.", "reported that"),
        ("The storm was expected to beeven stronger.", "be even"),
        ("He wrote a letter aboutVladimir and his dog.", "about Vladimir"),
        ("The minister told reporters onTuesday that talks go on.", "on Tuesday"),
        ("She came back witha plan for the harbour.", "with a"),
        ("They left withan hour to spare.", "with an"),
        ("It paid a dividend of $1 pershare last spring.", "per share"),
        ("The budget grew to $23million.", "$23 million"),
        ("The budget grew to $2.5billion.", "$2.5 billion"),
        ("The siege lasted 36hours in all.", "36 hours"),
        ("The bridge was built in2015 by the army.", "in 2015"),
        ("The trial opens on July20 in Turin.", "July 20"),
        ("Tickets cost more than$20 each.", "than $20"),
        ("But it'sso hard to know.", "it's so"),
        ("The colour ofthe flag was green.", "of the"),
        ("The defence secretary saidthe programme would end.", "said the"),
        ("Their letter came toa virtual halt.", "to a virtual"),
        ("Talks ofsix-party rule went on.", "of six-party"),
        ("It is a three-yearplan for all.", "year plan"),
        ("A loss of 30 mlndlrs was met.", "mln dlrs"),
        ("The index rose0.8 percent.", "rose 0.8"),
        ("It takes1,237 votes to win.", "takes 1,237"),
        ("He came on the20th of May.", "the 20th"),
        ("That was Caption 30of 76.", "30 of"),
        ("Nearly 200Democrats voted.", "200 Democrats"),
        ("Karl Zorvaq spoke. Later Zorvaqdidn't answer.", "Zorvaq didn't"),
        ("Karl Zorvaq spoke. Then Karl Zorvaqobjected to it.", "Zorvaq objected"),
        ("The judge Omar Tessaronoted that it was late.", "Tessaro noted"),
        ("The clerk of Mr McAllisterand the mayor left.", "McAllister and"),
        ("There were peoplelike us at the fair.", "people like"),
        ("In the end GOPsenators of the GOP gave in.", "GOP senators"),
        ("The paper NGOswere asked to sign was lost.", "NGOs were"),
        ("They met PresidentOrtega in the morning.", "President Ortega"),
        ("The ferry passed TurinAirport on Monday.", "Turin Airport"),
        ("They saw MartinVelasko at the fair.", "Martin Velasko"),
        ("AlthoughVelasko won, he was sad.", "Although Velasko"),
        ("It ended on FridayMorning in the square.", "Friday Morning"),
        ("The letter was signed by JonathanR. Velasko.", "Jonathan R."),
        ("The talks with theU.S. went well.", "the U.S."),
        ("The talks with theUS went well.", "the US"),
        ("They said thatI was late.", "that I"),
        ("It'snot clear who won.", "It's not"),
        ("The clerk gave it toMr. Velasko on Friday.", "to Mr"),
        ("The mayor'sFriday speech was short.", "mayor's Friday"),
        ("They fled inTaliban-led raids.", "in Taliban"),
        ("Inthe Harper house it was cold.", "In the"),
        ("Ina statement on Monday the bank agreed.", "In a"),
        ("It was late. Asa result, the bank closed.", "As a"),
        ("Inaddition, the ferry was late.", "In addition"),
        ("They met in15 towns of the north.", "in 15"),
        ("The vote ends at7 p.m. on Friday.", "at 7"),
        ("The call was on25 July in Bern.", "on 25"),
        ("She was18, he said.", "was 18"),
        ("It was the mayor's2005 plan.", "mayor's 2005"),
        ("It was a2005 plan.", "a 2005"),
        ("The firm let 200staffers go.", "200 staffers"),
        ("It rose to $351,000in 2010 and fell.", "$351,000 in"),
        ("The index was up approximately82 points.", "approximately 82"),
    ],
)
def test_fused_words_come_apart(fused: str, apart: str) -> None:
    assert len(mended(fused_words, fused)) == 1
    assert apart in mended(fused_words, fused)[0]


@pytest.mark.parametrize(
    "content",
    [
        "BuzzFeed, YouTube, SpaceX, iPhone, eBay, LinkedIn and HarperCollins reported earnings.",
        "DeSantis, McConnell, LaGuardia, MacArthur and O'Donnell met Xi'an officials.",
        "The 49ers and the 76ers won at 10am in a 4x4 on 24th street, 30mph winds, 5km to go.",
        "A twentysomething, a 20something and 4chan users met on 9/11 with mp3s and covid19.",
        "The policymakers livestreamed a geopolitically nonaligned podcast on cryptocurrency.",
        "A neuropsychopharmacologist underperformed; the ultranationalists overpromised.",
        "Zelenskyy, Tokayev, Erdogan, Orban, Mbappe, Modi and Ramaphosa spoke to Andan Froman.",
        "The village of Buta and the town of Andan lie near Hafar.",
        "Visit https://example.com/readmore or ask theoffice@example.org, @aboutnothing, #inthe.",
        "The publickeybytes value in getElementById is set by theparser_v2.",
        "The notice read: la torre confirma la hora y tous les gens avec animalis.",
        "A superscript sits above1 or over2.",
        "The group 45Committee and 45Committee's rival; see http://a.example/x%20report%20y.",
        "He can outraise and overvote them, and has candidate-itis.",
        "The Burkinabe left Burkina on Monday.",
        "TheWire, MyPlace, NumbersUSA, HealthPartners, BurgerKing and SoftBank report earnings.",
        "He pays with goHenry, drives with inDrive and reads theSkimm.",
        "Justice Neil Gorsuch, Ross Douthat, Ada Nurmukhammed and the Allrounder met Ali Elaraby.",
        "Trumpworld, Beatlemania and Londonbank; Trump and Trump and London and London said so.",
        "A pastorlike calm and pandemiclike days: waterflooding, a stockwhip and datacentres.",
        "Ina said it. Asa was told. Ona cold day Ona left. Isa Ruiz ran.",
        "Under21 teams, over50s clubs, class10 exams and the ps5 were there at mile26.",
        "The clerk said Mo M. Adjusted was there. To: Froman, Michael",
        "Den globala handeln and the rest of it.",
        "Das Unternehmen hat seine Gewinnprognose wegen hoher Energiekosten gesenkt.",
        "Inprove, governmet and acccounts are misspelt, as are begain and oppposition.",
    ],
)
def test_names_new_words_and_slips_are_left_alone(content: str) -> None:
    assert mended(fused_words, content) == []


@pytest.mark.parametrize(
    "content",
    [
        "The motto cura personalis was carved above the door.",
        "The clerk Tofail Ahmed and his aide Asit Mishra met Juston Johnson.",
        "Visit http://www. publichealth. example. org or www. plasticsurgery. org for more.",
        "There was much backing and forthing among the newsmagazines and the assisters.",
        '"[M]istaking one for the other," as she put it, is common.',
    ],
)
def test_latin_first_names_broken_addresses_and_known_words_with_an_ending(content: str) -> None:
    assert mended(fused_words, content) == []


def test_two_words_with_a_meaning_of_their_own_may_be_a_compound() -> None:
    (finding,) = fused_words(Doc("He praised her campaignspeak."))
    assert finding.severity == "warning"
    (finding,) = fused_words(Doc("The crowd has an emergencyplan."))
    assert finding.severity is None


def test_a_form_that_stands_twice_is_left_alone() -> None:
    once = "The clerk reportedthat the bridge was shut."
    assert mended(fused_words, once)
    assert not mended(fused_words, f"{once} Nobody reportedthat it fell.")


def test_two_capitalised_words_come_apart_where_the_article_has_them_apart() -> None:
    fused = "The crowd in SanMarino sang."
    assert not mended(fused_words, fused)
    assert mended(fused_words, f"{fused} Nobody left San Marino.")


def test_the_weaker_evidence_is_a_warning_and_the_options_move_the_lines() -> None:
    content = "The clerk reportedthat the bridge was shut."
    (finding,) = fused_words(Doc(content))
    assert finding.severity is None
    (finding,) = fused_words(Doc(content), certain=99.0)
    assert finding.severity == "warning"
    assert not list(fused_words(Doc(content), likely=99.0))


def test_an_abbreviation_that_the_article_does_not_have_may_be_a_brand() -> None:
    (finding,) = fused_words(Doc("In the end RTUsenators gave in."))
    assert finding.severity == "warning"
    (finding,) = fused_words(Doc("In the end RTUsenators of the RTU gave in."))
    assert finding.severity is None


def test_accepted_terms_are_no_fused_words() -> None:
    assert not list(fused_words(Doc("He likes reportedthat.", terms=frozenset({"reportedthat"}))))


@pytest.mark.parametrize(
    ("fused", "apart"),
    [
        ("That is how it was.They left at dawn.", "was. They"),
        ("Was it a debate?The host did not know.", "debate? The"),
        ('"It was noon."It rained.', 'noon." It'),
        ('He said."We are ready."', 'said. "We'),
        ("\u201cIt ends,\u201dhe said.", "ends,\u201d he"),
        ("They met in Lisbon,Porto and Braga.", "Lisbon, Porto"),
        ("It was late,but they went on.", "late, but"),
        ("That was in 2015.The town voted.", "2015. The"),
        ("The council (all of it).The end.", "). The"),
        ("The U.S.officials left.", "U.S. officials"),
        ("Mr. Jones met Mr.Smith.", "Mr. Smith"),
        ("They called it\u201cdangerous\u201d today.", "it \u201cdangerous"),
        ('They called it"dangerous" today.', 'it "dangerous'),
        ("NATO,which met in Riga, agreed.", "NATO, which"),
        ("Was it in October?The clerk forgot.", "October? The"),
        ("People aged 18 to 45.The clerk counted.", "45. The"),
        ("The U.S.Department of Trade agreed.", "U.S. Department"),
        ("The F.B.I.believes him.", "F.B.I. believes"),
        ("She met Ana W.Ruiz.", "W. Ruiz"),
        ("He lives in Reston,Va. since May.", "Reston, Va."),
        ("It began on Nov.11 last year.", "Nov. 11"),
        ("It began on April 23,1987 in Turin.", "April 23, 1987"),
        ("About 18%see it so.", "18% see"),
        ("The group(SEG) of Turin met.", "group (SEG)"),
        ("The voters(67 percent) agreed.", "voters (67"),
        ("The index (CPI)declined again.", "(CPI) declined"),
        ("This gives the[Parks] office a say.", "the [Parks]"),
        ("He said:\u201cIt is late.\u201d", "said: \u201cIt"),
        ("They are\u2018wasteful\u2019 now.", "are \u2018wasteful"),
        ("They called it''dangerous'' today.", "it ''dangerous"),
        ("In May:The council met.", "May: The"),
        ("The unions'demands were met.", "unions' demands"),
        ("'Where is it?'They did not know.", "it?' They"),
        ("It was late \u2014but they went on.", "\u2014 but"),
        ("It was late\u2014 but they went on.", "late \u2014 but"),
        ("It was late \u2014a bit too late.", "\u2014 a bit"),
        ("The clerk left.Mr Velasko stayed.", "left. Mr"),
        ("They flew to Lisbon.Police say it was late.", "Lisbon. Police"),
        ("It ended in 2014.Velasko left then.", "2014. Velasko"),
        ('"It is late",Velasko said.', '",Velasko'.replace(",", ", ")),
        ("The union (TUB)Velasko leads met.", "(TUB) Velasko"),
        ("The town (25 miles)to the south fell.", "miles) to"),
        ("They met Ana Zorvaq(D-Va.) today.", "Zorvaq (D"),
        ("A 'countdown'for the vote began.", "countdown' for"),
        ("It was yours,I think.", "yours, I"),
        ("It was won by Zorvaq Inc.and sold.", "Inc. and"),
        ("The blips of a zorvaqism,and others, fell.", "zorvaqism, and"),
        ("Was it the vote?and who won?", "vote? and"),
        ("TURIN, March 26- The bank closed.", "26 - The"),
        ("TURIN, March 26 -The bank closed.", "26 - The"),
    ],
)
def test_fused_sentences_come_apart(fused: str, apart: str) -> None:
    (text,) = mended(fused_sentences, fused)
    assert apart in text


@pytest.mark.parametrize(
    "content",
    [
        "The U.S.A. and the J.K.Government met at 9 a.m.Eastern.",
        "Yahoo!News, Booking.Com, example.com, www.Example.Org and Will.I.Am.",
        "Mr.Smith went to St.Louis with J.K.Rowling, Ph.D, and Dr.Jones.",
        "He called the vote bull-- and the ferry a piece of sh\u2014 before he left.",
        "Go to https://example.com/page?The=1 or C:\\Docs\\file.Name.",
        "Shares of <ABC.N> and (XYZ,ABC) fell 1,000 points at 10:30.",
        "alpha,beta,gamma,delta",
        "Well...And then it stopped.",
        "Node.js and ASP.NET and the My.Future brand",
        "They deliver(ed) and pick[ed] the (in)famous person(s) (T)here, with iron(II) and f(x).",
        "India\"s son don''t know Trump\u2018s, Hawai\u2018i or O\u2018ahu at 10:30.",
        "font-family:Helvetica, text-align:center; id:abc; NYSE:XYZ",
        "the anti- and -phobias, topsy-turvy \u2014 and so on\u2014now",
        "The Booking.Holdings shares and Visit.Turin fell.",
        "Section 5(a) and 12(1)(b), f(x), iron(III)oxide, rock'n'roll, y'all and 'tis the ma'am's.",
        "It is a\u2014 b\u2014 c\u2014 and late\u2014 as ever\u2014 they say\u2014 went",
    ],
)
def test_addresses_initials_and_lists_are_left_alone(content: str) -> None:
    assert mended(fused_sentences, content) == []


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("They wanted informa tion from the office.", "information"),
        ("The gov ernment fell.", "government"),
        ("Nobody in the govern- ment knew.", "government"),
        ("The coun- cillors voted.", "councillors"),
        ("It was the firs t of many.", "first"),
        ("They c ontinue to vote.", "continue"),
        ("She flew to Wash ington today.", "Washington"),
        ("They re- establish the post.", "re-establish"),
        ("It was on Wednes- day that they met.", "Wednesday"),
        ("The care- taker of the house left.", "caretaker"),
        ("Most contract s were signed.", "contracts"),
        ("A st ate of alarm began.", "state"),
        ("They left Manhatt an at noon.", "Manhattan"),
        ("Karl Zorvaqin spoke. Then Zorv aqin left.", "Zorvaqin"),
    ],
)
def test_broken_words_are_joined(broken: str, whole: str) -> None:
    (text,) = mended(broken_words, broken)
    assert whole in text


@pytest.mark.parametrize(
    "content",
    [
        "In pre- and post-war years, two- to three-week strikes were common.",
        "The first- or second-placed team; a short- but not long-term plan.",
        "The long- term plan of the man kind to every one of us.",
        "President Tokayev in Astana met Mr Zhapar ov near Hafar.",
        "Plan b is vitamin c in a t shirt, an e mail or a x ray at 5 p m with 3 m of rope.",
        "El alcalde y la plaza de toros, le journal et la ville.",
    ],
)
def test_whole_words_and_suspended_hyphens_are_left_alone(content: str) -> None:
    assert mended(broken_words, content) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("He went to the the park.", ["He went to the park."]),
        ("He went to the\nthe park.", ["He went to the park."]),
        ("The the park is shut.", ["The park is shut."]),
        ("He had had enough; that that was so. He went in in June.", []),
        ("He wrote \u201cto to\u201d [sic] and the-the, the. The end.", []),
        ("It was the\nThe next paragraph.", []),
        ("They paid a a- rated bank and 'to to (sic) us'.", []),
    ],
)
def test_doubled_words(content: str, expected: list[str]) -> None:
    assert mended(doubled_words, content) == expected


def test_the_likeliest_split_wins() -> None:
    split = best_split("nowhereman")
    assert split is not None
    assert (split.left, split.right) == ("nowhere", "man")
    assert best_split("zzyzxqq") is None
    assert best_split("toTheEnd") is None


def test_evidence_has_a_number_for_every_feature() -> None:
    split = best_split("reportedthat")
    assert split is not None
    values = evidence("reportedthat", split, Context(before="clerk", after="the"))
    assert len(values) == len(FEATURES)


def test_nearest_word() -> None:
    assert nearest("governmet") > 5
    assert nearest("zzyzxqq") == 0.0


@given(st.text(alphabet=st.sampled_from("at the isoN.,-\"'?02$\n"), max_size=60))
def test_every_finding_lies_in_the_text_and_its_fix_changes_it(content: str) -> None:
    for rule in (fused_words, fused_sentences, broken_words, doubled_words):
        for finding in rule(Doc(content)):
            assert finding.span.text == content[finding.span.start : finding.span.end]
            for span, text in finding.fix.edits if finding.fix else ():
                assert content[span.start : span.end] != text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("According the mayor, it rained all day long.", ["According to the mayor"]),
        ("It is one the busiest ports on the coast.", ["one of the busiest"]),
        ("Rents rose in the north as result of a strike.", ["as a result of"]),
        ("RENTS UP. Clerk of Turin to leave at end of May. Zorvaq out as result of strike.", []),
        ("The quay is one of oldest, one of largest in the land.", ["one of the largest"]),
        ("Video: mill is one of largest", []),
        ("The fare was low in a the sleeper to Turin.", ["in the sleeper"]),
        ("Regardless the team won; prior to that, the clerk was on top of it.", []),
        ("In response the council met, and according to the clerk it was late.", []),
        ("The clerk, on other hand, was the first to go.", ["on the other hand"]),
        ("He is no one the council knows well, one the voters like.", []),
        ("In the wake of the flood, one of the most useful roads was shut.", []),
    ],
)
def test_missing_words(content: str, expected: list[str]) -> None:
    found = mended(missing_words, content)
    assert len(found) == len(expected)
    assert all(part in whole for part, whole in zip(expected, found, strict=True))


@pytest.mark.parametrize(
    "content",
    [
        "That is the bridge they had fought for for thirty years.",
        "The lawyer said that the will will be read on Monday.",
        "Those who can can help.",
    ],
)
def test_words_that_may_stand_twice(content: str) -> None:
    assert mended(doubled_words, content) == []


@pytest.mark.parametrize(
    "content",
    [
        "What they are are lies, he said.",
        "The ways they were were better.",
        "It was the place that they went to to rest.",
        "The man she voted for for mayor has left.",
    ],
)
def test_a_verb_or_preposition_at_the_end_of_a_clause_is_an_info(content: str) -> None:
    (finding,) = doubled_words(Doc(content))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "content",
    [
        "They are able to to read it.",
        "The team is ten points points behind.",
        "He lost while while speaking.",
        "A clerk who has has gone met them.",
    ],
)
def test_doubled_words_that_are_certain_enough(content: str) -> None:
    (finding,) = doubled_words(Doc(content))
    assert finding.severity is None


@pytest.mark.parametrize(
    "content",
    [
        "A really really bad day for Baden Baden and Duran Duran.",
        '"It was terrible terrible weather", he said.',
        "Of the darkness\ndarkness speaks; points\npoints\ngoals\ngoals",
        "They sang murder murder murder all night.",
        "He came in in June and moved on on Monday.",
        "Those the people people trust are few; there was a great great aunt.",
    ],
)
def test_words_repeated_for_emphasis_and_names_are_left_alone(content: str) -> None:
    assert mended(doubled_words, content) == []


@pytest.mark.parametrize("content", ["They rose for for the anthem.", "He will will it to her."])
def test_the_same_words_where_they_may_not(content: str) -> None:
    assert len(mended(doubled_words, content)) == 1


def test_a_name_before_a_common_word_is_not_broken() -> None:
    assert mended(broken_words, "The letter to Director Freeh and his deputy got lost.") == []


def test_a_misspelt_piece_of_a_rare_word_is_a_warning() -> None:
    (finding,) = broken_words(Doc("There was a llot of noise."))
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("The harbour cost \u00a344million and the quay $2.5million.", []),
        ("Some 5million anglers watched 12million swifts.", []),
        ("The quay cost $2.5million.", ["info"]),
        ("The quay cost $2 million, the pier $3 million and the crane $2.5million.", ["warning"]),
        ("It paid $1pershare.", [None]),
        ("They left 36hoursago.", [None]),
        ("The toll rose 5percent.", [None]),
    ],
)
def test_amounts_in_house_style_are_no_errors(content: str, expected: list[str | None]) -> None:
    assert [finding.severity for finding in fused_words(Doc(content))] == expected


def test_a_number_is_flagged_once() -> None:
    (finding,) = fused_words(Doc("The harvest grew by48.5 percent last year."))
    assert finding.span.text == "by48.5"


@pytest.mark.parametrize(
    ("fused", "apart"),
    [
        ("The ferry left withoutdozens of its crates.", "without dozens"),
        ("They want to buy theirshares of the mill.", "their shares"),
        ("The mill bought its sharesback in May.", "shares back"),
        ("He recklessly and negligentlycaused the leak.", "negligently caused"),
        ("They arrested a 31-year-oldsailor on Monday.", "year-old sailor"),
        ("We know what they'redoing in the attic.", "they're doing"),
        ("We think that Iwould like it.", "I would"),
        ("Israeli trains ran on Israeli rails. Then Israelitanks came.", "Israeli tanks"),
        ("He waved to Mr Zorvaq. Then MrZorvaq left, and Mr Quill.", "Mr Zorvaq"),
        ("It was part ofa Zorvaqian plan.", "of a"),
        ("They met two Swisstourists in the gorge.", "Swiss tourists"),
        ("They won it afterTottenham lost.", "after Tottenham"),
        ("The crane fell in Lisbon'sport on Monday.", "Lisbon's port"),
        ("They lifted a four-yearban on Monday.", "year ban"),
        ("He held a 12-pointlead.", "point lead"),
        ("They said it isa bit late.", "is a bit"),
        ("He called fora boat.", "for a boat"),
        ("They hired threebanks, the clerk said.", "three banks"),
        ("They won the Winter'sCup in May.", "Winter's Cup"),
        ("The clerk said RichardHolm was late.", "Richard Holm"),
        ("The mast came down. Outof Lisbon it was towed.", "Out of"),
        ("Around100 sailors came in the past12 hours.", "Around 100"),
    ],
)
def test_words_that_make_no_compound_need_less_evidence(fused: str, apart: str) -> None:
    assert any(apart in text for text in mended(fused_words, fused))


@pytest.mark.parametrize(
    "content",
    [
        "inFlow invented by Zorvaq Media.",
        "They went on a six-daylong trip; the ISA met in a town, fora of all kinds met.",
        "The Polishing of Swissport and Thailand went on.",
        "An hourslong and decadeslong feud went on.",
        "The new Cybersecurity Center of the Cyber Command met. The Cyber Command is big.",
    ],
)
def test_advertisers_and_coinages_are_left_alone(content: str) -> None:
    assert mended(fused_words, content) == []


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The baker can celled the order.", "cancelled"),
        ("Simmer the leeks until ten der.", "tender"),
        ("Her cousin re turned to the harbour.", "returned"),
        ("That is all, he s aid.", "said"),
        ("They sailed to Po land in May.", "Poland"),
        ("It took the cook twenty- two days.", "twenty-two"),
        ("They met at mid- night.", "midnight"),
        ("He asked the inspec torate.", "inspectorate"),
        ("He took the pens ioner's pass.", "pensioner's"),
    ],
)
def test_known_pieces_and_prefixes_are_joined(broken: str, whole: str) -> None:
    (text,) = mended(broken_words, broken)
    assert whole in text


@pytest.mark.parametrize(
    "content",
    [
        "They sailed to Dar es Salaam and to La Paz.",
        "He would neither demean or profess or solicit it.",
        "The rate payers had small pox.",
        "The AP pointed out a busing plan, fending off the ten and the celled.",
    ],
)
def test_pairs_that_may_stand_side_by_side_are_not_joined(content: str) -> None:
    assert mended(broken_words, content) == []


def test_a_prefix_that_is_written_either_way_gets_no_fix() -> None:
    (finding,) = broken_words(Doc("The pre- school is shut."))
    assert finding.fix is None
    assert finding.severity == "warning"


def test_the_piece_of_a_broken_word_is_not_two_words_as_well() -> None:
    rules = (made(fused_words), made(broken_words))
    found = lint("He asked the inspec torate of schools.", *rules, language="en").diagnostics
    assert [one.code for one in found] == ["GAR003"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("They told him to leave to leave at once.", "They told him to leave at once."),
        ("The harvest the harvest is late.", "The harvest is late."),
        ("The crane is is fine at night.", "The crane is fine at night."),
        ("It is is late.", "It is late."),
        ("The rain came and I I ran.", "The rain came and I ran."),
        ("They may not not even sail.", "They may not even sail."),
        ("It was cold. There there was snow.", "It was cold. There was snow."),
        ("The boat was found found adrift.", "The boat was found adrift."),
    ],
)
def test_doublings_of_another_shape(content: str, expected: str) -> None:
    assert mended(doubled_words, content) == [expected]


@pytest.mark.parametrize(
    "content",
    [
        "But but for the grace of a loan the mill would be shut.",
        "The thing is is that it rains, and what it is is late.",
        "They are going to have to have a plan, from coast to coast to coast.",
        "He gave a part of State of State address.",
        "They call a spade a spade; the longer the longer the better.",
        '"They told him to leave to leave", she said.',
        "I I was late, and then I I ran, and I I fell.",
        "There is no there there, and south south east of it is the west west coast.",
    ],
)
def test_what_is_said_twice_on_purpose(content: str) -> None:
    assert mended(doubled_words, content) == []


def test_a_short_verb_at_the_end_of_a_clause_is_an_info() -> None:
    (finding,) = doubled_words(Doc("Those who cannot teach teach gym."))
    assert finding.severity == "info"


def test_in_a_long_article_the_words_around_a_word_are_looked_at() -> None:
    filler = "The council met again on Monday and spoke of the harbour for an hour.\n\n" * 2000
    doc = Doc(f"Zorvaq spoke.\n\n{filler}Velasko spoke.\n\n{filler}")
    middle = len(doc.text) // 2
    assert stands_near(doc, middle, "Velasko")
    assert stands_near(doc, 0, "Zorvaq")
    assert not stands_near(doc, middle, "Zorvaq")
    assert len(surroundings(doc, middle)) == 2 * REACH
    assert surroundings(Doc("Zorvaq spoke."), 5) == "Zorvaq spoke."
