"""``--format junit``: XML for test reports of CI servers; a suite a file, a failed test a finding.

There is no official schema; elements and attributes are those of the `schema of Jenkins`_, which
refuses any others: a test names its place in its name and in its text.

.. _schema of Jenkins: https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from newslint.diagnostic import Diagnostic
from newslint.patterns import regexp
from newslint.reporters.full import summary_text
from newslint.reporters.json_text import wants_ascii
from newslint.reporters.terminal import neutral
from newslint.reporting import Summary
from newslint.structs import Struct

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NONCHARACTER = regexp("[\ufffe\uffff]")
"""What ``Char`` of XML 1.0 (section 2.2) leaves out, besides what `neutral` shows already."""


class JUnit(Struct):
    """Writes a suite for each file that has diagnostics; a test fails whatever its severity."""

    name: str = "junit"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write the document; the suites of one file at a time are held in memory.

        A run without diagnostics is one test that passed: some servers take an empty report for
        a run that broke.
        """
        from xml.etree.ElementTree import Element, SubElement  # 5 ms: only for who asks for it

        ascii_only = wants_ascii(stream)
        encoding = "us-ascii" if ascii_only else "utf-8"
        stream.write(f'<?xml version="1.0" encoding="{encoding}"?>\n<testsuites name="newslint">\n')
        found = False
        for path, group in groupby(diagnostics, key=lambda one: one.location.path):
            found = True
            cases = [_case(one) for one in group]
            suite = Element("testsuite", name=xml_text(path), file=xml_text(path))
            suite.attrib |= {"tests": str(len(cases)), "failures": str(len(cases)), "errors": "0"}
            suite.extend(cases)
            stream.write(_serialized(suite, ascii_only=ascii_only))
        if not found:
            suite = Element("testsuite", name="newslint", tests="1", failures="0", errors="0")
            SubElement(suite, "testcase", classname="newslint", name=summary_text(summary()))
            stream.write(_serialized(suite, ascii_only=ascii_only))
        stream.write("</testsuites>\n")


def xml_text(text: str) -> str:
    r"""Return ``text`` with what XML forbids or nobody sees as visible escapes (``\x1b``)."""
    return _NONCHARACTER.sub(lambda match: f"\\u{ord(match.group()):04x}", neutral(text))


def _case(one: Diagnostic) -> Element:
    from xml.etree.ElementTree import Element, SubElement

    place = one.location
    path, message = xml_text(place.path), xml_text(one.message)
    name = f"{one.code} {one.rule} {place.line}:{place.column}"
    case = Element("testcase", classname=path, name=name)
    failure = SubElement(case, "failure", type=one.severity, message=message)
    failure.text = f"{path}:{place.line}:{place.column}: {one.code} [{one.severity}] {message}"
    return case


def _serialized(suite: Element, *, ascii_only: bool) -> str:
    from xml.etree.ElementTree import indent, tostring

    indent(suite)
    encoding = "us-ascii" if ascii_only else "utf-8"
    data: bytes = tostring(suite, encoding=encoding, xml_declaration=False)
    return data.decode(encoding) + "\n"
