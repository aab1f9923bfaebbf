"""Interface text by its words."""

import pytest

from newslint import word_list
from newslint.text.interface import LONGEST_PHRASE, Strength, interface, normalise

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
    ],
)
def test_sentences_and_sub_heads_are_none(line: str) -> None:
    assert interface(line).strength is Strength.NONE


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
