import pytest

from newslint import Doc
from newslint_rules.numbers.conversion_mismatch import conversion_mismatch
from newslint_rules.numbers.magnitude_slip import magnitude_slip
from newslint_rules.numbers.percentage_mismatch import percentage_mismatch
from newslint_rules.numbers.shares_over_the_whole import shares_over_the_whole


def article(text: str) -> Doc:
    return Doc(text, language="en")


@pytest.mark.parametrize(
    "pair",
    [
        "200 kilometers (120 miles)",
        "200 km (124 mi)",
        "300 km (200 miles)",
        "about 100 miles (160 km)",
        "90 miles (145 km)",
        "a mile (1.6 km)",
        "half a mile (800 meters)",
        "two miles (three kilometres)",
        "a 10-mile (16-kilometer) race",
        "a 6-by-9-foot (1.8-by-2.7-meter) cell",
        "5ft 10in (1.78m)",
        "6-foot-2 (1.88 meters)",
        "6'2\" (188 cm)",
        "12 pounds 3 ounces (5.5 kg)",
        "10 to 20 miles (16 to 32 km)",
        "1,000-1,500 feet (300-450 m)",
        "-40 C (-40 F)",
        "40°C (104°F)",
        "minus 10 degrees Celsius (14 degrees Fahrenheit)",
        "100 mph (160 km/h)",
        "1.2 million acres (490,000 hectares)",
        "3,000 square kilometers (1,158 square miles)",
        "10,000 cubic feet (283 cubic meters)",
        "50 gallons (190 liters)",
        "50 gallons (227 litres)",
        "50 tons (51 tonnes)",
        "200 pounds ($310)",
        "12 nautical miles (14 miles)",
        "$5m (3 feet)",
        "10 acres (3 miles)",
        "16 km (8 miles of it on dirt)",
        "2 C (3.6 F) warmer",
        "1.5 C (2.7 F)",
        "62 miles (100 km)",
        "15 miles (25 km)",
        "500 pounds (225 kg)",
        "0 F (minus 18 C)",
        "70 F (20 C)",
    ],
)
def test_conversions_that_fit(pair):
    assert list(conversion_mismatch(article(f"It was {pair} there."))) == []


@pytest.mark.parametrize(
    ("pair", "fix"),
    [
        ("200 kilometers (90 miles)", "120 miles"),
        ("90 miles (45 km)", "140 km"),
        ("5ft 10in (1.98m)", "1.78m"),
        ("-40 C (40 F)", "-40 F"),
        ("40 C (140 F)", "104 F"),
        ("100 mph (260 km/h)", "160 km/h"),
        ("10 acres (14 hectares)", "4 hectares"),
        ("a 10-mile (26-kilometer) race", "16-kilometer"),
        ("1,000 feet (3,280 m)", "305 m"),
        ("10 kg (4.5 pounds)", "22 pounds"),
        ("100 km (50 miles)", "62 miles"),
        ("20 feet (5 m)", "6.1 m"),
        ("27 km (17 feet)", "17 miles"),
        ("27km (17ft)", "17mi"),
        ("20 feet (6 kilometres)", "6 metres"),
        ("8 kg (18 ounces)", "18 pounds"),
        ("an 8-kilometer (5-foot) race", "5-mile"),
        ("4 metres (10 foot)", "13 feet"),
        ("3 km (1.2 mile)", "1.9 miles"),
        ("2.44 metres (9.5ft)", "8ft"),
        ("1.6 km (2 miles)", "1 mile"),
    ],
)
def test_conversions_that_do_not(pair, fix):
    (finding,) = conversion_mismatch(article(f"It was {pair} there."))
    assert finding.fix is not None
    assert finding.fix.edits[0][1] == fix
    assert not finding.fix.safe


def test_no_fix_where_the_unit_has_two_readings():
    (finding,) = conversion_mismatch(article("It holds 50 gallons (290 liters) of water."))
    assert finding.fix is None


def test_or_is_an_alternative_when_far_off():
    assert list(conversion_mismatch(article("Run 5 km, or 26 miles, on Sunday."))) == []
    assert len(list(conversion_mismatch(article("Run 5 km, or 5.1 miles, on Sunday.")))) == 1


def test_or_with_the_right_digits_or_another_unit_is_a_slip():
    assert len(list(conversion_mismatch(article("It is 20 km, or 124 miles, long.")))) == 1
    assert len(list(conversion_mismatch(article("It is 20 km, or 12.4 feet, long.")))) == 1


def test_conversion_cost_is_linear():
    assert list(conversion_mismatch(article("(12 ((( 10-20 by 3 and a half " * 5_000))) == []


@pytest.mark.parametrize(
    "told",
    [
        "rose 25 percent to 75 from 60",
        "rose 25 percent to $75 million from $60 million",
        "rose by 25 percent from 60 to 75",
        "rose from 60 to 75 members, a 25 percent increase",
        "rose to 75 from 60, up 25 percent",
        "was 75 mln dlrs, up 25 pct from 60 mln",
        "rose nearly 26 percent to 75 from 60",
        "rose to $1.2 billion, up 33 percent from $900 million",
        "rose 0.2 percent to 6.7 percent from 6.5 percent",
        "rose 12 percent to 340 tons from 1985",
        "rose 40 percent to 120 from 12 countries",
        "rose 40 percent to 120 mln dlrs from 80 mln marks",
        "rose 25 percent to RM75 million from RM60 million",
        "rose from Rs. 60 to Rs. 75, a 25 per cent increase",
        "rose 40 percent in constant currencies to 75 from 60",
        "fell 5 percent to 75 from 79 in May and was off 32 percent from 110",
        "fell to 900 shares, or 5 percent, from 1,800 shares, or 10 percent",
        "was 48 in the week to March 14, up 5 percent from 46 billion",
        "of the lowest 20 percent fell from $300 to $290",
        "went to 20 percent of the people from 300 to 400 towns",
    ],
)
def test_percentages_that_fit_or_are_left_alone(told):
    assert list(percentage_mismatch(article(f"The total {told} last year."))) == []


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("rose 40 percent to 75 from 60", "25 percent"),
        ("rose from 60 to 75 members, a 40 percent increase", "25 percent"),
        ("rose from Sh60 to Sh75, a 40 percent increase", "25 percent"),
        ("rose from Rs 60 to Rs 75, a 40 percent increase", "25 percent"),
        ("rose from ₦60 million to ₦75 million, a 40 percent increase", "25 percent"),
        ("fell 20 percent to $90 million from $100 million", "10 percent"),
        ("was 75 mln dlrs, up 40 pct from 60 mln", "25 percent"),
        ("decreased 31 pct to 3,900 from 10,000 tractors", "61 percent"),
        ("decreased 31 pct to 790 from 2,100 cars", "62 percent"),
        ("rose 40 percent to 75 tonnes from 60, it said, as prices rose", "25 percent"),
        ("rose 40 percent to 750 from 600 in the comparable period", "25 percent"),
        ("plunged 40 percent last year — to 60 from 75", "20 percent"),
        ("was 75 tonnes, up from 60 tonnes, or 40 percent, it said", "25 percent"),
        ("rose from 60 to 75 -- a 40 percent rise -- in May", "25 percent"),
        ("rose 40 percent to $75 million, compared with $60 million a year ago", "25 percent"),
    ],
)
def test_percentages_that_do_not(told, right):
    (finding,) = percentage_mismatch(article(f"The total {told} last year."))
    assert right in finding.message
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$3 billion million", 1),
        ("3 billion million crowns", 1),
        ("$3m million", 1),
        ("5 million billion stars", 0),
        ("300 thousand million pesetas", 0),
        ("$300 thousand million", 0),
        ("a 5 million million mile trip", 0),
        ("$3 billion, million-dollar homes", 0),
        ("3 lakh million", 1),
        ("2 crore lakh rupees", 1),
        ("5 million crore", 1),
        ("Rs 3 lakh crore", 0),
        ("20 thousand crore", 0),
        ("4 lakh million-dollar homes", 0),
    ],
)
def test_magnitudes(text, found):
    assert len(list(magnitude_slip(article(f"It was {text} in all.")))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Farmers hold 40 percent of it, the town 35 percent and the church 36 percent.", 1),
        ("Farmers hold 40 percent of it, the town 35 percent and the church 26 percent.", 0),
        ("Farmers hold 60 percent of it, the town 55 percent.", 0),
        ("It fell 60 percent of the way, then 55 percent and 40 percent.", 0),
    ],
)
def test_shares(text, found):
    assert len(list(shares_over_the_whole(article(text)))) == found
