import io
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.junit import JUnit, xml_text
from newslint.structs import replace

ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {
        "name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname",
        "id", "package", "file", "log", "url",
    },
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
}  # fmt: skip
"""What the schema of Jenkins (its xunit plugin, junit-10.xsd) allows of an element."""
REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}
INSIDE = {
    None: {"testsuites"},
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "testcase": {"skipped", "error", "failure", "system-out", "system-err"},
    "failure": set(),
}

ANY = st.text(alphabet=st.characters(codec=None))


def check(element, parent=None):
    """What the schema of Jenkins demands."""
    assert element.tag in INSIDE[parent]
    assert set(element.attrib) <= ATTRIBUTES[element.tag]
    assert set(element.attrib) >= REQUIRED.get(element.tag, set())
    for one in element:
        check(one, element.tag)


def read(text):
    root = ET.fromstring(text.encode())
    check(root)
    return root


def test_a_suite_is_a_file_and_a_case_a_finding(render, said, in_record):
    later = replace(said, location=replace(said.location, line=8, end_line=8))
    root = read(render(JUnit(), said, later, in_record))
    assert (root.tag, [suite.get("name") for suite in root]) == (
        "testsuites",
        ["news/fair.txt", "corpus.jsonl"],
    )
    assert [(one.get("tests"), one.get("failures"), len(one)) for one in root] == [
        ("2", "2", 2),
        ("1", "1", 1),
    ]
    case = root[0][0]
    assert case.attrib == {
        "classname": "news/fair.txt",
        "name": "GAR001 fused-words 3:7",
    }
    (failure,) = case
    assert failure.attrib == {
        "type": "error",
        "message": "'openedthe' runs two words together",
    }
    assert failure.text == ("news/fair.txt:3:7: GAR001 [error] 'openedthe' runs two words together")


def test_a_run_that_found_nothing_is_a_test_that_passed(render):
    root = read(render(JUnit()))
    ((case,),) = root
    assert (case.get("name"), len(case)) == ("No problems in 24 files.", 0)


@given(ANY)
def test_any_text_is_well_formed_and_what_xml_forbids_is_shown(render, said, text):
    wicked = replace(said, message=text, location=replace(said.location, path=text))
    root = read(render(JUnit(), wicked))
    assert root[0].get("name") == xml_text(text)
    assert root[0][0][0].get("message") == xml_text(text)


def test_a_forbidden_character_is_seen():
    assert xml_text("a\x0b\ufffe\ud800\x1b<&") == r"a\x0b\ufffe\ud800\x1b<&"


def test_a_stream_that_is_not_unicode_gets_references(render, said):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", write_through=True)
    render(JUnit(), replace(said, message="東京 é"), stream=stream)
    root = ET.fromstring(stream.buffer.getvalue())
    assert root[0][0][0].get("message") == "東京 é"
