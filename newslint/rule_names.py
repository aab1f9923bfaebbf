"""What users write to mean rules, and the options they give them, against the rules that are known.

Every name that means nothing is an error that says what would have been right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.book import Book
from newslint.diagnostic import Severity
from newslint.engine_rules import always_on, engine_rule
from newslint.errors import ConfigError, NewslintError, nearest
from newslint.rulebook import Rule


class RuleNames:
    """Turns what users write into codes of rules.

    A configuration may name local rules that ``--no-local-rules`` has left out; such names mean
    nothing then. On the command line they are still errors.

    Args:
        book: The rules that are known.
        error: What to raise for a name nobody knows.
        root: The folder that paths in options count from.
    """

    def __init__(
        self, book: Book, error: type[NewslintError] = ConfigError, root: Path = Path()
    ) -> None:
        self._book = book
        self._error = error
        self._root = root
        self._forgiving = book.partial and error is ConfigError

    def selected(self, names: Iterable[str], where: str) -> set[str]:
        """Return the codes that codes, names and families mean, to run these rules.

        Of a family those are meant that can run; one that is asked for by its own name has to.
        """
        names = list(names)
        for name in names:
            if (rule := self._book.find(name)) and rule.lacks:
                raise self._error(
                    f"{where}: {rule.name} ({rule.code}) needs more: pip install {rule.lacks}"
                )
        return self.codes(names, where) - self._book.unavailable

    def codes(self, names: Iterable[str], where: str) -> set[str]:
        """Return the codes that codes, names and families mean."""
        codes: set[str] = set()
        for name in names:
            if (meant := self._book.meant(name)) is not None:
                codes |= meant
            elif own := self._own(name, where):
                codes.add(own.code)
            elif not self._forgiving:
                raise self._error(
                    f"{where}: no rule or family is called {name!r}"
                    f"{nearest(name, self._book.names)}"
                )
        return codes

    def severities(self, table: Mapping[str, Severity], where: str) -> dict[str, Severity]:
        """Return severities by code."""
        return {rule.code: table[key] for key, rule in self._rules(table, where)}

    def options(
        self, tables: Mapping[str, Mapping[str, Any]], where: str
    ) -> dict[str, dict[str, Any]]:
        """Return options by code; ``where`` is the beginning of the table's name."""
        return {
            rule.code: accept_options(rule, tables[key], f"{where}.{key}]", self._root)
            for key, rule in self._rules(tables, f"{where}]")
        }

    def _own(self, name: str, where: str) -> Rule | None:
        """Return the rule of the engine's own that is meant; those that are always on are not."""
        if why := always_on(name):
            raise self._error(f"{where}: {why}")
        return engine_rule(name)

    def _rules(self, table: Iterable[str], where: str) -> list[tuple[str, Rule]]:
        """Return the rule each key of a table means; one rule may be named only once."""
        found: dict[str, tuple[str, Rule]] = {}
        for key in table:
            rule = self._book.find(key) or self._own(key, where)
            if rule is None and self._forgiving:
                continue
            if rule is None:
                book = self._book.awake
                known = {*book.by_code, *book.by_name}
                raise self._error(f"{where}: no rule is called {key!r}{nearest(key, known)}")
            if rule.code in found:
                first = found[rule.code][0]
                raise self._error(f"{where}: {first!r} and {key!r} name the same rule; keep one")
            found[rule.code] = (key, rule)
        return list(found.values())


def accept_options(
    rule: Rule, table: Mapping[str, Any], where: str, root: Path = Path()
) -> dict[str, Any]:
    """Return the options of a rule as it takes them.

    Args:
        rule: The rule.
        table: Its options as they stand in the configuration.
        where: What the table is called in messages.
        root: The folder that paths count from.

    Raises:
        ConfigError: for an option it does not have, or a value it does not take.
        NewslintError: from an option's own check.
    """
    known = {option.name: option for option in rule.options}
    values: dict[str, Any] = {}
    for key, value in table.items():
        option = known.get(key.replace("-", "_"))
        if option is None:
            names = [name.replace("_", "-") for name in known]
            has = f"it has {', '.join(names)}" if names else "it has no options"
            raise ConfigError(
                f"{where}: {rule.name} has no option {key!r}{nearest(key, names) or f'; {has}'}"
            )
        if option.name in values:
            raise ConfigError(f"{where}: {key!r} stands there twice, with '-' and '_'")
        try:
            values[option.name] = option.accept(value, root)
        except ValueError as error:
            raise ConfigError(f"{where}: {key!r} {error}, not {value!r}") from error
    return values
