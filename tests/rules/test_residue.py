"""What the examples of the residue rules cannot say."""

from itertools import pairwise

import pytest

from newslint import Doc, Finding
from newslint_rules.residue.caption_or_credit import caption_or_credit
from newslint_rules.residue.interface_text import interface_text
from newslint_rules.residue.not_an_article import not_an_article
from newslint_rules.residue.reading_time import reading_time
from newslint_rules.residue.related_links import related_links
from newslint_rules.residue.repeated_headline import repeated_headline
from newslint_rules.residue.repeated_passage import repeated_passage
from newslint_rules.residue.scrape_time_text import scrape_time_text
from newslint_rules.residue.truncated_text import truncated_text

STORY = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "Two of its cables are worn, according to a report that the county published last week.",
    "Residents asked for a ferry, but the council has no money for one, its treasurer said.",
)


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    edits = sorted(finding.fix.edits, key=lambda edit: edit[0].start)
    for (one, _), (other, _) in pairwise(edits):
        assert one.end <= other.start, "edits overlap"
    for span, replacement in reversed(edits):
        text = text[: span.start] + replacement + text[span.end :]
    return text


def test_one_finding_for_a_run_with_the_other_lines_related() -> None:
    text = "\n".join(("close", "close", "Harbour Bridge Closes", "", *STORY))
    (finding,) = interface_text(Doc(text))
    assert (finding.span.start, finding.span.text) == (0, "close")
    assert [(place.start, place.text) for place, _ in finding.related] == [(6, "close")]
    assert fixed(text, finding) == "\n".join(("Harbour Bridge Closes", "", *STORY))


def test_every_line_of_a_long_menu_is_named() -> None:
    menu = [f"Share on Network {number}" for number in range(40)]
    text = "\n".join((*("close", "Advertisement", "Sign in"), *menu, "", *STORY))
    findings = list(interface_text(Doc(text)))
    named = [line for one in findings for line in (one.span, *(place for place, _ in one.related))]
    assert len({line.start for line in named}) == 43


def test_the_story_parts_runs() -> None:
    text = "\n\n".join(("Advertisement", STORY[0], "Sign up for our newsletter", *STORY[1:]))
    findings = list(interface_text(Doc(text)))
    assert [finding.span.text for finding in findings] == [
        "Advertisement", "Sign up for our newsletter",
    ]  # fmt: skip
    for finding in findings:
        assert finding.severity is None


def test_links_and_clocks_in_one_run_are_findings_of_their_own_rules() -> None:
    links = ("RELATED:", "Ten bridges you should have crossed", "Ferry crew rescues a dog at sea")
    doc = Doc("\n".join((*STORY, "1,204 comments", *links, *STORY)))
    assert not list(interface_text(doc))
    (clock,) = scrape_time_text(doc)
    assert clock.span.text == "1,204 comments"
    (list_of_links,) = related_links(doc)
    assert list_of_links.span.text == links[0]
    assert tuple(place.text for place, _ in list_of_links.related) == links[1:]


def test_a_lone_label_outside_the_story_is_a_warning() -> None:
    (finding,) = interface_text(Doc("\n\n".join((*STORY, "More"))))
    assert finding.severity == "warning"


def test_promotion_of_the_author_is_an_information() -> None:
    (finding,) = interface_text(Doc("\n\n".join((*STORY, "Follow Ana Costa on Twitter"))))
    assert finding.severity == "info"


def test_copies_of_the_headline_are_one_finding() -> None:
    headline = "Harbour Bridge Closes Until Spring"
    between = "less than a minute read 23-07-2021"
    text = "\n".join((headline, "", headline, "", between, headline, "", *STORY))
    (finding,) = repeated_headline(Doc(text))
    assert finding.span.start == len(headline) + 2
    assert [place.text for place, _ in finding.related] == [headline, headline]
    assert fixed(text, finding).count(headline) == 1


@pytest.mark.parametrize(
    ("stated", "words", "holds"),
    [
        ("less than a minute read", 120, True),
        ("less than a minute read", 337, False),
        ("1 min read", 337, True),
        ("2 min read", 337, True),
        ("9 min read", 337, False),
        ("2 min read", 2000, False),
    ],
)
def test_whether_a_reading_time_is_true(stated: str, words: int, *, holds: bool) -> None:
    body = " ".join(["word"] * (words - 1)) + " end."
    (finding,) = reading_time(Doc(f"{stated}\n\n{body}"))
    assert ("not true" in finding.message) is not holds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Access denied\n\nYou don't have permission to access this page.", "a bot wall"),
        ("404 Not Found", "an error page"),
        ("Please enable JavaScript to view this page.", "a script wall"),
        (f"{STORY[0]}\n\nSubscribe to continue reading this story.", "a paywall stub"),
    ],
)
def test_kinds_of_walls(text: str, kind: str) -> None:
    (finding,) = not_an_article(Doc(text))
    assert kind in finding.message


def test_empty_text_of_a_video_page_is_an_information() -> None:
    (empty,) = not_an_article(Doc(""))
    (video,) = not_an_article(Doc("", meta={"url": "https://example.org/video/bridge"}))
    assert (empty.severity, video.severity) == (None, "info")


def test_short_news_beside_a_notice_is_an_article() -> None:
    assert not list(not_an_article(Doc("\n\n".join((*STORY, "We use cookies.")))))


def test_paragraphs_in_a_row_are_one_repeated_passage() -> None:
    (finding,) = repeated_passage(Doc("\n\n".join((*STORY, "It closes today.", *STORY))))
    assert finding.span.text == STORY[0]
    assert len(finding.related) == 3


def test_live_files_repeat_their_background() -> None:
    entries = [f"{hour}:15 p.m.\n\n{STORY[1]}" for hour in (4, 5, 6)]
    assert not list(repeated_passage(Doc("\n\n".join((STORY[0], *entries)))))


@pytest.mark.parametrize("tail", ["Ana Costa contributed to this report.", "###", "Sign in"])
def test_tails_are_set_aside(tail: str) -> None:
    assert not list(truncated_text(Doc("\n\n".join((*STORY, tail)))))
    cut = "Residents asked for a ferry, but the council has no money for the"
    (finding,) = truncated_text(Doc("\n\n".join((*STORY[:2], cut, tail))))
    assert finding.span.text == "the"


def test_text_that_leads_to_the_rest_of_it() -> None:
    text = "\n\n".join((*STORY[:2], "Residents asked for a ferry, but the council...", "Read more"))
    (finding,) = truncated_text(Doc(text))
    assert finding.span.text == "..."


@pytest.mark.parametrize(
    "flash",
    [
        "HARLOW, March 3 (Agency) - The statue has been removed from the square, the mayor said.",
        "HARLOW, March 3 (Agency) - Gas from the field is no longer available, ministers said.",
        "HARLOW, March 3 (Agency) - The club's account has been suspended after the riot.",
        "HARLOW, March 3 (Agency) - Deputies reject all amendments to the law on the harbour.",
    ],
)
def test_a_flash_is_an_article(flash: str) -> None:
    assert not list(not_an_article(Doc(flash)))


@pytest.mark.parametrize(
    "page",
    [
        "Sorry, we can't find that page\nPlease try a search.",
        "Your IP address has been blocked for some minutes.",
        "Please enable JS and reload",
        "Choose which cookies you allow\nSave",
        "Subscriber login\nName\nPassword\nLost your password?",
    ],
)
def test_pages_that_are_no_articles(page: str) -> None:
    assert len(list(not_an_article(Doc(page)))) == 1


def test_a_last_sentence_without_an_end_is_an_information() -> None:
    story = [*STORY, STORY[0].replace("Monday", "Tuesday")]
    cut = "The county hopes that the engineers find a way to mend the cables before the first frost"
    (finding,) = truncated_text(Doc("\n\n".join((*story, cut))))
    assert finding.severity == "info"
    assert not list(truncated_text(Doc("\n\n".join((*story, f"{cut}.")))))
    assert not list(truncated_text(Doc("\n\n".join((*STORY[:2], cut)))))


def test_an_agencys_more_is_no_link() -> None:
    text = "\n\n".join((*STORY, f"{STORY[0]} Read more"))
    assert not list(truncated_text(Doc(text)))
    (finding,) = truncated_text(Doc(text.removesuffix("Read more") + "MORE"))
    assert finding.span.text == "MORE"


def test_the_teaser_of_a_video_is_a_link() -> None:
    text = "\n\n".join((*STORY[:2], "WATCH: Ferry crew rescues a dog at sea", STORY[2]))
    (finding,) = related_links(Doc(text))
    assert finding.span.text.startswith("WATCH")


def test_a_disclaimer_is_an_information() -> None:
    (finding,) = interface_text(Doc("\n\n".join((*STORY, "The views expressed are her own."))))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "story",
    [
        (
            "A court ruled on Tuesday that a site may not set cookies before a visitor agrees.",
            "The banner said: “We use cookies to improve your visit. By going on you agree.”",
            "Strictly necessary cookies were not at issue, and the sites may keep them.",
            "“Nobody reads a cookie notice,” said Ana Costa, who brought the case last year.",
        ),
        (
            "The paper will drop its paywall in May, the publisher said on Tuesday evening.",
            "Readers had five free articles a month and then had to subscribe to continue reading.",
            "“This article is for subscribers only” was the sentence that readers met most often.",
            "The paper hopes for 2,000 members who give $5 a month to its reporters instead.",
        ),
        ("HARLOW, March 3 (Agency) - A student has broken a captcha, the university said Monday.",),
        (
            "The site showed the words “404 Page not found” for days, residents complained.",
            "The page that they were looking for had been moved, a spokeswoman said on Monday.",
        ),
        (
            "The text of the speech by Mayor Ana Costa on Monday, as released by her office:",
            "I want to say this to you all. Please keep your remarks short, for it is cold.",
            "By working together you and I agree on one thing: the bridge must stand.",
            "If you have any questions, get in touch with my office.",
            "You can change your mind. I have.",
            "We will send you the plan in March.",
        ),
    ],
)
def test_a_story_about_a_notice_is_a_story(story: tuple[str, ...]) -> None:
    text = "\n\n".join(story)
    assert not list(interface_text(Doc(text)))
    assert not list(not_an_article(Doc(text)))


@pytest.mark.parametrize(
    "head",
    [
        "Background", "What next?", "Share", "Close", "Politics", "Comments", "The menu",
        "Related risks", "Copyright law", "Search and rescue", "Watch this space", "More to come",
        "Sign of the times", "Login problems", "Cookie settings matter", "Premium prices",
        "Page by page", "Six months ago", "Terms and conditions", "Powered by wind",
        "Unlimited access", "Save our site", "About this story", "Turn off autoplay",
        "How we reported this story", "Text HOME to 741741", "Turn on notifications", "12 votes",
        "By the numbers",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["line feeds", "blank lines"])
def test_sub_heads_in_words_of_the_page_are_left_alone(head: str, gap: str) -> None:
    doc = Doc(gap.join(("Harbour Bridge Closes Until Spring", *STORY, head, *STORY)))
    for rule in (interface_text, related_links, scrape_time_text):
        assert not [finding for finding in rule(doc) if finding.span.text == head]


def test_readers_comments_below_the_story_are_the_page() -> None:
    thread = [
        line
        for name in ("ferryman7", "old_keeper", "riverrat", "ann_b", "tolls_now")
        for line in (name, f"I cross it every day, and {name} says it must be mended now.", "Reply")
    ]
    text = "\n\n".join((*STORY, "5 Comments", *thread))
    findings = list(interface_text(Doc(text)))
    named = [line for one in findings for line in (one.span, *(place for place, _ in one.related))]
    assert {line.text for line in named} >= set(thread[2:])


def test_a_few_replies_in_an_interview_are_the_story() -> None:
    talk = ["Reply", "I cross it every day, and it must be mended now, she says of it."] * 2
    findings = list(interface_text(Doc("\n\n".join((*STORY, *talk, STORY[1])))))
    assert {finding.span.text for finding in findings} <= {"Reply"}
    assert not any(finding.related for finding in findings)


def test_a_list_of_stories_with_sections_and_authors_is_one_block_of_links() -> None:
    links = [
        "Business", "Harbour dues to rise again in the spring", "Ana Costa",
        "Culture", "How a ferry became the stage of the town", "Ben Adler",
        "Ideas", "Why nobody wants to pay for a bridge", "Cleo Diaz",
    ]  # fmt: skip
    text = "\n\n".join((STORY[0], "Most Popular", *links, *STORY[1:]))
    (finding,) = (*interface_text(Doc(text)), *related_links(Doc(text)))
    assert [place.text for place, _ in finding.related] == links[:-1]


def test_a_single_link_below_its_label_at_the_end_of_the_page() -> None:
    link = "Ambulances wait for hours at the ferry"
    text = "\n\n".join((*STORY, "More on this story", link))
    (finding,) = (*interface_text(Doc(text)), *related_links(Doc(text)))
    assert [place.text for place, _ in finding.related] == [link]


def test_a_long_sentence_that_stands_twice_is_graver_than_a_short_one() -> None:
    short = "Nobody in this town will ever again pay a toll."
    for again, severity in ((STORY[1], None), (short, "info")):
        text = f"{STORY[0]} {again}\n\n{STORY[2]}\n\nThe mayor shook her head. {again}"
        (finding,) = repeated_passage(Doc(text))
        assert finding.severity == severity


@pytest.mark.parametrize(
    ("line", "left", "safe"),
    [
        ("< 1 min read", "", True),
        ("3 min read . Updated: 21 Jul 2022", "Updated: 21 Jul 2022", True),
        ("By Ana Costa | 3 min read | 21 Jul 2022", "By Ana Costa | 21 Jul 2022", True),
        ("By Ana Costa 3 min read 21 Jul 2022", "By Ana Costa 21 Jul 2022", False),
        ("21 Jul 2022 • 3 min read", "21 Jul 2022", True),
    ],
)
def test_a_reading_time_goes_with_the_signs_around_it(line: str, left: str, safe: bool) -> None:
    text = "\n\n".join(("Harbour bridge closes", line, *STORY))
    (finding,) = reading_time(Doc(text))
    assert finding.fix is not None
    assert finding.fix.safe is safe
    kept = filter(None, ("Harbour bridge closes", left, *STORY))
    assert fixed(text, finding) == "\n\n".join(kept)


def test_captions_of_photo_essays_and_below_images_stay() -> None:
    caption = "The keeper at dawn. Photograph: Ana Costa"
    essay = "\n\n".join(("In pictures: the bridge keepers of Harlow", *STORY, caption))
    image = "\n\n".join((STORY[0], "![The keeper](keeper.jpg)", caption, *STORY[1:]))
    assert not list(caption_or_credit(Doc(essay)))
    assert not list(caption_or_credit(Doc(image)))
    assert list(caption_or_credit(Doc("\n\n".join((STORY[0], caption, *STORY[1:])))))


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (f"It stood on a wall. “{STORY[1]}”", f"Then came the post. {STORY[1]}"),
        ("We will mend the bridge of this town before the spring, my friends.",) * 2,
    ],
)
def test_somebodys_words_shown_again_are_an_information(first: str, again: str) -> None:
    text = f"{STORY[0]} {first}\n\n{STORY[2]}\n\nThe mayor shook her head. {again}"
    (finding,) = repeated_passage(Doc(text))
    assert finding.severity == "info"
