"""Document → HTML to look at while filling in: the article of a draft in which every sentence says why it is there and leads to its question."""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from policies.core import document as d
from policies.core.explain.sentences import CutSentence, DocumentSentences, StatementSentence, paths_of
from policies.render.as_html import CLOSING, OPEN_FOLD, _escape, _Writer

PREFIX = "v-"  # before every id, so that none is an id of the form beside it; those of sentences begin with “z-”
ALWAYS = "Staat in elke verklaring."


@dataclass(frozen=True, slots=True)
class SentenceReason:
    """The reason why a sentence is there, in words: the answers that it rests on, those still missing, and the address of the question.

    `paths` are facts that the sentence hangs on without printing them; `otherwise` is said where there is no answer to name.
    """

    href: str
    answers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    otherwise: str = ALWAYS


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """A part of the article: its HTML, and the id of the one element that it is."""

    id: str
    html: str

    @property
    def digest(self) -> str:
        """Return what tells this part apart from what it was before."""
        return hashlib.sha256(self.html.encode()).hexdigest()[:12]

    @property
    def update(self) -> str:
        """Return the part as htmx puts it in the place of the one on the page."""
        name, rest = self.html.split(" ", 1)
        return f'{name} hx-swap-oob="true" {rest}'


@dataclass(frozen=True, slots=True)
class ArticlePreview:
    """The statement as one <article>, marked as a draft, its title an <h2>; and its parts, which a page may take one by one."""

    opening: str
    parts: tuple[ArticlePart, ...]

    @property
    def html(self) -> str:
        """Return the whole article."""
        return f"{self.opening}{''.join(part.html for part in self.parts)}{CLOSING}"


def preview(
    cut: DocumentSentences, why: Callable[[StatementSentence], SentenceReason], changed: Collection[str] = ()
) -> ArticlePreview:
    """Return the statement to look at while filling in. `changed` are the ids of the sentences to mark as new."""
    writer = _Preview(cut, why, changed)
    parts = (ArticlePart(writer.id(name), html) for name, html in writer.parts().items() if html)
    return ArticlePreview(writer.opening(), tuple(parts))


class _Preview(_Writer):
    top = 2
    prefix = PREFIX
    fold = OPEN_FOLD  # whoever answers a question sees what it changes, wherever that stands

    def __init__(
        self, cut: DocumentSentences, why: Callable[[StatementSentence], SentenceReason], changed: Collection[str]
    ):
        super().__init__(cut.document, None, None)
        self.runs, self.why, self.changed = cut.runs, why, frozenset(changed)
        self.ahead: Iterator[tuple[CutSentence, ...]] = iter(())
        self.rules[d.Link] = lambda n: (
            f'<span class="link">{self.all(n.children)}</span>'
        )  # the sentence is a link itself

    def anchor(self, name: str) -> str:
        return f' id="{self.id(name)}"'

    def clause(self, node: d.Clause) -> str:
        self.ahead = iter(self.runs[node.key])
        return super().clause(node)

    def run(self, inlines: tuple[d.Inline, ...]) -> str:
        return "".join(
            [piece.before + self.sentence(piece.sentence, self.all(piece.nodes)) for piece in next(self.ahead)]
        )

    def title(self, inlines: tuple[d.Inline, ...]) -> str:
        paths = paths_of(inlines)
        return (
            f'<span class="kop" data-p="{_escape(" ".join(paths))}">{self.all(inlines)}</span>'
            if paths
            else self.all(inlines)
        )

    def sentence(self, said: StatementSentence, words: str) -> str:
        why, key = self.why(said), _escape(said.id)
        kind, mark = (
            ("zin nieuw", '<span class="visually-hidden">Gewijzigd: </span>')
            if said.id in self.changed
            else ("zin", "")
        )
        paths = " ".join(dict.fromkeys((*said.paths, *why.paths)))
        return (
            f'<span class="{kind}" id="{key}" data-p="{_escape(paths)}">'
            f'<a class="zin-tekst" href="{_escape(why.href)}">{mark}{words}</a>'
            f'<span class="waarom" role="note">{_reasons(said, why)}</span></span>'
        )


def _reasons(said: StatementSentence, why: SentenceReason) -> str:
    """Return what the bubble says: the answers, then the clause and its articles."""
    lines = [f"Nog in te vullen: {one}" for one in why.missing]
    if why.answers:
        lines.append(f"{'Uw antwoord' if len(why.answers) == 1 else 'Uw antwoorden'}: {'; '.join(why.answers)}")
    if not lines:
        lines.append(why.otherwise)
    source = [f"Clausule {said.clause}"] if said.clause else []
    source += [f"AVG art. {', '.join(said.articles)}"] if said.articles else []
    told_ = [f"<span>{_escape(line)}</span>" for line in lines]
    return " ".join(told_ + ([f'<span class="bron">{_escape(" · ".join(source))}</span>'] if source else []))
