"""Facts + library + date → Document. The same in gives the same out."""

from datetime import date
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from . import document as d
from . import markup, patterns
from .case import SCOPES, Case
from .dutch import LANGUAGE
from .facts import LISTS, PARTS, Facts, Recipient
from .facts.values import country_names
from .law import law_of
from .library import ClauseSource, Layout, Library
from .patterns.plan import Each, Own, Plan, Run
from .told import Known, Missing, Row, Said, Words, child_of, row_of

ROW_LISTS = {"recipient": "recipients", "group": "groups", "category": "categories", "rule": "retention_rules", "joint": "joint_controllers", "ai_system": "ai_systems", "section": "sections"}


def assemble(facts: Facts, library: Library, on: date) -> d.Document:
    """The statement of one company as the law stands on `on`. Pattern and tone are in facts.style; the defaults are rubrieken and u.

    A missing fact becomes a Gap. Raises markup.MarkupError when a clause leaves the closed set.
    """
    return _Assembly(facts, library, on).document()


class _Assembly:
    """One run: the facts as clauses see them, and the case that conditions judge."""

    def __init__(self, facts: Facts, library: Library, on: date):
        self.facts, self.library = facts, library
        self.tone = facts.style.tone or "u"
        self.pattern = facts.style.pattern or "rubrieken"
        self.case = Case(facts, law_of(facts, library, on))
        self.words = Words(library.catalogue["words"], self.tone, facts.controller.country or "BE")
        self.layout: Layout = library.layouts[self.pattern]
        self.cases = {scope: tuple(walk(self.case)) for scope, walk in SCOPES.items()}
        self.context = self._context()
        self.contexts = {id(self.case): self.context}

    def document(self) -> d.Document:
        sections = [section for plan in patterns.sections(self.pattern) for section in self._sections(plan)]
        numbered = tuple(d.Section(s.key, number, s.title, s.blocks) for number, s in enumerate(sections, 1))
        words = tuple(d.Word(name, text[self.tone] if isinstance(text, dict) else text) for name, text in sorted(self.layout.words.items()))
        language = LANGUAGE[self.facts.controller.country or "BE"]
        return d.Document(d.SCHEMA, language, self.pattern, self.tone, self._heading(self.layout.title, self.context), words, numbered)

    def _context(self) -> dict[str, Any]:
        facts = Row(self.facts, self.facts, "", self.words)
        context = {name: getattr(facts, name) for name in (*PARTS, *LISTS)}
        authorities = [Known(row, f"catalogue.authorities.{row['id']}") for row in self.case.law.authorities]
        context["authorities"] = authorities or Missing("controller.country", "toezichthouder")
        context["aan"] = lambda u, je: Markup(u if self.tone == "u" else je)
        return context

    def _sections(self, plan: Plan | Own) -> list[d.Section]:
        if isinstance(plan, Own):
            return self._own(plan.place)
        blocks: list[d.Block] = []
        for part in plan.parts:
            blocks += self._each(part) if isinstance(part, Each) else self._part(part, self.case)
        if not blocks:
            return []
        return [d.Section(plan.key, 0, self._heading(self.layout.headings[plan.key], self.context), tuple(blocks))]

    def _own(self, place: str) -> list[d.Section]:
        """The company's own sections at one place; a section without a place stands at the end."""
        sections = []
        for key, case in self.cases["section"]:
            if (case.section.place or "end") == place:
                title = self._heading(self.layout.divisions["section"], self._context_of(case))
                sections.append(d.Section(key.rstrip("/"), 0, title, tuple(self._part("own/body", case, key))))
        return sections

    def _each(self, each: Each) -> list[d.Block]:
        divisions: list[d.Block] = []
        for key, case in self.cases[each.scope]:
            blocks = [block for part in each.parts for block in self._part(part, case, key)]
            if blocks:
                title = self._heading(self.layout.divisions[each.scope], self._context_of(case))
                divisions.append(d.Division(key.rstrip("/"), title, tuple(blocks)))
        return divisions

    def _part(self, part: str | Run, case: Case, within: str | None = None) -> list[d.Block]:
        """A clause, or a run of clauses: once, or once for every row of its scope; inside a division only for that row and what hangs on it."""
        names = part.clauses if isinstance(part, Run) else (part,)
        scope = self.library.clauses[names[0]].scope
        if within is None:
            cases = self.cases[scope]
        elif scope in {"purpose", "use"}:
            cases = tuple((key, one) for key, one in self.cases[scope] if one.activity is case.activity)
        else:
            cases = ((within, case),)
        clauses = [self.library.clauses[name] for name in names]
        said = (self._clause(clause, key, one) for key, one in cases for clause in clauses if clause.condition(one))
        return [block for block in said if block is not None]

    def _clause(self, clause: ClauseSource, key: str, case: Case) -> d.Clause | None:
        html = clause.template.render(self._context_of(case))
        try:
            blocks = markup.parse(html)
        except markup.MarkupError as error:
            raise markup.MarkupError(f"{clause.id}: {error}") from error
        name = clause.id.rpartition("/")[2] if key else clause.id
        return d.Clause(f"{key}{name}", clause.id, clause.digest[:16], clause.articles, clause.states, blocks) if blocks else None

    def _context_of(self, case: Case) -> dict[str, Any]:
        """The names a clause of this case may use; made once per case."""
        if id(case) not in self.contexts:
            self.contexts[id(case)] = self._own_context(case)
        return self.contexts[id(case)]

    def _own_context(self, case: Case) -> dict[str, Any]:
        context = dict(self.context)
        if case.activity is not None:
            context["activity"] = activity = row_of(self.facts, self.words, "activities", case.activity)
            if case.purpose is not None:
                context["purpose"] = child_of(activity, "purposes", case.purpose)
            if case.use is not None:
                context["use"] = child_of(activity, "uses", case.use)
        for name, collection in ROW_LISTS.items():
            row = getattr(case, name)
            if row is not None:
                context[name] = row_of(self.facts, self.words, collection, row)
        if case.recipient is not None:
            context["outside"] = self._countries(case.recipient, self.case.law.outside(case.recipient))
            context["inside"] = self._countries(case.recipient, self.case.law.inside(case.recipient))
        if case.decision is not None:
            context["decision"] = row_of(self.facts, self.words, "automated.decisions", case.decision)
        return context

    def _countries(self, recipient: Recipient, codes: tuple[str, ...]) -> list[Said]:
        path = f"recipients.{recipient.key}."
        return [Said(path + ("country" if code == recipient.country else "transfer_countries"), country_names()[code], code) for code in codes]

    def _heading(self, template: Template, context: dict[str, Any]) -> tuple[d.Inline, ...]:
        paragraph = markup.parse(f"<p>{template.render(context)}</p>")[0]
        return paragraph.children
