"""Words of players, galleries, live pages and embedded posts.

Like the patterns of `notices`, written from general knowledge of the players and embeds
that news sites use.
"""

from __future__ import annotations

from newslint.text.interface.notices import LinePattern, line_pattern

_NETWORK = r"(?:twitter|x|facebook|instagram|youtube|tiktok|linkedin|threads|bluesky|telegram)"

_CONTROLS = line_pattern(
    "label", 120,
    r"(?=.*[a-z])(?:(?:play|pause|mute|unmute|current time|duration|remaining time|loaded|progress"
    r"|stream type|live|seek to live|fullscreen|full screen|captions?|subtitles|chapters|share"
    r"|settings|quality|speed|playback rate|volume|replay|picture-in-picture|video|audio|back"
    r"|forward|rewind|0:0|0%|0x|/|-|\||,|:|\.)[ :]*){3,}$"
    r"|(?:playback )?(?:speed|rate)\W*(?:0x ?)+$|(?:0x ){2,}0x$",
)  # fmt: skip
_CLOCKED = line_pattern(
    "label", 70,
    r"(?:(?:video|audio|clip|episode|podcast) )?(?:duration|length)\W{0,3}0:0(?::0)?$"
    r"|(?:video|audio|clip|episode|podcast) (?:duration|length)\W{0,3}(?:0 ?(?:hours?|minutes?"
    r"|seconds?|mins?|secs?|h|m|s)?[ ,and]*){1,3}$"
    r"|0:0(?::0)?[ |·•-]+source: ?\S+(?: \S+){0,3}$"
    r"|(?:watch|listen|play|video|audio|read)\W{1,3}0(?::0)? ?(?:m|mins?|minutes?|secs?"
    r"|seconds?)?$",
)  # fmt: skip
_DURATION = line_pattern(
    "label", 50, r"(?:duration|length)\W{0,3}(?:0 ?(?:hours?|minutes?|seconds?|mins?"
    r"|secs?)[ ,]*){1,3}$",
    hard=False,
    first="duration length",
)  # fmt: skip
_WAITING = line_pattern(
    "label", 90,
    r"(?:(?:next|this|your) (?:video|story|article|slide|ad|advert|advertisement|program\w*|stream)"
    r"(?: (?:will )?(?:begins?|ends?|starts?|plays?|resumes?|closes?))?(?: in| after) (?:0|a few)"
    r"(?: ?s| ?secs?| ?seconds?| ?moments?)?[.…]*$|skip (?:the |this )?ads?\b.{0,14}$"
    r"|skip in 0s?$)",
    first="next this your skip",
)  # fmt: skip
_FAILED = line_pattern(
    "browser-notice", 220,
    r"(?:(?:sorry|oops|whoops|uh[- ]oh)\b[,.! ]{0,3})?(?:"
    r"(?:the |this )?(?:video|media|audio|file|player|content|clip|stream"
    r"|live ?stream)(?: you\b.{0,30})?"
    r" (?:could not|couldn't|cannot|can't|is unable to|failed to) (?:be )?(?:loaded?|played?"
    r"|displayed)(?:$|,? (?:either )?because (?:the|your|of an)\b.{0,110}$)"
    r"|(?:error|problem) (?:loading|playing)\b.{0,80}$"
    r"|(?:an? (?:unexpected |unknown )?error (?:has )?occurred|something went wrong|there was an?"
    r" (?:error|problem)|we(?:'re| are) (?:sorry|having trouble))\b.{0,80}"
    r"\b(?:try again|please|retrieving sharing|reload|refresh|your (?:request|subscription"
    r"|submission|e-?mail|vote|comment))\b.{0,60}$)"
    r"|(?:if playback doesn't begin|videos you watch may be added"
    r"|to avoid this, cancel and sign in)\b.{0,160}$",
)  # fmt: skip
_KEYS = line_pattern(
    "label", 110,
    r"(?:use|press|hit|push) (?:(?:the|your|up/down|left/right|up and down|left and right) ){0,3}"
    r"(?:arrows?|esc|escape|tab|space ?bar|enter|shift)\b.{0,70}$"
    r"|screen[- ]reader users?\b.{0,70}$",
    first="use press hit push screen screen-reader",
)  # fmt: skip
_HEAR = line_pattern(
    "label", 160,
    r"(?:listen to (?:this|the (?:full|audio|latest|whole)) (?:\w+ )?(?:article|story|episode"
    r"|podcast"
    r"|interview|audio|version|edition|post|page|report)(?: of)?(?:$|[ .:!·|(-]{1,3}(?:now|here"
    r"|below|above|in|on|0|our|the|via|at|instead|free|enjoy|play|subscribe)\b[^\"“]{0,70}$)"
    r"|hear (?:this|the full|the latest) (?:article|story|episode|podcast|interview|audio)\b"
    r"[^\"“]{0,50}$|this (?:article|story|audio|post|episode|podcast|recording) (?:was|is)"
    r"(?: being)? (?:narrated|voiced|read (?:aloud|out)|available wherever)\b[^,;]{0,60}$"
    r"|this is an? (?:automated|computer-generated|ai|synthetic) (?:voice|reading)\b.{0,40}$"
    r"|audio by \S+(?: \S+)?$)",
    first="listen hear this audio",
)  # fmt: skip
_NARRATED = line_pattern("label", 60, r"(?:narrated|voiced) by (?:\S+ ?){1,4}$", hard=False)
_PODCAST = line_pattern(
    "promotion", 140,
    r"(?:get|find|hear|subscribe to|follow|download) (?:the|our|this|all)(?: \w+){0,3} podcasts?\b"
    r"[^.\"“]{0,70}$|(?:this|the|our) podcasts? (?:is|are) available\b.{0,60}$",
    first="get find hear subscribe follow download this the our",
)  # fmt: skip
_GALLERY = line_pattern(
    "label", 80,
    r"(?:(?:view|see|open|launch|show|start|browse|click for|tap for) (?:(?:all|the|our|full"
    r"|photo|image|picture|entire|this|more) ){0,3}(?:gallery|slide"
    r" ?show|0 (?:more )?(?:images?|photos?|pictures?|pics|videos?|slides))\b.{0,20}$"
    r"|\+ ?0(?: more)?(?: (?:images?|photos?|pictures?|videos?))?"
    r"(?:,? (?:view|see|open|launch) (?:the |full )?(?:gallery|all|slideshow))?$"
    r"|0 more (?:images?|photos?|pictures?|videos?)$"
    r"|(?:gallery|slide ?show|photos|images|pictures) ?\(0(?: \w+)?\)$"
    r"|(?:swipe|scroll)(?: down| left| right| up| through)?(?: for| to)? (?:more|continue|read"
    r"|photos|view"
    r"|next|see|zoom|images|gallery|content|the (?:video|story|article|page))\b[^.!?]{0,40}$"
    r")",
)  # fmt: skip
_LIVE = line_pattern(
    "label", 140,
    r"(?:(?:this|our|the) (?:live ?blog|live (?:coverage|feed|updates?|page|stream|event)"
    r"|blog)\b.{0,30}"
    r"\b(?:is|has|are|have)(?: now| been)* (?:closed|ended|over|paused|finished)\b.{0,60}$"
    r"|(?:auto-?)?(?:refresh|reload|update)\w*(?: \w+)?: ?(?:on|off|0)$"
    r"|(?:refresh|reload)\b[^.!?]{0,30}\b(?:page|updates?|latest)\b[^.!?]{0,20}$"
    r"|(?:show|hide|see|view|jump to|go to|back to)\b[^.!?]{0,20}\b(?:key events|newest first"
    r"|oldest first|latest (?:updates?|posts?)|newest (?:updates?|posts?)|all updates)\b.{0,15}$)",
    first="this our the refresh auto-refresh reload auto-reload update auto-update show "
    "hide see view jump go back",
)  # fmt: skip
_VOTES = line_pattern(
    "counter",
    60,
    r"(?:total|number of) (?:votes|voters|reads|plays|downloads|comments)\W{0,3}0[km]?$",
    hard=False,
    first="total number",
)
_OUR_POLL = line_pattern(
    "label", 110,
    r"(?:(?:vote|take part|have your say|cast your vote)(?: now)? in (?:our|this) (?:\w+ )?"
    r"(?:poll|quiz|survey)\b[^.!?]{0,30}$"
    r"|(?:loading|take|view|see) (?:our |the |this )?(?:poll|quiz|survey)(?: results)?$)",
)  # fmt: skip
_EMBED = line_pattern(
    "label", 140,
    rf"(?:(?:end of|skip|beginning of) (?:the )?{_NETWORK} (?:post|video|content|embed"
    rf"|thread)\b.{{0,80}}$"
    rf"|(?:see|view|read|watch) .{{1,40}}(?:'s)? (?:other )?(?:tweets?|posts? on {_NETWORK}"
    rf"|(?:tweet|post|video|reel|thread|photo) on {_NETWORK})$"
    r"|re(?:tweeted|posted) by \S+(?: \S+){0,3}$|a (?:post|video|reel|photo)"
    r" (?:shared|posted) by [^.,]{2,50}\(@?[\w.]+\).{0,50}$"
    r"|(?:allow|show|load|accept) .{2,20} (?:content|posts?|embeds?|tweets?)\??$"
    r"|(?:warning: )?third[- ]party content\b.{0,80}$)",
    first="end skip beginning see view read watch retweeted reposted a allow show load "
    "accept warning third-party third",
)  # fmt: skip
_POSTED_BY_PAGE = line_pattern(
    "label", 120,
    r"posted by (?:\S+ ){1,6}on (?:mon|tues|wednes|thurs|fri|satur|sun)day, \w+ 0, 0$",
    first="posted",
)  # fmt: skip

PLAYERS: tuple[tuple[str, LinePattern], ...] = (
    ("play", _CONTROLS), ("mute", _CONTROLS), ("0:0", _CONTROLS), ("0x", _CONTROLS),
    ("loaded", _CONTROLS), ("captions", _CONTROLS), ("duration", _CLOCKED), ("length", _CLOCKED),
    ("0:0", _CLOCKED), ("0 min", _CLOCKED), ("duration", _DURATION), ("length", _DURATION),
    (" in 0", _WAITING), ("in a few", _WAITING), ("skip ", _WAITING), ("after 0", _WAITING),
    ("could not", _FAILED), ("couldn't", _FAILED), ("cannot", _FAILED), ("can't", _FAILED),
    ("failed to", _FAILED), ("unable to", _FAILED), ("error", _FAILED), ("went wrong", _FAILED),
    ("problem", _FAILED), ("trouble", _FAILED), ("playback", _FAILED),
    ("videos you watch", _FAILED), ("avoid this", _FAILED), ("key", _KEYS), ("arrow", _KEYS),
    ("press ", _KEYS), ("screen reader", _KEYS), ("screen-reader", _KEYS), ("listen", _HEAR),
    ("hear ", _HEAR), ("narrat", _HEAR), ("voice", _HEAR), ("audio by", _HEAR),
    ("audio from", _HEAR), ("read aloud", _HEAR), ("wherever", _HEAR), ("narrated", _NARRATED),
    ("voiced", _NARRATED), ("podcast", _PODCAST), ("gallery", _GALLERY), ("show", _GALLERY),
    ("image", _GALLERY), ("photo", _GALLERY), ("pic", _GALLERY), ("video", _GALLERY),
    ("+0", _GALLERY), ("+ 0", _GALLERY), ("swipe", _GALLERY), ("scroll", _GALLERY),
    ("slide", _GALLERY), ("blog", _LIVE), ("live", _LIVE), ("refresh", _LIVE), ("reload", _LIVE),
    ("update", _LIVE), ("key events", _LIVE), ("first", _LIVE), ("latest", _LIVE),
    ("votes", _VOTES), ("total ", _VOTES), ("poll", _OUR_POLL), ("quiz", _OUR_POLL),
    ("survey", _OUR_POLL), ("end of ", _EMBED), ("skip ", _EMBED), ("tweet", _EMBED),
    ("post", _EMBED), ("shared by", _EMBED), ("video on", _EMBED), ("content", _EMBED),
    ("posted by", _POSTED_BY_PAGE),
)  # fmt: skip
"""Words, and the pattern that waits for each."""
