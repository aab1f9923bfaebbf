"""What a page says of its own dealings: consent, comments, errors, permissions, other stories.

Like the patterns of `notices`, written from general knowledge of news sites.
"""

from __future__ import annotations

from newslint.text.interface.notices import LinePattern, line_pattern

_BY_DOING = line_pattern(
    "cookie-notice", 260,
    r"(?:[^\"“]{0,120}[.!?] )?by \w+ing\b[^.!?]{0,140}(?<!and )\b(?:you|i) (?:agree|consent"
    r"|accept|acknowledge|confirm)\b(?! on\b)(?:.{0,120})$",
)  # fmt: skip
_KINDS = (
    r"(?:strictly |non-|all |only )?(?:essential|necessary|functional|functionality|performance"
    r"|analytics|marketing|targeting|advertising|tracking|optional|selected|third-party|session)"
)
_COOKIE = line_pattern(
    "cookie-notice", 220,
    rf"(?:{_KINDS}(?: and \w+)? cookies?(?: only|:? \(?always (?:active|on|enabled)\)?)?"
    rf"|(?:accept|reject|allow|deny|decline|refuse|use)(?: only)? {_KINDS}(?: (?:only|cookies))?"
    r"|(?:this|the) (?:embed|embedded content|element|map|feature|player|tool|form) (?:uses"
    r"|requires|sets|needs|may use)\b.{0,60}\bcookies\b.{0,80}"
    r"|you (?:have not|haven't|have|need to|must) (?:accept|enabl|allow|consent|block|disabl"
    r"|reject)\w* (?:\w+ ){0,3}cookies\b.{0,80}"
    r"|we need your (?:consent|permission)\b.{0,120}"
    r"|we(?:'ve| have) (?:recently )?(?:updated|changed|revised"
    r"|made .{0,30}\bchanges to) our (?:privacy"
    r"|terms|cookies?|user)\b.{0,160}"
    r"|you (?:can|may) (?:change your mind (?:at any|by|in|later)|withdraw your consent|(?:change"
    r"|update|manage|review) your (?:\w+ )?(?:settings|preferences|choices|consent))\b.{0,140}"
    r"|(?:consent|privacy|cookie) (?:preferences|choices|center|centre)"
    r"|i(?:'m| am) (?:ok|okay|fine|happy) with (?:that|this|cookies|it))$",
)  # fmt: skip
_BROWSER = line_pattern(
    "browser-notice", 260,
    r"(?:please )?(?:upgrade|update) your (?:web )?browser\b.{0,60}$"
    r"|(?:.{0,100}\b)?(?:(?:your|this) (?:web |current )?browser (?:does not|doesn't|is (?:not"
    r"|out|un)|version|may not|must)|browser that supports"
    r"|(?:please|you need to|you must|try to) (?:enable|turn on|activate|allow) java ?script"
    r"|java ?script (?:is|must be|appears|seems|to be)(?: to be)? ?(?:currently )?(?:enabled"
    r"|disabled|required|not|off|turned))"
    r"|(?:.{0,100}[.!?:] )?(?:enable|turn on|requires?|disabled?|supports?|this .{0,30}\brequires?)"
    r" (?:java ?script|html0)"
    r"|(?:.{0,40}\b)?(?:supports? html0|flash player (?:is|must|or|to|required|plug))"
    r"|(?:get|install|download|you need|requires?|upgrade|update)\b.{0,60}\bflash player",
)  # fmt: skip
_TALK = line_pattern(
    "label", 240,
    r"(?:(?:please (?:keep|remember|be|stay|note|read|follow)|(?:please )?(?:login|log in|register"
    r"|sign in) to)\b.{0,60}\b(?:comments?|commenting|comment policy|discussion)\b.{0,100}$"
    r"|(?:comments?|commenting|discussions?|the (?:comments?|conversation|discussion)|this thread)"
    r"(?: (?:on|for|under|section|below) ?(?:this|the)? ?(?:article|story|post|thread|page)?)?"
    r" (?:is|are|has been|have been)(?: now| currently)? (?:closed|disabled|turned off"
    r"|not available|unavailable|locked|moderated)(?: (?:on|for|at|to|in) (?:this|new"
    r"|the moment)\b.{0,30})?[.!]?$"
    r"|(?:all )?(?:comments|posts|submissions) (?:must|should) (?:be (?:respectful|civil|polite)"
    r"|respect|follow|comply|adhere)\b.{0,80}$"
    r"|comments (?:that|containing|which)\b.{0,80}\b(?:will|may) be (?:removed|deleted|moderated)\b"
    r".{0,40}$|save my name\b.{0,100}\bbrowser\b.{0,60}$|this site uses akismet\b.{0,100}$"
    r"|(?:learn|see) how your (?:comment )?data is (?:processed|used)\b.{0,20}$"
    r"|we (?:welcome|encourage|moderate|review|reserve)\b.{0,40}\bcomments?\b(?: (?:on (?:this"
    r"|our)|below|from (?:our )?readers|that|but|policy|section)\b.{0,80})?[.!]?$"
    r"|(?:comment|post|reply|continue|log in|sign (?:in|up)) (?:as|with) (?:a )?(?:guest|apple"
    r"|google|facebook|twitter|e-?mail|microsoft)\b.{0,20}$)",
    first="please login log register sign comments comment commenting discussions "
    "discussion the this all posts post submissions save learn see we reply continue",
)  # fmt: skip
_FORGOT = line_pattern(
    "sign-in",
    60,
    r"forg[eo]t(?:ten)? (?:your |my )?(?:password|username|login)\b.{0,20}$",
    first="forgot forget forgotten",
)
_PERMISSION = line_pattern(
    "copyright", 260,
    r"(?:(?:re-?)?(?:published|printed|posted) with (?:the )?(?:kind )?permission\b[^,]{0,60}$"
    r"|distributed by .{2,40}\b(?:agency|services?|syndicate|media|llc|inc|news|content)\b.{0,20}$"
    r"|(?:this|our|licensed|published|republish\w*|we|content|text|except)\b.{0,100}\b(?:under|our"
    r"|licen[cs]ed?)\b.{0,30}\bcreative commons\b.{0,150}$"
    r"|creative commons\b.{0,20}\b(?:cc|by|attribution|licen[cs]e)\b.{0,80}$"
    r"|to (?:order|purchase|buy|license|obtain|request)\b.{0,50}\b(?:reprints?|presentation-ready"
    r" copies|copies of (?:this|articles)|permission to (?:re|use))\b.{0,140}$"
    r"|(?:this (?:site|form|page) is )?protected by (?:re)?captcha\b.{0,120}$"
    r"|(?:terms|conditions|terms and conditions|terms of (?:service|use)|t&cs) apply\.?$)",
)  # fmt: skip
_APPEARED = line_pattern(
    "copyright", 200,
    r"(?:the post|the article|the story)\b.{3,140}\b(?:appeared first|first appeared|originally"
    r" appeared|was first published) (?:on|in|at)\b.{2,50}$",
    first="the",
)  # fmt: skip
_WINDOWS = line_pattern(
    "label", 80,
    r"(?:\W*(?:this )?(?:link )?opens? (?:in )?(?:an? )?(?:new|external) (?:window|tab|site"
    r"|link)\W*"
    r"|(?:image|photo) (?:with(?:out)?|has no) (?:an? )?(?:alt|caption|description)\b.{0,15}"
    r"|you are here ?(?:[:»>/›].{0,40})?|(?:text|font|type) size\W*(?:a[+-]* ?)*"
    r"|(?:a[+-]+ ?){2,})$",
)  # fmt: skip
_HERE = line_pattern(
    "pointer", 90,
    r"(?:see|view|read|find|get|check out|browse|watch|listen to|sign up for|buy|order) "
    r"(?:the|our|all|more|your|full|latest|tickets|it|them|a) ?[^.!?]{0,50}\bhere[.!]?$",
    first="see view read find get check browse watch listen sign buy order",
)  # fmt: skip
_ORIGINAL = line_pattern(
    "related", 130,
    r"(?:read|see|view) (?:the|this|our) (?:original|full|rest of the|whole|complete)\b[^.!?]{0,20}"
    r"\b(?:article|story|post|interview|version|piece|column|review|coverage)\b[^.!?]{0,50}[.!]?$",
    first="read see view",
)  # fmt: skip
_HEADED = line_pattern(
    "related", 150,
    r"(?:read|learn more|go deeper|dig deeper|full coverage|complete coverage|icymi|in case you"
    r" missed it|flashback|up next|next up|see more|catch up|deep dive|further reading"
    r"|from the archives?"
    r"|more coverage|more details|our coverage|today's top (?:story|stories)|editor'?s'? (?:choice"
    r"|picks?)|the big read|long read|don't miss)(?: ?[:|»›>]+ ?"
    r"| [–—-]+ )(?:\S+ ){2,}\S+(?<![.\"”:;,])$",
    first="read learn go dig full complete icymi in flashback up next see catch deep "
    "further from more our today's editor editors editor's editors' the big long "
    "don't",
)  # fmt: skip
_TOPICAL = line_pattern(
    "teaser", 130,
    r"(?:opinion|explainer|explained|analysis|exclusive|previously|fact[- ]check|podcast|poll|"
    r"timeline|profile|column|editorial|special report|first read|q&a|slideshow|map|graphic)"
    r" ?[:|] ?(?:\S+ ){2,}\S+(?<![.!\"”:;,])$",
    hard=False,
    first="opinion explainer explained analysis exclusive previously fact fact-check "
    "podcast poll timeline profile column editorial special first q&a slideshow map "
    "graphic",
)  # fmt: skip
_BY_AUTHOR = line_pattern(
    "related", 80,
    r"(?:(?:see|view|read|browse|find|show) )?(?:all|more|other|latest|recent|previous) "
    r"(?:(?:articles|posts|stories|columns|news|work|content|reports) )?(?:by|from|written by) "
    r"(?:the |this )?(?:\S+ ?){1,4}(?<![.!?])$",
    hard=False,
    first="see view read browse find show all more other latest recent previous",
)  # fmt: skip
_FOR_YOU = line_pattern(
    "related", 70,
    r"(?:(?:\w+ ){0,2}(?:stories|articles|videos|news|posts|topics|reads) (?:you|our readers"
    r"|readers|others) (?:may|might|also|should)\b.{0,25}$|(?:more|picked|recommended|selected|top"
    r" picks|just) for you$|from (?:our|around our) (?:sister|partner|other|network|affiliate)\b"
    r".{0,20}$)",
)  # fmt: skip
_OF_ITSELF = line_pattern(
    "label", 60,
    r"(?:about|how we)\b.{0,12}\b(?:our (?:reporting|journalism|coverage|newsroom|team|awards)"
    r"|this (?:article|story|page|site|series)|report the news)$",
    hard=False,
    first="about how",
)  # fmt: skip
_SOMETHING = line_pattern(
    "label", 160,
    r"(?:(?:see|seen|notice|noticed|spot|spotted|found|have|got"
    r"|know)\b[^.!?]{0,60}\? .{0,30}(?:tell us"
    r"|let us know|e-?mail|contact|write to|get in touch|send)\b.{0,60}$"
    r"|your (?:feedback|comments|opinion|input)\b.{0,20}\b(?:helps?|matters|is (?:important"
    r"|valuable))\b.{0,50}$|we(?:'d| would)? (?:want|like|love) to hear (?:from you|your)\b.{0,60}$"
    r"|(?:report|flag) (?:(?:a|an) (?:error|typo|mistake|issue|problem|correction|bug)|this)"
    r"(?: (?:with|in|on|about) (?:this|the) \w+)?$"
    r"|(?:if|you can|have you|please|to)\b.{0,80}\b(?:haveyoursay\b.{0,80}"
    r"|get in touch(?: (?:with us|with our|in the following|by e-?mail|at|via|using"
    r"|here)\b.{0,60})?[.!:]?)$|if you are reading this page and can't see\b.{0,140}$"
    r"|please include (?:a|your) (?:contact|phone|telephone|name)\b.{0,100}$"
    r"|why (?:you can )?trust (?:us|our \w+)$)",
)  # fmt: skip

DEALINGS: tuple[tuple[str, LinePattern], ...] = (
    ("browser", _BROWSER), ("javascript", _BROWSER), ("html", _BROWSER), ("flash player", _BROWSER),
    ("you agree", _BY_DOING), ("you accept", _BY_DOING), ("i agree", _BY_DOING),
    ("i accept", _BY_DOING), ("you consent", _BY_DOING), ("you acknowledge", _BY_DOING),
    ("cookie", _COOKIE), ("essential", _COOKIE), ("necessary", _COOKIE), ("optional", _COOKIE),
    ("consent", _COOKIE), ("permission", _COOKIE), ("privacy", _COOKIE), ("our terms", _COOKIE),
    ("your mind", _COOKIE), ("preferences", _COOKIE), ("settings", _COOKIE), ("choices", _COOKIE),
    ("tracking", _COOKIE), ("with that", _COOKIE), ("comment", _TALK), ("discussion", _TALK),
    ("conversation", _TALK), ("this thread", _TALK), ("posts", _TALK), ("save my name", _TALK),
    ("akismet", _TALK), ("how your", _TALK), ("guest", _TALK), ("with apple", _TALK),
    ("with google", _TALK), ("with facebook", _TALK), ("with email", _TALK),
    ("with twitter", _TALK), ("password", _FORGOT), ("username", _FORGOT),
    ("permission", _PERMISSION), ("distributed by", _PERMISSION), ("creative commons", _PERMISSION),
    ("reprint", _PERMISSION), ("copies", _PERMISSION), ("licen", _PERMISSION),
    ("republish", _PERMISSION), ("captcha", _PERMISSION), ("apply", _PERMISSION),
    ("appeared", _APPEARED), ("first published", _APPEARED), ("window", _WINDOWS),
    ("new tab", _WINDOWS), ("external", _WINDOWS), ("image", _WINDOWS), ("photo", _WINDOWS),
    ("you are here", _WINDOWS), ("size", _WINDOWS), ("a+", _WINDOWS), ("here", _HERE),
    ("original", _ORIGINAL), ("full ", _ORIGINAL), ("rest of", _ORIGINAL), ("whole", _ORIGINAL),
    ("complete", _ORIGINAL), ("read", _HEADED), ("more", _HEADED), ("deeper", _HEADED),
    ("coverage", _HEADED), ("icymi", _HEADED), ("missed", _HEADED), ("flashback", _HEADED),
    ("next", _HEADED), ("catch up", _HEADED), ("deep dive", _HEADED), ("archive", _HEADED),
    ("top stor", _HEADED), ("editor", _HEADED), ("don't miss", _HEADED), ("opinion", _TOPICAL),
    ("expla", _TOPICAL), ("analysis", _TOPICAL), ("exclusive", _TOPICAL), ("previously", _TOPICAL),
    ("check", _TOPICAL), ("timeline", _TOPICAL), ("profile", _TOPICAL), ("column", _TOPICAL),
    ("editorial", _TOPICAL), ("report", _TOPICAL), ("q&a", _TOPICAL), ("slideshow", _TOPICAL),
    ("map", _TOPICAL), ("graphic", _TOPICAL), ("poll", _TOPICAL), (" by ", _BY_AUTHOR),
    (" from ", _BY_AUTHOR), ("stories", _FOR_YOU), ("articles", _FOR_YOU), ("videos", _FOR_YOU),
    ("news", _FOR_YOU), ("for you", _FOR_YOU), ("from ", _FOR_YOU), ("tell us", _SOMETHING),
    ("let us know", _SOMETHING), ("email", _SOMETHING), ("e-mail", _SOMETHING),
    ("contact", _SOMETHING), ("write to", _SOMETHING), ("send", _SOMETHING),
    ("your feedback", _SOMETHING), ("your comments", _SOMETHING), ("your opinion", _SOMETHING),
    ("your input", _SOMETHING), ("hear from", _SOMETHING), ("hear your", _SOMETHING),
    ("report a", _SOMETHING), ("report the", _SOMETHING), ("report this", _SOMETHING),
    ("flag ", _SOMETHING), ("in touch", _SOMETHING), ("haveyoursay", _SOMETHING),
    ("reading this page", _SOMETHING), ("please include", _SOMETHING), ("trust", _SOMETHING),
    ("about our", _OF_ITSELF), ("about this", _OF_ITSELF),
    ("how we", _OF_ITSELF),
)  # fmt: skip
"""Words, and the pattern that waits for each."""
