"""What markup looks like when it is left in a text."""

import re
from functools import cache

from newslint import regexp, word_list

ENTITY = regexp(
    r"&(?:amp;)*(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
    r"|&(?:amp|nbsp|quot|[lr][sd]quo|[mn]dash|hellip)\b(?![;=])"
)
_CODES = r"caption|gallery|embed|video|audio|playlist|youtube|vimeo|soundcloud|vc_\w+|et_pb_\w+"
_SHORTCODE = regexp(
    r"\{\{[<%].{0,300}?[%>]\}\}|\{%.{0,300}?%\}|\{\{[^{}\n]{1,100}\}\}"
    rf"|\[(?P<code>{_CODES})\]\s{{0,3}}https?://[^\s\[\]]{{1,300}}\s{{0,3}}\[/(?P=code)\]"
    rf"|\[(?:{_CODES})\](?=[^\[\]\n]{{0,300}}\[/)"
    rf"|\[(?:{_CODES})\s[^\]\n=]{{0,99}}=[^\]\n]{{0,300}}\]|\[/(?:{_CODES})\]"
    r"|%%\w{2,40}%%|\$\{[A-Za-z_][\w.]{0,60}\}|<%[^%\n]{0,300}%>|<\?(?:php|xml)\b[^?\n]{0,300}\?>"
    r"|\[object Object\]"
)
_TEMPLATE_SIGNS = ("{{", "{%", "%%", "${", "<%", "<?")
_BRACKETED = regexp(rf"\[(?:/?(?:{_CODES})|object Object\])")
_SCRIPT = regexp(
    r"^[ \t]*(?:"
    r"(?:var|let|const)\s+[\w$]+\s*=.*;"
    r"|[(!]?\s*(?:async\s+)?function\s*[\w$]*\s*\([^)\n]*\)\s*\{"
    r"|[A-Za-z_$][\w$.]{0,60}\(\s*(?:async\s+)?(?:function\b|\([^()\n]{0,60}\)\s*=>)"
    r"|(?:\$|jQuery)\s*\(.*\)\s*[.;{]"
    r"|(?:window|document|googletag|console)\.\w+[.\w]*\s*[=(\[]"
    r"|\(?\s*(?:window\.)?adsbygoogle\s*="
    r"|\}\s*\)\s*(?:\(.*\)\s*)?;"
    r"|(?:if|for|while)\s*\(.*\)\s*\{|try\s*\{.*\}"
    r"|(?:new )?[A-Za-z_$][\w$.]{0,60}\((?:[\"'\[{].*|)\);?[ \t]*$(?<=;)"
    r"|new [A-Z]\w+\(\)\."
    r"|[\[{]\s*\"[\w@$-]+\"\s*:\s*[\"\d\[{tfn].*[}\]],?[ \t]*$"
    r"|(?:(?://|/\*)\s*)?<!\[CDATA\[|(?:(?://|/\*)\s*)?\]\]>"
    r").*$",
    re.MULTILINE,
)
_STYLE = regexp(
    r"^[ \t]*(?:@(?:media|import|font-face|charset)\b.*[{;]"
    r"|[.#]?[A-Za-z][\w-]*(?:[ ,>:.#]+[\w-]+)*\s*\{\s*[a-z-]+\s*:[^{}\n]*[;}]"
    r"|\[[a-z][\w-]*(?:[~|^$*]?=[^\]\n]+)?\]\s*\{[^{}\n]*\}"
    r"|mso-[a-z-]+\s*:.*;|/\*[^*\n]{0,80}\*/[ \t]*$).*$",
    re.MULTILINE,
)
_ATTRIBUTES = regexp(
    r"\b(?:class|style|href|src|width|height|target|rel|alt|frameborder|data-[a-z-]+)="
    r"\"[^\"<>\n]{0,300}\"(?:\s+[a-z][\w-]*=\"[^\"<>\n]{0,300}\"){0,20}"
)
"""What a tag leaves when its brackets are lost."""
_OFFICE = regexp(
    r"</?(?:o|st1|w|v|m):[A-Za-z]\w*[^<>\n]{0,200}>|<!--\[if [^\]\n]{0,60}\]>|<!\[endif\](?:-->)?"
)
"""Tags of a word processor."""
_ESCAPE = regexp(
    r"\\u[0-9a-fA-F]{4}(?![0-9a-fA-F])|(?<=[a-z])\\'(?=(?:s|t|re|ve|ll|d|m)\b)"
    r"|\\r\\n|\\n\\n|(?<=[.!?\"”])\\n(?=[A-Z\"“]|$)"
)
"""Characters as a program writes them: of a text that was printed and not decoded."""
_TICKER = regexp(r"<[A-Z][A-Z.]*>")
_COMMENT = regexp(r"<!--.{0,1000}?-->", re.DOTALL)


@cache
def tag() -> re.Pattern[str]:
    """Return the pattern of a tag: of a known element, or of any that cannot be mistaken."""
    names = "|".join(sorted(word_list(__package__, "html-tags.txt"), key=len, reverse=True))
    attribute = r"\s+[A-Za-z_:@][\w:.-]*(?:\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?"
    return re.compile(
        rf"</?(?P<name>{names})(?P<attributes>(?:{attribute}){{0,30}})\s*/?>"
        r"|<[a-z][\w-]*(?:\s+[\w:.-]+=\"[^\"<>]*\")+\s*/?>|<[a-z][\w-]*\s*/>|</[a-z][\w-]*>",
        re.IGNORECASE,
    )


def only_tickers(text: str) -> bool:
    """Tell whether every angle bracket in a text opens a wire service's ticker (``<BP.L>``)."""
    return len(_TICKER.findall(text)) == text.count("<")


def tags(text: str) -> list[re.Match[str]]:
    """Return the tags left in a text.

    A capital or capitals alone in angle brackets are a wire service's ticker more often than a tag
    (``<F>``, ``<BR>``): they count only where other tags stand. Attributes need an equals sign.
    """
    found = [match for match in tag().finditer(text) if _sound(match)]
    certain = [match for match in found if not _ticker(match.group())]
    return found if certain else []


def _sound(match: re.Match[str]) -> bool:
    return not match["attributes"] or "=" in match["attributes"]


def _ticker(written: str) -> bool:
    return written[1:-1].isalpha() and written.isupper()


def shortcodes(text: str) -> list[re.Match[str]]:
    """Return the shortcodes and template tags left in a text."""
    if not any(sign in text for sign in _TEMPLATE_SIGNS) and not _BRACKETED.search(text):
        return []
    return list(_SHORTCODE.finditer(text))


def attributes(text: str) -> list[re.Match[str]]:
    """Return the attributes of tags that stand in a text without their tag."""
    tags_at = [match.span() for match in tag().finditer(text)] if "<" in text else []
    return [
        match
        for match in _ATTRIBUTES.finditer(text)
        if not any(start <= match.start() < end for start, end in tags_at)
    ]


def office_tags(text: str) -> list[re.Match[str]]:
    """Return the tags of a word processor left in a text."""
    return list(_OFFICE.finditer(text))


def escapes(text: str) -> list[tuple[re.Match[str], str | None]]:
    """Return the characters written as a program writes them, and what they are if they show."""
    return [(match, _unescaped(match.group())) for match in _ESCAPE.finditer(text)]


def _unescaped(written: str) -> str | None:
    if written[1] == "u":
        character = chr(int(written.removeprefix("\\u"), 16))
        return character if character.isprintable() and character != "\ufffd" else None
    return "'" if written == "\\'" else "\n" * written.count("\\n")


def comments(text: str) -> list[re.Match[str]]:
    """Return the HTML comments left in a text."""
    return list(_COMMENT.finditer(text)) if "<!--" in text else []


def code_lines(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the lines that are a script or a style sheet, and which of the two."""
    scripts = [(match, "JavaScript") for match in _SCRIPT.finditer(text)]
    styles = [(match, "a style sheet") for match in _STYLE.finditer(text)]
    return sorted(scripts + styles, key=lambda pair: pair[0].start())


def plain(entity: str) -> str:
    """Return the character an entity stands for, or the entity when it is none."""
    import html  # 1 ms to import: only for a text that has entities

    previous, text = "", entity
    while text != previous:
        previous, text = text, html.unescape(text)
    if text == "\xa0":
        return " "
    return "" if text in {"\xad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f"} else text
