"""What the examples of the attribution rules cannot say: severities, options, whole articles."""

import pytest

from newslint import Doc
from newslint_rules.attribution.anonymous_source import anonymous_source
from newslint_rules.attribution.contradictory_hedge import contradictory_hedge
from newslint_rules.attribution.no_source_at_all import no_source_at_all
from newslint_rules.attribution.unattributed_claim import unattributed_claim
from newslint_rules.attribution.unattributed_quote import unattributed_quote
from newslint_rules.attribution.vague_source import vague_source

PLAIN = "The bridge is 300 metres long and eight metres wide, with a lane for each way."
QUOTE = "“We will not pay for a bridge that nobody in this town asked for.”"


def test_an_unattributed_quotation_weighs_more_where_nobody_speaks() -> None:
    (finding,) = unattributed_quote(Doc(f"{PLAIN}\n\n{QUOTE}\n\n{PLAIN}"))
    assert finding.severity is None
    spoken = f"The mayor said the bridge was new.\n\n{PLAIN}\n\n{QUOTE}\n\n{PLAIN}"
    (finding,) = unattributed_quote(Doc(spoken))
    assert finding.severity == "info"


def test_of_a_run_of_quotations_the_first_is_reported() -> None:
    (finding,) = unattributed_quote(Doc(f"{PLAIN}\n\n{QUOTE}\n\n{QUOTE}\n\n{QUOTE}\n\n{PLAIN}"))
    assert finding.span.start == len(PLAIN) + 2


def test_min_length() -> None:
    doc = Doc(f"{PLAIN}\n\n{QUOTE}\n\n{PLAIN}")
    assert not list(unattributed_quote(doc, min_length=100))


def test_a_column_makes_its_own_claims() -> None:
    claim = "The new toll could trigger a dispute with the ferry towns."
    assert list(unattributed_claim(Doc(claim)))
    column = f"I live by the bridge. I like my ferry and I use it often. {PLAIN}\n\n{claim}"
    assert not list(unattributed_claim(Doc(column)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The toll could soon lead to a dispute.", "could soon lead to"),
        ("The toll is bound to rise in May.", "is bound to rise"),
        ("The toll is arguably unfair.", "is arguably unfair"),
        ("Arguably, the toll is dear.", "Arguably"),
        ("The vote raises serious questions about the port.", "raises serious questions"),
    ],
)
def test_the_place_of_a_claim_is_its_predicate(text: str, place: str) -> None:
    assert [finding.span.text for finding in unattributed_claim(Doc(text))] == [place]


def test_a_claim_in_a_quotation_is_the_speakers() -> None:
    assert not list(unattributed_claim(Doc("“The toll could trigger a dispute,” read the sign.")))


def test_named_within() -> None:
    text = f"Critics fear higher rents.\n\n{PLAIN}\n\n“It is dear,” said Mona Lind, a tenant there."
    assert list(vague_source(Doc(text)))
    assert not list(vague_source(Doc(text), named_within=2))


@pytest.mark.parametrize(
    "text",
    [
        "Its critics say the bridge is dear.",
        "Twelve experts say the bridge is dear.",
        "The studies show the bridge is dear.",
        "Analysts from Orlo Bank say the bridge is dear.",
        "He and other analysts say the bridge is dear.",
        "Experts compare it with the old pier.",
    ],
)
def test_a_crowd_with_an_address_is_a_source(text: str) -> None:
    assert not list(vague_source(Doc(text)))


def test_an_anonymous_source_is_reported_once_a_sentence() -> None:
    text = "A senior official said on condition of anonymity that the port would close."
    assert len(list(anonymous_source(Doc(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police confirmed the arrest of a man who allegedly sold the tickets.",
        "He confirmed, reportedly with a smile, that it was over.",
        "She proved that the supposedly safe bridge was not.",
        "He said the envoy had reportedly left.",
    ],
)
def test_hedges_with_other_business(text: str) -> None:
    assert not list(contradictory_hedge(Doc(text)))


def test_an_article_without_any_source() -> None:
    sentence = "The bridge by the port has three lanes, two towers and a clock of brass."
    text = "\n\n".join(" ".join([sentence] * 4) for _ in range(6))
    (finding,) = no_source_at_all(Doc(text))
    assert finding.whole
    assert finding.severity == "info"
    assert not list(no_source_at_all(Doc(text), min_words=2000))
    assert not list(no_source_at_all(Doc(f"{text}\n\nIt is old, the mayor said.")))


@pytest.mark.parametrize(
    "text",
    [
        f"The council put it in the following way in a letter.\n\n{QUOTE}\n\n{PLAIN}",
        f"{PLAIN}\n\n{QUOTE}\n\n“It is long. It is old,” Mona Lind says.",
        f"Mona Lind appealed for a vote.\n\n{QUOTE}\n\n{PLAIN}",
    ],
)
def test_a_quotation_with_its_speaker_beside_it(text: str) -> None:
    assert not list(unattributed_quote(Doc(text)))


def test_a_speaker_far_up_in_the_paragraph_before_is_none() -> None:
    text = f"The mayor said no. {PLAIN} It rains.\n\n{QUOTE}\n\n{PLAIN}"
    assert len(list(unattributed_quote(Doc(text)))) == 1


def test_a_name_makes_an_unattributed_quotation_milder() -> None:
    named = f"{PLAIN} It was built by Mona Lind.\n\n{QUOTE}\n\n{PLAIN}"
    (finding,) = unattributed_quote(Doc(named))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "text",
    [
        "It is open whether the toll could trigger a dispute.",
        "The ferry towns want a vote, which could trigger a dispute.",
        "The toll could trigger a dispute. She said it was new.",
        "The toll could help the towns. The port may give it back.",
        "The mayor raised huge sums for the bridge.",
    ],
)
def test_what_is_no_claim_of_the_paper(text: str) -> None:
    assert not list(unattributed_claim(Doc(text)))


def test_another_speaker_does_not_vouch_for_a_claim() -> None:
    text = "The toll could trigger a dispute. Lind said the fares were new."
    assert len(list(unattributed_claim(Doc(text)))) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The toll is likely to rise again.", "is likely to rise"),
        ("The toll may well be the last of its kind.", "may well be the last"),
        ("The ferry was a disaster for the port.", "a disaster for"),
        ("The ferry was late, largely because of fog.", "largely because"),
        ("The vote on the toll is far from certain.", "is far from certain"),
        ("The toll has clearly failed.", "has clearly failed"),
    ],
)
def test_claims_where_nobody_could_be_the_source(text: str, place: str) -> None:
    assert [finding.span.text for finding in unattributed_claim(Doc(text))] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind is likely to pay the toll again.",
        "The ferry was late, largely because of a fall of 3 percent.",
        "The toll may be paid at the gate.",
        "She spoke clearly.",
        "The toll could trigger a dispute" + " by the old bridge" * 8 + ".",
    ],
)
def test_claims_too_faint_to_report(text: str) -> None:
    assert not list(unattributed_claim(Doc(text)))


CLAIM = "The new toll could trigger a dispute with the ferry towns."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("section", "Opinion"),
        ("url", "https://example.org/opinion/the-toll"),
        ("headline", "Editorial: The toll"),
        ("headline", "The toll | Analysis"),
    ],
)
def test_a_piece_of_opinion_is_recognised(name: str, value: str) -> None:
    assert not list(unattributed_claim(Doc(CLAIM, meta={name: value})))


def test_news_is_no_opinion() -> None:
    meta = {"section": "World", "url": "https://example.org/news/toll", "headline": "The toll"}
    assert list(unattributed_claim(Doc(CLAIM, meta=meta)))


def test_we_and_our_sign_too() -> None:
    ours = "We love our ferry, and we use it. It brings us to our port, and we like our bridge."
    assert not list(unattributed_claim(Doc(f"{ours}\n\n{CLAIM}")))
    assert list(unattributed_claim(Doc(f"The US port is ours. US ships use it.\n\n{CLAIM}")))


def test_claims_of_one_article_are_capped() -> None:
    text = "\n\n".join(["The new toll could trigger a dispute by the port."] * 12)
    assert len(list(unattributed_claim(Doc(text)))) == 10
    assert len(list(unattributed_claim(Doc(text), at_most=3))) == 3


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Police confirmed the suspect reportedly fled on foot.", None),
        ("The report proves that the firm supposedly knew of the leak.", None),
        ("He admitted that he had allegedly forged the letter.", None),
        ("The envoy pointed out, that the ship was reportedly empty.", None),
        ("It is a fact that the town reportedly owes a million.", None),
        ("The ministry revealed that the envoy had reportedly been freed.", None),
        ("Lind made clear that the toll would reportedly rise.", None),
        ("The ship undoubtedly allegedly carried arms.", None),
        ("The mayor noted that the bridge was allegedly unsafe.", "info"),
        ("The court found that the clerk had allegedly kept the ring.", "info"),
    ],
)
def test_certainty_and_doubt_in_one_breath(text: str, severity: str | None) -> None:
    (finding,) = contradictory_hedge(Doc(text))
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "The ministry confirmed reports that the envoy had left.",
        "Police confirmed that a man was arrested for allegedly keeping the ring.",
        "The mayor confirmed she had been told of the allegedly forged letter.",
        "Police said they confirmed his identity and that he reportedly lived alone.",
        "The firm confirmed it was in talks, reportedly worth a million, with the port.",
        "Officials confirmed he fell in what was allegedly a raid.",
        "The ministry confirmed that it would ask how the guard allegedly hit the man.",
        "Police found the car allegedly used in the raid.",
        "The tape shows a man allegedly beating a clerk.",
        "Divers found the ship reportedly intact.",
        "Police revealed the name of the man they allegedly chased.",
    ],
)
def test_no_certainty_about_what_is_doubted(text: str) -> None:
    assert not list(contradictory_hedge(Doc(text)))


@pytest.mark.parametrize(
    "above",
    [
        "She shook her head and went home.",
        "Mona Lind has lived by the bridge for years.",
        "It was read from a letter of the council.",
        "Mona Lind\n\nTenant, Lund",
    ],
)
def test_a_quotation_whose_speaker_is_understood(above: str) -> None:
    assert not list(unattributed_quote(Doc(f"{PLAIN}\n\n{above}\n\n{QUOTE}\n\n{PLAIN}")))


def test_a_run_of_quotations_that_is_signed_at_its_end() -> None:
    assert not list(
        unattributed_quote(Doc(f"{PLAIN}\n\n{QUOTE}\n\n{QUOTE}\n\nMona Lind, tenant\n\n{PLAIN}"))
    )


def test_a_quotation_woven_into_a_sentence_is_left_alone() -> None:
    woven = "See “What is the best way to cross the old bridge?” in the annex."
    assert not list(unattributed_quote(Doc(f"{PLAIN}\n\n{woven}\n\n{PLAIN}")))


@pytest.mark.parametrize(
    "more",
    [
        "A study of the bridge took a year.",
        "Tides at the bridge " + "3.04 2.98 3.16 1.75 " * 60,
        "\n\n".join([QUOTE] * 12),
    ],
)
def test_papers_tables_and_quotations_are_sources(more: str) -> None:
    sentence = "The bridge by the port has three lanes, two towers and a clock of brass."
    text = "\n\n".join(" ".join([sentence] * 4) for _ in range(6))
    assert list(no_source_at_all(Doc(text)))
    assert not list(no_source_at_all(Doc(f"{text}\n\n{more}")))


def test_a_wording_for_anonymous_sources_is_reported_once_an_article() -> None:
    text = "Police sources said the port would close.\n\nIt is old, police sources said in May."
    assert len(list(anonymous_source(Doc(text)))) == 1
    text = "Police sources said it would close.\n\nA senior diplomat said it would not."
    assert len(list(anonymous_source(Doc(text)))) == 2
