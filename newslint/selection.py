"""Which rules run on which file, with what options and severities.

Here a configuration meets the rules that are known; what its names mean `newslint.rule_names` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newslint.book import Book
from newslint.config import Config, Override
from newslint.diagnostic import Severity
from newslint.engine_rules import UNUSED_SUPPRESSION
from newslint.errors import SelectionError
from newslint.globs import Globs
from newslint.raw import RawArticle
from newslint.rule_names import RuleNames
from newslint.rule_set import ActiveRule, RuleSet
from newslint.structs import Struct, made


class Selection:
    """Resolves a configuration against the known rules.

    Args:
        config: The configuration.
        book: The rules that are known.
        select: ``--select``; ``None`` when not given.
        extend_select: ``--extend-select``.
        ignore: ``--ignore``; ``None`` when not given.
        extend_ignore: ``--extend-ignore``.

    Raises:
        ConfigError: for a name in the configuration file nobody here knows, an option a rule does
            not have, or a value it does not take.
        SelectionError: for such a name on the command line. Both also for a rule that is selected
            by its own name and lacks a module; its options may be set all the same.
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
        here = f"{config.file}: " if config.file else ""
        names = RuleNames(book, root=config.root)
        line = RuleNames(book, SelectionError)
        if select is not None:
            chosen = line.selected(select, "--select")
        elif config.select is not None:
            chosen = names.selected(config.select, f"{here}'select'")
        else:
            chosen = {rule.code for rule in book.rules if rule.default} - book.unavailable
        more = names.selected(config.extend_select, f"{here}'extend-select'")
        if select is None:  # --select means these and no others
            chosen |= more
        chosen |= line.selected(extend_select, "--extend-select")
        chosen.add(UNUSED_SUPPRESSION.code)  # on whatever is selected, unless it is ignored
        if ignore is None:
            chosen -= names.codes(config.ignore, f"{here}'ignore'")
        else:
            chosen -= line.codes(ignore, "--ignore")
        chosen -= names.codes(config.extend_ignore, f"{here}'extend-ignore'")
        self._never = line.codes(extend_ignore, "--extend-ignore")
        self._base = _Layer(
            select=chosen,
            severity=names.severities(config.severity, f"{here}[severity]"),
            options=names.options(config.options, f"{here}[options"),
        )
        self._overrides = [
            _Override(
                Globs(override.paths, config.root) if override.paths else None,
                frozenset(override.records),
                _layer(names, override, where),
            )
            for number, override in enumerate(config.overrides, start=1)
            for where in (f"{here}[[overrides]] {number}",)
        ]
        self._of_records = any(one.records for one in self._overrides)
        self._sets: dict[tuple[int, ...], RuleSet] = {}

    @property
    def default(self) -> RuleSet:
        """The rules that run where no override speaks."""
        return self._rule_set(())

    @property
    def codes(self) -> set[str]:
        """The codes of the rules that run on some file."""
        chosen = set(self._base.select or ())
        for one in self._overrides:
            chosen |= one.layer.extend_select | (one.layer.select or set())
        return chosen & (self._book.by_code.keys() - self._never)

    @property
    def is_empty(self) -> bool:
        """Whether no rule runs on any file."""
        return not self.codes

    def for_path(self, path: str) -> RuleSet:
        """Return the rules that run on a file, where no override names the record."""
        return self._rule_set(
            tuple(
                number
                for number, one in enumerate(self._overrides)
                if not one.records and one.names(path)
            )
        )

    def for_records(self, path: str) -> Callable[[RawArticle], RuleSet] | None:
        """Return what tells the rules that run on a record of a file.

        ``None`` where no override names records of it: all are as `for_path` says.
        """
        if not self._of_records:
            return None
        applying = [(n, one) for n, one in enumerate(self._overrides) if one.names(path)]
        if not any(one.records for _, one in applying):
            return None

        def rules(raw: RawArticle) -> RuleSet:
            return self._rule_set(tuple(n for n, one in applying if one.means(raw)))

        return rules

    def _rule_set(self, applying: tuple[int, ...]) -> RuleSet:
        if applying not in self._sets:
            layers = [self._base, *(self._overrides[number].layer for number in applying)]
            self._sets[applying] = self._build(layers)
        return self._sets[applying]

    def _build(self, layers: Iterable[_Layer]) -> RuleSet:
        chosen: set[str] = set()
        severity: dict[str, Severity] = {}
        options: dict[str, dict[str, Any]] = {}
        for layer in layers:
            if layer.select is not None:
                chosen = layer.select | (chosen & {UNUSED_SUPPRESSION.code})
            chosen = (chosen | layer.extend_select) - layer.ignore
            severity.update(layer.severity)
            for code, values in layer.options.items():
                options.setdefault(code, {}).update(values)
        wanted = chosen - self._never - {UNUSED_SUPPRESSION.code}
        book = self._book if wanted <= self._book.by_code.keys() else self._book.awake
        active = [
            ActiveRule(
                rule,
                severity.get(rule.code, rule.severity),
                {**rule.defaults(), **options.get(rule.code, {})},
            )
            for rule in book.rules
            if rule.code in wanted
        ]
        names = dict.fromkeys(name for one in active for name in one.rule.fields)
        return RuleSet(
            tuple(one for one in active if one.rule.gather is None),
            tuple(one for one in active if one.rule.gather is not None),
            {name: tuple(one for one in active if name in one.rule.fields) for name in names},
            severity.get(UNUSED_SUPPRESSION.code, UNUSED_SUPPRESSION.severity)
            if UNUSED_SUPPRESSION.code in chosen - self._never
            else None,
        )


class _Layer(Struct):
    """Settings with their names resolved to codes; later layers go on top of earlier ones."""

    select: set[str] | None = None
    extend_select: set[str] = made(factory=set)
    ignore: set[str] = made(factory=set)
    severity: Mapping[str, Severity] = made(factory=dict)
    options: Mapping[str, dict[str, Any]] = made(factory=dict)


class _Override(Struct):
    """An override: the files it means (``None`` for all), the records, what it says of them."""

    globs: Globs | None
    records: frozenset[str | int]
    layer: _Layer

    def names(self, path: str) -> bool:
        return self.globs is None or self.globs.match(path)

    def means(self, raw: RawArticle) -> bool:
        if not self.records or raw.index in self.records:
            return True
        own = raw.fields.get("id")
        return own is not None and own.raw.strip() in self.records


def _layer(names: RuleNames, override: Override, where: str) -> _Layer:
    """Return what an override says; ``where`` is what it is called in messages."""
    select = override.select
    return _Layer(
        select=None if select is None else names.selected(select, f"{where}: 'select'"),
        extend_select=names.selected(override.extend_select, f"{where}: 'extend-select'"),
        ignore=names.codes(override.ignore, f"{where}: 'ignore'"),
        severity=names.severities(override.severity, f"{where}: [severity]"),
        options=names.options(override.options, f"{where}: [options"),
    )
