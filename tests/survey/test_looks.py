import json

from folders import FRENCH, STORY, fill, post
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers import builtin_readers
from newslint.survey.looks import (
    TextField,
    folders_of_data,
    front_matter,
    look,
    one_encoding,
    read_all,
    samples,
)
from newslint.survey.metadata import guess_fields
from newslint.survey.sampling import Piece, pieces

READERS = builtin_readers()


def records(key: str, text: str = STORY) -> str:
    return "".join(json.dumps({"nr": n, key: f"{text} {n}"}) + "\n" for n in range(4))


def looked(here, **files):
    fill(here, {name.replace("__", "/").replace("_", "."): text for name, text in files.items()})
    paths = sorted(str(one.relative_to(here)) for one in here.rglob("*.*") if one.is_file())
    return look(pieces(paths, READERS))


def test_an_unusual_field_is_found_and_the_articles_are_read_by_it(here):
    looks = looked(here, a_jsonl=records("brodtext"), b_md=post("A"))
    assert read_all(looks, READERS, None) == TextField("brodtext")
    assert [len(one.articles) for one in looks] == [4, 1]


def test_one_name_that_is_not_right_for_all_files_is_not_taken(here):
    looks = looked(here, a_jsonl=records("brodtext"), b_jsonl=records("text"))
    assert read_all(looks, READERS, None) == TextField(None, (("a.jsonl", "brodtext"),))
    assert [len(one.articles) for one in looks] == [0, 4]

    looks = looked(here, b_jsonl=records("innhold"))
    found = read_all(looks, READERS, None)
    assert found == TextField(None, (("a.jsonl", "brodtext"), ("b.jsonl", "innhold")))


def test_the_encoding_of_all_files_that_tell_one_is_taken(here):
    old = FRENCH.encode("cp1252")
    looks = looked(here, a_txt=old, b_txt=STORY, c_md=post("Café").encode("cp1252"))
    assert one_encoding(looks) == "cp1252"
    read_all(looks, READERS, "cp1252")
    assert [one.text for seen in looks for one in seen.articles if one.text == FRENCH] == [FRENCH]
    assert one_encoding(looked(here, d_txt=FRENCH)) is None
    assert one_encoding([]) is None


def test_keys_of_front_matter_are_counted_as_the_files_have_them(here):
    looks = looked(here, a_md=post("A", Lede="x"), b_md=post("B", lede="y", date=""), c_txt=STORY)
    read_all(looks, READERS, None)
    assert front_matter(looks) == {"title": 2, "Lede": 1, "lede": 1}


def test_a_folder_of_data_alone_is_found(here):
    settings = '{"name": "Hartley", "rows": 3}'
    looks = looked(
        here,
        data__a_json=settings, data__deep__b_json=settings, data__deep__c_xml="<map/>",
        two__a_json=settings, two__b_json=settings,
        mixed__a_json=settings, mixed__b_json=settings, mixed__c_json=settings, mixed__d_txt=STORY,
        a_json=settings,
    )  # fmt: skip
    read_all(looks, READERS, None)
    files = [one.piece.path for one in looks]
    assert folders_of_data(looks, files) == {"data": 3}
    assert folders_of_data(looks, [*files, "data/more/x.md"]) == {}


def test_few_folders_of_data_are_named(here, monkeypatch):
    monkeypatch.setattr("newslint.survey.looks._MOST_FOLDERS", 2)
    files = {f"{folder}__{n}_json": '{"n": 1}' for folder in "abc" for n in "123"}
    looks = looked(here, **files, c__4_json='{"n": 1}')
    read_all(looks, READERS, None)
    assert folders_of_data(looks, [one.piece.path for one in looks]) == {"a": 3, "c": 4}


def test_a_file_that_cannot_be_read_is_no_data(here):
    broken = {f"feeds__{n}_json": b"{" for n in "abc"}
    looks = looked(here, **broken)
    read_all(looks, READERS, None)
    assert folders_of_data(looks, [one.piece.path for one in looks]) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.just(STORY),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["text", "a", "/", "b"]), inner)
    ),
    max_leaves=12,
)
NAMES = st.sampled_from(["a.json", "a.jsonl", "a.csv", "a.tsv", "a.md", "a.html", "a.xml", "a.txt"])


@given(NAMES, st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_file_ends_a_look(name, data):
    looks = look([Piece(name, name, data)])
    text = read_all(looks, READERS, one_encoding(looks))
    assert text.key is None or looks[0].articles
    guess_fields([*samples(looks, None, text.key)])
    front_matter(looks)
    folders_of_data(looks, [name])
