"""The name by which the articles of one outlet are known, whatever their files call it."""

from __future__ import annotations

from newslint.patterns import regexp

_HOST = regexp(r"(?i)^(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@?#\s]*@)?([^/:?#\s]+)")
_BARE_HOST = regexp(r"(?i)^(?:[a-z0-9-]+\.)+[a-z]{2,}$")
_ARCHIVED = regexp(r"(?i)^https?://web\.archive\.org/web/[^/]+/(https?:/{1,2}\S+)")
"""A page of the Wayback Machine, which names the page that it is a copy of."""


def outlet_name(source: str, url: str) -> str:
    """Return the outlet: what the file names as source, else the host of its address, or ``""``.

    A host has no ``www.``; of a page in the Wayback Machine it is that of the original.
    """
    source = " ".join(source.split())
    host = host_of(source)
    if source and not host:
        return source
    return host_of(url) or host if host in {"", "web.archive.org"} else host


def host_of(url: str) -> str:
    """Return the host of an address in small letters, without ``www.``, or ``""``."""
    url = url.strip()
    if archived := _ARCHIVED.match(url):
        url = archived.group(1).replace(":/", "://").replace(":///", "://")
    found = _HOST.match(url)
    host = found.group(1) if found else url if _BARE_HOST.match(url) else ""
    return host.lower().removeprefix("www.").rstrip(".")
