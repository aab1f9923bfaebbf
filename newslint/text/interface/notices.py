"""Notices: what a page says of itself in sentences, wherever it stands on the line.

Consent, embedded posts, apps, prices, players, summaries by machines, comments, disclaimers. Each
pattern waits for a word without which it is idle and knows a whole line in lower case with numbers
as 0. Written from general knowledge of news sites. A sentence of news speaks *of* such things; a
notice speaks *to* the reader: so most patterns ask for ``you``, ``we``, ``this article`` or for the
verb at the very beginning.
"""

from __future__ import annotations

import re

from newslint.patterns import regexp
from newslint.structs import Struct


class LinePattern(Struct):
    """A pattern for a whole line in lower case.

    Args:
        kind: What such a line is.
        hard: Whether it is residue wherever it stands.
        limit: Longest line, in code points.
        pattern: Matched at the beginning of the line.
        first: Words with which a line that it fits begins; empty when any may.
    """

    kind: str
    hard: bool
    limit: int
    pattern: re.Pattern[str]
    first: frozenset[str] = frozenset()

    def fits(self, line: str, first: str) -> bool:
        """Tell whether a folded line with that first word is one of these."""
        return (
            len(line) <= self.limit
            and (not self.first or first in self.first)
            and self.pattern.match(line) is not None
        )


def line_pattern(
    kind: str, limit: int, pattern: str, *, hard: bool = True, first: str = ""
) -> LinePattern:
    """Return a pattern for whole lines; the first words are parted by blanks."""
    return LinePattern(kind, hard, limit, regexp(pattern), frozenset(first.split()))


_READER_WANTS = r"(?:to (?:view|see|watch|read|load|display|show|play|access) .{0,60}|please )?"
_SETTINGS = line_pattern(
    "cookie-notice", 260,
    rf"{_READER_WANTS}(?:you(?:'ll| will) need to )?(?:update|manage|change|review|adjust|save|set"
    r"|give|withdraw|confirm) (?:your|my|the) (?:\w+ ){0,2}(?:settings|preferences|choices|consent)"
    r"|we (?:and our (?:0 )?partners )?(?:value|respect|care about) your (?:privacy|data)"
    r"|your (?:\w+ )?(?:consent|cookie|privacy) (?:choices|preferences|settings)",
)  # fmt: skip
_EMBEDDED = line_pattern(
    "cookie-notice", 260,
    r"(?:to (?:view|see|watch|load|display|show) this (?:content|post|tweet|video|embed|map)"
    r"|this (?:article|page|post|story|content) (?:includes|contains|embeds) (?:embedded )?(?:"
    r"content|material|elements?|posts?) (?:provided|hosted|from|by)|(?:allow|show|load|view)"
    r" (?:\w+ )?(?:embedded |external )?content\b.{0,40}$)",
)  # fmt: skip
_ALLOW = line_pattern("cookie-notice", 260, r"allow \w+ content\?")
_DEVICE = line_pattern(
    "cookie-notice", 260,
    r"(?:(?:we|our|you|with your|by|some|partners|manage)\b.{0,120}\b)?(?:stor|access"
    r"|process)\w* .{0,50}"
    r"on (?:a|your) device\b",
)  # fmt: skip
_INBOX = line_pattern(
    "newsletter", 200, r"[^\"“]{0,120}\b(?:to|in|into|check|from) your (?:\w+ )?inbox\b.{0,80}$"
)
_LETTERS = line_pattern(
    "newsletter", 200,
    r"(?:(?:(?:thanks|thank you) for|privacy notice|you(?:'re| are| have|'ve)(?: been)?(?: now"
    r"| successfully)? (?:signed|subscribed)|skip(?: past)?|after|before|choose|select|manage"
    r"|browse|explore|see all|this newsletter)\b.{0,120}\bnewsletters?\b.{0,90}"
    r"|free (?:\w+ ){0,3}newsletters?(?: \w+){0,3})$",
)  # fmt: skip
_ADDRESS = line_pattern(
    "newsletter", 120,
    r"(?:please )?(?:enter|provide|invalid|check|confirm|verify|type)(?: an?| your)?(?: valid)?"
    r" e-?mail\b.{0,80}$",
)  # fmt: skip
_STORES = line_pattern(
    "promotion", 160,
    r"(?:download|available|get|find|install|now|free)\b.{0,80}\b(?:app store|google play"
    r"|play store)\b.{0,40}$",
)  # fmt: skip
_IN_APP = line_pattern(
    "promotion", 90,
    r"(?:read|open|watch|view|listen|continue|see|follow)\b.{0,30}\b(?:in|on|with|via) (?:the|our)"
    r"(?: \w+){0,3} app\b.{0,20}$",
)  # fmt: skip
_ALERTS = line_pattern(
    "promotion", 110,
    r"(?:never miss .{1,30}[:,.!-] ?)?(?:turn on|enable|allow|get|receive|activate) (?:\w+ ){0,3}"
    r"(?:notifications|alerts)\b.{0,60}$",
)  # fmt: skip
_PRICE = line_pattern(
    "promotion", 200,
    r"(?:(?:subscribe|try|unlock|start|join)\b.{0,80}[$£€₹] ?0"
    r"|.{0,100}[$£€₹] ?0.{0,80}\b(?:cancel any ?time|digital access|then [$£€₹] ?0 (?:per|a)\b"
    r"|free trial))",
)  # fmt: skip
_PREMIUM = line_pattern(
    "sign-in", 160,
    r"this (?:is an? |article is |story is |content is )(?:\w+ ){0,2}(?:premium|subscribers?"
    r"|members?)"
    r"\b.{0,80}$",
)  # fmt: skip
_ACCOUNT = line_pattern(
    "sign-in", 120,
    r"(?:new (?:to|here)\b|don't have an|need an)[^.]{0,50}\b(?:create|register|sign up"
    r"|subscribe)\b",
)  # fmt: skip
_GATE = line_pattern(
    "sign-in", 140,
    r"(?:to continue(?: (?:reading|watching|listening|to)\b[^.]{0,50})?,? (?:please )?(?:subscribe"
    r"|log ?in|sign ?in|sign up|register)\b"
    r"|you have 0 .{0,30}\b(?:articles?|stories|views) (?:remaining|left)\b"
    r"|unlock (?:this|your|unlimited) \w+\b.{0,40}$"
    r"|register (?:for free |now |today |free )?to (?:continue|read|access|keep)\b)",
)  # fmt: skip
_MARKETS = line_pattern(
    "copyright", 200,
    r"(?:.{0,60}\W)?(?:all )?(?:market data|(?:stock )?quotes) (?:provided|delayed|displayed"
    r"|supplied)\b",
)  # fmt: skip
_STANDARDS = line_pattern("copyright", 90, r"our standards:|purchase licensing rights")
_FORBIDDEN = line_pattern(
    "copyright", 200,
    r"(?:.{0,60}\W)?(?:unauthori[sz]ed )?(?:reproduction|republication|reprinting|duplication)\b"
    r".{0,80}\b(?:prohibited|forbidden|not permitted)\b",
)  # fmt: skip
_WINDOW = line_pattern("label", 90, r".{0,60}\bopens? in (?:a )?new (?:window|tab)\)?$")
_EXTERNAL = line_pattern("label", 110, r"(?:this|these) (?:is|are) (?:an )?external links?\b")
_MACHINE = (
    r"(?:\bai\b|\bartificial intelligence|auto-?(?:generated|mated|matically)|text-to-speech)"
)
_SUMMARY = line_pattern(
    "label", 220,
    r"(?:(?:this|the|these)? ?(?:summary|key (?:points|takeaways)|takeaways|highlights|audio"
    rf"(?: version)?|translation|transcript) .{{0,60}}{_MACHINE}.{{0,140}}$"
    rf"|{_MACHINE}[- ](?:generated |powered |assisted )?(?:summary|overview|key points|audio)\b"
    r".{0,60}$|(?:generate|show|hide|get|create|view|read|expand|see) (?:the |an? |ai |quick ){0,2}"
    r"(?:summary|key (?:points|takeaways))$|summari[sz]e (?:this|the) (?:article|story|page)$)",
)  # fmt: skip
_HELPFUL = line_pattern(
    "label", 120,
    r"(?:.{0,40}[.!?] )?(?:was|did you find|is) this (?:\w+ )?(?:article |story |page |summary"
    r" |content |information )?(?:helpful|useful|interesting)\b.{0,20}$",
)  # fmt: skip
_PODCASTS = line_pattern(
    "promotion", 140,
    r"(?:(?:listen|download|subscribe|follow)\b.{0,60}\b(?:apple podcasts?|spotify|google podcasts?"
    r"|podcast app)\b.{0,60}|(?:download|subscribe to|play) (?:the|our|this) (?:\w+"
    r" ){0,3}podcast)$",
)  # fmt: skip
_LENGTH = line_pattern(
    "label", 60,
    r"(?:listen|play|watch)(?: (?:to )?(?:this|the) (?:article|story|audio|video))?[ ·"
    r"|:(-]*0(?::0)*"
    r" ?(?:m|mins?|minutes?|seconds?|secs?)?\)?$|0:0(?::0)? ?/ ?0:0(?::0)?$",
)  # fmt: skip
_REMARKS = line_pattern(
    "label", 160,
    r"(?:(?:show|view|see|read|load|hide) (?:all |the )?(?:0 )?(?:more )?(?:comments|replies)"
    r"(?: \(?0\)?)?$|(?:the )?comments? (?:below |above |section )?(?:has|have|is|are)(?: not)?"
    r"(?: been| now)? (?:moderated|closed|disabled|turned off)|(?:.{0,40}[.!?] )?(?:let us know"
    r"|tell"
    r" us|share your (?:thoughts|views|opinions?)|sound off|have your say)\b.{0,40}\bcomments?\b"
    r".{0,30}$)",
)  # fmt: skip
_SORT = line_pattern(
    "label", 60, r"sort(?: comments)? by:? ?(?:newest|oldest|most|best|top|latest|popular).{0,20}$"
)
_COMMISSION = line_pattern(
    "advertisement", 260,
    r"(?:.{0,120}\b)?(?:we|our|us|this (?:article|story|post|page|site))\b.{0,120}\b(?:affiliate"
    r" (?:links?|commissions?|partners?|advertising)|(?:earn|receive|get) (?:an? )?(?:small"
    r" |affiliate )?commissions?)\b",
)  # fmt: skip
_ADS = line_pattern(
    "advertisement", 60, r"(?:report|remove|hide|skip|why) (?:this |these |an )?ads?$"
)
_DISCLAIMER = line_pattern(
    "disclaimer", 260,
    r"\W*(?:disclaimer\W+)?(?:the )?(?:views?|opinions?)(?:(?:,| and|/)? ?(?:views|opinions"
    r"|\w+)){0,3}"
    r" (?:expressed|presented|stated)\b.{0,160}\b(?:own|authors?'?s?|writers?|solely|reflect"
    r"|represent)\b.{0,120}$",
)  # fmt: skip
_SYNDICATED = line_pattern(
    "disclaimer", 260,
    r"\W*(?:except for the headline,? |disclaimer: )?this (?:story|article|report|copy|content|news"
    r"(?: article)?) (?:has|was|is) .{0,80}\b(?:syndicated|auto-generated|agency feed|not (?:been"
    r" )?"
    r"(?:edited|created|modified) by)\b",
)  # fmt: skip
_REPORT = line_pattern(
    "label", 220,
    r"(?:(?:suggest|report|request|submit|flag) (?:a|an) (?:correction|typo|error|mistake|problem)$"
    r"|(?:(?:do you )?have|got|if you(?:'ve| have)?|see|seen|spot|spotted|found|notice|noticed)\b"
    r".{0,40}\b(?:typo|spelling|errors?|mistakes?|(?:news )?tips?|story idea|corrections?)\b"
    r".{0,100}\b(?:let us know|(?:tell|contact|e-?mail|write to|notify) (?:us|our)|ctrl|newsroom)"
    r"\b.{0,70}$)",
)  # fmt: skip
_STORY = line_pattern(
    "label", 160,
    r"(?:(?:do you )?have|got|have you got) (?:a|any) [^?]{0,30}\b(?:story|stories|news"
    r"|information)\b[^?]{0,40}\? .{0,60}\b(?:contact|e-?mail|call|whatsapp|message|get in touch"
    r"|tell us)\b",
)  # fmt: skip
_SEND = line_pattern(
    "label", 50,
    r"(?:send|submit|leave) (?:us )?(?:an? |your )?(?:news |anonymous |story )?(?:tips?|feedback)$",
)  # fmt: skip
_SHARE_IT = line_pattern(
    "label", 120, r"(?:you can|please|if you (?:liked|enjoyed)\b.{0,40}) share this\b.{0,60}$"
)
_SOURCE = line_pattern(
    "promotion", 90, r"(?:add|make|choose) .{2,30} (?:as )?(?:an? |your )?preferred source\b"
)
_FOLLOWED = line_pattern("promotion", 60, r"follow (?:[\w.'&]+ ?){1,5}:$", hard=False)
_REACTED = line_pattern(
    "counter",
    60,
    r"0[km]? (?:people|users|readers) (?:reacted|liked? this|shared this|are reading)\b.{0,20}$",
)
_TAGS = line_pattern(
    "label", 160,
    r"(?:tags|tagged|keywords|filed under|posted in|categories|topics in this article) ?: ?\S",
)  # fmt: skip
_CRUMBS = line_pattern("label", 120, r"home ?[>»›/→] ?\S")
_TEASER = line_pattern(
    "teaser", 130,
    r"(?:watch|listen|video|podcast|live updates|live blog|in pictures|in photos|in pics|gallery"
    r"|quiz"
    r"|interactive|must watch)(?: now| live)? ?[:|] ?\S+(?: \S+){2,}(?<![.!?\"”:;,])$",
)  # fmt: skip

NOTICES: tuple[tuple[str, LinePattern], ...] = (
    ("settings", _SETTINGS), ("preferences", _SETTINGS), ("choices", _SETTINGS),
    ("consent", _SETTINGS), ("your privacy", _SETTINGS), ("content", _EMBEDDED),
    ("content?", _ALLOW), ("to view", _EMBEDDED), ("to see", _EMBEDDED), ("device", _DEVICE),
    ("inbox", _INBOX),
    ("newsletter", _LETTERS), ("email", _ADDRESS), ("e-mail", _ADDRESS), ("app store", _STORES),
    ("google play", _STORES), (" app", _IN_APP), ("notifications", _ALERTS), ("alerts", _ALERTS),
    ("$", _PRICE), ("£", _PRICE), ("€", _PRICE), ("₹", _PRICE), ("this ", _PREMIUM),
    ("register", _ACCOUNT), ("sign up", _ACCOUNT), ("create", _ACCOUNT), ("subscribe", _ACCOUNT),
    ("to continue", _GATE), ("articles", _GATE), ("article ", _GATE), ("stories", _GATE),
    ("unlock", _GATE), ("register", _GATE), ("story", _STORY), ("news", _STORY),
    ("information", _STORY), (" tip", _SEND), ("feedback", _SEND), ("share this", _SHARE_IT),
    ("preferred source", _SOURCE), ("follow ", _FOLLOWED), ("reacted", _REACTED),
    ("people ", _REACTED), ("readers", _REACTED), ("users", _REACTED),
    ("market data", _MARKETS), ("quotes", _MARKETS), ("our standards", _STANDARDS),
    ("licensing", _STANDARDS), ("prohibited", _FORBIDDEN), ("forbidden", _FORBIDDEN),
    ("not permitted", _FORBIDDEN), ("new window", _WINDOW), ("new tab", _WINDOW),
    ("external link", _EXTERNAL), ("summar", _SUMMARY), ("takeaways", _SUMMARY),
    ("key points", _SUMMARY), ("highlights", _SUMMARY), ("audio", _SUMMARY),
    ("translation", _SUMMARY), ("transcript", _SUMMARY), ("helpful", _HELPFUL),
    ("useful", _HELPFUL), ("interesting", _HELPFUL), ("podcast", _PODCASTS),
    ("spotify", _PODCASTS), ("comment", _REMARKS), ("replies", _REMARKS), ("sort", _SORT),
    ("affiliate", _COMMISSION), ("commission", _COMMISSION), (" ad", _ADS),
    ("expressed", _DISCLAIMER), ("stated", _DISCLAIMER), ("syndicated", _SYNDICATED),
    ("auto-generated", _SYNDICATED), ("edited by", _SYNDICATED), ("correction", _REPORT),
    ("typo", _REPORT), ("error", _REPORT), ("mistake", _REPORT), ("problem", _REPORT),
    ("spelling", _REPORT), (" tip", _REPORT), ("story idea", _REPORT), ("tag", _TAGS),
    ("keywords", _TAGS), ("filed under", _TAGS), ("posted in", _TAGS), ("categories", _TAGS),
    ("topics in", _TAGS), ("home", _CRUMBS), ("listen", _LENGTH), ("play", _LENGTH),
    ("watch", _LENGTH), ("0:0", _LENGTH), ("watch", _TEASER), ("listen", _TEASER),
    ("video", _TEASER), ("podcast", _TEASER), ("live", _TEASER), ("in p", _TEASER),
    ("gallery", _TEASER), ("quiz", _TEASER), ("interactive", _TEASER),
)  # fmt: skip
"""Words, and the pattern that waits for each."""
