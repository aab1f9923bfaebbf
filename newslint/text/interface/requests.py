"""What a page asks of its readers beside reading: to comment, register, book, send, cook, give.

Like the patterns of `notices`: each waits for a word, knows a whole line in lower case
with numbers as 0, and speaks to the reader or of the page. Written from general knowledge of news
sites.
"""

from __future__ import annotations

import re

from newslint.patterns import regexp
from newslint.text.interface.notices import LinePattern, line_pattern

_PIECE = r"(?:article|story|post|page|column|video|recipe|report)"
_SHARED = line_pattern(
    "label", 200,
    r"(?:share|like|comment|print|save|rate|react)(?:,? \w+){0,2},? (?:or|and|&) \w+ (?:on |to )?"
    rf"this {_PIECE}(?:$|[:.!]| .{{0,120}}(?<!\.)$)",
    first="share like comment print save rate react",
)  # fmt: skip
_WANT_TO = line_pattern(
    "sign-in", 160,
    r"(?:do you )?(?:want|would you like|wish|like) to (?:comment|reply|respond|join (?:in|the"
    r" (?:conversation|discussion|debate))|have your say|leave a comment|read more|advertise"
    r"|share your)\b[^?]{0,50}\?(?:$| .{0,100}$)",
    first="do want would wish like",
)  # fmt: skip
_REGISTER = line_pattern(
    "sign-in", 130,
    r"(?:register|sign up|create an? (?:free )?account)(?: now| here| today| below)?,? (?:for free"
    r"|free of charge|with us|with your (?:e-?mail|details))\b[^.!?]{0,90}$"
    r"|(?:register|sign up|log ?in|sign in) (?:here|below) (?:to|for)\b[^!?]{0,90}$"
    r"|(?:register|subscribe|sign up)\b[^.!?]{0,30}\b(?:and|to) (?:know|get|read) (?:the )?"
    r"(?:full|whole|complete|rest)\b[^.!?]{0,50}$",
    first="register sign create log login subscribe",
)  # fmt: skip
_TO_REGISTER = line_pattern(
    "sign-in", 90,
    r"you (?:need|have) to (?:be )?(?:registered|logged in|signed in|a (?:member|subscriber))"
    r"(?: to\b.{0,50})?[.!]?$",
    first="you",
)  # fmt: skip
_AFFECTED = line_pattern(
    "label", 240,
    r"(?:(?:get in touch|have your say|share your \w+|contact us|tell us)\W{1,3})?"
    r"(?:have|are|were|do|did) you\b[^?]{0,110}\? .{0,40}?\b(?:send (?:us|a|an|your)|e-?mail (?:us"
    r"|your|[\w.]+@)|contact (?:us|our)|get in touch|whatsapp|message us|tell us|let us know"
    r"|share your|we(?:'d| would)? (?:want|like|love) to hear)\b.{0,120}$"
    r"|(?:have you|are you|were you) (?:been )?(?:affected by|a witness|in the area)\b"
    r"[^?.]{0,60}\?$",
    first="get have are were do did share contact tell",
)  # fmt: skip
_MADE_IT = line_pattern(
    "promotion", 140,
    rf"(?:(?:did|have) you (?:make|made|cook|cooked|bake|baked|try|tried|like|enjoy)(?: \w+)?|made"
    rf"|tried|love|loved|enjoyed) this {_PIECE}\b[^?]{{0,20}}\?.{{0,90}}$"
    r"|[^.!?]{0,50}\b(?:tag|mention) us (?:(?:on|in|with) |@).{0,60}$",
    first="did have made tried love loved enjoyed tag mention show share post",
)  # fmt: skip
_TICKETS = line_pattern(
    "promotion", 110,
    r"(?:(?:limited |last |final |more |your )?(?:tickets?|seats|places)\b[^.!?]{0,40}[.!:–—-] ?"
    r"|[^.!?]{0,40}\btickets (?:are )?(?:on sale|available) now\b[.!:–—-]? ?)"
    r"(?:book|buy|get|order|grab|click|secure|find)\b[^.!?]{0,30}\b(?:here|now|yours?|online"
    r"|tickets?|today)\b.{0,15}$"
    r"|(?:book|buy|get|order|grab|secure) (?:your |our |the )?tickets? (?:here|now|online|today"
    r"|via)\b[^.]{0,30}[.!]?$",
)  # fmt: skip
_APP_OFFER = line_pattern(
    "promotion", 240,
    r"[^.!?\"“]{0,50}\bapps?\b ?[:–—-][^.!?]{0,80}\bdownload\b[^.!?]{0,15}$"
    r"|.{0,180}\bdownload (?:the|our)\b[^.!?]{0,40}\bapps? (?:to|for|now|and|today)\b[^!?]{0,60}$"
    r"|download (?:it )?(?:here|now|free|for free|today)[.!]?$",
)  # fmt: skip
_OUR_HUB = line_pattern(
    "pointer", 120,
    r"(?:visit|see|follow|read|check out|go to|head to|explore|bookmark) our (?:[\w&'-]+ ){0,4}"
    r"(?:hub|page|section|tracker|live ?blog|live page|topic page|archive|homepage|coverage|series"
    r"|explainer|q&a|faq)\b(?: (?:for|to|here|on|of|with)\b[^.!?]{0,60})?[.!]?$",
    first="visit see follow read check go head explore bookmark",
)  # fmt: skip
_OUTSIDE = line_pattern(
    "label", 200,
    r".{0,60}\b(?:not (?:be )?(?:held )?(?:responsible|liable|accountable)|no (?:responsibility"
    r"|liability)) for (?:the |any )?(?:content|contents|accuracy|material|comments|information)\b"
    r".{0,30}\b(?:external|third[- ]party|linked|other|outside|these|user)\b.{0,20}"
    r"\b(?:web ?)?(?:sites?|links?|pages?|content|comments?)\b.{0,30}$",
)  # fmt: skip
_SAVED = line_pattern(
    "label", 160,
    r"you can (?:find|see|view|read|manage) (?:this|your|all your|saved) (?:\w+ )?(?:stor(?:y|ies)"
    r"|articles?|bookmarks|items?|alerts|preferences|newsletters)\b.{0,20}\b(?:in|under|from|at)"
    r" (?:my|your)\b.{0,110}$",
    first="you",
)  # fmt: skip
_SIZE = line_pattern(
    "label", 60,
    r"(?:(?:text|font|type)[- ]size|resize (?:text|font)|(?:increase|decrease|change|adjust|reset)"
    r" (?:the )?(?:text|font)(?: size)?)(?:\W*(?:a|aa|aaa|small|medium|large|larger|smaller|normal"
    r"|default|increase|decrease|reset|\+|-|0))*\W*$",
    first="text font type resize increase decrease change adjust reset text-size font-size",
)  # fmt: skip
_STEP = line_pattern(
    "related", 110,
    r"(?:previous|next|prev|older|newer)(?: (?:post|article|story|entry))? ?[:»«→←] ?(?:\S+ )+\S+"
    r"(?<![.!?:;,\"”])$",
    hard=False,
    first="previous next prev older newer",
)  # fmt: skip
_SECTION = line_pattern(
    "counter", 110,
    r"(?:(?:last )?(?:updated|modified|published|posted)(?: on| at)?:? .{0,45})?"
    r"\bfrom the section [a-z]+(?: (?:&|[a-z]+)){0,3}(?: 0[km]?)?$",
)  # fmt: skip
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(?:mon|tue|wed|thu|fri|sat|sun)"
    r"[a-z]*\.?"
)
_STAMP = (
    rf"(?:{_MONTHS}|on|at|by|0(?:st|nd|rd|th)?|0:0(?::0)?|0:?0?[ap]m|[ap]\.?m\.?|[a-z]{{1,3}}[sd]t"
    r"|gmt|utc|hrs|updated:?|published:?|posted:?|modified:?|last|first)[ ,.|•·/–-]+"
)
_COUNTS = r"\(?0[km]?\)? (?:comments?|views?|shares?|reads?|likes?|replies|responses?|retweets?)"
_STAMPED = line_pattern(
    "counter", 120,
    rf"(?:{_STAMP}){{2,16}}{_COUNTS}(?:[ ,|•·]+{_COUNTS}){{0,4}}$"
    rf"|(?:{_STAMP}){{2,16}}(?:last )?(?:updated|modified|edited)?:? ?0[hdwm]? ?"
    r"(?:(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) )?ago$",
)  # fmt: skip

REQUESTS: tuple[tuple[str, LinePattern], ...] = (
    ("this article", _SHARED), ("this story", _SHARED), ("this post", _SHARED),
    ("this page", _SHARED), ("this recipe", _SHARED), ("this video", _SHARED),
    ("this column", _SHARED), ("?", _WANT_TO), ("register", _REGISTER), ("sign ", _REGISTER),
    ("log", _REGISTER), ("account", _REGISTER), ("subscribe", _REGISTER),
    ("registered", _TO_REGISTER), ("logged in", _TO_REGISTER), ("signed in", _TO_REGISTER),
    ("member", _TO_REGISTER), ("subscriber", _TO_REGISTER), (" you ", _AFFECTED),
    ("this ", _MADE_IT), ("tag us", _MADE_IT), ("mention us", _MADE_IT), ("ticket", _TICKETS),
    ("seats", _TICKETS), ("places", _TICKETS), (" app", _APP_OFFER), ("download ", _APP_OFFER),
    (" our ", _OUR_HUB), ("responsib", _OUTSIDE), ("liab", _OUTSIDE), ("accountable", _OUTSIDE),
    ("you can ", _SAVED), ("size", _SIZE), ("resize", _SIZE), (" font", _SIZE), (" text", _SIZE),
    ("previous", _STEP), ("next", _STEP), ("prev", _STEP), ("older", _STEP), ("newer", _STEP),
    ("from the section", _SECTION), (" comment", _STAMPED), (" view", _STAMPED),
    (" share", _STAMPED), (" read", _STAMPED), (" like", _STAMPED), (" repl", _STAMPED),
    (" response", _STAMPED), (" ago", _STAMPED),
)  # fmt: skip
"""Words, and the pattern that waits for each."""

ASKING = ("favour", "favor", "support", "donat", "ontribut", "ubscri", "fund ")
"""An appeal has one of these; most paragraphs have none."""
_OF_US = regexp(r"\bour (?:journalism|reporting|work|readers|newsroom|future|site|website)\b")
"""… and speaks of what is the outlet's."""
LONGEST_APPEAL = 1_500
"""Code points of an appeal for money: a paragraph of several sentences."""
_SURE_APPEAL = regexp(r"^\W*since you(?:'re| are) here\b|\b(?:a|one) (?:small )?favou?r to ask\b")
_APPEAL = regexp(
    r"\b(?:our (?:journalism|reporting|newsroom|readers|work|journalists)|your (?:support|donation"
    r"|contribution|subscription|generosity|gift)|readers like you|as little as [$£€] ?0"
    r"|support (?:us|our)|donat(?:e|ing)|contribute today|become a (?:member|supporter|subscriber)"
    r"|subscribe (?:today|now)|paywall|(?:we|us) (?:rely|depend) on)\b"
)
_APPEAL_CUES = 3
"""So many different things that only an appeal says, in a paragraph that speaks to the reader."""


def is_appeal(paragraph: str) -> bool:
    """Tell whether a paragraph asks readers for money: ``Since you're here …``."""
    if len(paragraph) > LONGEST_APPEAL or "our " not in paragraph.lower():
        return False
    if not any(word in paragraph for word in ASKING):
        return False
    folded = re.sub(r"\d[\d,.]*", "0", paragraph.lower().replace("’", "'"))
    if not _OF_US.search(folded):
        return False
    if _SURE_APPEAL.search(folded[:400]):
        return True
    return len({match.group() for match in _APPEAL.finditer(folded)}) >= _APPEAL_CUES
