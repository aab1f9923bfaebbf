"""Which rules run on which file, with what options and severities.

Here the names in a configuration meet the rules that are known; every name that means nothing is an
error that says what would have been right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newslint.config import Config, Override
from newslint.diagnostic import Severity
from newslint.errors import ConfigError, NewslintError, SelectionError, nearest
from newslint.globs import Globs
from newslint.plugins import Book
from newslint.rulebook import Rule
from newslint.text.phrases import PhrasePool

EVERYTHING = "all"
"""Selects every rule, those that are off by default too."""


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule as it runs here."""

    rule: Rule
    severity: Severity
    options: Mapping[str, Any]


@dataclass(frozen=True)
class RuleSet:
    """The rules that run on a file, and the one scan for the phrases of all of them."""

    document: tuple[ActiveRule, ...]
    corpus: tuple[ActiveRule, ...]
    pool: PhrasePool = field(repr=False)

    @property
    def all(self) -> tuple[ActiveRule, ...]:
        """Document rules and corpus rules."""
        return (*self.document, *self.corpus)


class Selection:
    """Resolves a configuration against the known rules.

    Raises:
        ConfigError: for a name in the configuration file nobody here knows, an option a rule does
            not have, or a value it does not take.
        SelectionError: for such a name on the command line.
    """

    def __init__(
        self,
        config: Config,
        book: Book,
        *,
        select: Iterable[str] | None = None,
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] | None = None,
        extend_ignore: Iterable[str] = (),
    ) -> None:
        self._book = book
        self._config = config
        here = f"{config.file}: " if config.file else ""
        if select is not None:
            chosen = self._resolve(select, "--select", SelectionError)
        elif config.select is not None:
            chosen = self._resolve(config.select, f"{here}'select'", ConfigError)
        else:
            chosen = {rule.code for rule in book.rules if rule.default}
        chosen |= self._resolve(config.extend_select, f"{here}'extend-select'", ConfigError)
        chosen |= self._resolve(extend_select, "--extend-select", SelectionError)
        if ignore is None:
            chosen -= self._resolve(config.ignore, f"{here}'ignore'", ConfigError)
        else:
            chosen -= self._resolve(ignore, "--ignore", SelectionError)
        chosen -= self._resolve(config.extend_ignore, f"{here}'extend-ignore'", ConfigError)
        chosen -= self._resolve(extend_ignore, "--extend-ignore", SelectionError)
        self._chosen = frozenset(chosen)
        self._severity = self._severities(config.severity, f"{here}[severity]")
        self._options = self._option_values(config.options, f"{here}[options]")
        self._overrides = [
            _Compiled(self, override, config, f"{here}[[overrides]] {number}")
            for number, override in enumerate(config.overrides, start=1)
        ]
        self._sets: dict[tuple[int, ...], RuleSet] = {}

    @property
    def default(self) -> RuleSet:
        """The rules that run where no override speaks."""
        return self._rule_set(())

    def for_path(self, path: str) -> RuleSet:
        """Return the rules that run on a file."""
        applying = tuple(
            number for number, one in enumerate(self._overrides) if one.globs.match(path)
        )
        return self._rule_set(applying)

    def _rule_set(self, applying: tuple[int, ...]) -> RuleSet:
        if applying not in self._sets:
            self._sets[applying] = self._build([self._overrides[number] for number in applying])
        return self._sets[applying]

    def _build(self, overrides: list[_Compiled]) -> RuleSet:
        chosen, severity = set(self._chosen), dict(self._severity)
        options = {code: dict(values) for code, values in self._options.items()}
        for one in overrides:
            if one.select is not None:
                chosen = set(one.select)
            chosen = (chosen | one.extend_select) - one.ignore
            severity.update(one.severity)
            for code, values in one.options.items():
                options.setdefault(code, {}).update(values)
        active = [
            ActiveRule(
                rule,
                severity.get(rule.code, rule.severity),
                {**rule.defaults(), **options.get(rule.code, {})},
            )
            for rule in self._book.rules
            if rule.code in chosen
        ]
        near = [one.rule.near for one in active if one.rule.near is not None]
        return RuleSet(
            tuple(one for one in active if one.rule.gather is None),
            tuple(one for one in active if one.rule.gather is not None),
            PhrasePool(near),
        )

    def _resolve(self, names: Iterable[str], where: str, error: type[NewslintError]) -> set[str]:
        codes: set[str] = set()
        for name in names:
            rule = self._book.find(name)
            family = name.replace("_", "-").lower()
            if rule is not None:
                codes.add(rule.code)
            elif family == EVERYTHING:
                codes.update(self._book.by_code)
            elif family in self._book.families:
                codes.update(one.code for one in self._book.rules if one.family == family)
            else:
                raise error(
                    f"{where}: no rule or family is called {name!r}"
                    f"{nearest(name, self._book.names)}"
                )
        return codes

    def _rules_in(self, table: Mapping[str, Any], where: str) -> dict[str, str]:
        """Return the code each key of a table means; one rule may be named only once."""
        keys: dict[str, str] = {}
        for key in table:
            rule = self._book.find(key)
            if rule is None:
                rules = {*self._book.by_code, *self._book.by_name}
                raise ConfigError(f"{where}: no rule is called {key!r}{nearest(key, rules)}")
            if rule.code in keys.values():
                raise ConfigError(
                    f"{where}: {rule.name} is named twice (as {rule.code} and by name); keep one"
                )
            keys[key] = rule.code
        return keys

    def _severities(self, table: Mapping[str, Severity], where: str) -> dict[str, Severity]:
        return {code: table[key] for key, code in self._rules_in(table, where).items()}

    def _option_values(
        self, tables: Mapping[str, Mapping[str, Any]], where: str
    ) -> dict[str, dict[str, Any]]:
        return {
            code: accept_options(self._book.by_code[code], tables[key], f"{where[:-1]}.{key}]")
            for key, code in self._rules_in(tables, where).items()
        }


class _Compiled:
    """One override with its names resolved."""

    def __init__(
        self, selection: Selection, override: Override, config: Config, where: str
    ) -> None:
        resolve: Callable[..., set[str]] = selection._resolve  # noqa: SLF001 - one class in two
        self.globs = Globs(override.paths, config.root)
        self.select = (
            None
            if override.select is None
            else resolve(override.select, f"{where} 'select'", ConfigError)
        )
        self.extend_select = resolve(
            override.extend_select, f"{where} 'extend-select'", ConfigError
        )
        self.ignore = resolve(override.ignore, f"{where} 'ignore'", ConfigError)
        self.severity = selection._severities(override.severity, f"{where} [severity]")  # noqa: SLF001
        self.options = selection._option_values(override.options, f"{where} [options]")  # noqa: SLF001


def accept_options(rule: Rule, table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return the options of a rule as it takes them.

    Raises:
        ConfigError: for an option it does not have, or a value it does not take.
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
        try:
            values[option.name] = option.accept(value)
        except ValueError as error:
            raise ConfigError(f"{where}: {key!r} {error}, not {value!r}") from error
    return values
