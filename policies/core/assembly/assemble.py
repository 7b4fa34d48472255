"""Facts + library + date → Document. The same in gives the same out."""

from dataclasses import replace
from datetime import date

from jinja2 import Template

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly import parse, references, term_figure
from policies.core.assembly.context import ClauseContexts
from policies.core.clauses.case import HANGS, SCOPES, Case, leaves_a_basis_open
from policies.core.clauses.filters import LANGUAGE
from policies.core.clauses.library import ClauseSource, Layout, Library
from policies.core.facts import Facts
from policies.core.facts.defaults import defaults_of
from policies.core.facts.planned import without_undated
from policies.core.law import law_of
from policies.core.patterns.plan import (
    CardPlan,
    EachPlan,
    FigurePlan,
    Fold,
    LinePlan,
    Own,
    Part,
    Piece,
    QuestionPlan,
    Run,
    SectionPlan,
)

OF_ACTIVITY = {"purpose", "use"}  # scopes whose rows hang on an activity
Row = tuple[str, Case]  # the key that begins the keys of what is said about a row, and the row as conditions see it


def assemble(facts: Facts, library: Library, on: date, known: parse.ParsedPieces | None = None) -> d.Document:
    """Return the statement of one company as the law stands on `on`. Pattern and tone are in facts.style; the defaults are rubrieken and u.

    A missing fact becomes a Gap, a plan without a day is left out. `known` holds what was parsed for an earlier document, and gets what is parsed now.
    Raises parse.MarkupError when a clause leaves the closed set.
    """
    return _Assembly(without_undated(facts), library, on, {} if known is None else known).document()


class _Assembly:
    """One run: walks the layout, asks each clause whether it applies, and collects what they say."""

    def __init__(self, facts: Facts, library: Library, on: date, known: parse.ParsedPieces):
        self.facts, self.library, self.known = facts, library, known
        self.tone = facts.style.tone or "u"
        self.pattern = facts.style.pattern or "rubrieken"
        self.layout: Layout = library.layouts[self.pattern]
        self.case = Case(
            facts, law_of(facts, library, on), open_basis=leaves_a_basis_open(facts), shared_defaults=defaults_of(facts)
        )
        self.contexts = ClauseContexts(facts, library, self.case, self.tone)
        self.marked: set[str] = set()  # keys of clauses with a reference or a hard word
        self.rows = {scope: tuple(walk(self.case)) for scope, walk in SCOPES.items()}

    def document(self) -> d.Document:
        summary = tuple(block for part in patterns.SUMMARY for block in self._blocks(part, None))
        sections = [section for piece in patterns.sections(self.pattern) for section in self._sections(piece)]
        numbered = tuple(replace(section, number=number) for number, section in enumerate(sections, 1))
        words = {
            **self.layout.words,
            **{name: text[self.tone] for name, text in self.layout.words.items() if isinstance(text, dict)},
        }
        language = LANGUAGE[self.facts.controller.country or "BE"]
        raw = d.Document(
            d.SCHEMA,
            language,
            self.pattern,
            self.tone,
            self._words(self.layout.title, self.case),
            tuple(d.Word(*word) for word in sorted(words.items())),
            numbered,
            summary,
        )
        return references.finish(raw, self.library.catalogue["glossary"], self.marked)

    # --- sections ---

    def _sections(self, piece: Piece) -> list[d.Section]:
        if isinstance(piece, Own):
            return self._own(piece.place)
        if isinstance(piece, EachPlan):
            return [d.Section(one.key, 0, one.title, one.blocks) for one in self._divisions(piece, None)]
        blocks = [block for part in piece.parts for block in self._blocks(part, None)]
        if all(isinstance(block, d.Figure) for block in blocks):  # a picture alone says nothing
            return []
        return [
            d.Section(
                piece.key, 0, self._words(self.layout.headings[piece.key], self.case), (*self._lead(piece), *blocks)
            )
        ]

    def _lead(self, plan: SectionPlan) -> tuple[d.Block, ...]:
        """Return the paragraphs that the pattern itself puts at the head of a section, such as where to read on."""
        return tuple(d.Paragraph(self._words(lead, self.case)) for lead in self.layout.leads.get(plan.key, ()))

    def _own(self, place: str) -> list[d.Section]:
        """Return the company's own sections at one place; a section without a place stands at the end."""
        rows = [row for row in self.rows["section"] if row[1].section and (row[1].section.place or "end") == place]
        return [
            d.Section(
                row[0].rstrip("/"),
                0,
                self._words(self.layout.divisions["section"], row[1]),
                tuple(self._blocks("own/body", row)),
            )
            for row in rows
        ]

    # --- parts ---

    def _blocks(self, part: Part, row: Row | None) -> list[d.Block]:
        """Return the blocks of one part of the layout: about one row, or about the company and every row of its scope."""
        if isinstance(part, EachPlan):
            return list(self._divisions(part, row))
        if isinstance(part, CardPlan):
            return [card for one in self._of_scope(part.scope, row) if (card := self._card(part, one))]
        if isinstance(part, Fold):
            return self._folded(part, [block for below in part.parts for block in self._blocks(below, row)], row)
        if isinstance(part, FigurePlan):
            return self._figure(part)
        if isinstance(part, QuestionPlan):
            blocks = tuple(block for below in part.parts for block in self._blocks(below, row))
            key, case = row or ("", self.case)
            return (
                [d.Division(f"{key}{part.key}", self._words(self.layout.questions[part.key], case), blocks)]
                if blocks
                else []
            )
        return self._said(part, row)

    def _divisions(self, each: EachPlan, row: Row | None) -> list[d.Division]:
        divisions = []
        for one in self._of_scope(each.scope, row):
            blocks = tuple(block for part in each.parts for block in self._blocks(part, one))
            if blocks:
                divisions.append(
                    d.Division(one[0].rstrip("/"), self._words(self.layout.divisions[each.scope], one[1]), blocks)
                )
        return divisions

    def _card(self, card: CardPlan, row: Row) -> d.Card | None:
        lines = [line for part in card.lines if (line := self._line(part, row))]
        title = self._words(self.layout.divisions[card.scope], row[1]) if card.titled else ()
        first = card.lines[0].label
        return d.Card(f"{row[0]}kaart-{first}", title, tuple(lines)) if lines else None

    def _line(self, line: LinePlan, row: Row) -> d.Line | None:
        blocks = tuple(block for part in line.parts for block in self._said(part, row))
        return d.Line(self._words(self.layout.labels[line.label], row[1]), blocks) if blocks else None

    def _folded(self, fold: Fold, blocks: list[d.Block], row: Row | None) -> list[d.Block]:
        """Return these blocks in a fold; as they are where the statement is too short to fold them, or where there are none."""
        if not blocks or fold.above is not None and len(self.facts.activities) <= fold.above:
            return blocks
        key, case = row or ("", self.case)
        return [d.Details(f"{key}vouw-{fold.label}", self._words(self.layout.labels[fold.label], case), tuple(blocks))]

    def _figure(self, part: FigurePlan) -> list[d.Block]:
        """Return the picture of all terms; nothing where there are too few of them or the company has turned it off."""
        bars = () if self.facts.style.no_figure else term_figure.bars(self.facts)
        label, listed = (
            d.plain(self._words(self.layout.labels[name], self.case)) if name else ""
            for name in (part.label, part.listed)
        )
        return [d.Figure(f"beeld-{part.label}", label, bars, listed)] if bars else []

    def _said(self, part: Part, row: Row | None) -> list[d.Block]:
        """Return the blocks of a clause, or of a run of clauses: once, or in turn for every row of its scope."""
        if isinstance(part, Run):
            return [
                block
                for one in self._of_scope(part.scope, row)
                for below in part.clauses
                for block in self._of_row(below, one)
            ]
        assert isinstance(part, str)  # every other part has a heading or a frame of its own
        return [
            block for one in self._of_scope(self.library.clauses[part].scope, row) for block in self._of_row(part, one)
        ]

    def _of_row(self, part: Part, row: Row) -> list[d.Block]:
        """Return the blocks of a clause about one row, or of a fold in a run."""
        if isinstance(part, Fold):
            return self._folded(part, [block for below in part.parts for block in self._of_row(below, row)], row)
        assert isinstance(part, str)  # a run holds clauses and folds of clauses
        clause = self.library.clauses[part]
        said = self._clause(clause, row) if clause.condition(row[1]) else None
        return [said] if said else []

    def _of_scope(self, scope: str, row: Row | None) -> tuple[Row, ...]:
        """Return the rows of a scope: all of the company, or only those that hang on one row."""
        if row is None:
            return self.rows[scope]
        if scope in OF_ACTIVITY and row[1].activity is not None:
            return tuple(one for one in self.rows[scope] if one[1].activity is row[1].activity)
        for name, hangs in HANGS.items():
            if scope == "activity" and getattr(row[1], name) is not None:
                return tuple(
                    one for one in self.rows[scope] if one[1].activity is not None and hangs(row[1], one[1].activity)
                )
        return (row,)

    def _clause(self, clause: ClauseSource, row: Row) -> d.Clause | None:
        key, case = row
        html = clause.template.render(self.contexts.of(case))
        try:
            blocks = parse.parsed(html, self.known)
        except parse.MarkupError as error:
            raise parse.MarkupError(f"{clause.id}: {error}") from error
        name = clause.id.rpartition("/")[2] if key else clause.id
        if "<dfn>" in html or '<a href="#' in html:
            self.marked.add(f"{key}{name}")
        return (
            d.Clause(f"{key}{name}", clause.id, clause.digest[:16], clause.articles, clause.states, blocks)
            if blocks
            else None
        )

    def _words(self, template: Template, case: Case) -> tuple[d.Inline, ...]:
        """Return a heading, label or lead-in of the pattern."""
        (block,) = parse.parsed(f"<p>{template.render(self.contexts.of(case))}</p>", self.known)
        assert isinstance(block, d.Paragraph)
        return block.children
