"""Interface lines that no list can hold: whole-line patterns by their first word.

All are written from general knowledge of web pages. A pattern is tried only when the line begins
with one of its words or holds one of its literals, and only on short lines.
"""

from __future__ import annotations

from functools import cache

from newslint.text.interface.dealings import DEALINGS
from newslint.text.interface.notices import NOTICES, LinePattern
from newslint.text.interface.notices import line_pattern as _line
from newslint.text.interface.offers import OFFERS
from newslint.text.interface.players import PLAYERS
from newslint.text.interface.requests import REQUESTS
from newslint.text.located import Automaton, automaton

_SITES = (
    r"(?:twitter|facebook|instagram|linkedin|youtube|pinterest|whatsapp|telegram|tiktok|x|bluesky"
    r"|threads|google\+|snapchat)"
)
_COUNTED = (
    r"(?:comments?|shares?|views?|likes?|retweets?|replies|reply|tweets?|followers?"
    r"|reactions?|ratings?|reviews?|photos?|images?|videos?|reads?|plays?|listens?|downloads?"
    r"|responses?)"
)
_AGO = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|mos?|years?|yrs?) ago"

_NEWSLETTER = _line(
    "newsletter", 200,
    r".{0,60}\b(?:newsletters?|inbox|mailing list|e-?mail (?:updates|alerts|list))\b",
)  # fmt: skip
_OUR_LETTERS = _line(
    "newsletter", 200,
    r"our .{0,60}\b(?:newsletters?|mailing list|e-?mail (?:updates|alerts|list))\b"
    r"(?:[^.!?]{0,80}$|.*\b(?:sign|subscribe|you|your)\b)",
)  # fmt: skip
_SIGN = _line("newsletter", 90, r"(?:sign|log) ?(?:in|up|on) (?:to|with|for|or) [^.]*$")
_FOLLOW = _line(
    "follow", 160,
    rf"(?:you can )?(?:follow|like|find|join|add|friend) (?!(?:many|most|others?|all|so|an?"
    rf"|some) ).{{1,80}}\b(?:on|at) (?:our )?{_SITES}\b"
    r"|follow:? ?@\w+",
)  # fmt: skip
_CHANNEL = _line(
    "promotion", 160,
    r"(?:follow|like|find|friend) us(?:$|[.:!]| ?@| (?:on|at|via|in|here|for|and|now|today|through"
    r"|across)\b)|(?:follow|like|find|friend|join) our (?:\S+ ){0,4}"
    rf"(?:{_SITES}|pages?|channels?|groups?|communit(?:y|ies)|feeds?|accounts?|newsletters?"
    r"|coverage|live ?blog|mailing list|conversation)\b"
    r"|join us(?:[.!]?$|:| (?:here|now|today)[.!]?$"
    rf"| (?:on|at|in|via) (?:our\b|{_SITES}\b|the conversation))"
    r"|(?:(?:click here|tap) to )?(?:follow|join"
    rf"|subscribe to|visit|check out) .{{0,60}}\b{_SITES}\b.{{0,20}}"
    r"\b(?:channels?|groups?|pages?|communit(?:y|ies)|feeds?)\b.{0,60}$",
)  # fmt: skip
_CLICK = _line(
    "pointer", 120, r"(?:click|tap) (?:here|on|the|this|through|to|above|below|for more)\b"
)
_RELATED = _line(
    "related", 200,
    r"(?:related|also read|read also|read more|see also|read next|more from|must[- ]read"
    r"|you (?:may|might) (?:also )?like|recommended|don't miss|trending|up next|from the archives?"
    r"|also (?:see|on))(?: \w+){0,3} ?[:|»›>]+ ?\S"
    r"|more(?: (?:on|from|in)(?: \w+){1,3})? ?[:|»›>]+ ?\S",
)  # fmt: skip
_GALLERY = _line(
    "related", 120,
    r"(?:photos|pictures|images|gallery|photo gallery|slideshow): "
    r"(?!.*(?:/|\b(?:courtesy|credits?|getty|by|via)\b))(?:[^ ,]+ ){2,}[^ ,]+$",
)  # fmt: skip
_MORE = _line(
    "related", 60,
    r"(?:more|read more|see more|latest|most popular|most read|popular|top|trending|browse) "
    r"(?:from|in|on|about|by|at) [^.!?:]{1,40}$",
    hard=False,
)  # fmt: skip
_DIGEST = _line(
    "related", 60,
    r"(?:most|latest|trending|popular|top|recent|related|featured|recommended|sponsored|suggested"
    r"|similar|other|previous|next|more) (?:\w+ ){0,2}(?:stories|news|posts?|articles?|videos?"
    r"|photos|galleries|headlines|topics|links|comments|content|searches|columns|coverage|tags)$",
    hard=False,
)  # fmt: skip
_VIEW = _line(
    "label", 45,
    r"(?:view|see|load|show|read|browse|explore|hide|open|go to|back to|return to|skip to)"
    r" (?:all|more|less|full|the full|the|our|your)? ?(?:\w+ ?){1,3}$",
    hard=False,
)  # fmt: skip
_SHARE = _line(
    "label", 60,
    r"(?:share|tweet|e-?mail|print|save|post|pin) (?:this|on|via|to|with) (?:\w+ ?){1,4}$",
    hard=False,
)  # fmt: skip
_COUNTER = _line(
    "counter", 60,
    rf"(?:\(?0[km]?\)? )+{_COUNTED}(?:[ |,·•]+(?:\(?0[km]?\)? )*(?:{_COUNTED}|0))*$"
    rf"|{_COUNTED}:? ?\(?0[km]?\)?$",
)  # fmt: skip
_RELATIVE = _line(
    "relative-time", 60,
    rf"(?:(?:posted|updated|published|last updated|added|modified|edited|created)[: ]+)?"
    r"(?:about |over |almost )?"
    rf"(?:0 \w+(?:,| and) )?(?:0|an?) ?(?:[hdwm] ago|{_AGO})"
    r"(?: ?[|·•-] ?.{0,30})?$",
)  # fmt: skip
_WRITTEN_OUT = _line(
    "relative-time",
    40,
    rf"(?:one|two|three|four|five|six|seven|eight|nine|ten) {_AGO}$",
    hard=False,
)
_COPYRIGHT = _line(
    "copyright", 260,
    r"(?!0 |\(c\)[ 0.()-]*$)(?:.{0,40}\W)?(?:©|\(c\)|copyright|&copy;)[ ©(c):]{0,6}"
    r"(?:by |of |protected )?.{0,60}?"
    r"(?:\b0\b|reserved|\binc\b|\bllc\b|\bltd\b)(?!.*\b(?:getty|images?|photos?|afp|epa)\b)",
)  # fmt: skip
_RIGHTS = _line(
    "copyright", 260,
    r"(?!0 ).{0,200}(?:all rights reserved|reprint permission"
    r"|(?:may|must|can) ?not be (?:published|reproduced|copied|republished|redistributed)"
    r"[^.]{0,80}(?:broadcast|rewritten|redistributed|permission|consent)"
    r"|\b(?:reproduction|republication|reprinting|copying)\b.{0,60}without.{0,30}permission)",
)  # fmt: skip
_COOKIES = _line(
    "cookie-notice", 260,
    r"(?!.*\b(?:bak(?:e|ed|ing)|oven|cool|rack|dough|sugar|butter|chocolate|jar|crumbs)\b)"
    r"(?:(?:.{0,100}[.!?] )?(?:we|our (?:site|website|partners)|this (?:site|website|page|app"
    r"|service"
    r"|content))\b.{0,60}\b(?:us(?:e|es|ing)|stor(?:e|es|ing)|sets?|plac(?:e|es|ing)|needs?"
    r"|requires?"
    r"|cookies)\b.{0,60}\bcookies?\b|(?:please )?(?:accept|reject|manage|enable|disable|block"
    r"|allow)"
    r" (?:\w+ ){0,2}cookies|cookies (?:on (?:this|our|the \w+) |are used|policy|help us))",
)  # fmt: skip
_CONSENT = _line(
    "cookie-notice", 260,
    r"by (?:using|continuing|signing|clicking|subscribing|registering|providing|submitting|entering"
    r"|creating|proceeding|visiting|browsing|joining|closing)\b.{0,140}"
    r"\b(?:you|i) (?:agree|consent|accept|acknowledge|confirm)\b(?! on\b)",
)  # fmt: skip
_LOGIN = _line(
    "sign-in", 200,
    r"(?:(?:you (?:must|need to|have to) (?:be )?|please )(?:log(?:ged)?[ -]?(?:in|on)"
    r"|sign(?:ed)? ?(?:in|up|on)|register(?:ed)? (?:to"
    r" (?:comment|read|continue|access|post|view|reply|vote here)|with us|or (?:log|sign)"
    r"|for (?:free|an account)"
    r"|here|now)|be registered)"
    r"|(?:already|not(?: yet)?|are you|new) (?:a |to |have )?.{0,25}(?:subscriber|member|registered"
    r"|subscribed|account)(?:\?|$)|(?:create|open) (?:a|an|your) (?:free )?account"
    r"|you(?:'ve| have) (?:reached|read|used|hit) (?:your|all|0)|forgot (?:your )?password"
    r"|log ?in (?:to (?:your|my|read|continue|comment|access|leave|post|save|view|reply|keep|see"
    r"|the site|\w+$)"
    r"|with|or|now|here|below|using|via|\W)|sign ?in (?:now|here|below)|this (?:article|story"
    r"|content|page|video|site) (?:is "
    r"(?:available|reserved|only|exclusive|for|not available)|requires?) .{0,40}"
    r"(?:subscri|members?|premium|javascript|country|region))",
)  # fmt: skip
_APP = _line(
    "promotion", 160,
    r"(?:download|get|install|try|open|use|click here to (?:get|download)) "
    r"(?:the|our|this|an?|your|free|its)\b ?(?:\w+ ){0,4}"
    r"(?:mobile )?apps?\b(?! stores? (?:said|is))[^.]{0,50}\.?$",
)  # fmt: skip
_SUPPORT = _line(
    "promotion", 200,
    r"(?:support (?!for\b)|subscribe|donate|become a|help us|please (?:support|donate|consider)"
    r"|(?=.*\b(?:your|our|us|free|now|today|unlimited|full)\b)(?:make a|start|unlock|try|enjoy"
    r"|get)\b)"
    r".{0,120}\b(?:independent journalism|quality journalism|our journalism"
    r"|our newsroom|unlimited (?:digital )?access|full (?:digital )?access|free trial|subscriber"
    r"|subscription|membership|our (?:youtube )?channel|rss feed|podcast on|for just \$)",
)  # fmt: skip
_CONTINUES = _line(
    "advertisement", 90,
    r"(?:story|article|post|content|report) continues? (?:below|after|under)\b.{0,40}$"
    r"|(?:advertisement|ad|advertising|sponsored)\b[ .:(|-]{0,3}(?:continue|story|scroll|article"
    r"|click|0|by|content|message)\b.{0,50}$"
    r"|this (?:ad|advert|advertisement) (?:has(?: not|n't)? loaded|is (?:not )?loading"
    r"|did not load)\b"
    r".{0,60}$"
    r"|continue reading (?:below|the|this|on|with|at|→)",
)  # fmt: skip
_PARTNER = _line(
    "advertisement", 60,
    r"(?:in (?:partnership|association|collaboration) with|presented by|supported by|a message from"
    r"|sponsored by|paid for by|brought to you by|promoted by"
    r"|content (?:by|from|provided by)):? (?:\S+ ?){1,5}(?<!\.)$",
    hard=False,
)  # fmt: skip
_COPYRIGHT_OF = _line("copyright", 60, r"copyright (?:\S+ ?){1,4}(?<!\.)$", hard=False)
_PAGES = _line(
    "label", 80,
    r"(?=.*[a-z<>«»‹›])(?:(?:page|slide|photo|image|item) 0 (?:of|/) 0"
    r"|(?:(?:first|prev|previous|last|next|older|newer|page|0|of|\.\.\.|…|[<>«»‹›|])[ ,]*){2,})$",
    hard=False,
)  # fmt: skip
_FILED = _line(
    "label", 120,
    r"(?:posted|filed|tagged|published|categori[sz]ed|appeared|listed) (?:in|under|as):? \S",
    hard=False,
)  # fmt: skip
_COMMENTING = _line(
    "label", 200,
    r"(?:be the first|leave a|post a|add a|write a|join the|log in to|your e-?mail address will)"
    r" .{0,60}\b(?:comment|reply|conversation|discussion|not be published|review)",
)  # fmt: skip
_POWERED = _line(
    "label", 50, r"(?:powered|hosted|designed|developed|site|theme) by \S+(?: \S+){0,2}$",
    hard=False,
)  # fmt: skip
_POINTER = _line(
    "pointer", 110,
    r"(?:watch|listen to|see|view) (?:the )?(?:\w+ ){0,3}(?:video|clip|audio|interview|segment"
    r"|slideshow|gallery|photos|report|podcast) (?:above|below|here)\b.{0,40}$",
)  # fmt: skip

_ORNAMENTS = " *>»›→▶►•·|-–—[(\"'“"
_COPYRIGHT_MARK = "(c)"

BY_FIRST_WORD: dict[str, tuple[LinePattern, ...]] = {}
for _words, _patterns in (
    ("sign", (_NEWSLETTER, _SIGN, _LOGIN)),
    ("get enter receive want stay never", (_NEWSLETTER, _APP, _SUPPORT)),
    ("subscribe", (_NEWSLETTER, _CHANNEL, _SUPPORT)),
    ("visit check", (_CHANNEL,)),
    ("join", (_NEWSLETTER, _CHANNEL, _FOLLOW, _COMMENTING)),
    ("our", (_OUR_LETTERS,)),
    ("log", (_SIGN, _LOGIN, _COMMENTING)),
    ("login please already not are new create forgot this", (_LOGIN, _SUPPORT)),
    ("you", (_LOGIN, _RELATED, _FOLLOW)),
    ("you've", (_LOGIN,)),
    ("follow like find friend", (_CHANNEL, _FOLLOW)),
    ("add", (_FOLLOW, _COMMENTING)),
    ("click tap", (_NEWSLETTER, _CHANNEL, _APP, _CLICK)),
    ("related also recommended must must-read don't trending from", (_RELATED, _DIGEST, _MORE)),
    ("up", (_RELATED,)),
    ("read", (_RELATED, _MORE, _VIEW)),
    ("see", (_RELATED, _POINTER, _MORE, _VIEW)),
    ("view", (_POINTER, _VIEW)),
    ("more", (_RELATED, _DIGEST, _MORE)),
    ("most latest popular top recent featured sponsored suggested similar other previous next",
     (_DIGEST, _MORE, _PAGES)),
    ("load show hide explore go back return skip", (_VIEW,)),
    ("browse", (_MORE, _VIEW)),
    ("open", (_APP, _LOGIN, _VIEW)),
    ("share tweet email e-mail print save pin", (_COUNTER, _SHARE)),
    ("post", (_SHARE, _CONTINUES, _COMMENTING)),
    ("comments comment shares views likes retweets replies tweets followers votes", (_COUNTER,)),
    ("0", (_COUNTER, _RELATIVE, _PAGES)),
    ("a an about over almost added", (_RELATIVE,)),
    ("one two three four five six seven eight nine ten", (_WRITTEN_OUT,)),
    ("posted published updated last", (_RELATIVE, _FILED, _PAGES)),
    ("modified edited created", (_RELATIVE,)),
    ("filed tagged categorized categorised appeared listed", (_FILED,)),
    ("by", (_CONSENT,)),
    ("download install try use", (_APP, _SUPPORT)),
    ("support donate become help make start unlock enjoy", (_SUPPORT,)),
    ("story article content report advertisement ad advertising continue", (_CONTINUES,)),
    ("photos pictures images gallery photo slideshow", (_GALLERY,)),
    ("page slide photo image item first prev older newer", (_PAGES,)),
    ("be leave write your", (_COMMENTING,)),
    ("sponsored paid brought promoted", (_PARTNER,)),
    ("in presented supported a content", (_PARTNER,)),
    ("copyright", (_COPYRIGHT_OF,)),
    ("this", (_CONTINUES,)),
    ("powered hosted designed developed site theme", (_POWERED,)),
    ("watch listen", (_POINTER,)),
):  # fmt: skip
    for _word in _words.split():
        BY_FIRST_WORD[_word] = BY_FIRST_WORD.get(_word, ()) + tuple(_patterns)

BY_LITERAL: tuple[tuple[str, LinePattern], ...] = (
    ("copyright", _COPYRIGHT),
    ("©", _COPYRIGHT),
    ("(c)", _COPYRIGHT),
    ("rights reserved", _RIGHTS),
    ("may not be", _RIGHTS),
    ("permission", _RIGHTS),
    ("cookies", _COOKIES),
    *NOTICES,
    *OFFERS,
    *PLAYERS,
    *DEALINGS,
    *REQUESTS,
)


def may_match(line: str) -> bool:
    """Tell quickly whether a line is worth folding: by its first word, or by a literal."""
    lowered = line.lower().replace("’", "'")
    first = _trim(lowered).partition(" ")[0].rstrip(":,.")
    if first in BY_FIRST_WORD or first[:1].isdigit():
        return True
    return bool(_literals().find_matches_as_indexes(lowered, overlapping=True))


def match_pattern(line: str) -> LinePattern | None:
    """Return the pattern that a folded line (see `interface.fold`) fits."""
    line = _trim(line)
    first = line.partition(" ")[0].rstrip(":,.?!")
    if first[:1] == "0":
        first = "0"  # 0h, 0min
    soft: LinePattern | None = None
    for one in BY_FIRST_WORD.get(first, ()):
        if one.fits(line, first):
            if one.hard:
                return one
            soft = soft or one
    hits = {hit[0] for hit in _literals().find_matches_as_indexes(line, overlapping=True)}
    for index in sorted(hits):
        one = BY_LITERAL[index][1]
        if one.fits(line, first):
            if one.hard:
                return one
            soft = soft or one
    return soft


@cache
def _literals() -> Automaton:
    return automaton([literal for literal, _ in BY_LITERAL])


def _trim(line: str) -> str:
    """Return a line without the ornaments before it; the mark of a copyright is none."""
    return line if line.startswith(_COPYRIGHT_MARK) else line.lstrip(_ORNAMENTS)
