"""How many articles are kept, and for which rules others are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.structs import Struct, made


class Kept(Struct, frozen=False):
    """The sums of ``--keep``; of what cannot be read as an article nothing is counted.

    Args:
        articles: How many are kept.
        dropped: How many are not.
        rules: For which rules: their codes, with their names and how many articles.
    """

    articles: int = 0
    dropped: int = 0
    rules: dict[str, tuple[str, int]] = made(factory=dict)

    def take(self, rules: Mapping[str, str]) -> bool:
        """Count an article, and tell whether it is kept.

        Args:
            rules: The rules for which it is not: their names by their codes.
        """
        self.articles += not rules
        self.dropped += bool(rules)
        for code, name in rules.items():
            self.rules[code] = (name, self.rules.get(code, ("", 0))[1] + 1)
        return not rules

    def add(self, plain: dict[str, Any]) -> None:
        """Add what was counted elsewhere."""
        self.articles += plain["articles"]
        self.dropped += plain["dropped"]
        for one in plain["rules"]:
            code, count = one["code"], one["articles"]
            self.rules[code] = (one["rule"], self.rules.get(code, ("", 0))[1] + count)

    def as_plain(self) -> dict[str, Any]:
        """Return it as values that JSON has."""
        return {
            "articles": self.articles,
            "dropped": self.dropped,
            "rules": [
                {"code": code, "rule": name, "articles": count}
                for code, (name, count) in sorted(self.rules.items())
            ],
        }
