"""Choosing from the catalogue inside a question: what is chosen becomes a row of the company's own when the page is saved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from policies.core.catalogue import usual
from policies.core.catalogue.pick import NotInCatalogue
from policies.core.clauses.library import load
from policies.core.facts import Activity, Facts, paths
from policies.core.picking import CompanyCatalogue, FittingRows, add_row
from policies.core.picking.search import plain
from policies.wizard.forms.answer_form import AnswerForm
from policies.wizard.forms.fields import CATALOGUE, NOTHING
from policies.wizard.forms.measures_widget import Measures
from policies.wizard.summary.offer_cards import period_in_words

KIND_OF = {"retention_rules": "bewaartermijnen", "categories": "soorten"}  # list of facts → list to pick from
FROM = "Uit de catalogus"
Group = tuple[str, Sequence[tuple[str, str]]]  # heading, and (id of the catalogue, label)


class OfferSelect(forms.Select):
    """A list of own rows, and of things of the catalogue that are no row yet."""

    def __init__(self, own: Sequence[tuple[str, str]], groups: Sequence[Group], now: Callable[[str], str]) -> None:
        """`own` are the key and the name of each own row; `now` gives the key of the own row that a choice has become meanwhile."""
        super().__init__(choices=[*own, *(_group(heading, offers) for heading, offers in groups if offers)])
        self.now = now
        self.ids = {name for _, offers in groups for name, _ in offers}

    @property
    def choices(self) -> Iterable[Any]:
        """Return what there is to choose, as pairs. Django's own setter walks through all of them, for each of eighty lists on a page."""
        return self._choices

    @choices.setter
    def choices(self, value: Iterable[Any]) -> None:
        self._choices = value

    def value_from_datadict(self, data: Mapping, files: Any, name: str) -> Any:
        """What was chosen from the catalogue on a page that saved itself meanwhile, is an own row by now."""
        value = super().value_from_datadict(data, files, name)
        return self.now(value) if isinstance(value, str) else value


def call_nothing(widget: forms.Widget, words: str) -> None:
    """Let the first choice of a list, which is no choice, say what that means there."""
    if isinstance(widget, forms.Select):
        widget.choices = [("", words), *list(widget.choices)[1:]]


def _group(heading: str, offers: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    return heading, [(CATALOGUE + name, label) for name, label in offers]


class Choosing:
    """What the catalogue offers on one page. Without a country it offers only what is the same everywhere."""

    def __init__(self, facts: Facts, on: date) -> None:
        self.facts, self.on = facts, on
        self.fitting: FittingRows | None = None  # without a country
        try:
            self.fitting = FittingRows(CompanyCatalogue(facts, load(), on))
        except NotInCatalogue:
            pass

    def dress(self, form: AnswerForm, path: str) -> None:
        """Put the offers into the questions of a form that have any; `path` is that of the row that it is about."""
        key = paths.top(paths.below(path))
        activity = self.facts.find("activities", key) if key and paths.top(path) == "activities" else None
        for name in form.names:
            if dresser := DRESSERS.get((form.of, name)):
                dresser(self, form, activity)

    def retention(self, form: AnswerForm, activity: Activity | None) -> None:
        if self.fitting is None or activity is None:
            return
        use = next(
            (use for use in activity.uses if form.of == "activities.uses" and form.path.endswith(f".{use.category}")),
            None,
        )
        rows = self.fitting.periods_of_use(activity, use) if use else self.fitting.periods_of_activity(activity)
        self._offer(form, "retention", [(FROM, [(row["id"], _period(row)) for row in rows])])

    def category(self, form: AnswerForm, activity: Activity | None) -> None:
        if self.fitting is None:
            return
        fitting, others = self.fitting.categories_of_activity(activity)
        groups = [(f"{FROM}: past bij deze verwerking", fitting), (FROM, others)]
        self._offer(
            form, "category", [(heading, [(row["id"], row["name"]) for row in rows]) for heading, rows in groups]
        )
        form.fields["category"].widget.attrs |= {
            "hx-get": "",
            "hx-target": "#veelgebruikt",
            "hx-select": "#veelgebruikt",
            "hx-swap": "outerHTML",
            "hx-sync": "this:replace",
        }

    def measures(self, form: AnswerForm, activity: Activity | None) -> None:
        field = form.fields["measures"]
        offers, stored = load().valid("security", self.on), form.initial.get("measures") or ()
        field.widget, field.help_text = (
            Measures(offers, stored, usual.measures(self.facts, load(), self.on)),
            "Vink aan wat u echt doet.",
        )

    def known(self, target: str) -> dict[str, str]:
        """Id in the catalogue → key, of the own rows that came from there."""
        return {row.catalogue_id: row.key for row in getattr(self.facts, target) if row.catalogue_id}

    def own_or(self, value: str, target: str) -> str:
        """The key of the own row that a choice from the catalogue has become; else the value as it is."""
        return self.known(target).get(value.removeprefix(CATALOGUE), value) if value.startswith(CATALOGUE) else value

    def _offer(self, form: AnswerForm, name: str, groups: Sequence[Group]) -> None:
        field = form.answer_field(name)
        target = field.spec.target
        own = [("", NOTHING), *field.listed.items()]
        attrs, field.widget = field.widget.attrs, OfferSelect(own, groups, lambda value: self.own_or(value, target))
        field.widget.attrs |= attrs
        field.offers = field.widget.ids


def _period(row: Mapping[str, Any]) -> str:
    return f"{row['name']}: {period_in_words({**row, 'law': None}).partition(' · ')[0]}{' (wettelijk)' if row['law'] else ''}"


DRESSERS: dict[tuple[str, str], Callable[[Choosing, AnswerForm, Activity | None], None]] = {
    ("activities", "retention"): Choosing.retention,
    ("activities.uses", "retention"): Choosing.retention,
    ("activities.uses", "category"): Choosing.category,
    ("security", "measures"): Choosing.measures,
}


def settled(facts: Facts, asked: Sequence[AnswerForm], on: date | None) -> Facts:
    """Return the facts with a row for each thing that was chosen from the catalogue, once; the answers refer to those rows from then on."""
    chosen = [
        (form, name)
        for form in asked
        if form.is_bound
        for name in form.names
        if str(form.cleaned_data.get(name) or "").startswith(CATALOGUE)
    ]
    if on is None:
        return facts
    keys: dict[tuple[str, str], str] = {}
    for form, name in chosen:
        target, wanted = form.answer_field(name).spec.target, form.cleaned_data[name].removeprefix(CATALOGUE)
        if (target, wanted) not in keys:
            outcome = add_row(KIND_OF[target], facts, wanted, load(), on)
            facts = outcome.facts
            keys[target, wanted] = next(
                row.key
                for row in getattr(facts, target)
                if row.catalogue_id == wanted or plain(row.name or "") == plain(outcome.name)
            )
        form.cleaned_data[name] = keys[target, wanted]
    return facts
