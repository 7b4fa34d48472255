"""A rendered clause → nodes. Knows a closed set of tags and nothing else, so it is the sanitiser as well."""

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from policies.core import document as d

TOKEN = re.compile(r'<(?P<close>/?)(?P<tag>[a-z]+)(?P<attributes>(?: [a-z]+="[^"<>]*")*)>|(?P<text>[^<>]+)')
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
ATTRIBUTES = {"a": {"href", "p"}, "v": {"p"}, "gap": {"p"}}
INLINE = {"v", "gap", "strong", "em", "a", "dfn"}
INSIDE = {
    "root": {"p", "ul", "ol", "dl", "table", "aside"},
    "aside": {"p", "ul", "ol"},
    "p": INLINE,
    "strong": INLINE,
    "em": INLINE,
    "a": {"v", "strong", "em"},
    "dfn": {"v"},
    "v": set(),
    "gap": set(),
    "ul": {"li"},
    "ol": {"li"},
    "li": INLINE | {"ul", "ol"},
    "dl": {"dt", "dd"},
    "dt": INLINE,
    "dd": INLINE,
    "table": {"caption", "thead", "tbody"},
    "caption": INLINE,
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "th": INLINE,
    "td": INLINE,
}
WITHOUT_TEXT = {"root", "aside", "ul", "ol", "dl", "table", "thead", "tbody", "tr"}
# A full stop of the library after a value that has a sign of its own: “B.V..”. Tags of words may stand between; the sign of the user stays.
DOUBLED = re.compile(r"([.!?…](?:[”’»)]|&#3[49];)?</v>(?:</(?:strong|em|a|dfn)>)*)\.(?!\.)")
SAFE_HREF = re.compile(r"(https?://|mailto:|tel:|#)[^\s]+")


class MarkupError(ValueError):
    """A clause rendered something outside the closed set."""


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Any] = field(default_factory=list)  # elements and texts; which of them, INSIDE says


ParsedPieces = MutableMapping[str, tuple[d.Block, ...]]  # rendered clause → its blocks


def parsed(html: str, known: ParsedPieces) -> tuple[d.Block, ...]:
    """Return the blocks of one rendered clause, from `known` if they are there; else they are parsed and added to it. Raises MarkupError."""
    blocks = known.get(html)
    if blocks is None:
        blocks = known[html] = parse(html)
    return blocks


def parse(html: str) -> tuple[d.Block, ...]:
    """Return the blocks of one rendered clause. Raises MarkupError for anything outside the set.

    They are tuples of frozen nodes, so that they may be kept and shared.
    """
    root = _Element("root")
    stack = [root]
    for tag, closing, attributes, text in _tokens(DOUBLED.sub(r"\1", html)):
        here = stack[-1]
        if text is not None:
            _add_text(here, text)
        elif closing:
            if here.tag != tag:
                raise MarkupError(f"</{tag}> sluit <{here.tag}> niet")
            stack.pop()
        else:
            if tag not in INSIDE.get(here.tag, ()):
                raise MarkupError(f"<{tag}> hoort niet in <{here.tag}>")
            element = _Element(tag, attributes)
            here.children.append(element)
            stack.append(element)
    if len(stack) > 1:
        raise MarkupError(f"<{stack[-1].tag}> is niet gesloten")
    return _blocks(root.children)


def _tokens(html: str) -> Iterator[tuple[str, bool, dict[str, str], str | None]]:
    at = 0
    for match in TOKEN.finditer(html):
        if match.start() != at:
            break
        at = match.end()
        if match["text"] is not None:
            yield "", False, {}, unescape(match["text"])
            continue
        tag = match["tag"]
        attributes = (
            {name: unescape(value) for name, value in ATTRIBUTE.findall(match["attributes"])}
            if match["attributes"]
            else {}
        )
        if not attributes.keys() <= ATTRIBUTES.get(tag, set()):
            raise MarkupError(f"<{tag}> kent {', '.join(attributes)} niet")
        yield tag, bool(match["close"]), attributes, None
    if at != len(html):
        raise MarkupError(f"Onbekende opmaak bij: {html[at : at + 40]!r}")


def _add_text(here: _Element, text: str) -> None:
    if here.tag in WITHOUT_TEXT:
        if text.strip():
            raise MarkupError(f"Losse tekst in <{here.tag}>: {text.strip()[:40]!r}")
        return
    here.children.append(re.sub(r"\s+", " ", text))


def _blocks(children: list[Any]) -> tuple[d.Block, ...]:
    return tuple(block for block in map(_block, children) if block is not None)


def _block(element: _Element) -> d.Block | None:
    match element.tag:
        case "p":
            inlines = _inlines(element.children)
            return d.Paragraph(inlines) if inlines else None
        case "ul" | "ol":
            items = tuple(item for item in map(_item, element.children) if item.children or item.nested)
            return d.Bullets(items, element.tag == "ol") if items else None
        case "dl":
            return _terms(element)
        case "table":
            return _table(element)
        case "aside":
            return d.Notice(_blocks(element.children))
    raise MarkupError(f"<{element.tag}> is geen blok")


def _item(element: _Element) -> d.Item:
    nested = [child for child in element.children if isinstance(child, _Element) and child.tag in {"ul", "ol"}]
    return d.Item(_inlines([child for child in element.children if child not in nested]), _blocks(nested))


def _terms(element: _Element) -> d.Terms | None:
    pairs = list(zip(element.children[::2], element.children[1::2], strict=False))
    if len(element.children) % 2 or any((dt.tag, dd.tag) != ("dt", "dd") for dt, dd in pairs):
        raise MarkupError("In <dl> wisselen <dt> en <dd> elkaar af")
    return d.Terms(tuple(d.Term(_inlines(dt.children), _inlines(dd.children)) for dt, dd in pairs)) if pairs else None


def _table(element: _Element) -> d.Table | None:
    parts = {child.tag: child for child in element.children}
    if len(parts) != len(element.children) or "thead" not in parts or len(parts["thead"].children) != 1:
        raise MarkupError("Een <table> heeft één <thead> met één rij, en één <tbody>")
    head = tuple(_inlines(cell.children) for cell in parts["thead"].children[0].children)
    rows = (
        tuple(tuple(_inlines(cell.children) for cell in row.children) for row in parts["tbody"].children)
        if "tbody" in parts
        else ()
    )
    if any(len(row) != len(head) for row in rows):
        raise MarkupError("Elke rij van een <table> heeft evenveel cellen")
    caption = _inlines(parts["caption"].children) if "caption" in parts else ()
    return d.Table(caption, head, rows) if rows else None


def _inlines(children: list[Any]) -> tuple[d.Inline, ...]:
    found: list[d.Inline] = []
    for child in children:
        if isinstance(child, str):
            if found and isinstance(last := found[-1], d.Text):
                found.pop()
                child = re.sub(r"\s+", " ", last.text + child)
            found.append(d.Text(child))
        else:
            found.append(_inline(child))
    if found and isinstance(first := found[0], d.Text):
        found[0] = d.Text(first.text.lstrip())
    if found and isinstance(last := found[-1], d.Text):
        found[-1] = d.Text(last.text.rstrip())
    return tuple(node for node in found if not (isinstance(node, d.Text) and node.text == ""))


def _inline(element: _Element) -> d.Inline:
    match element.tag:
        case "v":
            return d.Value(element.attributes["p"], "".join(element.children))
        case "gap":
            return d.Gap(element.attributes["p"], "".join(element.children))
        case "strong":
            return d.Strong(_inlines(element.children))
        case "dfn":
            return d.Dfn(_inlines(element.children))
        case "em":
            return d.Emph(_inlines(element.children))
        case "a":
            href = element.attributes["href"]
            if not SAFE_HREF.fullmatch(href):
                raise MarkupError(f"Dit adres mag niet in een link: {href[:60]!r}")
            return d.Link(href, element.attributes.get("p", ""), _inlines(element.children))
    raise MarkupError(f"<{element.tag}> hoort niet in een regel")
