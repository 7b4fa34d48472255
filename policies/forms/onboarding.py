"""The two screens before the steps: what somebody is, and what somebody does. From these everything else is proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from policies.core.catalogue.variants import for_country
from policies.core.facts import Facts, Scope, paths, spec_of
from policies.core.facts.choices import LAW_COUNTRY, SIZE
from policies.core.facts.internet_address import readable
from policies.core.facts.numbers import Numbers, read_number
from policies.core.facts.values import Refused
from policies.core.language.word_lists import Catalogue
from policies.core.presets import propose
from policies.forms.fields import LineField, choice_field
from policies.wizard.forms.answer_form import MEANWHILE, NO_MARKS, AnswerForm
from policies.wizard.forms.conflicts import Marks, mark, written
from policies.wizard.forms.fields import question
from policies.wizard.rendering.layout import QuestionHelper, Questions

TRADE = "vak"  # the theme of what only some trades do
ASKED = ("number", "country", "sector", "size")  # on the first screen
BEGUN_MEANWHILE = "Iemand anders koos intussen iets anders. Kies Verder om uw antwoord te houden."
NAMES = ("legal_form", "legal_name", "trade_names", "seat_street", "seat_postcode", "seat_city", "email", "phone")


def _drawn(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the catalogue with the template of its drawing."""
    return {**row, "drawing": f"icons/{row['icon']}.svg"}


class NumberField(LineField):
    """A number of a register or for VAT; cleaned to Numbers, or None."""

    def clean(self, value: Any) -> Numbers | None:
        typed = super().clean(value)
        try:
            return read_number(typed) if typed else None
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class BeginForm(forms.Form):
    """What somebody is: number, sector, size. The country follows from the number, or is asked."""

    number = NumberField(
        label="Ondernemingsnummer, KvK-nummer of btw-nummer",
        required=False,
        max_length=80,
        help_text="Het staat op uw facturen. Daaruit volgt ook het land.",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "form-control"}),
    )
    country = forms.ChoiceField(
        label="Hebt u geen nummer? Waar is uw zaak of vereniging gevestigd?",
        required=False,
        choices=list(LAW_COUNTRY.items()),
        widget=forms.RadioSelect,
    )
    sector = forms.ChoiceField(
        label="Wat voor zaak hebt u?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het best past. “Iets anders” mag ook."},
    )
    size = forms.ChoiceField(
        label="Met hoeveel mensen werkt u?",
        choices=list(SIZE.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies met hoeveel mensen u werkt."},
    )

    def __init__(
        self, *args: Any, library: Catalogue, on: date, known: str | None = None, shown: Marks = NO_MARKS, **kwargs: Any
    ) -> None:
        """`known`: the country that was answered before; `shown`: marks of what the page showed, when it saves by itself."""
        super().__init__(*args, **kwargs)
        self.shown = shown
        self.others: set[str] = set()
        self.known, self.sectors = (
            known,
            [_drawn(for_country(row, known or "BE")) for row in library.valid("sectors", on)],
        )
        choice_field(self, "sector").choices = [(row["id"], row["name"]) for row in self.sectors]

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        number = cleaned.get("number")
        cleaned["country"] = number.country if number else cleaned.get("country") or self.known
        if not cleaned["country"] and "number" not in self.errors:
            self.add_error("country", "Vul uw nummer in, of kies het land.")
        self._meet_others(cleaned)
        return cleaned

    def _typed(self, cleaned: dict[str, Any], name: str) -> str:
        """A mark of what was typed; a number counts as it is stored."""
        number = cleaned[name] if name == "number" else None
        return mark(
            (number.register_number or number.vat_number) if number else None if name == "number" else cleaned[name]
        )

    @property
    def stored_marks(self) -> dict[str, str]:
        """A mark of each answer that was typed and is the stored one."""
        marks = {name: self._typed(self.cleaned_data, name) for name in ASKED if name in self.cleaned_data}
        return {name: one for name, one in marks.items() if one == mark(self.initial.get(name))}

    def _meet_others(self, cleaned: dict[str, Any]) -> None:
        """Compare what the page showed with what is stored now, as the questions of a step do: see shown.py. What somebody else changed alone, stays."""
        for name in [name for name in ASKED if name in cleaned]:
            typed = self._typed(cleaned, name)
            shown, stored = self.shown.get(name), mark(self.initial.get(name))
            if shown is None or shown == stored or typed == stored:
                continue
            if typed == shown:
                cleaned[name] = self.initial.get(name) if name != "number" else None
            else:
                self.others.add(name)
                self.add_error(name, BEGUN_MEANWHILE)

    @property
    def marks(self) -> str:
        """What the page shows; of what somebody else changed too, what it showed."""
        return written(
            (name, self.shown.get(name, "") if name in self.others else mark(self.initial.get(name))) for name in ASKED
        )

    @property
    def typed_wrong(self) -> list[str]:
        """The questions that were answered, and refused: one that is still open is no fault while somebody is busy."""
        return [name for name in self.errors if name in self.fields and self.data.get(self.add_prefix(name))]

    @property
    def cards(self) -> list[tuple[Any, Mapping[str, Any]]]:
        """Each sector as a choice, with its row of the catalogue."""
        return list(zip(self["sector"], self.sectors, strict=True))


@dataclass(frozen=True)
class Doing:
    """One thing that a business may do, as a card: ticked or not, with the services to choose from."""

    row: Mapping[str, Any]
    ticked: bool
    services: tuple[tuple[str, str, bool], ...]  # id, name, chosen


class DoingsForm(AnswerForm):
    """What somebody does, with which services, and where one finds him."""

    websites = LineField(
        label="Website",
        required=False,
        max_length=500,
        help_text="Hebt u geen website, laat dit dan leeg.",
        widget=forms.TextInput({"placeholder": "www."}),
    )

    def __init__(
        self,
        *args: Any,
        company: Facts,
        library: Catalogue,
        on: date,
        suggested: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        """`suggested` fills in what is not answered yet, for the person to see and to change."""
        known = {name: getattr(company.controller, name) for name in NAMES}
        self.company, self.library, self.on = company, library, on
        super().__init__(
            *args,
            of="controller",
            names=NAMES,
            options={},
            initial=known,
            path="controller",
            prefix="controller",
            **kwargs,
        )
        self.fields["trade_names"].widget.attrs["rows"] = 1
        for name, value in (suggested or {}).items():
            if not known.get(name):
                self.fields[name].initial = value
                self.initial[name] = value
        self.fields["websites"].initial = " ".join(map(readable, company.scope.websites))
        self.helper = QuestionHelper(Questions(*self.fields))
        self.ticked = {
            "doings": company.preset.doings,
            "services": tuple(
                dict.fromkeys((*company.preset.services, *(row.catalogue_id or "" for row in company.recipients)))
            ),
        }
        country = company.controller.country or "BE"
        self.rows = [_drawn(for_country(row, country)) for row in library.valid("doings", on)]
        self.known = {row["id"] for row in self.rows if row["ask"]}
        self.offers: dict[str, tuple[tuple[str, str], ...]] = {row["id"]: () for row in self.rows}
        for offer in propose.service_offers(library, self.known, country, on):
            self.offers[offer.doing] += offer.services

    def _chosen(self, name: str, stored: Iterable[str]) -> set[str]:
        return set(cast(QueryDict, self.data).getlist(name)) if self.is_bound else set(stored)

    @property
    def doings(self) -> tuple[str, ...]:
        chosen = self._chosen("doings", self.company.preset.doings)
        return tuple(row["id"] for row in self.rows if row["id"] in chosen & self.known)

    @property
    def services(self) -> tuple[str, ...]:
        """The services that go with what is ticked, and with what everybody does."""
        chosen = self._chosen("services", self.ticked["services"])
        shown = [row for row in self.rows if not row["ask"] or row["id"] in self.doings]
        return tuple(dict.fromkeys(key for row in shown for key, _ in self.offers[row["id"]] if key in chosen))

    @property
    def themes(self) -> list[tuple[str, list[Doing]]]:
        """The cards by theme."""
        chosen = self._chosen("services", self.ticked["services"])
        cards = [
            (
                row["theme"],
                Doing(
                    row,
                    row["id"] in self.doings,
                    tuple((key, name, key in chosen) for key, name in self.offers[row["id"]]),
                ),
            )
            for row in self.rows
            if row["ask"]
        ]
        return [
            (title, found)
            for theme, title in propose.THEMES.items()
            if (found := [card for of, card in cards if of == theme and (theme != TRADE or card.ticked)])
        ]

    @property
    def other_trades(self) -> list[Doing]:
        """What belongs to the trade of others, and sometimes to this one."""
        return [
            Doing(row, False, ())
            for row in self.rows
            if row["ask"] and row["theme"] == TRADE and row["id"] not in self.doings
        ]

    @property
    def for_everybody(self) -> list[tuple[str, str, bool]]:
        """Services that anybody may use, whatever is ticked: mail, hosting, bookkeeping."""
        chosen = self._chosen("services", self.ticked["services"])
        found = {key: name for row in self.rows if not row["ask"] for key, name in self.offers[row["id"]]}
        return [(key, name, key in chosen) for key, name in found.items()]

    @property
    def page_marks(self) -> str:
        """What the page shows: marks of its fields, and what is ticked on it."""
        pairs = [
            *self.marks,
            ("websites", self.shown["websites"] if "websites" in self.others else mark(self.company.scope.websites)),
        ]
        return written([*pairs, *((name, "+".join(ids) or "-") for name, ids in self.ticked.items())])

    @property
    def stored_marks(self) -> dict[str, str]:
        """A mark of each answer that was typed and is the stored one."""
        kinds = {
            self.add_prefix(name): (
                paths.field_spec("controller", name).kind,
                self.cleaned_data.get(name),
                self.initial.get(name),
            )
            for name in NAMES
            if name in self.cleaned_data
        }
        kinds["websites"] = ("urls", self.cleaned_data.get("websites"), self.company.scope.websites)
        return {
            name: mark(stored, kind)
            for name, (kind, typed, stored) in kinds.items()
            if mark(typed, kind) == mark(stored, kind)
        }

    def merged(self, name: str) -> tuple[str, ...]:
        """What is ticked now, by this page and by others: what was ticked or taken away here since the page was opened, is; the rest is as it is stored."""
        shown, here = set(self.shown.get(name, "").split("+")), set(getattr(self, name))
        stored = set(self.company.preset.doings if name == "doings" else self.company.preset.services)
        wanted = (stored | (here - shown)) - (shown - here) if name in self.shown else here
        order = (
            [row["id"] for row in self.rows]
            if name == "doings"
            else [key for row in self.rows for key, _ in self.offers[row["id"]]]
        )
        return tuple(one for one in dict.fromkeys(order) if one in wanted)

    @property
    def typed_wrong(self) -> list[str]:
        """The questions that were answered, and refused: one that is still open is no fault while somebody is busy."""
        return [name for name in self.errors if name in self.fields and self.data.get(self.add_prefix(name))]

    def clean_websites(self) -> tuple[str, ...]:
        """One or more addresses, as people type them."""
        return question(spec_of(Scope, "websites"), {}).clean(self.cleaned_data["websites"])

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        shown, stored, typed = (
            self.shown.get("websites"),
            mark(self.company.scope.websites),
            mark(cleaned.get("websites")),
        )
        if shown is not None and "websites" in cleaned and shown != stored != typed:
            if typed == shown:
                cleaned["websites"] = self.company.scope.websites
            else:
                self.others["websites"] = self.company.scope.websites
                self.add_error("websites", MEANWHILE)
        if "website" in self.doings and not cleaned.get("websites") and "websites" not in self.errors:
            self.add_error("websites", "Vul het adres van uw website in, of haal het vinkje bij uw website weg.")
        return cleaned
