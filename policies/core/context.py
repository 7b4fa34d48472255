"""The names that a clause may use in one case: the facts as they are told, the row it speaks about, and the tone."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .case import Case
from .facts import LISTS, PARTS, Facts, Recipient
from .facts.values import country_names
from .first_layer import FirstLayer
from .library import Library
from .told import Known, Missing, Row, Said, Words, child_of, row_of

ROW_LISTS = {
    "recipient": "recipients", "group": "groups", "category": "categories", "rule": "retention_rules", "joint": "joint_controllers",
    "ai_system": "ai_systems", "section": "sections",
}


@dataclass(frozen=True)
class Transfer:
    """A recipient outside the EEA, the countries there, and those of them that an adequacy decision covers."""

    recipient: Row
    outside: list[Said]
    adequate: list[Said]


@dataclass(frozen=True)
class Term:
    """An entry of the glossary."""

    name: str
    meaning: str


class Contexts:
    """Makes the context of a case once, when it is first asked for."""

    def __init__(self, facts: Facts, library: Library, case: Case, tone: str):
        self.facts, self.case, self.glossary = facts, case, library.catalogue["glossary"]
        self.words = Words(library.catalogue["words"], tone, facts.controller.country or "BE")
        self.company = self._company(tone)
        self.made = {id(case): self.company}

    def of(self, case: Case) -> dict[str, Any]:
        if id(case) not in self.made:
            self.made[id(case)] = self._own(case)
        return self.made[id(case)]

    def _company(self, tone: str) -> dict[str, Any]:
        facts = Row(self.facts, self.facts, "", self.words)
        context = {name: getattr(facts, name) for name in (*PARTS, *LISTS)}
        authorities = [Known({**row, "land": country_names()[row["country"]]}, f"catalogue.authorities.{row['id']}") for row in self.case.law.authorities]
        context["authorities"] = authorities or Missing("controller.country", "toezichthouder")
        context["aan"] = lambda u, je: Markup(u if tone == "u" else je)
        context["doorgiften"] = self._transfers()
        first = FirstLayer(self.facts, self.words, self.case.law)
        context |= {"waarvoor": first.lines, "krap": first.is_tight, "gevoelig": first.sensitive(), "gefilmd": first.filmed(), "elders": first.from_others(), "ver": first.abroad(), "profiel": first.profiled(), "bekend": first.known_as()}
        places = self.facts.scope.processing_countries
        context["bewaarplaatsen"] = [Said("scope.processing_countries", country_names()[code], code) for code in places if code in self.case.law.adequate]
        context["leeftijd"] = self.case.law.age_of_consent or Missing("controller.country", "leeftijd voor eigen toestemming")
        context["woordenlijst"] = [Term(term, row["kort"]) for term, row in self.glossary.items()]
        context["verwijs"] = lambda section: Markup('<a href="#{}"></a>').format(section)
        return context

    def _transfers(self) -> list["Transfer"]:
        """Every recipient that data goes to outside the EEA, with these countries."""
        found = [(recipient, self.case.law.outside(recipient)) for recipient in self.facts.recipients]
        return [
            Transfer(row_of(self.facts, self.words, "recipients", one), self._countries(one, codes), self._countries(one, self._adequate(codes)))
            for one, codes in found if codes
        ]

    def _adequate(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if code in self.case.law.adequate)

    def _own(self, case: Case) -> dict[str, Any]:
        context = dict(self.company)
        if case.activity is not None:
            context["activity"] = activity = row_of(self.facts, self.words, "activities", case.activity)
            if case.purpose is not None:
                context["purpose"] = child_of(activity, "purposes", case.purpose)
            if case.use is not None:
                context["use"] = child_of(activity, "uses", case.use)
        if case.covered:
            context["covered"] = [child_of(context["activity"], "uses", use) for use in case.covered]
            context["partly"] = len(case.covered) < len(case.activity.uses)
        for name, collection in ROW_LISTS.items():
            row = getattr(case, name)
            if row is not None:
                context[name] = row_of(self.facts, self.words, collection, row)
        if case.recipient is not None:
            context["inside"] = self._countries(case.recipient, self.case.law.inside(case.recipient))
        if case.decision is not None:
            context["decision"] = row_of(self.facts, self.words, "automated.decisions", case.decision)
        return context

    def _countries(self, recipient: Recipient, codes: tuple[str, ...]) -> list[Said]:
        path = f"recipients.{recipient.key}."
        return [Said(path + ("country" if code == recipient.country else "transfer_countries"), country_names()[code], code) for code in codes]
