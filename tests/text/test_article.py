"""Which line of an article is what."""

import pytest

from newslint import Article, Doc, Role

STORY = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "Two of its cables are worn, according to a report that the county published last week.",
    "Residents asked for a ferry, but the council has no money for one, its treasurer said.",
)


def article_of(*lines: str, **meta: str) -> Article:
    return Doc("\n".join(lines), meta=meta).article


def roles(article: Article) -> list[Role]:
    return [line.role for line in article.lines if line.role is not Role.BLANK]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["line feeds", "blank lines"])
def test_headline_deck_dateline_and_body_in_both_shapes(gap: str) -> None:
    parts = (
        "Harbour bridge closes until spring — county paper",
        "The council has no money for a ferry, and the detour takes an hour each way in winter",
        "PORT ELSA, March 3. /HARBOUR NEWS/. " + STORY[0],
        *STORY[1:],
    )
    article = Doc(gap.join(parts)).article
    assert article.headline is not None
    assert article.headline.text == parts[0]
    assert [deck.text for deck in article.deck] == [parts[1]]
    assert [paragraph.text for paragraph in article.body] == list(parts[2:])
    assert article.dateline is not None
    assert article.dateline.text == "PORT ELSA, March 3. /HARBOUR NEWS/."
    assert article.dateline.place is not None
    assert article.dateline.place.text == "PORT ELSA"
    assert article.dateline.date is not None
    assert article.dateline.date.text == "March 3"
    assert article.lead is not None
    assert article.lead.text == STORY[0]


def test_hard_wrapped_paragraphs_are_put_together() -> None:
    text = (
        "Harbour Bridge Closes\n\n"
        "The council voted on Monday to close the harbour bridge until the\n"
        "spring, the mayor said. Two of its cables are worn, according to a\n"
        "report that the county published last week.\n\n"
        "Residents asked for a ferry, but the council has no money for one,\n"
        "its treasurer said on Tuesday.\n"
    )
    article = Doc(text).article
    assert len(article.body) == 2
    assert article.body[0].text.startswith("The council voted")
    assert article.body[0].text.endswith("last week.")


def test_copies_of_the_headline_above_the_story() -> None:
    headline = "Harbour Bridge Closes Until Spring"
    again = f"{headline} | The Elsa Post"
    article = article_of("close", "close", headline, "", headline, "", again, "", *STORY)
    assert roles(article)[:5] == [
        Role.RESIDUE, Role.RESIDUE, Role.HEADLINE, Role.HEADLINE_COPY, Role.HEADLINE_COPY,
    ]  # fmt: skip


def test_a_first_sentence_that_repeats_the_headline_is_no_copy() -> None:
    article = article_of(
        "The Bridge Is Going To Close", "The bridge is going to close today.", *STORY
    )
    assert Role.HEADLINE_COPY not in roles(article)


def test_names_of_speakers_are_no_copies() -> None:
    article = article_of("ANA COSTA", STORY[0], "BEN ADLER", STORY[1], "ANA COSTA", STORY[2])
    assert Role.HEADLINE_COPY not in roles(article)


def test_headline_of_the_metadata_steers() -> None:
    article = article_of("Elsa county", "Harbour bridge closes.", *STORY,
                         headline="Harbour bridge closes")  # fmt: skip
    assert article.headline is not None
    assert article.headline.text == "Harbour bridge closes."


def test_text_without_headline() -> None:
    article = article_of(*STORY)
    assert article.headline is None
    assert roles(article) == [Role.BODY] * 3


@pytest.mark.parametrize("subhead", ["What the County Says", "Next", "Comments", "Related Costs"])
def test_sub_heads_are_not_residue(subhead: str) -> None:
    article = article_of("Harbour Bridge Closes", *STORY[:2], subhead, STORY[2])
    assert [one.text for one in article.subheads] == [subhead]
    assert article.leftovers == ()


def test_labels_in_company_are_residue() -> None:
    article = article_of("Harbour Bridge Closes", *STORY, "Comments", "Menu", *STORY)
    assert [line.text for line in article.leftovers] == ["Comments", "Menu"]
    assert not any(line.certain for line in article.leftovers)


def test_hard_labels_are_residue_alone() -> None:
    article = article_of(
        "Harbour Bridge Closes", *STORY[:2], "Sign up for our newsletter", STORY[2]
    )
    assert [line.certain for line in article.leftovers] == [True]


def test_blocks_of_links_below_the_story() -> None:
    menu = (
        "Politics",
        "Elsa rowers win again",
        "Sign in",
        "Weather",
        "Contact us",
        "Twins turn 90",
    )
    article = article_of("Harbour Bridge Closes", *STORY, *menu)
    assert [line.text for line in article.leftovers] == list(menu)
    assert len(article.body) == 3


def test_numbered_lists_are_not_links() -> None:
    steps = ("1. Tie the boat", "2. Lower the mast", "3. Close the hatch")
    article = article_of("Harbour Bridge Closes", *STORY, *steps, "Sign in", "Contact us", "Share")
    assert all(line.text not in steps for line in article.leftovers)


def test_furniture_is_a_role() -> None:
    article = article_of(
        "Harbour Bridge Closes",
        "By Ana Costa, Staff Writer",
        "March 3, 2024 4:15 PM EST",
        *STORY[:2],
        "Image copyright Getty Images Image caption The bridge in winter",
        STORY[2],
        "___",
        "Ben Adler contributed to this report.",
        "Write to Ana Costa at ana.costa@example.org",
    )
    assert article.byline is not None
    assert article.byline.text == "By Ana Costa, Staff Writer"
    assert roles(article)[2] is Role.DATE
    assert roles(article)[5] is Role.CAPTION
    assert roles(article)[7:] == [Role.DIVIDER, Role.CONTACT, Role.CONTACT]
    assert article.leftovers == ()


def test_contacts_of_a_press_release_are_not_residue() -> None:
    article = article_of(*STORY, "Media contacts", "Ana Costa", "ana.costa@example.org")
    assert article.leftovers == ()


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_empty_text(text: str) -> None:
    article = Doc(text).article
    assert article.body == ()
    assert article.lead is None


def test_one_sentence_is_the_body() -> None:
    assert [part.text for part in article_of("TIN PRICE FALLS AGAIN").body] == [
        "TIN PRICE FALLS AGAIN"
    ]


def test_lines_cover_the_text() -> None:
    text = "Harbour Bridge Closes\n\n" + "\n\n".join(STORY) + "\n"
    doc = Doc(text)
    assert "\n".join(line.text for line in doc.lines) == text
    assert all(text[line.start : line.end] == line.text for line in doc.lines)
    assert [line.number for line in doc.lines] == list(range(1, len(doc.lines) + 1))


def test_a_line_that_announces_a_round_up_begins_it() -> None:
    first = "What the council will talk about this week:"
    article = article_of(first, "Bridge stays closed", *STORY)
    assert article.body[0].text == first


def test_a_long_first_paragraph_without_its_full_stop_is_body() -> None:
    first = (
        "The council voted on Monday to close the harbour bridge until the spring, the mayor said,"
        " after engineers had found that two of its cables are worn and that a third may be cracked"
        " near the northern tower"
    )
    assert article_of("Harbour Bridge Closes", first, *STORY).body[0].text == first


def test_a_teaser_at_the_very_top_is_the_headline() -> None:
    article = article_of("Watch: Ferry crew rescues a dog at sea", *STORY)
    assert article.headline is not None
    assert article.leftovers == ()


def test_heads_of_a_guide_are_not_each_others_company() -> None:
    heads = ("Change your password", "Delete your account", "Read the story")
    lines = ["How to stay safe online", *STORY]
    for head in heads:
        lines += [head, "The police say that half of the victims waited a week before they did so."]
    assert not article_of(*lines).leftovers


def test_buttons_side_by_side_in_the_story_are_company() -> None:
    article = article_of(STORY[0], STORY[1], "Add to bookmarks", "Copy short link", STORY[2])
    assert [line.text for line in article.leftovers] == ["Add to bookmarks", "Copy short link"]


def test_a_list_of_videos_down_the_page_is_residue_to_its_end() -> None:
    videos = [
        line
        for number in range(12)
        for line in (
            f"Ferry crew rescues dog number {number}",
            "02:17",
            "Now playing",
            "Skip ad",
            "Replay",
        )
    ]
    page = ["Home", "News", "Video", "Sign in", "Search", "Menu", *videos, "Harbour bridge closes"]
    article = article_of(*page, *STORY, *STORY, *STORY)
    assert "Ferry crew rescues dog number 6" in {line.text for line in article.leftovers}


def test_a_label_that_a_page_says_twice_is_no_headline() -> None:
    label = "2 ski reports 4 tide tables"
    article = article_of(label, label, "Harbour Bridge Closes Until Spring", *STORY)
    assert article.headline is not None
    assert article.headline.text == "Harbour Bridge Closes Until Spring"


def test_lines_with_a_role_are_those_of_all_lines() -> None:
    article = article_of(
        "Harbour Bridge Closes", "", STORY[0], "", "Sign up for our newsletter", "", *STORY[1:],
        "", "Photo: Ana Costa", "Share this story",
    )  # fmt: skip
    assert article.roles == {line.role for line in article.lines} - {Role.BLANK}
    for role in Role:
        if role is not Role.BLANK:
            wanted = tuple(line for line in article.lines if line.role is role)
            assert article.lines_with(frozenset({role})) == wanted


def test_lines_of_a_wrapped_paragraph_have_its_role() -> None:
    text = (
        "Harbour Bridge Closes\n\n"
        "The council voted on Monday to close the harbour bridge until the\n"
        "spring, the mayor said. Two of its cables are worn, according to a\n"
        "report that the county published last week.\n\n"
        "Residents asked for a ferry, but the council has no money for one,\n"
        "its treasurer said on Tuesday.\n"
    )
    article = Doc(text).article
    body = article.lines_with(frozenset({Role.BODY}))
    assert [line.number for line in body] == [3, 4, 5, 7, 8]
    assert body == tuple(line for line in article.lines if line.role is Role.BODY)


def test_a_story_is_read_without_looks_and_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError

    for name in ("interface", "furniture", "lines_of"):
        monkeypatch.setattr(f"newslint.text.paragraphs.{name}", forbidden)
    article = article_of(*STORY)
    assert len(article.body) == len(STORY)
    assert article.leftovers == ()


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ("Harbour bridge closes", "HARBOUR BRIDGE CLOSES"),
        ("“Harbour” bridge closes", "Harbour bridge closes | The Elsa Post"),
        ("Harbour bridge closes", "‘Harbour bridge’ closes"),
        ("7 bridges close", "7 Bridges Close."),
    ],
)
def test_headline_of_the_metadata_is_found_however_it_is_written(known: str, line: str) -> None:
    article = article_of("Elsa county", line, *STORY, headline=known)
    assert article.headline is not None
    assert article.headline.text == line
