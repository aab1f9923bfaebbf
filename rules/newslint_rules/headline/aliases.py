"""Other names of countries, houses and offices: `Fed` is the Federal Reserve, `Paris` France."""

import functools
import re
from collections import defaultdict

from newslint import word_list


def aliases_of(name: str) -> frozenset[str]:
    """Return the other names of what a headline names."""
    return _aliases().get(name.removeprefix("The "), frozenset())


def is_institution(name: str) -> bool:
    """Tell whether a name is that of a country or an institution."""
    return name.removeprefix("The ") in _aliases()


@functools.cache
def _aliases() -> dict[str, frozenset[str]]:
    others: dict[str, set[str]] = defaultdict(set)
    for line in word_list(__package__, "aliases.txt"):
        names = re.split(r" = |, ", line)
        for name in names:
            others[name].update(one for one in names if one != name)
    return {name: frozenset(more) for name, more in others.items()}
