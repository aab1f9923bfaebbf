"""Interface text by its words."""

import pytest

from newslint import word_list
from newslint.text.interface.lines import LONGEST_PHRASE, Strength, interface, normalise

LISTS = ("hard", "company", "sections")


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("Advertisement", Strength.HARD),
        ("SIGN UP FOR OUR NEWSLETTER »", Strength.HARD),
        ("Continue reading the main story", Strength.HARD),
        ("© 2019 The Elsa Post. All rights reserved.", Strength.HARD),
        (
            "This material may not be published, broadcast, rewritten or redistributed.",
            Strength.HARD,
        ),
        ("We use cookies to make this page better.", Strength.HARD),
        ("By clicking Sign Up you agree to our terms.", Strength.HARD),
        ("1,204 comments", Strength.HARD),
        ("6 years ago", Strength.HARD),
        ("RELATED: Ten bridges you should have crossed", Strength.HARD),
        ("PHOTOS: Ten bridges that nobody crosses", Strength.HARD),
        ("Follow Ana Costa on Twitter", Strength.HARD),
        ("CLICK HERE TO GET THE ELSA APP", Strength.HARD),
        ("Home | News | Sign in", Strength.HARD),
        ("Share Tweet Email Print", Strength.HARD),
        ("(c) 2019, The Elsa Post", Strength.HARD),
        ("To see this post, update your privacy settings.", Strength.HARD),
        ("Thanks for subscribing to our newsletter!", Strength.HARD),
        ("Your morning news, sent to your inbox", Strength.HARD),
        ("Get it on Google Play and in the App Store", Strength.HARD),
        ("Join the Elsa Post's WhatsApp channel", Strength.HARD),
        ("Subscribe from $2 a week", Strength.HARD),
        ("Don't have an account? Register", Strength.HARD),
        ("Facebook Email Print", Strength.HARD),
        ("Listen to this story · 4:10 min", Strength.HARD),
        ("0:00 / 2:10", Strength.HARD),
        ("7h ago", Strength.HARD),
        ("These key points were created by artificial intelligence.", Strength.HARD),
        ("Show 8 more comments", Strength.HARD),
        ("Advertisement. Scroll down", Strength.HARD),
        ("We may earn a commission when you buy through our links.", Strength.HARD),
        ("This story has not been edited by Elsa Post staff.", Strength.HARD),
        ("The views expressed here are the author's own.", Strength.HARD),
        ("Spotted a mistake? Please let us know here", Strength.HARD),
        ("Tags: harbour, bridge", Strength.HARD),
        ("Home > Harlow > Harbour", Strength.HARD),
        ("WATCH: Ferry crew rescues a dog at sea", Strength.HARD),
        ("You have 3 free stories left", Strength.HARD),
        ("Register now to read on", Strength.HARD),
        ("Do you have any information? Email the Elsa Post", Strength.HARD),
        ("Make the Elsa Post your preferred source", Strength.HARD),
        ("1,024 people liked this", Strength.HARD),
        ("READ: Why the harbour bridge is closed", Strength.HARD),
        ("[Read: Why the harbour bridge is closed]", Strength.HARD),
        ("FLASHBACK: The winter in which the river froze", Strength.HARD),
        ("Not you? Log out", Strength.HARD),
        ("Share this item", Strength.HARD),
        ("Follow our newsletter", Strength.HARD),
        ("Get our free weekly briefing", Strength.HARD),
        ("We'll send you an email each morning", Strength.HARD),
        ("Want more harbour news? Sign up here", Strength.HARD),
        ("For all the latest news, follow our channel online or via the app.", Strength.HARD),
        ("Subscribe to read the whole story", Strength.HARD),
        ("To read this article in full, subscribe", Strength.HARD),
        ("This article is for our registered members", Strength.HARD),
        ("You have one free article left this month", Strength.HARD),
        ("Get unlimited access for $1 a week", Strength.HARD),
        ("Please donate to support our newsroom", Strength.HARD),
        ("Thanks for reading! Please share it with friends", Strength.HARD),
        ("Skip ad in 3", Strength.HARD),
        ("Play Mute Current Time 0:00 / Duration 3:07", Strength.HARD),
        ("This video could not be played", Strength.HARD),
        ("Listen to this story now", Strength.HARD),
        ("View gallery (8 images)", Strength.HARD),
        ("Our live blog is now closed", Strength.HARD),
        ("Skip Twitter post by Elsa Post", Strength.HARD),
        ("A post shared by Ana Costa (@costa) on May 3, 2017", Strength.HARD),
        ("Reject optional cookies", Strength.HARD),
        ("By posting, you agree to our rules.", Strength.HARD),
        ("Please keep your comments civil", Strength.HARD),
        ("Comments on this story are closed", Strength.HARD),
        ("Republished with permission", Strength.HARD),
        ("The post Ferry crew rescues a dog appeared first on Elsa Post.", Strength.HARD),
        ("Opens a new window", Strength.HARD),
        ("Stories you may like", Strength.HARD),
        ("Seen something? Tell us", Strength.HARD),
        ("Share or comment on this story: Ferry crew rescues a dog", Strength.HARD),
        ("Want to reply? You need to be registered.", Strength.HARD),
        ("Register for free to Elsa Post and read the full report", Strength.HARD),
        ("Have you been affected by the closure? Send us an email", Strength.HARD),
        ("Did you try this recipe? Tag us on Instagram @elsapost", Strength.HARD),
        ("Tickets selling fast. Buy yours here", Strength.HARD),
        ("Elsa app: the news in your pocket - download now", Strength.HARD),
        ("Visit our ferry hub for more", Strength.HARD),
        ("Elsa Post is not responsible for the content of external sites", Strength.HARD),
        ("You can find this story in My Saved Items", Strength.HARD),
        ("3 March 2014, 9:14 PM 1,204 Views 12 Comments", Strength.HARD),
        ("Posted on March 3, 2014 at 4:02 pm | 17 Comments", Strength.HARD),
        ("Published 3 March 2014 Last updated 2 years ago", Strength.HARD),
        ("+5 View gallery", Strength.HARD),
        ("Topics Bridges Ferries Harlow", Strength.COMPANY),
        ("Previous: Ferry crew rescues a dog", Strength.COMPANY),
        ("Sponsored by: Elsa Bank", Strength.COMPANY),
        ("Powered by wind", Strength.COMPANY),
        ("Two years ago", Strength.COMPANY),
        ("Change your password", Strength.COMPANY),
        ("Explained: why the bridge is closed", Strength.COMPANY),
        ("Poll: Who will win the debate on Monday?", Strength.COMPANY),
        ("More stories by Ana Costa", Strength.COMPANY),
        ("Share", Strength.COMPANY),
        ("close", Strength.COMPANY),
        ("Top Stories", Strength.SECTION),
        ("Politics", Strength.SECTION),
        ("UP NEXT", Strength.SECTION),
        ("What's next?", Strength.SECTION),
        ("Popular vote total:", Strength.SECTION),
        ("ANALYSIS/OPINION:", Strength.SECTION),
    ],
)
def test_interface_lines(line: str, strength: Strength) -> None:
    assert interface(line).strength == strength


@pytest.mark.parametrize(
    "line",
    [
        "International Implications",
        "More about: The Cables",
        "Photos: Ana Costa",
        "2 Copyright © 2015 Institute of Bridges. All rights reserved. A guide for engineers.",
        "The council uses cookies to lure pupils to its meetings, and they come.",
        "Related costs are borne by the county, which has a budget of 9 million.",
        "The ruling lets banks offer services without express permission of the courts.",
        "The funds may not be used for roads.",
        "An aircraft entered the airspace without permission, the ministry said in a statement.",
        "Six years ago the bridge was painted.",
        "Get Down with the Mayor",
        "2, 3, 5, 2, 3, 12, 5, 3, 4",
        "1987",
        "(c) 555 0117 200",
        "More voters like Costa: 53 percent have a favourable opinion of her.",
        "The mayor's privacy settings were changed by a visitor, the court was told.",
        "The council sent a newsletter to every household in the town.",
        "She read about the bridge in the app and called her brother.",
        "Tickets cost $2 a week, and pupils travel free.",
        "The two artists expressed their views on the bridge.",
        "He watched the video 12 times.",
        "Home is where the harbour is",
        "5. People like it (conditionally)",
        "Unlocking the harbour took the crew two hours.",
        "To continue the work the county needs 9 million, the register shows.",
        "For more than a year residents could visit us here.",
        "The new app lets you order food without a call, the company said.",
        "Notifications are turned off at night, and pupils sleep better.",
        "The daily briefing",
        "Register to vote and get help",
        "To see the bridge up close, join a tour on Sunday.",
        "This is good news for members of the union.",
        "From 2015 to 2020 digital revenue rose 40%.",
        "Only 12% of households pay for digital news.",
        "Local news outlets rely on donations, a study found.",
        "This story in 2019 won a prize.",
        "There was an error in processing the ballots, the clerk said.",
        "The video could not be played in court because the disk was broken.",
        "Press freedom is key, the minister said.",
        "Listening to the latest from Ana Costa is a joy.",
        "Slide down the table",
        "Vote gap narrows in the poll",
        "A video posted by the militants shows the hostages alive.",
        "Tracking cookies follow users around.",
        "Allow the cookies to cool on a rack.",
        "Be careful with comments, he said.",
        "Comments are open until May 12, the agency said.",
        "Comments that she made about migrants were removed from the record.",
        "To obtain a license, drivers must pass a test.",
        "You are here to learn, he told them.",
        "Next-generation networks are coming soon",
        "Bad news you can use",
        "Her browser does not track users, the company said.",
        "Please register by May 12.",
        "You must register by Friday to vote in the primary.",
        "Like many on Facebook, she was angry.",
        "Support for our newsroom policy is broad, the editor said.",
        "More to follow",
        "Follow us, they shouted",
        "Like our grandparents, we fear the sea and love it.",
        "Join us for a Spring Supper complete with a band and a raffle.",
        "Are you for the bridge? the mayor asked, and she told us.",
        "Tickets cost $5 and are sold at the town hall.",
        "Topics were few.",
        "You can find this story in the Bible, in the Book of Ruth.",
        "The council is not responsible for the content of third-party leaflets.",
        "The gallery asked readers to support it, and our reporters gave; a donation is no news.",
        "9,204 votes",
        "Cookies are small files that websites store on a device.",
        "We welcome your comments on the plan, and we will read every one of them.",
        "“Support local journalism” will be the slogan of the paper.",
    ],
)
def test_sentences_and_sub_heads_are_none(line: str) -> None:
    assert interface(line).strength is Strength.NONE


def test_a_long_row_of_links_at_the_foot() -> None:
    row = (
        "Terms of Use",
        "Privacy Policy",
        "Your Privacy Rights",
        "Cookies and Other Things We Keep",
    )
    assert (
        interface(" • ".join((*row, "Ads by Elsa Media - Its Choices"))).strength is Strength.HARD
    )
    assert interface(" • ".join((*row, "Ferry crew rescues a dog"))).strength is Strength.NONE


@pytest.mark.parametrize(
    "appeal",
    [
        "Since you’re here … we have a favour to ask. Fewer pay for our reporting than ever.",
        "Our newsroom needs your support: donate today, become a member, or give as little as $1.",
        "Elsa Post lives by its readers. " * 9
        + "Our newsroom needs your support: donate today, or become a member.",
    ],
)
def test_appeals_for_money(appeal: str) -> None:
    assert interface(appeal).strength is Strength.HARD


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_normalised_sorted_and_short_enough(name: str) -> None:
    entries = word_list("newslint.text", f"data/interface_{name}.txt")
    assert list(entries) == sorted(set(entries))
    assert [entry for entry in entries if normalise(entry) != entry] == []
    assert max(map(len, entries)) <= LONGEST_PHRASE


def test_no_phrase_is_on_two_lists() -> None:
    lists = [set(word_list("newslint.text", f"data/interface_{name}.txt")) for name in LISTS]
    assert not lists[0] & lists[1]
    assert not lists[0] & lists[2]
    assert not lists[1] & lists[2]


def test_a_line_of_short_notices_is_one_and_a_line_that_is_partly_news_is_none() -> None:
    assert interface("Something went wrong. Please try again.").strength is Strength.HARD
    assert interface("The bridge is shut. Please try again.").strength is Strength.NONE


@pytest.mark.parametrize("name", ["doings", "things", "small"])
def test_words_of_buttons_are_sorted(name: str) -> None:
    entries = word_list("newslint.text", f"data/button_{name}.txt")
    assert list(entries) == sorted(set(entries))
