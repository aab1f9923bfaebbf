"""Bad and good cases of the residue rules, many to a rule; wordings are invented or standard."""

from collections.abc import Callable

import pytest

from newslint import Doc, Findings
from newslint_rules.residue.caption_or_credit import caption_or_credit
from newslint_rules.residue.merged_metadata import merged_metadata
from newslint_rules.residue.not_an_article import not_an_article
from newslint_rules.residue.reading_time import reading_time
from newslint_rules.residue.repeated_headline import repeated_headline
from newslint_rules.residue.repeated_passage import repeated_passage
from newslint_rules.residue.scrape_time_text import scrape_time_text
from newslint_rules.residue.truncated_text import truncated_text

HEADLINE = "County Says Harbour Bridge Will Close Until Spring"
STORY = (
    "The council voted on Monday to close the harbour bridge until the spring, the mayor said.",
    "Two of its cables are worn, according to a report that the county published last week.",
    "“We cannot wait for the frost,” said Ana Costa, who has asked for a ferry since March.",
    "Residents asked for a ferry, but the council has no money for one, its treasurer said.",
)


def between(line: str) -> str:
    return "\n\n".join((HEADLINE, *STORY[:2], line, *STORY[2:]))


def after(line: str) -> str:
    return "\n\n".join((HEADLINE, *STORY, line))


def grave(rule: Callable[[Doc], Findings], text: str) -> list[str]:
    return [one.span.text for one in rule(Doc(text)) if one.severity != "info"]


@pytest.mark.parametrize(
    "copy",
    [
        HEADLINE,
        HEADLINE.upper(),
        f"{HEADLINE} | Elsa Post",
        f"{HEADLINE} - live updates",
        f"“{HEADLINE}”",
        HEADLINE.replace("Harbour", "Harbor"),
        "County says the harbour bridge will close until the spring",
        f"{HEADLINE} as Cables Rust",
        "County Says Harbour Bridge Will Close…",
    ],
)
def test_copies_of_the_headline(copy: str) -> None:
    (found,) = grave(repeated_headline, "\n\n".join((HEADLINE, copy, *STORY)))
    assert found == copy


def test_a_headline_with_its_outlet_first_and_alone_below() -> None:
    text = "\n\n".join((f"{HEADLINE} - Elsa Post", HEADLINE, *STORY))
    assert grave(repeated_headline, text) == [HEADLINE]


@pytest.mark.parametrize(
    "second",
    [
        "Two Cables Are Worn, Report Says",
        "The county says that the harbour bridge is to close because two of its cables are worn",
        "County Says Harbour Tunnel Will Close Until Spring",
        "County Says Harbour Bridge Will Close Until Summer",
        "Bridge Will Close",
    ],
)
def test_decks_and_other_headlines_are_no_copies(second: str) -> None:
    assert not grave(repeated_headline, "\n\n".join((HEADLINE, second, *STORY)))


@pytest.mark.parametrize(
    "line",
    [
        "3 min read", "Reading time: 4 minutes", "Less than a minute read", "4 mins read",
        "Read Time: 3 Minute, 10 Second", "By Ana Costa | 4 min read", "3 min read · March 3, 2014",
        "Time to read: 3 min", "Reading Time: 3 mins read", "Estimated read time: 3-4 minutes",
        "Read in 4 minutes", "Approx. 2 min read",
    ],
)  # fmt: skip
def test_reading_times(line: str) -> None:
    assert grave(reading_time, between(line))


@pytest.mark.parametrize(
    "line",
    [
        "It is a two-minute read of the tribute to the harbour master.",
        "The report takes 40 minutes to read, the mayor said.",
        "He had five minutes to read the verdict.",
        "The reading time of the bill was cut to an hour.",
        "It was read in 10 minutes by the clerk.",
    ],
)
def test_no_reading_times(line: str) -> None:
    assert not grave(reading_time, between(line))


@pytest.mark.parametrize(
    "line",
    [
        "Image caption The bridge in winter", "Photograph: Ana Costa", "Ana Costa/AP",
        "(Photo by Ana Costa/Getty Images)", "Photo Credit: PTI", "AFP via Getty Images",
        "A file photo of the bridge in winter. — AFP", "The bridge in winter. Photo: Handout",
        "The bridge in winter | Photo Credit: The Post", "The bridge in winter (Image: Elsa Live)",
        "Ana Costa for The Elsa Post", "Ana Costa / The Elsa Post", "Xinhua/Ana Costa",
        "Pictured: the bridge in winter", "Image via Twitter/@costa", "toggle caption", "EPA-EFE",
        "Ana Costa / AFP - Getty Images file", "THE CANADIAN PRESS/Ana Costa", "Twitter/@anacosta",
    ],
)  # fmt: skip
def test_captions_and_credits(line: str) -> None:
    assert grave(caption_or_credit, between(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The photo by Ana Costa shows the bridge in winter, the court was told on Monday.",
        "Pictured on the wall are the mayors of the town since 1931.",
        "Credit: a short history", "Left: nothing to do", "Above all, she was kind.",
        "Credit markets froze in March, and the county could not borrow.", "Image problems",
        "Ana Costa for Mayor", "A Bridge for Harlow", "The Case for Press Freedom",
        "Science/Technology", "The result: chaos", "Her picture: a bridge in fog.",
        "The magazine ran a photo: the mayor in 1963, on the bridge, with a hat and no coat.",
        "Instagram", "White House Press", "New facts for NASA", "Photo finish",
        "Vote for Change", "Twitter storm",
        "She posted the photo: it showed a bridge.",
    ],
)  # fmt: skip
def test_no_captions(line: str) -> None:
    assert not grave(caption_or_credit, between(line))


@pytest.mark.parametrize(
    "line",
    [
        "6 years ago", "3 hours ago", "Updated 2 hours ago", "1,204 comments", "12.4K views",
        "16 Retweets 40 Likes", "an hour ago", "3d ago", "Modified 7 mos ago", "1.2k reads",
        "9 hours, 12 minutes ago", "Posted 3 days ago",
    ],
)  # fmt: skip
def test_scrape_time_text(line: str) -> None:
    assert grave(scrape_time_text, between(line))


@pytest.mark.parametrize(
    "line",
    [
        "Six years ago the bridge was painted.", "Six months ago", "A year ago today", "12 votes",
        "Twenty years ago", "He left an hour ago.", "Long ago", "3,000 years ago, a river",
        "100 years ago: the flood", "9,000 followers of the prophet", "Forty views of the bridge",
    ],
)  # fmt: skip
def test_no_scrape_time_text(line: str) -> None:
    assert not grave(scrape_time_text, between(line))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"{STORY[0]}\n\n{STORY[1]} REUTER", "REUTER"),
        (f"{STORY[0]}\n\n{STORY[1]} Reuters", "Reuters"),
        (f"{STORY[0]}\n\n{STORY[1]}AFP", "AFP"),
        (f"{STORY[0]}\n\n{STORY[1]}Enditem", "Enditem"),
        (f"{STORY[0]}\n\n{STORY[1]}PTI ANC BA", "PTI ANC BA"),
        (f"{STORY[0]}\n\n{STORY[1]}\n\nREUTERReut07:12 03-04", "REUTERReut"),
        (f"{STORY[0]}\n\n{STORY[1]}\n\nContact: Ana 555-0117SOURCE Harlow Ferries", "SOURCE"),
        ("By Ana Costa and Ben AdlerHARLOW. " + "\n\n".join(STORY), "By Ana Costa"),
        ("SportBy Ana Costa Reporter\n\n" + "\n\n".join(STORY), "SportBy"),
        ("3 March 2014 07.20 Last updated on 4 March 2014\n\n" + "\n\n".join(STORY), "3 March"),
        (f"{STORY[0]}\n\n{STORY[1]} IANS", "IANS"),
        ("Posted by webdesk 12 March 2017 08:14\n\n" + "\n\n".join(STORY), "Posted by"),
        ("Updated: March 3, 2014 12:04 PM" + "\n\n".join(STORY), "Updated: March 3"),
        ("By Ana CostaForty people spent the night on a ship in the fog.\n\n" + STORY[1], "By Ana"),
    ],
)
def test_merged_metadata(text: str, what: str) -> None:
    (found,) = grave(merged_metadata, text)
    assert found.startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY[0]}\n\n{STORY[1]} Enditem",
        "3 March 2014 | By Ana Costa\n\n" + "\n\n".join(STORY),
    ],
)
def test_end_marks_and_bylines_beside_a_date_are_informations(text: str) -> None:
    (found,) = merged_metadata(Doc(text))
    assert found.severity == "info"


@pytest.mark.parametrize(
    "last",
    [
        "The poll was made by AFP.", "She has worked for Reuters.", "He asked for the AP.",
        f"{STORY[0]} (PTI)", f"{STORY[0]} — AFP", "(Reporting by Ana Costa; editing by Karl Lund)",
    ],
)  # fmt: skip
def test_agencies_that_are_no_glued_sign_off(last: str) -> None:
    assert not grave(merged_metadata, f"{STORY[1]}\n\n{last}")


@pytest.mark.parametrize(
    "page",
    [
        "Attention Required! | Sorry, you have been blocked",
        "Error 1015 You are being rate limited",
        "This site can’t be reached",
        "Sorry, we couldn’t find that page.",
        "Our European visitors matter to us. This site is unavailable to visitors from your area.",
        "Story removed",
        "Too Many Requests",
        "Site under maintenance. We will be back shortly.",
        "It appears your browser has JavaScript disabled.",
        "The connection has timed out",
        "Sorry, no posts matched your criteria.",
        "Your session has expired",
        "Gateway Timeout",
        "Robot or human? Hold the button to confirm that you’re human.",
        "Dear reader, your consent is needed. Accept Decline",
        "Login required",
        "This post is for paid subscribers. Already a paid subscriber? Sign in",
        "Home News Sport Weather Sign in Menu",
    ],
)
def test_pages_that_are_no_articles(page: str) -> None:
    assert len(grave(not_an_article, page)) == 1


@pytest.mark.parametrize(
    "flash",
    [
        "Mayor Ana Costa has resigned.", "The bridge is closed.", "Harlow 2, Milton 1",
        "BREAKING: Bridge collapses in Harlow", "Elsa Bank raises prime rate to 9.5 pct",
        "A man has been denied access to his house, police said.",
        "The page in question was torn out, the museum said on Monday.",
        "Service is unavailable on the coast line after a train hit a cow, the railway said.",
        "Cookies were recalled on Monday by a bakery in Harlow because of glass.",
        "An error occurred in the count of votes in two towns, the clerk said on Monday.",
        "The museum is down for maintenance until May, it said.",
    ],
)  # fmt: skip
def test_flashes_are_articles(flash: str) -> None:
    assert not grave(not_an_article, flash)


@pytest.mark.parametrize(
    "cut",
    [
        "The mayor said that the", "He said it was time to",
        "She asked him why he had come to the town, and", "“We cannot wait for the frost,",
        "According to the report, two of its cables are", "The list of the towns is as follows:",
        "The council voted on Monday to close the bridge (see",
        "The council voted to close the bridge until the spring [+1204 chars]",
        "Costs rose by Monday from 4 million to $", "He wrote on Monday afternoon:",
    ],
)  # fmt: skip
def test_cut_texts(cut: str) -> None:
    assert grave(truncated_text, after(cut))


@pytest.mark.parametrize(
    "last",
    [
        "Ana Costa, Elsa Post", "Harlow Ferries, Mill Street,", "“And then we shall see …”",
        "Tickets cost $12 (free for children)", "What are we waiting for?", "###", "-30-", "ENDS",
        "https://www.elsa.example/plan", "Yes, we are.", "(Reporting by Ana Costa)",
        "• Milton and the mill on", "It is the bridge that he is against",
        "Harlow 2 Milton 1 (abandoned)",
    ],
)  # fmt: skip
def test_whole_texts(last: str) -> None:
    assert not grave(truncated_text, after(last))


@pytest.mark.parametrize(
    "again",
    [
        STORY[0],
        f"“{STORY[1]}”",
        STORY[2].replace("“", '"').replace("”", '"'),
        STORY[3].replace(" ", "  "),
        STORY[3].upper(),
        STORY[3].removesuffix("."),
    ],
)
def test_repeated_passages(again: str) -> None:
    assert grave(repeated_passage, after(again)) == [again]


@pytest.mark.parametrize(
    "again",
    [
        STORY[0].replace("Monday", "Tuesday"),
        "“We cannot wait for the frost,” she said.",
        "Harlow 24 12 6 6 40 22 42 1 2 3 4",
    ],
)
def test_no_repeated_passages(again: str) -> None:
    assert not grave(repeated_passage, after(again))
