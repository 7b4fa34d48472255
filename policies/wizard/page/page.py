"""One page of the wizard: its blocks with their forms, filled with the facts or with what was just typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from policies.core import facts as f
from policies.core.checks.finding import Finding
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import NUMBERS, check_numbers
from policies.wizard.forms import conflicts
from policies.wizard.forms.answer_form import AnswerForm, QuestionField, choices_id
from policies.wizard.forms.catalogue_choices import Choosing, call_nothing
from policies.wizard.forms.fields import Options
from policies.wizard.forms.formset import LineForm, Lines, lines_of
from policies.wizard.forms.item_suggestions import item_chips
from policies.wizard.page.page_block import EachRow, PageBlock
from policies.wizard.steps.blocks import Block, Cards, Each, Fields, Inline
from policies.wizard.steps.locate import each_prefix
from policies.wizard.visibility.evaluate import list_for_browser, list_matters

TWICE = "Deze soort gegevens staat al bij deze verwerking. Vul ze daar aan."


@dataclass(frozen=True)
class Subject:
    """Whose answers the page shows: the parts of the policy (no rows), or one row; `row` is that row as facts."""

    rows: tuple[str, ...] = ()
    row: Any = None


class Page:
    """`subject` is the row whose page it is; `add` names the list that gets one more empty row.

    `on` is the day on which the catalogue offers something to choose; without a day it offers nothing. `category` is the kind of data that somebody is about to choose.
    `lists_all`: every list of references has all rows in it, for a browser without JavaScript; otherwise what many rows share stands on the page once.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        facts: Facts,
        subject: Subject = Subject(),
        *,
        data: QueryDict | None = None,
        findings: Sequence[Finding] = (),
        read_only: bool = False,
        on: date | None = None,
        category: str = "",
        lists_all: bool = False,
    ) -> None:
        self.choosing, self.category, self.on = Choosing(facts, on) if on and not read_only else None, category, on
        self.blocks, self.facts, self.subject, self.read_only = blocks, facts, subject, read_only
        self.lists_all = lists_all
        self.data, self.add, self.taken = data, _posted(data, "add"), _posted(data, "neem")
        self.shown = (
            {} if subject.rows[-1:] == ("",) else conflicts.read(_posted(data, "getoond"))
        )  # a new row meets nobody
        self.shown.pop(_posted(data, "houd"), None)  # what somebody else stored there was seen, and gives way
        self.findings: dict[str, list[Finding]] = {finding.path: [] for finding in findings}
        for finding in findings:
            self.findings[finding.path].append(finding)
        self.options = {name: _options(getattr(facts, name)) for name in f.LISTS}
        page_blocks = [self._page_block(block) for block in blocks if self._conditions(block) is not None]
        self.page_blocks = [page_block for page_block in page_blocks if page_block.form is None or page_block.form.asks]
        if self.taken:
            self._take_over()

    # --- what stands on the page

    def _page_block(self, block: Block) -> PageBlock:
        if isinstance(block, Fields):
            return PageBlock(block, form=self._fields(block))
        if isinstance(block, Inline):
            path = paths.path_of(block.of, self.subject.rows)
            lines = self._lines(block)
            page_block = PageBlock(block, lines=lines, findings=self.findings.get(path, []))
            if block.chips:
                page_block.chips = item_chips(self)
                lines.picked = page_block.chips.picked
            return page_block
        if isinstance(block, Each):
            target = paths.field_spec(block.of, block.name).target
            choices = {} if self.lists_all or self.read_only else self.options[target]
            return PageBlock(block, each=self._each(block), choices=choices, choices_id=choices_id(target))
        clauses = self._conditions(block)
        return PageBlock(
            block,
            findings=self.findings.get(block.of, []),
            conditions=clauses or [],
            waits=not list_matters(block.of, self.facts, found=self.findings),
        )

    def _conditions(self, block: Block) -> list | None:
        """What on the page gives a list a reason to be there; empty when it always stands there, None when nothing does."""
        if not isinstance(block, Cards):
            return []
        clauses = list_for_browser(block.of, self.facts, self.findings)
        return clauses and [
            [{"f": f"{paths.leaf(one['of'])}-{one['name']}", "v": one["values"], "u": one["unless"]} for one in clause]
            for clause in clauses
        ]

    def _fields(self, block: Fields) -> AnswerForm:
        path = paths.path_of(block.of, self.subject.rows)
        form = self._form(block.of, block.names, self._row(block.of), paths.leaf(block.of), path)
        form.ask(self.facts, self._row(block.of))
        if block.folded:  # its legend and help stand in the summary
            form.layout()
        else:
            form.layout(block.legend, help=block.help)
        return form

    def _form(
        self, of: str, names: Sequence[str], row: Any, prefix: str, path: str, lists_chosen: bool = False
    ) -> AnswerForm:
        form = AnswerForm(
            self.data,
            of=of,
            names=names,
            options=self.options,
            read_only=self.read_only,
            prefix=prefix,
            path=path,
            initial={name: getattr(row, name) for name in names},
            findings=self._below(path, names),
            shown=self.shown,
            lists_chosen=lists_chosen,
        )
        if self.choosing:
            self.choosing.dress(form, path)
        return form

    def _row(self, of: str) -> Any:
        """The facts that a block asks about: a part, or the row whose page it is."""
        if self.subject.row is not None:
            return self.subject.row
        return paths.read(self.facts, of)

    def _below(self, path: str, names: Sequence[str]) -> dict[str, list[Finding]]:
        return {name: found for name in names if (found := self.findings.get(f"{path}.{name}"))}

    def _lines(self, block: Inline) -> Lines:
        rows = self._rows(block)
        extra = 0 if self.read_only else 1 if not rows else 0
        places = [
            paths.path_of(block.of, (*self.subject.rows, paths.name_at(rows, index))) for index in range(len(rows))
        ]
        names = [*block.names, "key"] if hasattr(paths.class_at(block.of), "key") else list(block.names)
        prefix = paths.leaf(block.of)
        return lines_of(block, extra)(
            self._with_one_more(prefix),
            block=block,
            prefix=prefix,
            facts=self.facts,
            rows=rows,
            initial=[{name: getattr(row, name) for name in names} for row in rows],
            places=places,
            shown=self.shown,
            findings={path: self._below(path, block.names) for path in places},
            form_kwargs={"options": self.options, "read_only": self.read_only},
        )

    def _rows(self, block: Inline) -> tuple:
        if self.subject.row is not None:
            return getattr(self.subject.row, paths.leaf(block.of))
        return paths.read(self.facts, block.of)

    def _with_one_more(self, prefix: str) -> QueryDict | None:
        """What was posted; with one row more in the list that the person wants to add to."""
        if self.data is None or self.add != prefix:
            return self.data
        data, name = self.data.copy(), f"{prefix}-TOTAL_FORMS"
        total = _posted(data, name)
        data[name] = str(int(total) + 1) if total.isdecimal() and len(total) < 5 else total
        return data

    def _each(self, block: Each) -> list[EachRow]:
        return [
            EachRow(self._one(block, block.of, (row.key,), row, row.name or row.key), list(self._inside(block, row)))
            for row in paths.rows_at(self.facts, block.of, ())
        ]

    def _inside(self, block: Each, row: Any) -> Iterator[AnswerForm]:
        lines = getattr(row, paths.leaf(block.inside))
        for index, line in enumerate(lines):
            label = self.options["categories"].get(line.category, "gegevens zonder soort")
            form = self._one(block, block.inside, (row.key, paths.name_at(lines, index)), line, label)
            call_nothing(form.fields[block.name].widget, block.inside_nothing)
            yield form

    def _one(self, block: Each, of: str, rows: tuple[str, ...], row: Any, label: str) -> AnswerForm:
        prefix, path = each_prefix(of, rows), paths.path_of(of, rows)
        form = self._form(of, (block.name,), row, prefix, path, lists_chosen=not self.lists_all)
        form.fields[block.name].label = label
        form.fields[block.name].help_text = ""
        if self.data is not None and form.add_prefix(block.name) not in self.data:
            form.is_bound = False  # the row came while the page was open: nothing was said about it
        form.layout()
        return form

    def _take_over(self) -> None:
        """Let the answer that somebody else stored come in the place of what was typed in one field."""
        form = next(
            (
                form
                for form in self.forms
                if self.taken.startswith(f"{form.prefix}-") and self.taken.removeprefix(f"{form.prefix}-") in form.names
            ),
            None,
        )
        if form is not None and self.data is not None:
            name = self.taken.removeprefix(f"{form.prefix}-")
            value, self.data = form.fields[name].prepare_value(form.initial.get(name)), self.data.copy()
            self.data.pop(f"{self.taken}-kies", None)
            self.data.setlist(
                self.taken, value if isinstance(value, list) else ["" if value is None or value is False else value]
            )
            for each in self.forms:
                each.data = self.data

    @property
    def marks(self) -> str:
        """What the page shows, for its hidden field: see shown.py."""
        lines = {form for one in self.lists for form in one.forms}
        pairs = [pair for form in self.forms if form not in lines for pair in form.marks]
        return conflicts.written((*pairs, *(pair for one in self.lists for pair in one.marks)))

    # --- what is wrong with it

    @property
    def forms(self) -> list[AnswerForm]:
        """Every form on the page."""
        found: list[AnswerForm] = []
        for page_block in self.page_blocks:
            found += [page_block.form] if page_block.form else []
            found += page_block.lines.forms if page_block.lines is not None else []
            found += [form for row in page_block.each for form in (row.form, *row.inside)]
        return found

    def names_now(self) -> tuple[str, ...]:
        """Return the names of the row whose page it is after what was typed is stored.

        A data use is named by its category, and by its place in the list where it has none.
        """
        form = next((form for form in self.forms if form.of == "activities.uses" and "category" in form.names), None)
        if form is None or not form.is_bound or "category" not in form.differs:
            return self.subject.rows
        *above, name = self.subject.rows
        place = paths.position(paths.rows_at(self.facts, form.of, above), name)
        return (*above, form.differs["category"] or str(place))

    @property
    def lists(self) -> list[Lines]:
        return [page_block.lines for page_block in self.page_blocks if page_block.lines is not None]

    @property
    def questions(self) -> Iterator[QuestionField]:
        """Every field on the page that a person answers."""
        for form in self.forms:
            yield from (field for field in form if isinstance(field, QuestionField) and field.is_on_page)

    @property
    def asked(self) -> set[str]:
        """The questions about one row that a person sees without unfolding anything."""
        forms = [
            one.form for one in self.page_blocks if one.form and isinstance(one.block, Fields) and not one.block.folded
        ]
        return {form.add_prefix(name) for form in forms for name in form.names if name not in form.waiting}

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in on the page itself."""
        return any(not isinstance(page_block.block, Cards) for page_block in self.page_blocks)

    def is_valid(self) -> bool:
        """Whether everything typed can be stored. Missing is fine."""
        judged = [form for form in self.forms if form.is_bound and not isinstance(form, LineForm)]
        valid = all([*(form.is_valid() for form in judged), *(lines.is_valid() for lines in self.lists)])
        return all(
            [valid, self._numbers_fit(), self._category_is_new()]
        )  # all of them: who mends one hears the others too

    def _numbers_fit(self) -> bool:
        """Company numbers follow the rules of the country that is chosen on the same page."""
        company = [form for form in self.forms if form.of == "controller"]
        given = {name: value for form in company for name, value in form.cleaned_data.items()}
        fixed, faults = check_numbers(given.get("country"), {name: given.get(name) for name in NUMBERS})
        for form in company:
            for name in NUMBERS.keys() & form.cleaned_data.keys():
                form.cleaned_data[name] = fixed[name]
                if name in faults:
                    form.add_error(name, faults[name])
        return not faults

    def _category_is_new(self) -> bool:
        """An activity uses a kind of data once: a second row would say the same in two places."""
        form = next((form for form in self.forms if form.of == "activities.uses" and "category" in form.fields), None)
        if form is None or not form.cleaned_data.get("category"):
            return True
        others = [use.category for use in paths.rows_at(self.facts, "activities.uses", self.subject.rows[:1])]
        if self.subject.row.category in others:
            others.remove(self.subject.row.category)
        if form.cleaned_data["category"] in others:
            form.add_error("category", TWICE)
            return False
        return True

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """(id of the field, its label, the sentence) for the list on top of the page."""
        found = [("", "", str(sentence)) for lines in self.lists for sentence in lines.non_form_errors()]
        doomed = [form for lines in self.lists if lines.is_bound for form in lines.forms if lines.goes(form)]
        for form in (form for form in self.forms if form.is_bound and form not in doomed):
            for name, sentences in form.errors.items():
                found += [(form[name].auto_id, str(form.fields[name].label or ""), str(one)) for one in sentences]
        return found


def _posted(data: QueryDict | None, name: str) -> str:
    """Return the text that was posted under this name; empty for none."""
    text = data.get(name, "") if data else ""
    return text if isinstance(text, str) else ""


def _options(rows: Sequence[Any]) -> Options:
    """Key → name of rows that have a key, for fields that refer to them."""
    return {row.key: _name(row) for row in rows}


def _name(row: Any) -> str:
    return next((value for name in ("name", "title") if (value := getattr(row, name, None))), row.key)


def subject_of(facts: Facts, cards: Cards, rows: tuple[str, ...]) -> Subject | None:
    """The row with these names as the subject of its page; None when the facts do not have it."""
    found = paths.rows_at(facts, cards.of, rows)
    row = next((row for index, row in enumerate(found) if paths.name_at(found, index) == rows[-1]), None)
    return Subject(rows, row) if row is not None else None


def new_subject(cards: Cards, parents: tuple[str, ...] = ()) -> Subject:
    """A row that does not exist yet."""
    row = paths.class_at(cards.of)
    return Subject((*parents, ""), row(key="") if "key" in f.specs_of(row) else row())
