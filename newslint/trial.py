"""The examples of rules run as tests: through the same engine and the same fixing as real files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.book import Book
from newslint.config import Config
from newslint.corpus.across import judge
from newslint.diagnostic import Diagnostic
from newslint.engine import Engine
from newslint.engine_rules import ENGINE_FAMILY, UNUSED_SUPPRESSION
from newslint.errors import NewslintError
from newslint.examples import Example, ExampleArticle, parse_about
from newslint.fixing import fix_bytes
from newslint.learned import NOTHING, Learned
from newslint.patterns import regexp
from newslint.raw import LineIndex
from newslint.results import GatheredFact
from newslint.rule_names import accept_options
from newslint.rulebook import Rule
from newslint.selection import Selection
from newslint.structs import Struct

TAUGHT = "learned/"
"""Articles of an example in a folder of this name are not linted: they are learned from."""
_LANGUAGE_FIELD = regexp(r"(?m)^lang(uage)?\s*[:=]")


class Failure(Struct):
    """An example that does not hold.

    Args:
        rule: The rule.
        line: Line of its documentation at which the example begins; 0 for the rule as a whole.
        message: What was expected and what was found, in several lines.
    """

    rule: Rule
    line: int
    message: str

    def __str__(self) -> str:
        place = f", example at line {self.line} of its documentation" if self.line else ""
        file = f"\n  in {self.rule.file}" if self.rule.file else ""
        body = "\n".join(f"  {line}" for line in self.message.splitlines())
        return f"{self.rule.code} {self.rule.name}{place}{file}\n{body}"


class _Reported(Struct):
    """A diagnostic of an example, as offsets of its article's content."""

    article: int
    start: int
    end: int
    diagnostic: Diagnostic


def try_rules(rules: Iterable[Rule], book: Book) -> Iterator[tuple[Rule, int, list[Failure]]]:
    """Run the examples of rules; give each rule, how many examples it has, and what failed."""
    for rule in rules:
        if rule.family != ENGINE_FAMILY:
            count, failures = try_rule(rule, book)
            yield rule, count, failures


def try_rule(rule: Rule, book: Book) -> tuple[int, list[Failure]]:
    """Run the examples of one rule; of one that lacks a module here, none."""
    if rule.lacks:
        return 0, []
    try:
        examples = parse_about(rule.about, f"{rule.code} {rule.name}").examples
    except NewslintError as error:
        return 0, [Failure(rule, 0, str(error))]
    if not any(example.kind == "bad" for example in examples):
        message = "has no 'Bad:' example; put one into its documentation, with >> and << around\n"
        return len(examples), [Failure(rule, 0, f"{message}what is wrong")]
    failures: list[Failure] = []
    for example in examples:
        try:
            problem = _try_example(rule, example, book)
        except NewslintError as error:
            problem = str(error)
        if problem:
            failures.append(Failure(rule, example.line, problem))
    return len(examples), failures


def _try_example(rule: Rule, example: Example, book: Book) -> str:
    taught = [one for one in example.articles if one.name.startswith(TAUGHT)]
    learned = _learned(taught, book) if taught else NOTHING
    engine, selection = _engine(rule, example, book, learned)
    reported: list[_Reported] = []
    facts: list[GatheredFact] = []
    for number, article in enumerate(example.articles):
        if article in taught:
            continue
        result = engine.lint_bytes(article.name, article.content.encode("utf-8", "surrogatepass"))
        crashed = [one for one in result.diagnostics if one.family == ENGINE_FAMILY]
        if crashed:
            return f"in {article.name}: {crashed[0].message}"
        reported.extend(_offsets(result.diagnostics, number, article))
        facts.extend(result.facts)
    names = {article.name: number for number, article in enumerate(example.articles)}
    for one in judge(facts, selection.default.corpus):
        if one.family == ENGINE_FAMILY:
            return one.message
        number = names[one.location.path]
        reported.extend(_offsets([one], number, example.articles[number]))
    return _compare(example, reported) or _compare_fixed(example, engine)


def _learned(taught: Iterable[ExampleArticle], book: Book) -> Learned:
    from newslint.learning.examples import learned_from  # few examples learn

    return learned_from(
        ((one.name, one.content.encode("utf-8", "surrogatepass")) for one in taught), book
    )


def _engine(rule: Rule, example: Example, book: Book, learned: Learned) -> tuple[Engine, Selection]:
    options = accept_options(rule, example.options, "options of the example")
    declared = any(_LANGUAGE_FIELD.search(article.content) for article in example.articles)
    language = rule.languages[0] if rule.languages and not declared else None
    config = Config(
        select=(rule.code,),
        ignore=(UNUSED_SUPPRESSION.code,),  # an example may show how other rules are ignored
        options={rule.code: options},
        language=language,
        root=Path.cwd(),
    )
    alone = Book((rule,), book.readers)
    selection = Selection(config, alone)
    return Engine(config, alone, selection, learned=learned, gather=True), selection


def _offsets(
    diagnostics: Iterable[Diagnostic], number: int, article: ExampleArticle
) -> Iterator[_Reported]:
    index = LineIndex(article.content)
    for one in diagnostics:
        place = one.location
        start = index.offset(place.line, place.column)
        yield _Reported(number, start, index.offset(place.end_line, place.end_column), one)


def _compare(example: Example, reported: list[_Reported]) -> str:
    wanted = {
        (number, place.start, place.end)
        for number, article in enumerate(example.articles)
        for place in (article.places if example.kind == "bad" else ())
    }
    found = {(one.article, one.start, one.end): one for one in reported}
    missing = sorted(wanted - found.keys())
    extra = sorted(found.keys() - wanted)
    if not missing and not extra:
        return ""
    lines = [f"{example.kind.capitalize()}: {_brief(example.articles[0].content)}"]
    lines += [f"expected, not found: {_show(example, *key)}" for key in missing]
    lines += [
        f"found, not expected: {_show(example, *key)}: {found[key].diagnostic.message}"
        for key in extra
    ]
    return "\n".join(lines)


def _compare_fixed(example: Example, engine: Engine) -> str:
    if example.fixed is None:
        return ""
    article = example.articles[0]
    data = article.content.encode("utf-8", "surrogatepass")

    def lint(content: bytes) -> list[Diagnostic]:
        return engine.lint_bytes(article.name, content).diagnostics

    if example.unsafe:
        safe = fix_bytes(data, lint, unsafe=False).after
        if safe != data:
            return "the fix is marked '(unsafe)' but is applied as a safe one"
    after = fix_bytes(data, lint, unsafe=True).after.decode("utf-8", "surrogatepass")
    if after.strip("\n") == example.fixed.strip("\n"):
        return ""
    return f"Fixed: expected {_brief(example.fixed, 300)}\n       found    {_brief(after, 300)}"


def _show(example: Example, number: int, start: int, end: int) -> str:
    article = example.articles[number]
    line, column = LineIndex(article.content).position(start)
    name = f"{article.name} " if len(example.articles) > 1 else ""
    text = article.content[start:end]
    return f"{name}{line}:{column} {_brief(text)}" if text else f"{name}{line}:{column} (empty)"


def _brief(text: str, limit: int = 120) -> str:
    shown = ascii(text) if not text.isprintable() and "\n" not in text else repr(text)
    return shown if len(shown) <= limit else f"{shown[:limit]}…"
