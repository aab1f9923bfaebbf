"""How a date is written around a month's name, and what beside it says that it is none.

Each pattern is matched at one known place (or ends at it, in a short window), never searched for in
a whole text.
"""

from __future__ import annotations

import re

from newslint.patterns import regexp

SPACE = r"[ \t\u00a0\u2009\u202f]"
_GAP = rf"(?:{SPACE}{{1,2}}|\n)"
MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b\.?"
_FULL_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = (
    rf"(?<![\w'’])(?P<weekday>{_FULL_WEEKDAY}|MON|TUE|WED|THU|FRI|SAT|SUN"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
    rf"(?:{_GAP}(?:(?:early |late )?(?:morning|afternoon|evening|night|lunchtime|midday|midnight)"
    rf"(?:{_GAP}of)?|(?:of{_GAP})?(?:last|this|next) week))?"
)
WEEKDAY_BEGINS = regexp(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN")
_HOUR = r"\d{1,2}(?:[:.]\d\d)?[ ]?[ap]\.?m\b\.?"
_TIME = rf"(?:noon|midnight|{_HOUR}|\d{{1,2}}(?:[:.]\d\d)?)(?:[ ][A-Z]{{1,3}}T)?"
_CLOCK = (
    rf"(?:(?:,?{_GAP}(?:at|from){_GAP}{_TIME}|,?{_GAP}\(?{_HOUR}\)?)"
    rf"(?:(?:[ ]?[-–][ ]?|[ ](?:to|until)[ ])\(?{_TIME})?)?"
)
BEFORE = regexp(
    rf"(?:{WEEKDAY}{_CLOCK}(?P<link>,?{_GAP}(?:on{_GAP})?|,"
    rf"|,{_GAP}(?:which (?:is|was|falls on|fell on)|falling on|that is,?|i\.e\.,?|dated){_GAP}"
    rf"|{SPACE}?[(\[]|[ ]?(?P<mark>[-–—|:])[ ]))?"
    rf"(?P<tail>(?:the{_GAP})?(?<![\d.,:/$£€+−–-])"
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?(?:[-–]|[ ](?:-|–|and|to)[ ]))?"
    r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
    rf"(?P<of>{_GAP}(?:day{_GAP})?of)?(?:{_GAP}|(?P<dash>-))|)\Z"
)
DAY_AFTER = regexp(
    rf"\.?{_GAP}(?:the{_GAP})?(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?(?![\w$£€])"
)
PLAIN_DAY = regexp(
    r"\.?[ ](?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?(?=\.(?!\d)|[ ]-{1,2}[ ](?!\d|\w+day\b)"
    r"|,?[ ](?:after|as|before|but|by|for|from|he|it|on|said|she|the|they|were|when|while|who|will"
    r"|with)\b)"
)
"""A day behind which nothing goes with it: no other day, no year, no weekday, no unit."""
RANGE = regexp(
    r"(?P<between>(?:,[ ]\d{1,2}(?:st|nd|rd|th)?){0,5}"
    r"(?:[ ]?[-–—/&][ ]?|,?[ ](?:to|and|or|through)[ ]))"
    r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\w.:]\d|\w)"
)
YEAR = regexp(
    rf"(?:,?{SPACE}(?:(?:at[ ])?{_HOUR},?[ ])?|,|,?[ ](?:in|of)[ ])"
    r"(?P<year>(?:1[0-9]|20|21)\d\d)(?![a-z\d_%]|[A-Z]{2}|[.,:/-]\d)"
    rf"|,?{SPACE}['’‘](?P<short>\d\d)(?![\w'’])"
)
DASHED_YEAR = regexp(r"-(?P<year>(?:19|20)\d\d)(?![\w-])")
CLOCK_OR_COUNT = regexp(
    r"[ \u00a0](?:[A-Z]{1,3}[ST]T|UTC|GMT|local time|noon|hours?|hrs|people|men|women"
    r"|children|troops|police"
    r"|(?!(?:was|is|has|as|its|this|his|does|us|across|unless|besides|plus|thus|perhaps|always|sees"
    r"|says|marks|makes|shows|finds|gives|takes|comes|goes|brings|gets|sets|puts|remains|seems"
    r"|becomes|begins|ends|opens|closes|lists|states|describes|reveals|suggests|indicates)\b)[a-z]{2,}s)\b"
)
ADDRESS = regexp(
    r"[ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|Close|Way|Boulevard|Blvd|Place|Square"
    r"|Terrace|Crescent|Gardens)\b"
)
NO_DAY = regexp(
    r"[:.]\d|,(?!(?:19|20)\d\d(?!\d))\d|[-–](?![A-Z])\w|—\d|/\d|[ \u00a0]?%"
    r"|[ ](?:BCE?|B\.C\.|AD|A\.D\.)(?!\w)"
    r"|[ \u00a0-](?:percent|per[ ]cent|pct|mln|bln|million|billion|thousand|trillion"
    r"|points?|goals?|years?|months?|weeks?|days?|hours?|minutes?|seconds?"
    r"|degrees?|people|miles?|km|kilomet(?:er|re)s?|cents?|dlrs|dollars|euros|pounds)\b"
)
WEEKDAY_AFTER = regexp(
    r"(?:[ ][(\[](?=\w{3,9}\.?[)\]]|\w+day\b(?![ ][A-Z]))|,[ ]an?[ ](?=\w+day\b)"
    r"|(?P<alone>,[ ]|[ ][-–—|][ ])(?=\w+day\b)"
    r"|(?P<told>,?[ ](?:which[ ]|that[ ])?(?:was|is|falls[ ]on|fell[ ]on)[ ]an?[ ])(?=\w+day\b))"
    rf"{WEEKDAY}(?!['’])"
)
ENDS_ALONE = regexp(
    rf"[.;)\]\n]|\Z|,(?=[ ](?!and\b|or\b|the[ ]\d|\d|{_FULL_WEEKDAY}|[A-Z][a-z]{{2,8}}\.?[ ]\d))"
)
ENDS_WITH_YEAR = regexp(r"[ ](?:at|from|when|after|before|to|for)\b")
LIST_BEFORE = regexp(
    rf"(?P<other>{_FULL_WEEKDAY}|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)s?\.?"
    r"(?:,?[ ](?:and|or|to|through|until)[ ]"
    r"|,[ ]|[ ]?[-–—/&][ ]?)\Z"
)
PAIR_BEFORE = regexp(rf"(?P<weekday>{_FULL_WEEKDAY})[ ]?(?:[-–—&]|and|to|through|until)[ ]?\Z")
"""The first of two weekdays that go with two days: ``Friday and Saturday, May 17-18``."""
SCORE_BEFORE = regexp(rf"\b(?!{MONTH_NAME})[A-Z][a-z]+[ ]\d{{1,3}},[ ]\Z")
SPEAKING_BEFORE = regexp(
    r"\b(?:said|says|say|told|announced|reported|added|confirmed|ruled|warned|voted|agreed"
    r"|decided|declared|noted|stated|wrote|\w+['’]s"
    r"|(?!(?:On|By|From|Until|Till|Since|This|Last|Next|Before|After|The|Updated|Published|Posted"
    r"|Good|Holy|Easter|Palm|Ash|Super|Black|Cyber)\b)"
    r"\b\w*[A-Z]\w*)[ ]\Z"
)
NEWSPAPER_BEFORE = regexp(
    r"\b(?:[Tt]he|(?!(?:On|By|From|Until|Since|This|Last|Next|Before|After)\b)[A-Z][a-z]+)[ ]\Z"
)
"""``The Sun``, ``the Lund Sun``; but not ``On Sun``."""
NAME_BEFORE = regexp(r"\b(?:Sheffield|Ruby|Joe|Girl|Man|Happy)[ ]\Z")
"""Clubs, restaurants and persons that are called after a weekday."""
HISTORIC_BEFORE = regexp(r"\b(?:Black|Bloody|Red)[ ]\Z")
"""What makes a weekday the name of a day of another year, where no year is written."""
NUMBERED_BEFORE = regexp(
    r"\b(?:no\.?|nos\.?|number|aged?|psalm|chapter|pages?|seat|room|row|lot|item|section|article"
    r"|channel|route|highway|week|round|lap|gate|pier|than|some|about|around|nearly|almost"
    r"|was|were|is|are)[ ]\Z",
    re.IGNORECASE,
)
"""Words before a number that a month's name may follow by chance: ``No. 31 June Lund``."""
FOREIGN_TO_THE_DAY = regexp(
    rf"[ ](?:to|through|until|and|or)[ ]{MONTH_NAME}(?![ ]\d)|[ ][A-Z][a-z]|[ ]{MONTH_NAME}[ ]\d"
)
"""What behind ``31 June`` says that the number is another's: a span of months, a surname, a row."""
ROW_BEFORE = regexp(rf"{MONTH_NAME}[ ]\Z")
COUNTS_BEFORE = regexp(
    r"\b(?:(?P<never>in|each|every|early|late|mid)"
    r"|last|this|next|previous|(?P<since>since)|that|during"
    r"|(?P<for>(?<!scheduled )(?<!set )for))[ \n]\Z",
    re.IGNORECASE,
)
DATED_BEFORE = regexp(
    r"\b(?:on|by|the|an?|his|her|its|their|our|as of|end(?:s|ed|ing)|start(?:s|ed|ing)"
    r"|begin(?:s|ning)|began|effective|dated|due|expire[sd]?|(?:scheduled|set) for)[ \n]\Z",
    re.IGNORECASE,
)
AFTER_A_DATE = regexp(
    r"\Z|[.,;:)\]\n\"'”’—]|[/–-][A-Z]"
    r"|[ ](?:to(?![ ]\d)|in|at|after|before|and|or|but|when|while|because|although|as|that|with|on"
    r"|by|from|through|until|since|for|is|was|will|has|had|if|following|whether)\b"
)
AFTER_SINCE = regexp(
    r"[ ](?:were|would|could|met|did|(?!missing|living|surviving|remaining|working)[a-z]{3,}ing)\b"
)
"""The same after ``since`` and ``for`` within a sentence: ``held since April 3 were freed``."""
