"""The source of a page from outside → tags and text, each character looked at once.

The parser of the standard library looks ahead from every mark that is never closed: 100 kB of “<a b='” take it minutes. Here no pattern goes back
(possessive quantifiers), and what is never closed is remembered, so time is bounded by size whatever the source is.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

NAME = re.compile(r"</?([a-zA-Z][^\s/>]*+)")
# Name, and value in double, single or no quotation marks. A mark that is never closed counts as a letter, so the tag still ends at its >.
ATTRIBUTE = r"[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?+"
ONE, REST = re.compile(ATTRIBUTE), re.compile(rf"(?:{ATTRIBUTE})*+[\s/]*+>")
CLOSED = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")
}  # what stands in these is no markup
ZEROS, HUGE = re.compile(r"&#0++(?=[0-9])"), re.compile(r"&#[0-9]{8,}+;?")


@dataclass(frozen=True)
class Tag:
    """A start tag, or an end tag when it `ends`; `<br/>` is both.

    The name is in small letters; only those of a link or a figure are kept in `attributes`.
    """

    name: str
    starts: bool = True
    ends: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def parts(source: str) -> Iterator[Tag | str]:
    """Yield the tags and the texts of a page in their order.

    Comments and declarations are left out; a tag that is never closed is text.
    """
    at, comments = 0, True  # comments: one may end further on
    while at < len(source):
        start = source.find("<", at)
        if start != at:
            yield unescape(source[at : start if start > at else None])
            at = start if start > at else len(source)
            continue
        name = NAME.match(source, at)
        if name is None and source[at + 1 : at + 2] not in ("!", "?", "/"):  # “< 5”
            yield "<"
            at += 1
            continue
        end = source.find("-->", at + 2) + 2 if comments and source.startswith("<!--", at) else 0
        comments = comments and end != 1
        if end < 2:
            rest = REST.match(source, name.end()) if name else None
            end = rest.end() - 1 if rest else -1 if name else source.find(">", at)
        if end < 0:
            yield unescape(source[at:])
            return
        if name is None:
            at = end + 1
            continue
        tag = _tag(source, name, end)
        yield tag
        raw = CLOSED.get(tag.name) if tag.starts and not tag.ends else None
        closing = raw.search(source, end) if raw else None
        at = end + 1 if raw is None else closing.start() if closing else len(source)


def _tag(source: str, name: re.Match[str], end: int) -> Tag:
    word = name[1].lower()
    if name[0][1] == "/":
        return Tag(word, starts=False, ends=True)
    values: dict[str, str] = {}
    for found in ONE.finditer(source, name.end(), end) if word in {"a", "figure"} else ():
        values.setdefault(found[1].lower(), unescape(found[2] or found[3] or found[4] or ""))
    return Tag(word, ends=source[end - 1] == "/", attributes=values)


def unescape(text: str) -> str:
    """Return a text with its character references replaced.

    A number that no character has becomes the mark for an unknown one.
    """
    return html.unescape(HUGE.sub("\ufffd", ZEROS.sub("&#", text))) if "&" in text else text
