"""The mentions of an article with one title and a name in common."""

from collections import defaultdict
from collections.abc import Iterator

from newslint import Doc, Mention, name_parts, plain_name

_Key = tuple[str, str]


def _by_title_and_name(doc: Doc) -> dict[_Key, list[Mention]]:
    """The mentions by title and last name; those with one name only, and one beside it, too."""
    found: dict[_Key, list[Mention]] = defaultdict(list)
    for mention in doc.people:
        parts = [plain_name(part) for part in name_parts(mention.name)]
        for part in {parts[0], parts[-1]}:
            found[mention.title_kind, part].append(mention)
    return found


def namesakes(doc: Doc, mention: Mention) -> Iterator[Mention]:
    """Give the mentions with the same title and a name in common, in order."""
    known = doc.get(_by_title_and_name)
    parts = [plain_name(part) for part in name_parts(mention.name)]
    for part in dict.fromkeys((parts[-1], parts[0])):
        yield from known.get((mention.title_kind, part), ())
