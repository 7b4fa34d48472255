"""HTML from outside → blocks: headings, paragraphs, list items and rows of tables. Menus, scripts and styles are left out."""

import re

from policies.core.language.ease import row_of
from policies.core.reading.block import SourceBlock
from policies.core.reading.tags import Tag, parts

DROPPED = {"title", "script", "style", "nav", "noscript", "template", "svg", "select", "button", "iframe", "object"}
DRAWN = "termijnen"  # the class of our own picture of terms: it repeats what the statement says
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"}
BREAKS = {
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "ul",
    "ol",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "form",
    "fieldset",
    "blockquote",
    "address",
    "figure",
    "figcaption",
    "caption",
    "details",
    "body",
    "pre",
    "hr",
}
BOLD = {"strong", "b"}
NEAR = 20  # pieces of text before the end of a link in which its address may be printed


def blocks(source: str) -> list[SourceBlock]:
    """Return the blocks of a page in their order.

    Nothing in it is trusted or run; broken markup is read as far as it goes.
    """
    page = _Page(DROPPED)
    page.read(source)
    if not page.found:  # a menu or a template that is never closed swallowed the page: read it with them
        page = _Page({"title", "script", "style"})
        page.read(source)
    return page.found


class _Page:
    def __init__(self, dropped: set[str]) -> None:
        self.dropped, self.skipping = dropped, ""
        self.found: list[SourceBlock] = []
        self.text: list[str] = []
        self.kind, self.bold, self.plain = "text", 0, False  # plain: something stands outside bold
        self.link = ""
        self.label = ""  # the <dt> whose <dd> is being read
        self.head: list[str] = []
        self.cells: list[str] | None = None
        self.heads, self.first = 0, ""  # how many cells of the row are heads, and what its first one is

    def read(self, source: str) -> None:
        """Read the source of a page into `found`."""
        for part in parts(source):
            if isinstance(part, str):
                self._text(part)
                continue
            if part.starts:
                self._start(part)
            if part.ends:
                self._end(part.name)
        self._flush()

    def _start(self, start: Tag) -> None:
        tag = start.name
        if self.skipping:
            return
        if tag in self.dropped or tag == "figure" and DRAWN in start.attributes.get("class", "").split():
            self.skipping = tag
        elif tag == "br":
            self._flush(self.kind) if self.cells is None else self.text.append(" ")
        elif tag in HEADINGS:
            self._flush("heading")
        elif tag == "li":
            self._flush("item")
        elif tag == "dt":
            self._flush("term")
        elif tag == "tr":
            self._flush()
            self.cells, self.heads, self.first = [], 0, ""
        elif tag in {"td", "th"} and self.cells is not None:
            self._cell()
            self.heads += tag == "th"
            self.first = self.first or tag
        elif tag in BREAKS and self.cells is None:
            self._flush("item" if tag in {"p", "div"} and self.kind == "item" and not self._words() else "text")
        elif tag in BOLD:
            self.bold += 1
        elif tag == "a":
            self.link = start.attributes.get("href", "")

    def _end(self, tag: str) -> None:
        if self.skipping:
            self.skipping = "" if tag == self.skipping else self.skipping
        elif tag == "table":
            self._row() if self.cells is not None else self._flush()
            self.head = []
        elif tag in HEADINGS or tag == "li" or (tag in BREAKS and self.cells is None):
            self._flush()
        elif tag == "dt":
            self._flush()
        elif tag in {"dd", "dl"}:
            self._flush()
            self.label = ""
        elif tag == "tr" and self.cells is not None:
            self._row()
        elif tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag == "a" and self.link:
            self._address()

    def _text(self, data: str) -> None:
        if not self.skipping:
            self.text.append(data)
            self.plain = self.plain or bool(data.strip() and not self.bold)

    def _words(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.text)).strip()

    def _address(self) -> None:
        """Put the address behind a word after it, for it says as much as one that is printed.

        One that stands just before the end of the link is not repeated.
        """
        scheme, _, rest = self.link.partition(":")
        if scheme.lower() in {"mailto", "tel"} and rest.partition("?")[0] not in "".join(self.text[-NEAR:]):
            self.text.append(f" ({rest.partition('?')[0]})")
        self.link = ""

    def _flush(self, following: str = "text") -> None:
        words = self._words()
        if words and self.kind == "term":
            self.label = f"{words.rstrip(' :?')}{'?' if words.endswith('?') else ':'}"
        elif words:
            # a paragraph that is bold from end to end, short and without a full stop, is meant as a heading
            bold = (
                self.kind == "text"
                and not self.plain
                and len(words.split()) <= 10
                and not words.endswith((".", ",", ";"))
            )
            kind = "heading" if bold and self.bold + len(words) > 2 else self.kind
            self._put(kind, words)
        self.text, self.kind, self.plain = [], following, False

    def _put(self, kind: str, words: str, bare: str = "") -> None:
        """Add a block. The label of a description list goes before its text, or above its list or table."""
        label, self.label = self.label, ""
        if label and kind == "text":
            words = f"{label} {words}"
        elif label:
            self.found.append(SourceBlock("text", label))
        self.found.append(SourceBlock(kind, words, bare))

    def _cell(self) -> None:
        words = self._words()
        if words and self.cells is not None:
            self.cells.append(words)
        self.text, self.plain = [], False

    def _row(self) -> None:
        """Add a row as one line.

        The heads of the columns stand before its cells, unless the row has a head of its own: then that stands before the others.
        """
        if self.cells is None:
            return
        self._cell()
        cells, self.cells = self.cells, None
        if self.heads == len(cells) and self.heads > 1 and not self.head:
            self.head = cells
        elif self.heads == 1 and self.first == "th" and len(cells) > 1:
            self._put("row", f"{cells[0]}: {'; '.join(cells[1:])}")
        elif cells:
            named = self.head if len(self.head) == len(cells) else [""] * len(cells)
            words = "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(named, cells, strict=True))
            self._put("row", words, row_of(cells) if self.head else "")
