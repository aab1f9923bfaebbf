"""One article through the rules of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, Any

from newslint.diagnostic import SEVERITIES, Location, Severity
from newslint.doc import Doc
from newslint.engine_rules import RULE_CRASHED, engine_diagnostic
from newslint.errors import ReaderError
from newslint.facts import Fact, Use
from newslint.field_texts import as_text, put_back
from newslint.fields import Field
from newslint.fingerprints import Fingerprints
from newslint.placing import PlacedArticle
from newslint.results import ArticleSeen, FileResult, GatheredFact, Timing
from newslint.rule_set import ActiveRule, Gates, RuleSet
from newslint.settle import RuleFinding, settle
from newslint.spans import Finding, Span
from newslint.text.forms import kinds
from newslint.text.phrases import occurs, sure_kinds

if TYPE_CHECKING:
    from newslint.silencer import Silencer

HEADLINE = 120
"""Characters of a headline that a summary shows."""
FACT_TEXT = 500
"""Characters of a place that a fact keeps: there may be billions of facts."""
OUTLET = 100
"""Characters of an outlet's name that a summary shows."""


class ArticleRun:
    """Runs rules on one article and puts what they give into the result of its file.

    A rule that raises is a diagnostic of the engine's own; the others go on.

    Args:
        doc: The article.
        article: Where it stands in its file.
        fingerprints: Those of the file.
        result: What the file has given so far.
        silencer: What the article wants silent, if it says so.
    """

    def __init__(
        self,
        doc: Doc,
        article: PlacedArticle,
        fingerprints: Fingerprints,
        result: FileResult,
        silencer: Silencer | None = None,
    ) -> None:
        self._doc = doc
        self._article = article
        self._fingerprints = fingerprints
        self._result = result
        self._silencer = silencer
        self._broken: set[str] = set()

    def lint(self, rules: RuleSet, min_severity: Severity, *, time_rules: bool) -> None:
        """Run the rules that judge an article by itself."""
        if not rules.document:
            return
        call = self._timed if time_rules else self.call
        found = self._read(self._doc, rules.gates, call)
        if self._doc.begins:
            if self._is_left_alone(rules):
                self._result.other_languages[self._doc.language or "unknown"] += 1
            for name, gates in rules.field_gates.items():
                if (field := self._doc.meta.get(name)) and field.raw.strip():
                    found += self._read_field(field, gates, found, call)
        else:
            found = [one for one in found if self._is_of_stretch(one.finding)]
        if found:
            diagnostics = settle(
                found, self._article, self._fingerprints, min_severity, self._silencer
            )
            self._result.diagnostics.extend(diagnostics)
        if self._silencer and self._doc.begins and self._doc.ends:
            self._silencer.ran |= self._ran(rules)

    def _ran(self, rules: RuleSet) -> set[str]:
        """Return the codes of the rules that ran."""
        ran = set()
        for active in rules.document:
            with suppress(Exception):  # its language cannot be told: it crashed
                if self._knows_language(active):
                    ran.add(active.rule.code)
        return ran - self._broken

    def _is_of_stretch(self, finding: Finding) -> bool:
        """Tell whether a finding is about the text: the first stretch told what the fields say."""
        return not finding.whole and finding.span.source is self._doc

    def _read(
        self, doc: Doc, gates: Gates, call: Callable[[ActiveRule, Doc], list[RuleFinding]]
    ) -> list[RuleFinding]:
        """Return what rules find in a text."""
        found: list[RuleFinding] = []
        there = kinds(doc)
        certain = sure_kinds(there)
        for _, sure, phrases, languages, active in gates.open_to(there):
            try:
                if phrases is not None and not sure & certain and not occurs(doc, phrases):
                    continue
                if languages and self._language not in languages:
                    continue
                if given := call(active, doc):
                    found += given
            except (Exception, SystemExit) as error:
                self._crashed(active, error)
        return found

    def _is_left_alone(self, rules: RuleSet) -> bool:
        """Tell whether a rule does not know the language, whatever else it waits for."""
        try:
            return any(self._language not in known for known in rules.languages)
        except Exception:  # told by the rules that ask for it
            return False

    def _read_field(
        self,
        field: Field,
        gates: Gates,
        told: Iterable[RuleFinding],
        call: Callable[[ActiveRule, Doc], list[RuleFinding]],
    ) -> list[RuleFinding]:
        """Return what rules find in a metadata field, read as a text of its own.

        What a rule leaves alone where the article says it again is right in the field, too: the
        article is where a rule sees that a strange word is a name.
        """
        text = as_text(field, self._doc)
        found = self._read(text, gates, call)
        if not found:
            text.close()
            return found
        said = {(one.active.rule.code, one.finding.span.text) for one in told}
        kept = []
        for one in found:
            words = one.finding.span.text
            known = words and words in self._doc.text
            if not known or (one.active.rule.code, words) in said:
                kept.append(RuleFinding(one.active, put_back(one.finding, text, field)))
        text.close()
        return kept

    def describe(self) -> None:
        """Note what a summary says of the article."""
        doc, meta = self._doc, self._doc.meta
        self._result.seen.append(
            ArticleSeen(
                record=self._article.whole().record_number,
                id=self._article.id,
                outlet=meta.outlet[:OUTLET],
                month=doc.date.strftime("%Y-%m") if doc.date else "",
                headline=(meta.headline.value or "")[:HEADLINE],
            )
        )

    def gather(self, rules: Iterable[ActiveRule]) -> None:
        """Gather the facts of rules across articles."""
        for active in rules:
            rule = active.rule
            options = {name: active.options[name] for name in rule.gather_options}
            try:
                if rule.gather is not None and self._knows_language(active):
                    facts = list(rule.gather(self._doc, **options))
                    self._result.facts += list(self._resolved(rule.code, facts))
            except ReaderError:
                raise
            except (Exception, SystemExit) as error:
                self._crashed(active, error)

    @cached_property
    def _language(self) -> str | None:
        return self._doc.language

    def _knows_language(self, active: ActiveRule) -> bool:
        languages = active.rule.languages
        return not languages or self._language in languages

    def call(self, active: ActiveRule, doc: Doc) -> list[RuleFinding]:
        """Return what one rule finds in a text."""
        found = []
        for finding in active.function(doc) or ():
            found.append(RuleFinding(active, _checked(finding, doc)))
        return found

    def _timed(self, active: ActiveRule, doc: Doc) -> list[RuleFinding]:
        started = perf_counter()
        found = self.call(active, doc)
        cost = Timing(perf_counter() - started, 1, len(found))
        self._result.timings.setdefault(active.rule.code, Timing()).add(cost)
        return found

    @cached_property
    def _whole(self) -> Location:
        return self._article.whole()

    @cached_property
    def _named(self) -> tuple[str, date | None]:
        """What the article is called, and its day of publication."""
        raw = self._article.raw
        number = "" if raw.index is None else f"#{raw.index}"
        return self._article.id or f"{self._doc.path}{number}", self._doc.date

    def _resolved(self, code: str, facts: Iterable[Fact]) -> Iterator[GatheredFact]:
        """Give facts with their places resolved.

        What one rule says of one place, under many keys perhaps, is one use: less work here,
        and where it goes to another process.
        """
        known: dict[tuple[int, str, str], Use] = {}
        for fact in facts:
            said = id(fact.place), fact.value, fact.evidence
            if said not in known:
                known[said] = self._use(fact)
            yield GatheredFact(code, fact.scope, fact.key, known[said])

    def _use(self, fact: Fact) -> Use:
        doc, article = self._doc, self._article
        place: Any = fact.place
        if place is doc:
            where, text = self._whole, ""
        else:
            span = _checked_place(place.span if isinstance(place, Field) else place, doc)
            where, text = article.location(span), span.text
        name, day = self._named
        return Use(
            article=name,
            place=where,
            text=text[:FACT_TEXT],
            value=fact.value,
            date=day,
            evidence=fact.evidence,
        )

    def _crashed(self, active: ActiveRule, error: BaseException) -> None:
        rule = active.rule
        reason = str(error) or "no reason given"
        message = f"rule {rule.name} ({rule.code}) crashed: {type(error).__name__}: {reason}"
        self._broken.add(rule.code)
        self._result.trouble = True
        self._result.diagnostics.append(
            engine_diagnostic(RULE_CRASHED, message, self._article.whole(), self._fingerprints)
        )


def _checked(finding: object, doc: Doc) -> Finding:
    """Return what a rule gave, if it is a finding of this article.

    Raises:
        TypeError: when it is something else.
        ValueError: when it stands somewhere else, or has a severity that does not exist.
    """
    if not isinstance(finding, Finding):
        raise TypeError(f"it gave {finding!r:.80}, which is no finding (use span.flag)")
    if not isinstance(finding.message, str):
        raise TypeError(f"its message is {finding.message!r:.80}, not a string")
    if finding.severity is not None and finding.severity not in SEVERITIES:
        raise ValueError(f"its severity {finding.severity!r:.80} is none of {SEVERITIES}")
    edits = finding.fix.edits if finding.fix else ()
    for place, _ in ((finding.span, ""), *finding.related, *edits):
        _checked_place(place, doc)
    return finding


def _checked_place(place: object, doc: Doc) -> Span:
    if not isinstance(place, Span):
        raise TypeError(f"{place!r:.80} is no place of the article")
    source = place.source
    owner, whole = (source.owner, source.raw) if isinstance(source, Field) else (source, doc.text)
    if owner is not doc and not (isinstance(source, Field) and doc.meta.get(source.name) is source):
        raise ValueError(f"{place!r:.80} is a place of another text")
    if not 0 <= place.start <= place.end <= len(whole):
        raise ValueError(f"{place!r:.80} lies outside the article")
    return place
