"""Notices by which a page offers itself: newsletters, subscriptions, apps, channels, donations.

Like the patterns of `notices`: each waits for a word, knows a whole line in lower case
with numbers as 0, and speaks to the reader or of the page. Written from general knowledge of news
sites.
"""

from __future__ import annotations

from newslint.text.interface.notices import LinePattern, line_pattern

_WEEKDAYS = (
    r"(?:(?:every )?(?:week)?days?(?: mornings?)?|daily|weekly|monthly|twice a week"
    r"|(?:every )?(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)days?(?: (?:mornings?|afternoons?|evenings?))?)"
)

_CALL = (
    r"(?:sign(?: me)? up|subscribe|click|tap|download|follow|visit|join|check out|log on|head to"
    r"|register|get)"
)
_MORE_HERE = line_pattern(
    "promotion", 200,
    r"(?:for (?:more|all the latest|the latest|latest|breaking|daily|live|local|up-to-the-minute)"
    rf"(?! (?:information|details|than)\b)\b[^.!?\"“]{{0,80}}?(?:, |(?<!to|an|ll|ld|ey"
    rf"|we) ){_CALL}\b"
    r".{0,50}\b(?:us|our|here|app|channel|newsletter|feed|page)\b.{0,60}$"
    rf"|to (?:get|stay|receive|keep)\b[^.!?\"“]{{0,60}}?, {_CALL}\b.{{0,50}}\b(?:us|our|app|channel"
    r"|newsletter|here)\b.{0,40}$"
    rf"|(?:want|like|love|need|looking for|interested in|enjoy(?:ing|ed)?)\b[^?.]{{0,80}}\? {_CALL}"
    r"\b.{0,80}$)",
    first="for to want like love need looking interested enjoy enjoying enjoyed",
)  # fmt: skip
_LATEST = line_pattern(
    "promotion", 220,
    r"(?:catch|get|read|watch|check|follow|find|see|stay tuned|keep up)\b.{0,25}\b(?:all|latest"
    r"|live|breaking|real-time|top)\b[^.!?\"“]{0,120}\b(?:news|updates?|headlines|videos|coverage"
    r"|content"
    r"|alerts)\b[^.!?\"“]{0,50}\b(?:here|with us|our (?:\w+ ){0,2}(?:site|website|app|channel|page)"
    r"|app|website|mobile application|live tv|your (?:device|phone)|news channel)\b.{0,40}$",
    first="catch get read watch check follow find see stay keep",
)  # fmt: skip
_STAY = line_pattern(
    "promotion", 160,
    r"stay (?:up[- ]to[- ]date|tuned|connected|informed|updated|ahead|in touch)\b.{0,100}"
    r"\b(?:us|our|app|channels?|newsletters?|alerts|notifications|here)\b.{0,30}$",
    first="stay",
)  # fmt: skip
_APPS = line_pattern(
    "promotion", 160,
    r"(?:our (?:free |new |mobile )?app (?:is|lets|has|brings|makes)\b.{0,110}\b(?:you|your"
    r"|download)"
    r"\b.{0,60}|scan (?:the|this|our) (?:qr )?code (?:to|for|with|below|and|above|here)\b.{0,60}"
    r"|(?:push |browser |desktop )?notifications are (?:currently )?(?:turned |switched )?(?:on|off"
    r"|blocked|disabled|enabled)[.!]?|our (?:\w+ ){0,3}app (?:here|now|today))$",
    first="our scan push browser desktop notifications",
)  # fmt: skip
_SENT = line_pattern(
    "newsletter", 200,
    r"(?:we(?:'ll| will) (?:send|e-?mail|deliver|notify|alert|text) you\b.{0,60}"
    r"\b(?:newsletters?|e-?mails?|updates?|alerts?|stories|round-?up|digest|link|news|headlines"
    r"|notifications?|when)\b.{0,60}$|you(?:'ll| will) (?:start |soon |now |also )?(?:receiv\w+|get"
    r"|be sent)\b.{0,50}\b(?:newsletters?|e-?mails? (?:from us|with|about)|news alerts)\b.{0,60}$"
    r"|.{0,100}\b(?:in|to) your (?:e-?mail|mailbox)$"
    r"|(?:delivered|sent|emailed|e-mailed|arrives|published) (?:to you )?"
    rf"{_WEEKDAYS}(?:(?:,| and|, and) {_WEEKDAYS}){{0,6}}$)",
)  # fmt: skip
_DIGEST = line_pattern(
    "newsletter", 110,
    r"(?:your|our|get (?:the|your|our)) (?:free )?(?:daily|weekly|morning|evening|weekday"
    r"|monthly|weekend|lunchtime) (?:e-?mail )?(?:digest|briefing|round-?up|dose|newsletter|e-?mail"
    r"|brief|update|guide)\b(?: (?:of|to|on|for|from|with|about)\b[^.!?]{0,70})?$",
    first="your our get",
)  # fmt: skip
_PART_OF = line_pattern(
    "newsletter", 200,
    r"(?:this|the following|below) (?:is|was|article|story|column|piece|post|edition)\b.{0,60}"
    r"\bnewsletter\b.{0,40}(?:[.;,:!?] ?.{0,60}\b(?:sign|subscrib|inbox)\w*\b.{0,40})$",
    first="this the below",
)  # fmt: skip
_NO_SPAM = line_pattern(
    "newsletter", 90,
    r"(?:(?:no|never any) spam(?:[.,!].{0,60})?"
    r"|we (?:hate|don't|never|won't)(?: \w+)? spam\b.{0,40}"
    r"|(?:you can )?(?:unsubscribe|opt out|cancel) (?:at )?any ?time.{0,30})$",
)  # fmt: skip
_THANKS = line_pattern(
    "promotion", 160,
    r"(?:thanks|thank you)(?: so much| very much)? for (?:reading|visiting"
    r"|subscribing|signing up|registering|your (?:feedback|vote|submission))"
    r"(?: (?:the|our|this|to|us|with)\b[^.!?]{0,40})?[.!]*"
    r"(?: .{0,60}\b(?:subscribe|sign|register|support|share|donat\w+|check|continue"
    r"|please)\b.{0,60})?$",
    first="thanks thank",
)  # fmt: skip
_FAREWELL = line_pattern(
    "promotion", 60,
    r"(?:thanks|thank you) for (?:watching|listening|joining us|your (?:interest|support|comment))"
    r"\b[^.!?]{0,25}[.!]*$",
    hard=False,
    first="thanks thank",
)  # fmt: skip
_READ_ON = line_pattern(
    "sign-in", 170,
    r"(?:subscribe\b[^.!?]{0,40}\b(?:to|and) (?:read|continue|access|keep reading|unlock|view|see"
    r"|get|enjoy|watch|listen|comment|save)\b[^.!?]{0,70}[.!]?$"
    r"|(?:sign (?:up|in)|log ?in|register|join|become an? \w+|(?:purchase|buy|get) an? (?:\w+ )?(?:"
    r"subscription|pass|membership)|upgrade)\b[^.!?]{0,40}\b(?:to|and) (?:read|continue reading"
    r"|access (?:this|all|our|exclusive|the full)|keep reading|unlock|comment|bookmark)\b"
    r"[^.!?]{0,70}[.!]?$|(?:purchase|buy) an? (?:\w+ )?subscription to \w+\b[^.!?]{0,40}[.!]?$"
    r"|to (?:read|see|view|access|unlock|watch|enjoy|continue|keep)\b(?=[^.!?]*\b(?:this|full|rest"
    r"|reading|our|unlimited|premium|exclusive|content|article|stor(?:y"
    r"|ies))\b)[^.!?]{0,60}, (?:please )?"
    r"(?:subscribe|log ?in|sign ?in|sign up|register|upgrade)\b[^.!?]{0,50}[.!]?$"
    r"|to continue, (?:please )?(?:subscribe|log ?in|sign ?in|sign up|register)\b[^.!?]{0,40}[.!]?$"
    r"|(?:want|wish|like|ready|love) to (?:keep|continue|read) (?:reading|on|more)\?.{0,60}$"
    r"|unlimited (?:\w+ )?access (?:to|for|on|from)\b[^.!?]{0,60}$"
    r"|[^.!?\"“]{0,70}[:,–—-] ?subscribe (?:to our|now|today|here)\b[^.!?]{0,40}[.!]?$"
    r"|(?:keep|continue) reading (?:for (?:free|only|just)|with (?:a|your|full))\b[^.!?]{0,40}$)",
)  # fmt: skip
_WHOM = (
    r"(?:our |all |paying |paid |premium |registered |signed-in |existing |active )*(?:subscribers?"
    r"|members?|users|supporters|patrons)"
)
_FOR_MEMBERS = line_pattern(
    "sign-in", 150,
    r"(?:(?:this|the full|the complete|the rest of (?:this|the)) (?:article|story|post|content"
    r"|feature|page|column|episode|report|video|section)(?: is| remains)?(?: \w+){0,2} (?:for|to)"
    rf" {_WHOM}(?: only)?(?:[.,!] .{{0,50}}|[.!]?)$|this is (?:only |exclusively "
    rf"|reserved )for {_WHOM}[.!]?$"
    r"|(?:member|subscriber|premium|patron)s?[- ](?:only|exclusive)(?: (?:story|stories|content"
    r"|article|post|access|feature))?$)",
    first="this the member members subscriber subscribers premium patron patrons "
    "member-only members-only subscriber-only subscribers-only subscriber-exclusive "
    "premium-only premium-exclusive patron-only member-exclusive",
)  # fmt: skip
_READ_ALL = line_pattern(
    "sign-in", 140,
    r"you(?:'ve| have)? (?:just )?(?:0|an?|one|two|three|no|read|reached|used"
    r"|viewed)\b(?: \w+){0,4}"
    r" (?:gift|free|last|final|complimentary|remaining|more)? ?(?:articles?|stories|views|gifts?)\b"
    r".{0,60}\b(?:left|remaining|month|week|share|give|free|today|subscribe|limit)\b.{0,40}$"
    r"|you(?:'ve| have) read your (?:last|final) (?:free )?(?:article|story)\b.{0,40}$",
    first="you you've",
)  # fmt: skip
_PER = (
    r"(?:a|per|for|every|/|your first|the first) ?(?:your first |the first |0 )?(?:0 )?"
    r"(?:days?|weeks?|months?|years?|mo)\b"
)
_OFFER = line_pattern(
    "promotion", 170,
    r"(?:(?:get|only|just|save|access|from|enjoy|subscribe|special offer|pay|unlock|as little as)\b"
    r"(?=.*\b(?:subscri\w+|unlimited|digital|your first|membership|trial|full access|all access"
    rf"|premium|cancel)\b)[^.!?]{{0,60}}[$£€₹] ?0[^.!?]{{0,16}}(?:\b{_PER})?[^.!?]{{0,60}}$"
    r"|save (?:up to )?0% (?:on|off|with)\b[^.!?]{0,50}\b(?:subscri\w+|membership|access|offer)\b"
    r"[^.!?]{0,30}[.!]?$"
    rf"|(?:only|just|from) [$£€₹] ?0 {_PER}[^.!?]{{0,30}}$)",
    first="get only just save access from enjoy subscribe special pay unlock as",
)  # fmt: skip
_GIFT_MONTH = line_pattern(
    "promotion", 140,
    r"(?:subscribe|join|sign up|register|upgrade)\b[^.!?]{0,50}\b(?:your first (?:month|week|year"
    r"|0)|first (?:month|week|year|0 (?:weeks|months)) (?:free|for|at|on))\b[^.!?]{0,40}$"
    r"|(?:don't miss out|act now|limited time)[.!,:]? ?.{0,60}"
    r"\b(?:subscri\w+|offer|join|sign up)\b.{0,30}$",
    first="subscribe join sign register upgrade don't act limited",
)  # fmt: skip
_DONATE = line_pattern(
    "promotion", 260,
    r"(?:we|our|your|please|if you|help|since you(?:'re| are) here"
    r"|because of readers)\b(?=.{0,200}\b(?:journalism|newsroom|reporting|our work"
    r"|readers like you|small favou?r|local news)\b).{0,200}\b(?:donat\w+|contribut(?:e|ing"
    r"|ion today)"
    r"|support (?:us|our|local|independent|quality|from (?:you|our|readers))|your support|readers"
    r" like you|small favou?r|become a \w+|subscri\w+)\b.{0,80}$"
    r"|your (?:support|donation|contribution|gift|subscription|membership) (?:makes|helps|keeps"
    r"|funds|allows|means|is)\b(?=.*\b(?:our|us|journalism|newsroom|possible)\b).{0,100}$"
    r"|support (?:our|local|independent|quality|free) (?:\w+ )?(?:journalism|news|newsroom"
    r"|reporting|work|media)\b[^.!?]{0,40}$",
    first="we our your please if help since because support",
)  # fmt: skip
_SUBSCRIBE_TO = line_pattern(
    "newsletter",
    70,
    r"subscribe (?:to|for) (?!the (?:view|idea|theory|notion|belief|myth)"
    r"|an? )(?:\S+ ?){1,6}(?<![.?])$",
    first="subscribe",
)

OFFERS: tuple[tuple[str, LinePattern], ...] = (
    ("sign up", _MORE_HERE), ("subscribe", _MORE_HERE), ("click", _MORE_HERE), ("tap ", _MORE_HERE),
    ("download", _MORE_HERE), ("follow", _MORE_HERE), ("visit", _MORE_HERE), ("join", _MORE_HERE),
    ("check out", _MORE_HERE), ("log on", _MORE_HERE), ("head to", _MORE_HERE),
    ("register", _MORE_HERE), (" get ", _MORE_HERE), ("news", _LATEST), ("update", _LATEST),
    ("headlines", _LATEST), ("videos", _LATEST), ("coverage", _LATEST), ("content", _LATEST),
    ("stay ", _STAY), (" app", _APPS), ("scan ", _APPS), ("notifications are", _APPS),
    ("send you", _SENT), ("email you", _SENT), ("e-mail you", _SENT), ("deliver you", _SENT),
    ("notify you", _SENT), ("alert you", _SENT), ("text you", _SENT), ("receiv", _SENT),
    ("your email", _SENT), ("your e-mail", _SENT), ("your mailbox", _SENT), ("be sent", _SENT),
    ("delivered", _SENT), ("sent ", _SENT), ("arrives", _SENT), ("mailed", _SENT),
    ("published ", _SENT), ("digest", _DIGEST), ("brief", _DIGEST), ("roundup", _DIGEST),
    ("round-up", _DIGEST), ("dose", _DIGEST), ("newsletter", _DIGEST), ("email", _DIGEST),
    ("update", _DIGEST), ("guide", _DIGEST), ("newsletter", _PART_OF), ("spam", _NO_SPAM),
    ("any time", _NO_SPAM), ("anytime", _NO_SPAM), ("thank", _THANKS), ("thank", _FAREWELL),
    ("subscribe", _READ_ON), ("unlimited", _READ_ON), ("sign", _READ_ON), ("log", _READ_ON),
    ("register", _READ_ON), ("join", _READ_ON), ("become", _READ_ON), ("subscription", _READ_ON),
    ("upgrade", _READ_ON), ("reading", _READ_ON), ("subscriber", _FOR_MEMBERS),
    ("member", _FOR_MEMBERS), ("premium", _FOR_MEMBERS), ("users", _FOR_MEMBERS),
    ("patron", _FOR_MEMBERS), ("supporters", _FOR_MEMBERS), ("article", _READ_ALL),
    ("stories", _READ_ALL), ("gift", _READ_ALL), ("story", _READ_ALL), ("subscri", _OFFER),
    ("unlimited", _OFFER), ("digital", _OFFER), ("your first", _OFFER), ("membership", _OFFER),
    ("trial", _OFFER), ("access", _OFFER), ("premium", _OFFER), ("first ", _GIFT_MONTH),
    ("miss out", _GIFT_MONTH), ("act now", _GIFT_MONTH), ("limited time", _GIFT_MONTH),
    ("journalism", _DONATE), ("newsroom", _DONATE), ("reporting", _DONATE), ("our work", _DONATE),
    ("readers like you", _DONATE), ("small fav", _DONATE), ("local news", _DONATE),
    ("support ", _DONATE), ("your donation", _DONATE), ("your gift", _DONATE),
    ("your contribution", _DONATE), ("your subscription", _DONATE), ("your membership", _DONATE),
    ("subscribe ", _SUBSCRIBE_TO),
)  # fmt: skip
"""Words, and the pattern that waits for each."""
