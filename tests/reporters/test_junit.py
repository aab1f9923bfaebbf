import io
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.junit import JUnit, xml_text
from newslint.structs import replace

ANY = st.text(alphabet=st.characters(codec=None))


def test_a_suite_is_a_file_and_a_case_a_finding(render, said, in_record):
    later = replace(said, location=replace(said.location, line=8, end_line=8))
    root = ET.fromstring(render(JUnit(), said, later, in_record).encode())
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
        "file": "news/fair.txt",
        "line": "3",
    }
    (failure,) = case
    assert failure.attrib == {
        "type": "error",
        "message": "'openedthe' runs two words together",
    }
    assert failure.text == ("news/fair.txt:3:7: GAR001 [error] 'openedthe' runs two words together")


def test_a_run_that_found_nothing_is_a_test_that_passed(render):
    root = ET.fromstring(render(JUnit()).encode())
    ((case,),) = root
    assert (case.get("name"), len(case)) == ("No problems in 24 files.", 0)


@given(ANY)
def test_any_text_is_well_formed_and_what_xml_forbids_is_shown(render, said, text):
    wicked = replace(said, message=text, location=replace(said.location, path=text))
    root = ET.fromstring(render(JUnit(), wicked).encode())
    assert root[0].get("name") == xml_text(text)
    assert root[0][0][0].get("message") == xml_text(text)


def test_a_forbidden_character_is_seen():
    assert xml_text("a\x0b\ufffe\ud800\x1b<&") == r"a\x0b\ufffe\ud800\x1b<&"


def test_a_stream_that_is_not_unicode_gets_references(render, said):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", write_through=True)
    render(JUnit(), replace(said, message="東京 é"), stream=stream)
    root = ET.fromstring(stream.buffer.getvalue())
    assert root[0][0][0].get("message") == "東京 é"
