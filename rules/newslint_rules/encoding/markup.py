"""What markup looks like when it is left in a text."""

import html
import re
from functools import cache

from newslint import word_list

ENTITY = re.compile(
    r"&(?:amp;)*(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
    r"|&(?:amp|nbsp|quot|[lr][sd]quo|[mn]dash|hellip)\b(?![;=])"
)
_SHORTCODE = re.compile(
    r"\{\{[<%].{0,300}?[%>]\}\}|\{%.{0,300}?%\}|\{\{[^{}\n]{1,100}\}\}"
    r"|\[(?:caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+)\s[^\]\n=]{0,99}=[^\]\n]{0,300}\]"
    r"|\[/(?:caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+)\]"
)
_SCRIPT = re.compile(
    r"^[ \t]*(?:"
    r"(?:var|let|const)\s+[\w$]+\s*=.*;"
    r"|[(!]?\s*(?:async\s+)?function\s*[\w$]*\s*\([^)\n]*\)\s*\{"
    r"|(?:\$|jQuery)\s*\(.*\)\s*[.;{]"
    r"|(?:window|document|googletag|console)\.\w+[.\w]*\s*[=(\[]"
    r"|\(?\s*(?:window\.)?adsbygoogle\s*="
    r"|\}\s*\)\s*(?:\(.*\)\s*)?;"
    r"|(?:if|for|while)\s*\(.*\)\s*\{"
    r"|(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>"
    r").*$",
    re.MULTILINE,
)
_STYLE = re.compile(
    r"^[ \t]*(?:@(?:media|import|font-face|charset)\b.*[{;]"
    r"|[.#]?[A-Za-z][\w-]*(?:[ ,>:.#]+[\w-]+)*\s*\{\s*[a-z-]+\s*:[^{}\n]*[;}]).*$",
    re.MULTILINE,
)
_CODE_SIGNS = ("{", " = ", "document.", "window.", "googletag", "]]>", "});", "[CDATA[")
_COMMENT = re.compile(r"<!--.{0,1000}?-->", re.DOTALL)


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
    if not any(sign in text for sign in ("{{", "{%", "[/", '="')):
        return []
    return list(_SHORTCODE.finditer(text))


def comments(text: str) -> list[re.Match[str]]:
    """Return the HTML comments left in a text."""
    return list(_COMMENT.finditer(text))


def code_lines(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the lines that are a script or a style sheet, and which of the two."""
    if not any(sign in text for sign in _CODE_SIGNS):
        return []
    scripts = [(match, "JavaScript") for match in _SCRIPT.finditer(text)]
    styles = [(match, "a style sheet") for match in _STYLE.finditer(text)]
    return sorted(scripts + styles, key=lambda pair: pair[0].start())


def plain(entity: str) -> str:
    """Return the character an entity stands for, or the entity when it is none."""
    previous, text = "", entity
    while text != previous:
        previous, text = text, html.unescape(text)
    if text == "\xa0":
        return " "
    return "" if text in {"\xad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f"} else text
