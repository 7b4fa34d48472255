"""The names that a clause may use in one case: the facts as they are told, the row it speaks about, and the tone."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.contact import repeated_details
from policies.core.clauses.conditions.people import grounds
from policies.core.clauses.library import Library
from policies.core.clauses.values import CatalogueRow, ChoiceWords, FactGap, FactRow, FactValue, child_of, row_of
from policies.core.clauses.wording.first_layer import FirstLayer
from policies.core.clauses.wording.tables import Tables
from policies.core.facts import LISTS, PARTS, Activity, Facts, spec_of
from policies.core.facts.values import country_names

ROW_LISTS = {
    "recipient": "recipients",
    "group": "groups",
    "category": "categories",
    "rule": "retention_rules",
    "joint": "joint_controllers",
    "ai_system": "ai_systems",
    "section": "sections",
}


@dataclass(frozen=True)
class GlossaryEntry:
    """An entry of the glossary."""

    name: str
    meaning: str


@dataclass(frozen=True)
class LegendBasis:
    """A legal basis in the legend: its word, its article, and what it means."""

    name: str
    article: str
    meaning: str


# Articles of the GDPR, in their order.
ARTICLES = {
    "consent": "6.1.a",
    "contract": "6.1.b",
    "legal_obligation": "6.1.c",
    "vital_interest": "6.1.d",
    "public_task": "6.1.e",
    "legitimate_interest": "6.1.f",
}


class ClauseContexts:
    """Makes the context of a case once, when it is first asked for."""

    def __init__(self, facts: Facts, library: Library, case: Case, tone: str):
        self.facts, self.case, self.glossary = facts, case, library.catalogue["glossary"]
        self.words = ChoiceWords(library.catalogue["words"], tone, facts.controller.country or "BE", case.defaults)
        self.company = self._company(tone)
        self.made = {id(case): self.company}

    def of(self, case: Case) -> dict[str, Any]:
        """Return the variables that a clause may use about a case, as a mapping from name to value."""
        if id(case) not in self.made:
            self.made[id(case)] = self._own(case)
        return self.made[id(case)]

    def _company(self, tone: str) -> dict[str, Any]:
        facts = FactRow(self.facts, self.facts, "", self.words)
        context = {name: getattr(facts, name) for name in (*PARTS, *LISTS)}
        authorities = [
            CatalogueRow({**row, "land": country_names()[row["country"]]}, f"catalogue.authorities.{row['id']}")
            for row in self.case.law.authorities
        ]
        context["authorities"] = authorities or FactGap("controller.country", "toezichthouder")
        context["aan"] = lambda u, je: Markup(u if tone == "u" else je)
        context["gelijk"] = repeated_details(self.facts)
        context["gronden"] = grounds(self.case)
        tables = Tables(self.facts, self.words, self.case.law)
        context["rollen"], context["doorgiften"], context["cookietabellen"] = (
            tables.roles(),
            tables.transfers(),
            tables.cookies(),
        )
        first = FirstLayer(self.facts, self.words, self.case.law)
        context |= {
            "waarvoor": first.lines,
            "krap": first.is_tight,
            "gevoelig": first.sensitive(),
            "gefilmd": first.filmed(),
            "elders": first.from_others(),
            "ver": first.abroad(),
            "profiel": first.profiled(),
            "bekend": first.known_as(),
        }
        context["grondslagen"] = [self._basis(code) for code in ARTICLES if code in self.case.bases]
        known = self.case.defaults
        context["meestal"] = {
            "source": known.source,
            "afterwards": known.afterwards and self.words.of("afterwards", known.afterwards),
            "exceptions": known.exceptions,
        }
        places = self.facts.scope.processing_countries
        context["bewaarplaatsen"] = [
            FactValue("scope.processing_countries", country_names()[code], code)
            for code in places
            if code in self.case.law.adequate
        ]
        context["leeftijd"] = self.case.law.age_of_consent or FactGap(
            "controller.country", "leeftijd voor eigen toestemming"
        )
        context["woordenlijst"] = [GlossaryEntry(term, row["kort"]) for term, row in self.glossary.items()]
        context["verwijs"] = lambda section: Markup('<a href="#{}"></a>').format(section)
        return context

    def _basis(self, code: str) -> LegendBasis:
        """Return the entry of the legend for a legal basis that some purpose rests on: its word, its article and its meaning."""
        return LegendBasis(
            self.words.of("legal_basis", code), ARTICLES[code], self.words.of("legal_basis_meaning", code)
        )

    def _own(self, case: Case) -> dict[str, Any]:
        context = dict(self.company)
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
        if case.people is not None:
            context["mensen"] = [
                row_of(self.facts, self.words, "groups", self.facts.find("groups", key)) for key in case.people
            ] or self._nobody()
        if case.basis is not None:
            context["grond"] = case.basis
        if case.decision is not None:
            context["decision"] = row_of(self.facts, self.words, "automated.decisions", case.decision)
        return context

    def _nobody(self) -> FactGap:
        """Return the gap of the first activity that names no people."""
        key = next(activity.key for activity in self.facts.activities if not activity.groups)
        return FactGap(f"activities.{key}.groups", spec_of(Activity, "groups").label)
