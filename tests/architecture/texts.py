"""What templates and words may hold."""

import re
from collections.abc import Iterator

from tests.architecture.source import Breach, Source

INLINE = (
    (re.compile(r"<style\b", re.I), "an inline style sheet", "put it in policies/static/policies/app.css."),
    (re.compile(r"\sstyle\s*=", re.I), "an inline style", "use a class of app.css or Bootstrap."),
    (
        re.compile(r"<script\b(?![^>]*(?:\bsrc\s*=|application/(?:ld\+)?json))", re.I),
        "an inline script",
        "put it in a file under policies/static/policies/.",
    ),
    (
        re.compile(r"\son[a-z]+\s*=\s*[\"'{]", re.I),
        "an event handler in an attribute",
        "add the listener in a script file.",
    ),
    (
        re.compile(r"\bhx-on\b|[\"']js:|javascript:", re.I),
        "code in an attribute",
        "the CSP refuses it; use a script file.",
    ),
    (
        re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.I),
        "something fetched from another host",
        "serve it ourselves, with {% static %}.",
    ),
)


def breaches_of_templates(source: Source) -> Iterator[Breach]:
    """Nothing inline, nothing from elsewhere: the content security policy would refuse it in silence."""
    if not (source.path.startswith("templates/") and source.path.endswith(".html")):
        return
    # {% include "x.html" with style="wide" %} is no attribute: blank the tags, and keep the lines
    html = re.sub(r"\{[%{#].*?[%}#]\}", lambda tag: re.sub(r"\S", " ", tag.group()), source.text, flags=re.S)
    for pattern, rule, cure in INLINE:
        for match in pattern.finditer(html):
            yield Breach(source.path, source.text.count("\n", 0, match.start()) + 1, rule, cure)


# Where the project happens to be written is nobody's business.
# (The square brackets keep these lines from finding themselves.)
WORKSHOP = (
    (re.compile(r"\.\./[s]hared|\.\./\.[l]ibrary"), "a folder beside the project"),
    (re.compile(r"(?<![\w.}])/(?:[w]ork|[h]ome|[r]oot|[U]sers)/\w"), "a path of one machine"),
    (re.compile(r"[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.|[d]eb\.debian\.org"), "the host of a registry"),
    (re.compile(r"[-]-(?:extra-)?index-url|[-]-find-links"), "a registry of one machine"),
    (re.compile(r"\b(?:developer|helper|this) [s]ession\b", re.I), "the way the work was divided"),
)


def breaches_of_words(source: Source) -> Iterator[Breach]:
    """Nothing about the machine or the people that wrote it."""
    for pattern, what in WORKSHOP:
        for match in pattern.finditer(source.text):
            line = source.text.count("\n", 0, match.start()) + 1
            yield Breach(
                source.path, line, f"{what}: {match.group()!r}", "say it without; a reader elsewhere has none of this."
            )
