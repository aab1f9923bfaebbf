"""Lines that belong to an article and are not its story."""

import pytest

from newslint import Role
from newslint.text.furniture import furniture


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ana Costa", Role.BYLINE),
        ("By ANA COSTA and Ben Adler, Associated Press", Role.BYLINE),
        ("Ana Costa, Staff Writer", Role.BYLINE),
        ("Associated Press", Role.BYLINE),
        ("March 3, 2024", Role.DATE),
        ("Published: 12:30 GMT, 3 March 2015 | Updated: 13:02 GMT, 3 March 2015", Role.DATE),
        ("2014-12-29", Role.DATE),
        ("4 min read", Role.READING_TIME),
        ("less than a minute read 23-07-2021", Role.READING_TIME),
        ("Photo: Ana Costa", Role.CAPTION),
        ("Ana Costa/AP", Role.CAPTION),
        ("[Ana Costa/Elsa Post]", Role.CAPTION),
        ("© AFP", Role.CAPTION),
        ("AAP Image/Ana Costa", Role.CAPTION),
        ("The mayor crosses the bridge in this file photo.", Role.CAPTION),
        ("Screenshot : Elsa TV", Role.CAPTION),
        ("Representational image", Role.CAPTION),
        ("The bridge in winter. (PTI Photo)", Role.CAPTION),
        ("The bridge in winter. (Ana Costa/Getty Images)", Role.CAPTION),
        ("The keeper holds the cup • Associated Press", Role.CAPTION),
        ("Shoppers wait at a store in Harlow, Fla. Ana Costa, AP", Role.CAPTION),
        ("The fly-half was sent off. ELSA/Ana Costa", Role.CAPTION),
        ("The mayor bows to the ferry. Photo by Getty", Role.CAPTION),
        ("toggle caption Ana Costa/AP", Role.CAPTION),
        ("© REUTERS/ Ana Costa The bridge in winter", Role.CAPTION),
        ("Editor's note: This story replaces one of Monday.", Role.NOTE),
        ("This story has been updated with a comment of the county.", Role.NOTE),
        ("From THE LONG BRIDGE by Ana Costa. Copyright © 2015 by Ana Costa.", Role.NOTE),
        ("Ben Adler contributed to this report.", Role.CONTACT),
        ("(Reporting by Ana Costa; editing by Ben Adler)", Role.CONTACT),
        ("Media contacts:", Role.CONTACT),
        ("ana.costa@example.org", Role.CONTACT),
        ("* * *", Role.DIVIDER),
        ("###", Role.DIVIDER),
        ("-30-", Role.DIVIDER),
    ],
)
def test_furniture(line: str, role: Role) -> None:
    assert furniture(line) is role


@pytest.mark.parametrize(
    "line",
    [
        "By the Numbers: A Bridge in Figures",
        "By Monday the bridge was closed.",
        "The report was published on Monday by the county, which paid for it.",
        "The photo by Ana Costa shows the bridge in winter, the court was told on Monday.",
        "The council heard the mayor (a former sailor), who said the bridge would close.",
        "Five hurt as harbour bridge falls - police",
        "He left with his lawyer. Ana Costa, a nurse, agreed.",
        "It was told to Ana Costa, AP",
        "The agency was sold. Photos via Getty Images show it.",
        "March of the harbour workers",
        "Media Sources: Where Residents Read of the Bridge",
        "Scroll down for what the county says",
        "A two-minute read of the tribute",
        "Call it a day, said the mayor.",
    ],
)
def test_story_lines_are_none(line: str) -> None:
    assert furniture(line) is None
