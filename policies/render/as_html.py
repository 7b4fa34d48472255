"""Document + Edition → HTML: the article that is stored and framed, or a whole page to keep as a file."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import escape

from policies.core import document as d
from policies.core.clauses.filters import datum
from policies.core.facts.internet_address import shown_link
from policies.core.language.printable import OUTSIDE
from policies.render import as_figure, fonts

STYLE = (
    Path(__file__).parents[1] / "static" / "policies" / "public.css"
)  # that of the public page: one dress for the statement, wherever it is read
REMARK = re.compile(r"\s*/\*.*?\*/", re.DOTALL)
NAMED = "naam"  # a link whose address print shows behind it
ROWS = "rijen"  # a table whose cells name their head themselves
CLOSING = "</article>\n"
FOLD, OPEN_FOLD = '<details class="vouw">', '<details class="vouw" open>'
# The bars on paper read no style sheet: these are the colours and the 10 points of print.css. A picture that is higher, in em, fits on no page.
TINT, LETTERS, HIGHEST = "#0b5e66", f' font-family="{fonts.FAMILY}" font-size="13.333" color="#1b2426"', 60
GapHref = Callable[[str], str | None]


def article(document: d.Document, edition: d.Edition | None, gap_href: GapHref | None = None) -> str:
    """Return the statement as one <article>.

    Without an edition it is marked as a draft; `gap_href` gives the address where a missing fact is filled in.
    """
    return _Writer(document, edition, gap_href).article()


def printed(document: d.Document, edition: d.Edition | None) -> str:
    """Return the same article for paper: nothing is folded, and what was the label of a fold is a line above it."""
    return _Printed(document, edition, None).article()


def page(document: d.Document, edition: d.Edition | None) -> str:
    """Return a whole HTML file that needs nothing else: style inside, no script, nothing fetched."""
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{document.language}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(full_title(document))}</title>",
            f"<style>{REMARK.sub('', STYLE.read_text('utf-8'))}</style></head>",
            f"<body><main>\n{article(document, edition)}</main></body>",
            "</html>\n",
        )
    )


def title(document: d.Document) -> str:
    """Return the title as one line of text."""
    return "".join(node.text for node in d.nodes(document.title) if isinstance(node, d.Text | d.Value))


def known_as(document: d.Document) -> str:
    """Return the name by which the public knows the company.

    It is its first trade name where the statement gives one, else its legal name; empty in a draft without.
    """
    told = [
        node for node in d.nodes((*document.sections, *document.summary)) if isinstance(node, d.Value)
    ]  # in full before in short
    return next(
        (
            node.text
            for path in ("controller.trade_names", "controller.legal_name")
            for node in told
            if node.path == path
        ),
        "",
    )


def full_title(document: d.Document) -> str:
    """Return the title with whose statement it is, as a file and a window bear it: “Privacyverklaring – Bakkerij Bart”."""
    words, name = title(document), known_as(document)
    return words if name in words else f"{words} – {name}"


def address_behind(node: d.Link) -> str:
    """Return the address of a link that paper and plain text show behind its words.

    Empty where the words show it, or where no reader types it.
    """
    address, shown = node.href.removeprefix("mailto:"), shown_link(node.href)
    words = d.plain(node.children)
    told = words in {address, shown, address.removeprefix("https://").removesuffix("/")}
    return "" if told or address.startswith(("#", "tel:")) else shown


def edition_line(document: d.Document, edition: d.Edition | None) -> str:
    """“Versie 1.03, geldig vanaf 1 december 2026”, or that this is a draft."""
    if edition is None:
        return document.word("draft")
    return document.word("edition").format(label=edition.label, date=datum(edition.effective_date, document.language))


class _Writer:
    """Walks a document. Who writes it otherwise overrides `run` (what is said), `title` (what names it), the level of headings or the ids."""

    top = 1  # the level of the title
    prefix = ""  # before every id
    fold = FOLD
    depth = 1  # the level of the heading above, counted from the title

    def __init__(self, document: d.Document, edition: d.Edition | None, gap_href: GapHref | None):
        self.document, self.edition, self.gap_href = document, edition, gap_href
        self.rules: dict[type, Callable[[Any], str]] = {
            d.Text: lambda n: _escape(n.text),
            d.Value: lambda n: _escape(n.text),
            d.Gap: self.gap,
            d.Strong: lambda n: f"<strong>{self.all(n.children)}</strong>",
            d.Emph: lambda n: f"<em>{self.all(n.children)}</em>",
            d.Dfn: lambda n: f"<dfn>{self.all(n.children)}</dfn>",
            d.Link: self.link,
            d.Paragraph: lambda n: f"<p>{self.run(n.children)}</p>\n",
            d.Bullets: self.bullets,
            d.Item: lambda n: f"<li>{self.run(n.children)}{self.all(n.nested)}</li>\n",
            d.Terms: lambda n: f"<dl>\n{self.all(n.entries)}</dl>\n",
            d.Term: lambda n: f"<dt>{self.run(n.term)}</dt><dd>{self.run(n.meaning)}</dd>\n",
            d.Table: self.table,
            d.Notice: lambda n: f'<div class="apart">\n{self.all(n.blocks)}</div>\n',
            d.Clause: self.clause,
            d.Card: self.card,
            d.Line: lambda n: f"<dt>{self.all(n.label)}</dt>\n<dd>{self.all(n.blocks)}</dd>\n",
            d.Division: self.division,
            d.Details: self.details,
            d.Figure: self.figure,
            d.Section: lambda n: (
                f'<section id="{self.id(n.key)}">\n{self.heading(1, self.number(n) + self.title(n.title))}\n{self.all(n.blocks)}</section>\n'
            ),
        }

    def details(self, node: d.Details) -> str:
        return f"{self.fold}\n<summary>{self.all(node.label)}</summary>\n{self.all(node.blocks)}</details>\n"

    def figure(self, node: d.Figure) -> str:
        """Return the picture under its caption, and the same terms as a list in a fold where nothing else lists them."""
        key = self.id(node.key)
        rows = "".join(f"<li>{_escape(bar.label)}: {_escape(bar.term)}</li>\n" for bar in node.bars)
        listed = (
            f"{self.fold}\n<summary>{_escape(node.listed)}</summary>\n<ul>\n{rows}</ul>\n</details>\n"
            if node.listed
            else ""
        )
        drawn = as_figure.svgs(node, f"{key}-woorden".replace("/", "-"))
        return f'<figure class="termijnen" id="{key}">\n<figcaption>{_escape(node.title)}</figcaption>\n{drawn}{listed}</figure>\n'

    def all(self, nodes: tuple[d.Node, ...]) -> str:
        rules = self.rules
        return "".join([rules[type(node)](node) for node in nodes])

    def run(self, inlines: tuple[d.Inline, ...]) -> str:
        """Return the words of one paragraph, item, term, meaning or cell."""
        return self.all(inlines)

    def title(self, inlines: tuple[d.Inline, ...]) -> str:
        """Return the words of a heading or of what stands in its place."""
        return self.all(inlines)

    def heading(self, depth: int, words: str) -> str:
        return f"<h{self.top + depth}>{words}</h{self.top + depth}>"

    def division(self, node: d.Division) -> str:
        """Return a part of a section, or of another part: its heading one level lower."""
        self.depth += 1
        heading = self.heading(self.depth, self.title(node.title))
        said = f'<section id="{self.id(node.key)}">\n{heading}\n{self.all(node.blocks)}</section>\n'
        self.depth -= 1
        return said

    def id(self, key: str) -> str:
        return f"{self.prefix}{_escape(key)}"

    def link(self, node: d.Link) -> str:
        kind = f' class="{NAMED}"' if address_behind(node) else ""
        return f'<a{kind} href="{_escape(node.href)}">{self.all(node.children)}</a>'

    def clause(self, node: d.Clause) -> str:
        return f'<div id="{self.id(node.key)}">\n{self.all(node.blocks)}</div>\n'

    def article(self) -> str:
        return f"{self.opening()}{''.join(self.parts().values())}{CLOSING}"

    def opening(self) -> str:
        return f'<article class="verklaring" lang="{self.document.language}">\n'

    def parts(self) -> dict[str, str]:
        """Return what stands in the article, in order: the head, the first layer, the contents, each section by its key, and the end."""
        sections = {section.key: self.all((section,)) for section in self.document.sections}
        return {
            "kop": self.head(),
            "kort": self.summary(),
            "inhoud": self.contents(),
            **sections,
            "einde": self.footer(),
        }

    def head(self) -> str:
        """Return the title, with whose statement it is and its edition."""
        line, kind = _escape(edition_line(self.document, self.edition)), "versie" if self.edition else "concept"
        return (
            f"<header{self.anchor('kop')}>\n{self.owner()}{self.heading(0, self.title(self.document.title))}\n"
            f'<p class="{kind}">{line}</p>\n</header>\n'
        )

    def anchor(self, name: str) -> str:
        """Return the id of a part that has none in a published statement, as it stands in a tag."""
        return ""

    def owner(self) -> str:
        """Whose statement it is, above a title that does not say so."""
        name = known_as(self.document)
        return "" if name in title(self.document) else f'<p class="onderneming">{_escape(name)}</p>\n'

    def summary(self) -> str:
        """Return the first layer, which stands before the contents; empty for a document from before there was one."""
        if not self.document.summary:
            return ""
        words = self.heading(1, _escape(self.document.word("summary")))
        return f'<section class="kort" id="{self.prefix}kort">\n{words}\n{self.all(self.document.summary)}</section>\n'

    def number(self, section: d.Section) -> str:
        words = self.document.number(section)
        return f"{_escape(words)} " if words else ""

    def short_number(self, section: d.Section) -> str:
        """Return what stands before an entry of the contents: “3. ” where the heading says “Artikel 3.”."""
        return f"{section.number}. " if self.number(section) else ""

    def card(self, node: d.Card) -> str:
        """Labelled lines as a description list; the title is no heading, so it names the group by its id."""
        key = self.id(node.key)
        name = f' role="group" aria-labelledby="{key}/naam"' if node.title else ""
        title = f'<p class="kaartnaam" id="{key}/naam">{self.title(node.title)}</p>\n' if node.title else ""
        return f'<div class="kaart" id="{key}"{name}>\n{title}<dl>\n{self.all(node.lines)}</dl>\n</div>\n'

    def contents(self) -> str:
        """Return the contents: a fold where there is little room, and beside the text under a heading where there is much.

        The style sheet shows one name of the two.
        """
        name = _escape(self.document.word("contents"))
        entries = "".join(
            f'<li><a href="#{self.id(s.key)}">{self.short_number(s)}{self.all(s.title)}</a></li>\n'
            for s in self.document.sections
        )
        return f'<nav{self.anchor("inhoud")} class="inhoud" aria-label="{name}">\n{self.heading(1, name)}\n{self.listed(name, entries)}\n</nav>\n'

    def listed(self, name: str, entries: str) -> str:
        """Return the list of contents in a fold, which the style sheet shows open where there is room beside the text."""
        return f"<details>\n<summary>{name}</summary>\n<ol>\n{entries}</ol>\n</details>"

    def footer(self) -> str:
        """Return the places at the end: where the PDF and the other versions are, and the digest that proves the content."""
        if self.edition is None:
            return ""
        edition, word = self.edition, self.document.word
        lines = [
            f'<p>{_escape(word(name))} <a href="{_escape(url)}">{_escape(url)}</a></p>\n'
            for name, url in (
                ("pdf", edition.pdf_url),
                ("versions", edition.versions_url),
            )
            if url
        ]
        if edition.digest:
            lines.append(f'<p class="kenmerk">{_escape(word("digest"))}: {_escape(edition.digest)}</p>\n')
        return f"<footer>\n{''.join(lines)}</footer>\n" if lines else ""

    def gap(self, node: d.Gap) -> str:
        words = _escape(f"[{self.document.word('gap')}: {node.label}]")
        href = self.gap_href(node.path) if self.gap_href else None
        return (
            f'<mark class="gat"><a href="{_escape(href)}">{words}</a></mark>'
            if href
            else f'<mark class="gat">{words}</mark>'
        )

    def bullets(self, node: d.Bullets) -> str:
        tag = "ol" if node.ordered else "ul"
        return f"<{tag}>\n{self.all(node.items)}</{tag}>\n"

    def table(self, node: d.Table) -> str:
        """Rows under heads. Each cell also bears its head, to be told before it where a narrow screen has no room for columns."""
        caption = f"<caption>{self.run(node.caption)}</caption>\n" if node.caption else ""
        head = "".join(f'<th scope="col">{self.run(cell)}</th>' for cell in node.head)
        names = [f' data-kop="{_escape(d.plain(cell))}"' for cell in node.head[1:]]
        rows = "".join(
            f'<tr><th scope="row">{self.run(row[0])}</th>'
            + "".join(f"<td{name}>{self.run(cell)}</td>" for name, cell in zip(names, row[1:], strict=True))
            + "</tr>\n"
            for row in node.rows
        )
        return f'<table class="{ROWS}">\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


class _Printed(_Writer):
    def details(self, node: d.Details) -> str:
        """Return a fold as a paragraph and its blocks. A PDF has no tag for a summary, so its words would stand in no paragraph."""
        return f'<p class="vouwnaam">{self.all(node.label)}</p>\n{self.all(node.blocks)}'

    def figure(self, node: d.Figure) -> str:
        """Return the picture with words over the bars, and a paragraph above them: a PDF wants a caption inside its figure."""
        words = (lambda text: OUTSIDE.sub(fonts.PLACEHOLDER, text)) if self.edition is None else str
        picture, key = as_figure.FigurePicture(node, as_figure.ON_PAPER, words), self.id(node.key)
        if picture.height > HIGHEST:
            return ""
        rows: list[str] = []
        for row in picture.rows:
            label, term = ("<br>".join(_escape(line) for line in part) for part in (row.label, row.term))
            above = len(row.label) - row.is_beside
            after = ' class="na-schaal"' if row.is_loose and not (rows and picture.rows[len(rows) - 1].is_loose) else ""
            rows.append(f"<dt{after}>{label}</dt><dd>{'<br>' * above}{term}</dd>\n")
        return (
            f'<div class="termijnen" id="{key}">\n<p class="bijschrift">{_escape(node.title)}</p>\n{picture.svg(f"{key}-woorden".replace("/", "-"), TINT, LETTERS, with_words=False)}'
            f'<dl style="margin-top: -{picture.height:.2f}em">\n{"".join(rows)}</dl>\n</div>\n'
        )

    def listed(self, name: str, entries: str) -> str:
        """Return the list in two halves beside each other.

        WeasyPrint lays columns of CSS out again and again until they are level.
        """
        lines = entries.splitlines(keepends=True)
        half = (len(lines) + 1) // 2
        return "\n".join(f"<ol>\n{''.join(part)}</ol>" for part in (lines[:half], lines[half:]) if part)


def _escape(text: str) -> str:
    return str(escape(text))
