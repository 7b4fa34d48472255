"""The two screens before the steps: what somebody is, and what somebody does. From these everything else is proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from policies.core import presets
from policies.core.catalogue import Catalogue, for_country
from policies.core.facts import Facts, Scope, spec_of
from policies.core.facts.addresses import readable
from policies.core.facts.choices import LAW_COUNTRY, SIZE
from policies.core.facts.numbers import Numbers, read_number
from policies.core.facts.values import Refused
from policies.forms.fields import LineField
from policies.wizard.forms import AnswerForm
from policies.wizard.questions import question

TRADE = "vak"  # the theme of what only some trades do
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
        label="Ondernemingsnummer, KvK-nummer of btw-nummer", required=False, max_length=80,
        help_text="Het staat op uw facturen. Daaruit volgt ook het land.",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "form-control"}),
    )  # fmt: skip
    country = forms.ChoiceField(
        label="Hebt u geen nummer? Waar is uw zaak of vereniging gevestigd?", required=False, choices=list(LAW_COUNTRY.items()), widget=forms.RadioSelect,
    )  # fmt: skip
    sector = forms.ChoiceField(label="Wat voor zaak hebt u?", widget=forms.RadioSelect, error_messages={"required": "Kies wat het best past. “Iets anders” mag ook."})
    size = forms.ChoiceField(label="Met hoeveel mensen werkt u?", choices=list(SIZE.items()), widget=forms.RadioSelect, error_messages={"required": "Kies met hoeveel mensen u werkt."})

    def __init__(self, *args: Any, library: Catalogue, on: date, known: str | None = None, **kwargs: Any) -> None:
        """`known`: the country that was answered before."""
        super().__init__(*args, **kwargs)
        self.known, self.sectors = known, [_drawn(for_country(row, known or "BE")) for row in library.valid("sectors", on)]
        self.fields["sector"].choices = [(row["id"], row["name"]) for row in self.sectors]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        number = cleaned.get("number")
        cleaned["country"] = number.country if number else cleaned.get("country") or self.known
        if not cleaned["country"] and "number" not in self.errors:
            self.add_error("country", "Vul uw nummer in, of kies het land.")
        return cleaned

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

    websites = LineField(label="Website", required=False, max_length=500, help_text="Hebt u geen website, laat dit dan leeg.", widget=forms.TextInput({"placeholder": "www."}))

    def __init__(self, *args: Any, company: Facts, library: Catalogue, on: date, suggested: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """`suggested` fills in what is not answered yet, for the person to see and to change."""
        known = {name: getattr(company.controller, name) for name in NAMES}
        self.company, self.library, self.on = company, library, on
        super().__init__(*args, of="controller", names=NAMES, options={}, initial=known, path="controller", prefix="controller", **kwargs)
        self.fields["trade_names"].widget.attrs["rows"] = 1
        for name, value in (suggested or {}).items():
            if not known.get(name):
                self.fields[name].initial = value
                self.initial[name] = value
        self.fields["websites"].initial = " ".join(map(readable, company.scope.websites))
        country = company.controller.country or "BE"
        self.rows = [_drawn(for_country(row, country)) for row in library.valid("doings", on)]
        self.known = {row["id"] for row in self.rows if row["ask"]}
        self.offers = {row["id"]: () for row in self.rows}
        for offer in presets.offered(library, self.known, country, on):
            self.offers[offer.doing] += offer.services

    def _chosen(self, name: str, stored: Iterable[str]) -> set[str]:
        return set(self.data.getlist(name)) if self.is_bound else set(stored)

    @property
    def doings(self) -> tuple[str, ...]:
        chosen = self._chosen("doings", self.company.preset.doings)
        return tuple(row["id"] for row in self.rows if row["id"] in chosen & self.known)

    @property
    def services(self) -> tuple[str, ...]:
        """The services that go with what is ticked, and with what everybody does."""
        chosen = self._chosen("services", (row.catalogue_id or "" for row in self.company.recipients))
        shown = [row for row in self.rows if not row["ask"] or row["id"] in self.doings]
        return tuple(dict.fromkeys(key for row in shown for key, _ in self.offers[row["id"]] if key in chosen))

    @property
    def themes(self) -> list[tuple[str, list[Doing]]]:
        """The cards by theme."""
        chosen = self._chosen("services", (row.catalogue_id or "" for row in self.company.recipients))
        cards = [
            (row["theme"], Doing(row, row["id"] in self.doings, tuple((key, name, key in chosen) for key, name in self.offers[row["id"]])))
            for row in self.rows if row["ask"]
        ]  # fmt: skip
        return [(title, found) for theme, title in presets.THEMES.items() if (found := [card for of, card in cards if of == theme and (theme != TRADE or card.ticked)])]

    @property
    def other_trades(self) -> list[Doing]:
        """What belongs to the trade of others, and sometimes to this one."""
        return [Doing(row, False, ()) for row in self.rows if row["ask"] and row["theme"] == TRADE and row["id"] not in self.doings]

    @property
    def for_everybody(self) -> list[tuple[str, str, bool]]:
        """Services that anybody may use, whatever is ticked: mail, hosting, bookkeeping."""
        chosen = self._chosen("services", (row.catalogue_id or "" for row in self.company.recipients))
        found = {key: name for row in self.rows if not row["ask"] for key, name in self.offers[row["id"]]}
        return [(key, name, key in chosen) for key, name in found.items()]

    def clean_websites(self) -> tuple[str, ...]:
        """One or more addresses, as people type them."""
        return question(spec_of(Scope, "websites"), {}).clean(self.cleaned_data["websites"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "website" in self.doings and not cleaned.get("websites") and "websites" not in self.errors:
            self.add_error("websites", "Vul het adres van uw website in, of haal het vinkje bij uw website weg.")
        return cleaned
