"""How a date is written around a month's name, and what beside it says that it is none.

Each pattern is matched at one known place (or ends at it, in a short window), never searched for in
a whole text.
"""

from __future__ import annotations

import re

_GAP = r"(?:[ \t\u00a0]{1,2}|\n)"
WEEKDAY = (
    r"(?<![\w'’])(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MON|TUE|WED|THU|FRI|SAT|SUN"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
    r"(?:" + _GAP + r"(?:morning|afternoon|evening|night|of" + _GAP + r"(?:last|this|next) week))?"
)
_CLOCK = (
    r"(?:" + _GAP + r"(?:at|from)" + _GAP + r"(?:noon|midnight"
    r"|\d{1,2}(?:[:.]\d\d)?(?:[ ]?[ap]\.?m\b\.?)?(?:[ ][A-Z]{1,3}T)?))?"
)
BEFORE = re.compile(
    "(?:" + WEEKDAY + _CLOCK + r"(?P<link>,?" + _GAP + r"(?:on" + _GAP + r")?"
    r"|," + _GAP + r"which (?:is|was|falls on|fell on)" + _GAP + "|" + _GAP + r"?\())?"
    r"(?P<tail>(?:the" + _GAP + r")?(?<![\d.,:/$£€+−–-])"
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?(?:[-–]|[ ](?:-|–|and|to)[ ]))?"
    r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
    r"(?P<of>" + _GAP + r"of)?" + _GAP + r"|)\Z"
)
DAY_AFTER = re.compile(
    r"\.?" + _GAP + r"(?:the" + _GAP + r")?(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?(?![\w$£€])"
)
RANGE = re.compile(
    r"(?:[ ]?[-–—/&][ ]?|[ ](?:to|and|or|through)[ ])"
    r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\w.:]\d|\w)"
)
YEAR = re.compile(r"(?:,?[ \t\u00a0]|,)(?P<year>(?:1[0-9]|20|21)\d\d)(?![\w%]|[.,:/-]\d)")
CLOCK_OR_COUNT = re.compile(
    r"[ \u00a0](?:[A-Z]{1,3}[ST]T|UTC|GMT|local time|noon|hours?|hrs|people|men|women"
    r"|children|troops|police"
    r"|(?!(?:was|is|has|as|its|this|his|does|us|across|unless|besides|plus|thus|perhaps|always|sees"
    r"|says|marks|makes|shows|finds|gives|takes|comes|goes|brings|gets|sets|puts|remains|seems"
    r"|becomes|begins|ends|opens|closes|lists|states|describes|reveals|suggests|indicates)\b)[a-z]{2,}s)\b"
)
NO_DAY = re.compile(
    r"[:.,]\d|[-–](?![A-Z])\w|—\d|/\d|[ \u00a0]?%"
    r"|[ \u00a0-](?:percent|per[ ]cent|pct|mln|bln|million|billion|thousand|trillion"
    r"|points?|goals?|years?|months?|weeks?|days?|hours?|minutes?|seconds?"
    r"|degrees?|people|miles?|km|kilomet(?:er|re)s?|cents?|dlrs|dollars|euros|pounds)\b"
)
WEEKDAY_AFTER = re.compile(
    r"(?:[ ]\((?=\w{3,9}\.?\)|\w+day\b)|,[ ]an?[ ](?=\w+day\b))" + WEEKDAY + r"(?!['’])"
)
LIST_BEFORE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)s?\.?"
    r"(?:,?[ ](?:and|or|to|through|until)[ ]"
    r"|,[ ]|[ ]?[-–—/&][ ]?)\Z"
)
SPEAKING_BEFORE = re.compile(
    r"\b(?:said|says|say|told|announced|reported|added|confirmed|ruled|warned|voted|agreed"
    r"|decided|declared|noted|stated|wrote|\w+['’]s"
    r"|(?!(?:On|By|From|Until|Till|Since|This|Last|Next|Before|After|The|Updated|Published|Posted"
    r"|Good|Holy|Easter|Palm|Ash|Super|Black|Cyber)\b)"
    r"\b\w*[A-Z]\w*)[ ]\Z"
)
NEWSPAPER_BEFORE = re.compile(r"\b[Tt]he[ ]\Z")
COUNTS_BEFORE = re.compile(
    r"\b(?:(?P<never>in|each|every|early|late|mid)"
    r"|last|this|next|previous|since|that|during|(?<!scheduled )(?<!set )for)[ \n]\Z",
    re.IGNORECASE,
)
DATED_BEFORE = re.compile(
    r"\b(?:on|by|the|an?|his|her|its|their|our|as of|end(?:s|ed|ing)|start(?:s|ed|ing)"
    r"|begin(?:s|ning)|began|effective|dated|due|expire[sd]?|(?:scheduled|set) for)[ \n]\Z",
    re.IGNORECASE,
)
AFTER_A_DATE = re.compile(
    r"\Z|[.,;:)\]\n\"'”’—]|[/–-][A-Z]"
    r"|[ ](?:to|in|at|after|before|and|or|but|when|while|because|although|as|that|with|on|by|from"
    r"|through|until|since|for|is|was|will|has|had|if|following|whether)\b"
)
