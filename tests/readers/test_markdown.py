from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import check_map, read

from newslint import Fix
from newslint.readers.markdown import MarkdownReader
from newslint.stretches import make_doc

CASES = {
    # headings and blocks
    "# Head #\nText.\n": "Head\n\nText.\n",
    "Head\n====\n\nText.\n": "Head\n\nText.\n",
    "One\ntwo.\n\n\n\nThree.\n": "One two.\n\nThree.\n",
    "One  \ntwo\\\nthree": "One\ntwo\nthree",
    "A re&shy;built wall.": "A rebuilt wall.",
    "A re<Note>built</Note> wall.<P>So": "A rebuilt wall.\n\nSo",
    "> Said\n> she.\n": "Said she.\n",
    "- one\n- two\n  more\n\n1. three\n": "one\ntwo more\n\nthree\n",
    "In\n1986. A year.\n": "In 1986. A year.\n",
    "Text.\n\n* * *\n\nMore.\n": "Text.\n\nMore.\n",
    "| a | b |\n|---|:-:|\n| c | d |\n": "a | b\nc | d\n",
    "a | b\n--- | :-:\n\\_c | d\n| e | |\n\nf | g\nh\n": "a | b\n_c | d\ne |\n\nf | g h\n",
    "Text.\na | b\n-|-\nc | d\n- e | f\n": "Text.\na | b\nc | d\ne | f\n",
    "## a ## {#b .c}\n### d{#e}\n# f# #g\n": "a\n\nd\n\nf# #g\n",
    # left out
    "Text.\n\n```js\nvar x\n```\n\nMore.\n": "Text.\n\nMore.\n",
    "Text.\n\n    code\n\nMore.\n": "Text.\n\nMore.\n",
    "- a\n- ```js\n  x\n  ```\n\n1. ~~~\n   y\n   ~~~\n- b\n": "a\n\nb\n",
    "- item\n\n    still the item\n": "item\n\nstill the item\n",
    "A <!-- no\n\nno --> b.\n": "A b.\n",
    "A `<!-- no\n\n\nno -->` b.\n": "A `` b.\n",
    "A <script>\nvar x;\n\n</script> b.\n": "A b.\n",
    "See ![alt](a_(b).png) here.\n": "See here.\n",
    "![alt](a.png)\n\nText.\n": "Text.\n",
    'A {{< ref "x.md" >}} b {{% note %}}c{{% /note %}}.\n': "A b c.\n",
    "Text[^1].\n\n[^1]: The note.\n": "Text.\n\nThe note.\n",
    "Text[^1].\n\n[^1]: The\n    note.\n\n    More.\n": "Text.\n\nThe note.\n\nMore.\n",
    "A {% comment %}no{% endcomment %} b {{ page.title }}.\n": "A b .\n",
    "Text.\n\n{% highlight js %}\n\nx\n{%- endhighlight -%}\n\nMore.\n": "Text.\n\nMore.\n",
    "{{< highlight go >}}\nx\n{{< /highlight >}}\nText.\n": "Text.\n",
    "[TOC]\n\n::: note\nText.\n:::\n{.lead}\n": "Text.\n",
    "[a]: http://example.org\n\nSee [a] and [b].\n": "See a and [b].\n",
    "{: .lead}\nText.{: .x}\n": "Text.\n",
    # inline
    "**E**verywhere and un*frigging*believable\n": "Everywhere and unfriggingbelievable\n",
    "***Both*** and __strong__ and ~~gone~~\n": "Both and strong and gone\n",
    "3 * 4 * 5, snake_case_name, *note\n": "3 * 4 * 5, snake_case_name, *note\n",
    '[The *report*](http://example.org/a_b "t") says\n': "The report says\n",
    "[![logo](a.png)](http://example.org) Text\n": "Text\n",
    "[Russian President] Ann Lee said (no link)\n": "[Russian President] Ann Lee said (no link)\n",
    '[a](x "b) c") and [d](e(f(g)h)i)\n': "a and d\n",
    "[text][1] and [text][2]\n\n[1]: http://example.org\n": "text and [text][2]\n",
    "Run `make_all *now*` twice\n": "Run make_all *now* twice\n",
    "<https://example.org/a_b_c>\n": "https://example.org/a_b_c\n",
    "It&#8217;s R&amp;D, AT&T; &bogus;\n": "It’s R&D, AT&T; &bogus;\n",
    "1 < 2 and <b>3</b> > 2\n": "1 < 2 and 3 > 2\n",
    "<b title=\"a > b\" x='>'>One</b> <i it's>two</i>\n": "One two\n",
    "<p>One</p><p>Two</p>\n": "One\n\nTwo\n",
    "One<br/>two<br>\n<br>three\n": "One\ntwo\n\nthree\n",
    "<tr><td>a</td> <td>b</td></tr><tr><td>c</td></tr>\n": "a\tb\n\nc\n",
    "``*a*` and `*b*`\n": "``a and b`\n",
    "\\``*a*`\n": "`*a*\n",
    "``a ` b`` c <!-- d --> e `f`\n": "a ` b c e f\n",
    "- > a\n  > b\n- 1. c\n": "a b\nc\n",
    "10. a\n\n    > b\n": "a\n\nb\n",
    "- ## a ##\n  b\n": "a b\n",
    "\\*not emphasis\\*\n": "*not emphasis*\n",
    "The `<script>` tag.\n\nText.\n": "The <script> tag.\n\nText.\n",
}


@pytest.mark.parametrize("source", CASES)
def test_markup_is_left_out(source: str) -> None:
    article = read("a.md", source)
    assert article.text == CASES[source]
    check_map(source, article)


@pytest.mark.parametrize("source", CASES)
def test_line_ends_make_no_difference(source: str) -> None:
    crlf = source.replace("\n", "\r\n")
    article = read("a.md", crlf)
    assert article.text == CASES[source]
    check_map(crlf, article)
    old_mac = read("a.md", source.replace("\n", "\r"))
    assert old_mac.text == CASES[source]
    check_map(source, old_mac)  # a place has no line end of its own


SNIPPETS = st.sampled_from(
    [
        "word", " ", "  ", "\n", "\n\n", "\r\n", "*", "**", "_", "~~", "`", "```\n", "[", "]",
        "](x)", "](", ")", "![", "<b>", "</b>", "<p>", "<br>", "<!--", "-->", "&amp;", "&", "\\",
        "{{<", ">}}", "# ", "> ", "- ", "1. ", "---\n", "===\n", "|", "    ", "[^1]", "[a]: b\n",
        "<script>", "</script>", "é", "😀", ".", "\t", "<",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(SNIPPETS, max_size=25).map("".join))
def test_the_map_is_exact_whatever_the_markup(source: str) -> None:
    article = read("a.md", "Lead.\n\n" + source)
    check_map("Lead.\n\n" + source, article)
    assert article.text.startswith("Lead.")
    assert "\n\n\n" not in article.text


SPELLED_PIECES = (
    "a", "1", "é", "*", "_", "`", "\\", "<", ">", "[", "]", "(x)", "~", "&", "&lt;", "#", "-",
    "+", ".", ")", "{{", "}}", "{%", "|", "!", ":", "=", "b>", "/", "[^1]", "http:", "@", " ",
    '"',
)  # fmt: skip
SPELLED = st.lists(st.sampled_from(SPELLED_PIECES), min_size=1, max_size=12).map(
    lambda pieces: " ".join("".join(pieces).split())
)


@settings(max_examples=300)
@given(SPELLED)
def test_spelled_text_reads_as_it_was(text: str) -> None:
    plain = " ".join(text.split())
    spelled = MarkdownReader().spell(plain)
    assert read("a.md", spelled).text == plain
    assert read("a.mdx", f"So ({spelled}) be it").text == f"So ({plain}) be it"


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        ("A badword, `x` here.\n", "A \\*good\\*, `x` here.\n"),
        ("A `run badword` here.\n", None),
        ("A <http://badword> here.\n", None),
        ("`a`\n\n`b` badword `c`\n", "`a`\n\n`b` \\*good\\* `c`\n"),
    ],
)
def test_where_nothing_is_an_escape_no_fix_needs_one(source: str, fixed: str | None) -> None:
    article = read("a.md", source)
    start = article.text.index("badword")
    spelled = article.map.spelled("*good*", start, MarkdownReader().spell)
    assert (spelled and source.replace("badword", spelled)) == fixed
    assert article.map.spelled("good", start, MarkdownReader().spell) == "good"


LINES = {  # without the line "Share"
    "# Share\n\n- a\n- b\n": "- a\n- b\n",
    "# a\n\n- Share\n- b\n": "# a\n\n- b\n",
    "a\n\nShare\n\n## b\n": "a\n\n## b\n",
    "a\n\nShare\n\n> b\n> c\n": "a\n\n> b\n> c\n",
    "a\n\n- Share\n\nb\n": "a\n\nb\n",
    "- a\n- Share\n\nb\n": "- a\n\nb\n",
    "1. a\n2. Share\n3. b\n": "1. a\n3. b\n",
    "> a\n>\n> Share\n>\n> b\n": "> a\n>\n> b\n",
    "a\n\n## Share\n": "a\n",
    "| a |\n|---|\n| Share |\n| b |\n": None,
    "a\n\nShare\n\n[x]: y\n\nb\n": None,
    "a\n\n![x](y) Share\n\nb\n": None,
    "a\n\n**Share**\n\nb\n": "a\n\nb\n",
    "a\n\n- [*Share*](x)\n- b\n": "a\n\n- b\n",
    "a\n\n## Share ##\n\nb\n": "a\n\nb\n",
    "a\n\n[Share][x]\n\n---\n\nb\n\n[x]: y\n": None,
    "a\n\n**Share**\n[x]: y\n\nb\n": None,
    "a\n\n[Share](x){: .y}\n\nb\n": None,
    "a\n\n<b>Share</b>\n\nb\n": None,
    "a\n\n**Share**\n": "a\n",
    "a\n\n**Share**": "a\n",
    "- a\n- [Share](x)\n": "- a\n",
    "- a\n- [Share](x)": "- a",
    "a\n\n---\n\n**Share**\n": "a\n\n---\n",
    "a\n\n**Share**\n\n[x]: y\n": None,
    "a\n\n**Share**\n\n[x]: y": None,
    "**Share**\n": "",
    "> a\n>\n> *Share*\n": "> a\n",
    "- Share  \n  b\n- c\n": "- b\n- c\n",
    "a\n\nShare\n[x]: y\nb\n": "a\n\n[x]: y\nb\n",
    "---\ntitle: a\n---\n- Share\n\nb\n": "---\ntitle: a\n---\nb\n",
}


@pytest.mark.parametrize("source", LINES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_deleted_line_takes_its_own_marker_along(source: str, line_end: str) -> None:
    written = source.replace("\n", line_end)
    doc = make_doc(read("a.md", written), "a.md")
    start = doc.text.index("Share")
    (edit,) = Fix.delete_line(doc.span(start, start + 5)).edits
    offsets = read("a.md", written).map
    run = offsets.removed(edit[0].start, edit[0].end)
    after = None if run is None else written[: run[0]] + written[run[1] :]
    expected = LINES[source]
    assert after == (None if expected is None else expected.replace("\n", line_end))


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        ("a the\nthe b\n", "a the b\n"),
        ("- a the\n- the b\n", None),
        ("a | the\n-|-\nthe | b\n", None),
        ("a the\n\n> the b\n", None),
    ],
)
def test_no_edit_joins_two_blocks(source: str, fixed: str | None) -> None:
    article = read("a.md", source)
    start = article.text.index("the") + 3
    end = article.text.index("the", start) + 3
    run = article.map.removed(start, end)
    assert (run and source[: run[0]] + source[run[1] :]) == fixed
    assert article.map.contiguous(start, end) is (fixed is not None)


BLOCKS = st.sampled_from(
    [
        "Plain words", "**Bold**", "*a* and *b*", "[link](x)", "[ref][x]", "![p](x) after",
        "`code`", "out {{ x }}", "<b>t</b>", "soft\nwrap", "hard  \nbreak", "![p](x)", "---",
        "<!-- no -->", "{: .y}", "```\ncode\n```", "<div>", "[x]: y", "[^1]: note", "x[^1]",
        "| a | b |", "a | b", "::: box", "====",
    ]
)  # fmt: skip
MARKERS = st.sampled_from(["", "", "", "- ", "- ", "1. ", "> ", "## ", "> - ", "  - "])


@settings(max_examples=300)
@given(
    st.lists(st.tuples(MARKERS, BLOCKS, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=7),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_what_is_deleted_is_one_line_of_the_text(blocks, ended, line_end, data) -> None:
    source = "".join(f"{marker}{text}{end}" for marker, text, end in blocks)
    source = (source if ended else source.rstrip("\n")).replace("\n", line_end)
    article = read("a.md", source)
    lines = [n for n, line in enumerate(article.text.split("\n")) if line]
    if not lines:
        return
    number = data.draw(st.sampled_from(lines))
    before = article.text.split("\n")
    start = len("\n".join([*before[:number], ""]))
    doc = make_doc(article, "a.md")
    ((place, _),) = Fix.delete_line(doc.span(start, start + len(before[number]))).edits
    run = article.map.removed(place.start, place.end)
    if run is not None:
        after = read("a.md", source[: run[0]] + source[run[1] :]).text
        del before[number]
        assert after.split() == " ".join(before).split()  # two lines may have become one


@pytest.mark.parametrize("left_out", ["![chart](a.png)", "---", "* * *", "<!-- a -->"])
def test_what_was_left_out_is_not_deleted_with_a_line(left_out: str) -> None:
    source = f"close\n\n{left_out}\n\nBody.\n"
    article = read("a.md", source)
    assert article.text == "close\n\nBody.\n"
    assert not article.map.contiguous(0, 7)
    assert source[slice(*article.map.span(0, 6))] == "close\n"


MDX = {
    "import Chart from './chart'\nexport const x = 1\n\nExport numbers rose.\n": (
        "Export numbers rose.\n"
    ),
    "import {\n  A,\n\n  B\n} from 'x'\n\nText.\n": "Text.\n",
    "export const meta = {\n  title: 'A } b',\n}\n\nText.\n": "Text.\n",
    "The ministers said\nimport 'duties' from {x} rose.\n": (
        "The ministers said import 'duties' from rose.\n"
    ),
    "---\ntitle: A\n---\n\nimport B from 'b'\nimport C from 'c'\n\nText.\n": "Text.\n",
    "Text.\n  \nimport B from 'b'\n": "Text.\n",
    "{/* b */}\nimport B from 'b'\n\nText.\n": "Text.\n",
    "So {a + '}'} and {/* no {\n */} \\{so\\} `{x}`.\n": "So and {so} {x}.\n",
    "A <Chart x={y => y > 2} z={{a: 1}} /> b.\n": "A b.\n",
    "<Note type='a'>\n    Inside **it**\n</Note>\n": "Inside it\n",
    "{\n  list.map(x => <li>{x}</li>)\n\n}\n\nText.\n": "Text.\n",
    "Never {closed here.\n": "Never {closed here.\n",
}


@pytest.mark.parametrize("source", MDX)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_code_in_mdx_is_left_out(source: str, line_end: str) -> None:
    written = source.replace("\n", line_end)
    article = read("a.mdx", written)
    assert article.text == MDX[source]
    check_map(written, article)
    assert read("a.md", "import Chart from './chart'\n").text.startswith("import Chart")


def test_long_hostile_lines_stay_fast() -> None:
    for unit in (
        "{{< highlight a",
        "{% comment ",
        "{{< a",
        "{% a ",
        "{{% comment %}}",
        '[a](" ',
        "{'a ",
        "import {\n",
    ):
        read("a.mdx", unit * 20_000)
    for unit in ("*a ", "[", "[a](", "`", "<a ", '<a "', "_a_", "![", "&a", "{{", "|", "~~~"):
        read("a.md", unit * 20_000)
    for unit in ("export default a\n", "export default a\n\n"):
        read("a.mdx", unit * 100_000)
    for unit in ("`", " ", " #", " {.a"):
        read("a.md", f"# a {unit * 50_000} b")
    read("a.md", " ".join("a" + "`" * length for length in range(1, 300)))
    for cells in ("  |" * 100, " " * 50_000):
        read("a.md", f"| a | b |\n|---|---|\n| - |{cells} 12 |\n")


def test_a_shortcode_ends_at_its_mark_whatever_its_arguments_hold() -> None:
    words = "many words " * 100
    for call in (
        f'{{{{< figure src="a.jpg" caption="{words}" >}}}}',
        """{{% x a="b {c}" d=`{"e": 'f'}` %}}""",
        '{% include a.html\n   b="{{ page.c }}/d.jpg" %}',
    ):
        assert read("a.md", f"One {call} two.\n").text == "One two.\n"
    assert read("a.md", "{{< tab >}}\n    One\n    two.\n{{< /tab >}}\n").text == "One two.\n"
    for never in ("{% two\n\nthree %} four.", "{{< two", "`{% two %}` three."):
        assert "two" in read("a.md", f"One {never}\n").text


def test_all_lines_of_indented_code_are_left_out() -> None:
    source = "Text.\n\n    code\n    more\n\n    and more\n\nText.\n"
    assert read("a.md", source).text == "Text.\n\nText.\n"
    assert read("a.md", "    code\n\tmore\nText.\n").text == "Text.\n"


def test_comments_of_hugo_and_liquid_are_left_out() -> None:
    source = "One {{% comment %}}no\n\nno{{% /comment %}} two {{< comment >}} three.\n"
    assert read("a.md", source).text == "One two three.\n"
    source = "One {% comment %}no\n\nno{% endcomment %} two {% comment %} three.\n"
    assert read("a.md", source).text == "One two three.\n"
