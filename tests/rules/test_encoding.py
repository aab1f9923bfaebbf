"""What the examples in the rules' documentation cannot say."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import codes, lint, made

from newslint import Doc, Finding, lexicon
from newslint.rulebook import MARK
from newslint.source import Text
from newslint.text import garbled
from newslint_rules.encoding import leftover_markup as markup_rule
from newslint_rules.encoding.control_characters import control_characters
from newslint_rules.encoding.leftover_markup import leftover_markup
from newslint_rules.encoding.lookalike_letters import lookalike_letters
from newslint_rules.encoding.lost_letters import lost_letters
from newslint_rules.encoding.mojibake import mojibake
from newslint_rules.garbled.fused_sentences import fused_sentences
from newslint_rules.garbled.fused_words import fused_words

LANGUAGES = tomllib.loads(
    (Path(__file__).parents[1] / "text" / "languages.toml").read_text("utf-8")
)
RULES = (mojibake, control_characters, lookalike_letters, leftover_markup)


def fixed(text: str, finding: Finding) -> str:
    """Apply the fix of one finding."""
    assert finding.fix is not None
    for span, replacement in sorted(finding.fix.edits, key=lambda edit: -edit[0].start):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_sound_text_in_any_language_is_left_alone(rule, code: str) -> None:
    assert not list(rule(Doc(LANGUAGES[code])))


@pytest.mark.parametrize(
    "name",
    ["Guantánamo", "Müller", "François", "Peña", "Łódź", "Žižek", "Malmö", "Erdoğan", "Kadıköy",
     "naïve", "50°C", "£5",
     "it’s", "“yes”", "1914–18", "€9"],
)  # fmt: skip
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf8_read_as_another_encoding_is_repaired(name: str, wrong: str) -> None:
    try:
        garbled = name.encode().decode(wrong)
    except UnicodeDecodeError:
        garbled = name.encode().decode("latin-1")
    text = f"The word {garbled} was printed."
    (finding,) = mojibake(Doc(text))
    assert fixed(text, finding) == f"The word {name} was printed."


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO, IRMÃOS e MANHÃ são palavras.",
        "He read “MANHÃ” and ‘AMANHÃ’.",
        "Ô, é”, fiancé’” — naïve…",
        "A ligação de João à Câmara.",
        "Ærø, Åland, Øresund, Ñandú, Ísland: ok.",
        "The label said Ångström—no, Österreich’s.",
    ],
)
def test_real_accents_are_not_mojibake(text: str) -> None:
    assert not list(mojibake(Doc(text)))


def test_clean_text_never_imports_ftfy() -> None:
    code = (
        "import sys; from newslint import Doc; "
        "from newslint_rules.encoding.mojibake import mojibake; "
        "assert not list(mojibake(Doc('“It’s naïve,” said Peña — in São Paulo…'))); "
        "sys.exit('ftfy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0


def test_decomposed_letters_are_recomposed_first() -> None:
    text = "Enrique PeA\u0303\u0083A\u0302±a spoke."
    (finding,) = mojibake(Doc(text))
    assert fixed(text, finding) == "Enrique Peña spoke."


@pytest.mark.parametrize(
    ("garbled", "sound"),
    [("RaÃ\x83Âol", "Raúl"), ("JesÃos", "Jesús"), ("caf√©", "café"), ("D√≠az", "Díaz"),
     ("Erdoƒüan", "Erdoğan"), ("È™i", "și"), ("pÃ¥", "på"),
     ("ErdoÄŸan’s", "Erdoğan’s"), ("d’√©tat", "d’état"), ("2¬Ω", "2½"), ("PPARŒ±", "PPARα")],
)  # fmt: skip
def test_rarer_ways_to_garble_a_word(garbled: str, sound: str) -> None:
    text = f"The word {garbled} was printed."
    (finding,) = mojibake(Doc(text))
    assert fixed(text, finding) == f"The word {sound} was printed."


@pytest.mark.parametrize(
    "text", ["√2 ≈ 1.41, √x", "FIANCÉ” ‘É’ À™", "5ƒ", "Æsir", "¬p", "Œuvre", "Ö—Ü…", "É»"]
)
def test_signs_beside_letters_are_not_mojibake(text: str) -> None:
    assert not list(mojibake(Doc(text)))


def test_what_cannot_be_repaired_gets_no_fix() -> None:
    (finding,) = mojibake(Doc("the realÃ¢€world concerns"))
    assert finding.span.text == "realÃ¢€world"
    assert finding.fix is None


def test_direction_marks_beside_right_to_left_script_are_needed() -> None:
    assert not list(control_characters(Doc("The word שלום\u200f means peace.")))
    assert len(list(control_characters(Doc("The word\u200f means peace.")))) == 1


@pytest.mark.parametrize(
    "text",
    ["کتاب‌ ها", "হঠাৎ ত্\u200d বলে", "ꦱꦧꦼꦤ\u200bꦈꦮꦺꦴꦁ", "ᠭᠡ᠎ᠠ", "នៅ\u200bក្នុង"],
)
def test_scripts_that_need_a_hidden_character(text: str) -> None:
    assert not list(control_characters(Doc(text)))


def test_words_of_twins_need_latin_words_around() -> None:
    word = "\u0440\u0435\u043e\u0440le"
    english = f"The mayor said that the {word} of the town will vote."
    assert len(list(lookalike_letters(Doc(english)))) == 1
    assert not list(lookalike_letters(Doc(f"Мэр сказал, что {word} в городе.")))


def test_a_flag_of_tags_is_an_emoji_and_tags_elsewhere_are_hidden_text() -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert not list(control_characters(Doc(f"Scotland {flag} won.")))
    assert len(list(control_characters(Doc("Hello\U000e0041\U000e0042 there.")))) == 1


def test_many_of_one_kind_are_one_finding_with_one_fix() -> None:
    text = "Har\u00adlow coun\u00adcil " * 8
    (finding,) = control_characters(Doc(text))
    assert "16 times" in finding.message
    assert fixed(text, finding) == text.replace("\u00ad", "")
    assert finding.fix is not None
    assert finding.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; R&D; Q&A; M&Ms; B&B.",
        "Shares of General Mills <GIS> and <F> rose.",
        "It holds if x < 5 and y > 3, or a<b and c>d.",
        "Write to <news@example.org> or see <https://example.org/a>.",
        "<Sigh.> he said.",
        "He wrote {sic} in braces {like this}.",
        "[Video: the bridge] [applause]",
        "Let x be the number; if (as he said) it holds, go on.",
        "The function (of the bridge) is plain.",
        "See the document. Get it at the window. Write.",
    ],
)
def test_signs_that_are_no_markup(text: str) -> None:
    assert not list(leftover_markup(Doc(text)))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("R&amp;amp;D", "R&D"),
        ("10&nbsp;000", "10 000"),
        ("it&#8217;s", "it’s"),
        ("it&amp;#39;s", "it's"),
        ("so&shy;called", "socalled"),
        ("Smith &amp Sons", "Smith & Sons"),
        ("&#x2014;", "—"),
    ],
)
def test_entities_become_characters(text: str, after: str) -> None:
    (finding,) = leftover_markup(Doc(text))
    assert fixed(text, finding) == after


@pytest.mark.parametrize(
    "line",
    [
        'var ad = "top";',
        "window.dataLayer = window.dataLayer || [];",
        "(function(d, s) { d.write(s); })(document);",
        ".caption { color: #333; margin: 0 }",
        "@media (max-width: 600px) { .x { display: none; } }",
        "//<![CDATA[",
        "});",
        '[caption id="attachment_5" align="left"]',
        "{% include ad.html %}",
        "<!-- start of story -->",
        '<iframe src="https://example.org/v"></iframe>',
    ],
)
def test_code_and_markup_lines_are_found(line: str) -> None:
    findings = list(leftover_markup(Doc(f"The bridge is open.\n{line}\nIt is new.")))
    assert findings
    assert findings[0].span.start == 20


def test_hostile_text_stays_fast() -> None:
    for unit in (
        "<a ",
        "&",
        "&amp",
        "{{",
        "{%",
        "[caption ",
        "<!--",
        "<a b=",
        "function(",
        "Ã",
        "ï¿",
    ):
        for rule in RULES:
            list(rule(Doc(unit * 5000)))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It?s here, and she didn?t know.", "It’s here, and she didn’t know."),
        ("A na?ve clich? of the trade, Garc?a said.", "A naïve cliché of the trade, García said."),
        ("S?o Paulo and Jos?, the mayor?s son", "São Paulo and José, the mayor’s son"),
        ("Itâ€TMs here.", "It’s here."),
        ("ItвЂ™s here.", "It’s here."),
        ("It鈥檚 here.", "It’s here."),
        ("ItΓÇÖs here.", "It’s here."),
        ("Nguyá»…n spoke.", "Nguyễn spoke."),
    ],
)
def test_lost_and_eastern_letters_are_repaired(text: str, after: str) -> None:
    repaired = text
    for finding in sorted(mojibake(Doc(text)), key=lambda one: -one.span.start):
        repaired = fixed(repaired, finding)
    assert repaired == after


@pytest.mark.parametrize(
    "text",
    [
        "Is it the caf? Who knows.",
        "Why? she asked. So what?",
        "See example.org/page?s=12 and https://example.org/?t=3&d=4 for more.",
        "Did he say when?then he left.",
        "What is the R? So it goes, and Мост is a bridge. Город «Эльза»",
        "Привет, Ольга, Сергей и Георгий: Глава города.",
    ],
)
def test_question_marks_and_cyrillic_are_not_mojibake(text: str) -> None:
    assert not list(mojibake(Doc(text)))


@pytest.mark.parametrize(
    "line",
    [
        "%%title%%", "${article.title}", "<%= title %>", "<?php echo 1; ?>", "[object Object]",
        '[youtube id="x"]', "$('.teaser').hide();", "console.log('x');", "gtag('config', 'A-1');",
        '{"@context": "https://schema.org", "@type": "NewsArticle"}', "[data-src] { width: 100% }",
        "/* <![CDATA[ */", "_gaq.push(['_trackPageview']);", "})();",
        "try { load(); } catch (e) {}",
        "<o:p></o:p>", "<!--[if gte mso 9]>", 'mso-style-name: "Table";', "/* Style Definitions */",
        'width="560" height="315" frameborder="0"', r"The mayor\u2019s plan", r"Yes.\n\nNo.",
    ],
)  # fmt: skip
def test_more_code_and_markup_is_found(line: str) -> None:
    assert list(leftover_markup(Doc(f"The bridge is open.\n{line}\nIt is new.")))


def test_an_escape_that_shows_nothing_gets_no_fix() -> None:
    (finding,) = leftover_markup(Doc(r"The mayor spoke\ud83d of it."))
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        r"The file is in C:\news\report and \\server\share.",
        "He set x = 5; then (as agreed) he left.",
        "The class of 1963 met; its style was plain.",
        "Profit: $12 million; ${ is no sign of it. 100%% sure.",
        "Call (555) 0117; ask for (Ana).",
    ],
)
def test_signs_of_code_in_prose_are_left_alone(text: str) -> None:
    assert not list(leftover_markup(Doc(text)))


def test_a_direction_mark_does_not_need_itself() -> None:
    assert len(list(control_characters(Doc("The end\u061c of it.")))) == 1


def test_no_fix_writes_a_replacement_character() -> None:
    text = "The pï¿½tissier, the cï¿½t\ufffd, the n&#65533;ve and the \\ufffd."
    for rule in (mojibake, leftover_markup):
        found = list(rule(Doc(text)))
        assert found
        assert all(finding.fix is None for finding in found)
    (first, _) = mojibake(Doc(text))
    assert "lost a character" in first.message


@pytest.mark.parametrize(
    ("garbled", "sound"),
    [
        ("â€œNoâ€, he said.", "“No”, he said."),
        ("The ferryÂ sank.", "The ferry sank."),
        ("Some Hâ‚‚O left.", "Some H₂O left."),
    ],
)
def test_garbled_letters_with_a_byte_lost_are_repaired(garbled: str, sound: str) -> None:
    (finding,) = mojibake(Doc(f"The mayor of Harlow heard that. {garbled}"))
    assert fixed(f"The mayor of Harlow heard that. {garbled}", finding).endswith(sound)


def test_a_garbled_dash_made_straight_is_found_and_not_guessed() -> None:
    (finding,) = mojibake(Doc('The mayor of Harlow came inâ€"and went out again.'))
    assert finding.fix is None


@pytest.mark.parametrize(
    "text", ["The line ends in IRMÂ and AMANHÂ.", "“Voilà” – “là…” she said.", "â, ê, î"]
)
def test_words_that_end_like_damage_are_left_alone(text: str) -> None:
    assert not list(mojibake(Doc(text)))


def test_program_text_is_one_alarm() -> None:
    code = "harbour.push(function() { harbour.ready(function() { show(); }); });"
    text = f"The council of Harlow voted to close the bridge.\n{code}\nIt was built in 1931."
    rules = (leftover_markup, fused_words, fused_sentences)
    assert codes(lint(text, *map(made, rules))) == ["ENC004"]


_PIECES = [
    *"<>{}&[]=\\;()%$*?\"' \naM",
    "document.", "window.", "mso-", "]]>", "});", "[/", "[object Object]", "&amp;", "<b>", "<GM.N>",
    "[embed]", "%%x%%", "var x = 3;", "\\n", "Ã©", "â€™", "â€", "Â", "A\u0303", "\u0083", "‚Ä",
    "√©", "\ufffd", "\u200b", "\u200e", "\u05d0", "\xad", "\x0c", "о", "mаyor", "вЂ™", "Г©", "鈥",
    "ΓÇÖ", "├⌐", "é", "’", "Ñ±", "caf?", "don?t",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=8))
def test_a_rule_finds_nothing_where_it_waits_in_vain(pieces: list[str]) -> None:
    doc = Doc("".join(pieces), language="en")
    for rule in RULES:
        if not getattr(rule, MARK).near.may_occur(doc):
            assert not list(rule(doc))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The caf? in Bogot?, said Beyonc?’s mother.", [(4, 8), (12, 18), (25, 32)]),
        ("Is it the caf? He asked. “Bogot?” A caf?.", []),
        ("See x.example/caf? and ?caf? and caf?_x.", []),
        ("He didn?t go; see x.example/a?s=1&t?s.", [(7, 8)]),
    ],
)
def test_question_marks_for_letters(text: str, places: list[tuple[int, int]]) -> None:
    assert sorted((one.start, one.end) for one in lost_letters(text)) == places


def test_direction_marks_are_judged_by_their_own_paragraph() -> None:
    text = "One \u200e two.\nשלום \u200e, \u200e.\nThree \u200e four."
    found = [one.span.start for one in control_characters(Doc(text))]
    assert found == [text.index("\u200e"), text.rindex("\u200e")]


@given(st.text(alphabet=st.sampled_from("a ();=\"'[]/{}<>&%$*\\objectdata-"), max_size=40))
def test_markup_is_told_at_its_signs_as_by_a_search_for_each_literal(content: str) -> None:
    for table in (markup_rule._MARKUP, markup_rule._CODE):
        for sign, literals in table.items():
            if sign in content:
                stands = any(literal in content for literal in literals)
                assert markup_rule._shows(content, sign, literals) is stands


@given(
    st.text(
        alphabet=st.sampled_from("a \u00c3\u00a9\u00e9\u00e2\u20ac\u2122\u0303\u201c\ufffd\x80A"),
        max_size=40,
    )
)
def test_garbled_letters_are_looked_for_at_all_signs_they_begin_with(content: str) -> None:
    assert garbled._firsts(Text(content)) == [
        match.start() for match in garbled._FIRST.finditer(content)
    ]


def test_no_other_ordinary_word_ends_like_one_of_code() -> None:
    words = lexicon()
    alike = [
        one[::-1] for end in ("document", "window") for one in words.endings.iterkeys(end[::-1])
    ]
    assert {one for one in alike if words.ordinary(one)} == {"document", "window"}
