"""From where, from whom, and must one give it (art. 13.2.e, 14.1.d, 14.2.f): one row = one check."""

import pytest

from policies.core.facts import DataItem, DataUse, Group

from .company import Case, found, show

ASK = "activities.vragen"
USE = f"{ASK}.uses.contact"
FROM_OTHERS = {f"{ASK}.source": "third_party"}

CASES = [
    Case("14.2.f-source", f"{ASK}.source", {f"{ASK}.source": None}, {f"{ASK}.source": None, f"{USE}.source": "person"}),
    Case("14.2.f-detail", f"{ASK}.source_detail", FROM_OTHERS, {f"{ASK}.source": "observed"}),
    # what a company already keeps comes from nobody else
    Case("14.2.f-detail", f"{ASK}.source_detail", FROM_OTHERS, {f"{ASK}.source": "own", f"{ASK}.required": None}),
    Case("13.2.e-required", f"{ASK}.required", {f"{ASK}.required": None}, {f"{ASK}.required": None, f"{ASK}.source": "own"}),
    Case("14.2.f-detail", f"{USE}.source_detail", {f"{USE}.source": "public"}, {f"{USE}.source": "public", f"{USE}.source_detail": "de KBO"}),
    Case(
        "14.2.f-vague", f"{ASK}.source_detail", {**FROM_OTHERS, f"{ASK}.source_detail": "openbare bronnen en partners"},
        {**FROM_OTHERS, f"{ASK}.source_detail": "de werkgever en partners zoals Beurs Gent"},
    ),
    Case(
        "14.2.f-vague", f"{ASK}.source_detail", {**FROM_OTHERS, f"{ASK}.source_detail": "diverse openbare bronnen zoals LinkedIn, Indeed en ons netwerk"},
        {**FROM_OTHERS, f"{ASK}.source_detail": "LinkedIn en Indeed"},
    ),
    Case("14.2.f-vague", f"{ASK}.source_detail", {**FROM_OTHERS, f"{ASK}.source_detail": "Partners."}, {f"{ASK}.source_detail": "partners"}),
    Case("14.1.d-category", f"{ASK}.uses.1.category", {f"{ASK}.uses.+": DataUse()}, {f"{ASK}.uses.+": DataUse(category="stukken", items=(DataItem(name="bedrag"),), retention="boekhouding")}),
    Case("14.1.d-name", "categories.contact.name", {"categories.contact.name": None}, {"categories.contact.description": None}),
    Case("12.1-items", f"{USE}.items", {f"{USE}.items": ()}, {}),
    Case("14.1.d-item", f"{USE}.items.1.name", {f"{USE}.items.+": DataItem(reason="om te bellen")}, {f"{USE}.items.+": DataItem(name="telefoon")}),
    Case("13.2.e-required", f"{ASK}.required", {f"{ASK}.required": None}, {f"{ASK}.required": None, f"{ASK}.source": "observed"}),
    Case("13.2.e-required", f"{ASK}.required", {f"{ASK}.required": None}, {f"{ASK}.required": None, f"{USE}.required": "voluntary"}),
    Case("13.2.e-consequence", f"{ASK}.consequence", {f"{ASK}.consequence": None}, {f"{ASK}.consequence": None, f"{ASK}.required": "voluntary"}),
    Case(
        "13.2.e-consequence", "activities.nieuws.uses.contact.consequence", {"activities.nieuws.uses.contact.required": "contract"},
        {"activities.nieuws.uses.contact.required": "contract", "activities.nieuws.uses.contact.consequence": "Dan komt er geen nieuwsbrief."},
    ),
    # art. 14 has no counterpart of 13.2.e
    Case("13.2.e-consequence", f"{ASK}.consequence", {f"{ASK}.consequence": None}, {f"{ASK}.consequence": None, **FROM_OTHERS}),
    Case("12.1-groups", f"{ASK}.groups", {f"{ASK}.groups": ()}, {f"{ASK}.groups": (), f"{USE}.groups": ("klanten",)}),
    Case("12.1-group-name", "groups.wie.name", {"groups.+": Group(key="wie")}, {"groups.+": Group(key="wie", name="bezoekers")}),
    Case("5.1.c-title", f"{USE}.items.1.name", {f"{USE}.items.+": DataItem(name="aanhef of geslacht")}, {f"{USE}.items.+": DataItem(name="aanhef"), f"{ASK}.required": "voluntary"}),
    Case("5.1.c-title", f"{USE}.items.1.name", {f"{USE}.items.+": DataItem(name="geslacht")}, {f"{USE}.items.+": DataItem(name="geslacht", reason="om in de juiste reeks uit te komen")}),
    Case("5.1.c-account", f"{ASK}.required", {f"{ASK}.name": "klantaccounts", f"{ASK}.required": "contract"}, {f"{ASK}.name": "onze accountant", f"{ASK}.required": "contract"}),
    Case(
        "5.1.c-account", f"{ASK}.required", {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "contract"},
        {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "voluntary"},
    ),
    Case("5.1.c-account", f"{ASK}.required", {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "contract"}, {f"{ASK}.required": "contract"}),
    Case("5.1.c-account", f"{ASK}.required", {f"{ASK}.name": "klantaccount", f"{ASK}.required": "contract"}, {f"{ASK}.name": "klantaccount"}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_one_answer_that_mends_all_uses_is_asked_once() -> None:
    more = DataUse(category="stukken", items=(DataItem(name="bedrag"),))
    told = [f.path for f in found({f"{ASK}.uses.+": more, f"{ASK}.source": None, f"{ASK}.retention": None}) if f.path.startswith(ASK)]
    assert told == [f"{ASK}.source", f"{ASK}.retention"]
