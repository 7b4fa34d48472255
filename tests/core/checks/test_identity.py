"""Who is responsible (art. 13.1.a, 13.1.b, 26, 27): one row = one check."""

import pytest

from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import JointController, OtherContact
from tests.core.checks.company import DUTCH, ON, Case, company, found, show

OUTSIDE = {"controller.seat_country": "GB"}
NAMED = {**OUTSIDE, "representative.name": "Vertegenwoordiger bv", "representative.email": "eu@v.example"}
PARTNER = JointController(
    key="partner", name="Partner bv", activities=("vragen",), arrangement="Elk beantwoordt zijn eigen vragen."
)
APPS = {"scope.applies_to": "websites_apps", "scope.apps": ("Lampje",)}
BY_PHONE = OtherContact(key="schade", name="de werkplaats", phone="+32 53 00 00 03")
BRANCH = {"controller.legal_form": "bijkantoor"}

CASES = [
    Case("13.1.a-country", "controller.country", {"controller.country": None}, DUTCH),
    Case("13.1.a-name", "controller.legal_name", {"controller.legal_name": None}, {"controller.trade_names": ()}),
    Case(
        "13.1.a-form",
        "controller.legal_form",
        {"controller.legal_form": None},
        {"controller.legal_form": "eenmanszaak"},
    ),
    Case(
        "13.1.a-number",
        "controller.register_number",
        {"controller.register_number": None},
        {"controller.vat_number": None},
    ),
    Case(
        "13.1.a-number",
        "controller.register_number",
        {**DUTCH, "controller.legal_form": "stichting", "controller.register_number": None},
        {**DUTCH, "controller.legal_form": "vereniging", "controller.register_number": None},
    ),
    Case(
        "13.1.a-number-check",
        "controller.register_number",
        {**DUTCH, "controller.legal_form": "vereniging", "controller.register_number": None},
        {**DUTCH, "controller.legal_form": "vereniging"},
    ),
    # with another number the sentence about numbers stands in the text, and would have a gap
    Case(
        "13.1.a-number",
        "controller.register_number",
        {
            **DUTCH,
            "controller.legal_form": "vereniging",
            "controller.register_number": None,
            "controller.vat_number": "NL000099998B57",
        },
        {**DUTCH, "controller.legal_form": "vereniging", "controller.register_number": None},
    ),
    Case(
        "13.1.a-number-wrong",
        "controller.register_number",
        {"controller.register_number": "1999.999.152", "controller.vat_number": None},
        {"controller.register_number": "1999.999.151"},
    ),
    Case(
        "13.1.a-number-wrong", "controller.register_number", {**DUTCH, "controller.register_number": "9999900"}, DUTCH
    ),
    Case(
        "13.1.a-number-wrong",
        "controller.vat_number",
        {**DUTCH, "controller.vat_number": "NL000099998B58"},
        {**DUTCH, "controller.vat_number": "NL000099998B57"},
    ),
    Case(
        "13.1.a-vat-differs",
        "controller.vat_number",
        {"controller.vat_number": "BE 0694.679.950"},
        {"controller.vat_number": "1999.999.151"},
    ),
    Case(
        "13.1.a-vat-differs",
        "controller.vat_number",
        {"controller.vat_number": "BE 0694.679.950"},
        {**DUTCH, "controller.vat_number": "NL000099998B57"},
    ),
    Case(
        "13.1.a-vat-differs",
        "controller.vat_number",
        {"controller.vat_number": "BE 0694.679.950"},
        {"controller.vat_number": None},
    ),
    Case(
        "13.1.a-vat-differs",
        "controller.vat_number",
        {"controller.vat_number": "BE 0694.679.950"},
        {"controller.register_number": None},
    ),
    Case(
        "13.1.a-address",
        "controller.seat_street",
        {"controller.seat_street": None, "controller.seat_city": None},
        {"controller.seat_country": None},
    ),
    Case(
        "13.1.a-address",
        "controller.seat_postcode",
        {"controller.seat_postcode": None},
        {"controller.postal_address": None},
    ),
    Case(
        "13.1.a-contact",
        "controller.email",
        {"controller.email": None, "controller.phone": None},
        {"controller.email": None},
    ),
    Case(
        "13.1.a-contact",
        "controller.email",
        {"controller.email": None, "controller.phone": None},
        {"controller.phone": None},
    ),
    Case(
        "13.1.a-other-contact",
        "contact.others.schade.email",
        {"contact.others": (OtherContact(key="schade", name="de werkplaats"),)},
        {"contact.others": (BY_PHONE,)},
    ),
    Case(
        "13.1.a-other-contact",
        "contact.others.leeg.email",
        {"contact.others": (BY_PHONE, OtherContact(key="leeg"))},
        {"contact.others": (OtherContact(key="leeg", email="a@lampenist.example"),)},
    ),
    Case("13.1.a-parent", "controller.parent_name", BRANCH, {**BRANCH, "controller.parent_name": "Lampenist B.V."}),
    Case("13.1.a-parent", "controller.parent_name", {"controller.parent_country": "NL"}, {}),
    Case(
        "4.7-branch",
        "recipients.host.role",
        {**BRANCH, "controller.parent_name": "Combell B.V."},
        {**BRANCH, "controller.parent_name": "Combell Lampen B.V."},
    ),
    Case(
        "4.7-branch",
        "recipients.host.role",
        {**BRANCH, "controller.parent_name": "Combell B.V."},
        {"controller.parent_name": "Combell B.V."},
    ),
    Case(
        "4.7-branch",
        "joint_controllers.partner.name",
        {**BRANCH, "controller.parent_name": "Partner", "joint_controllers": (PARTNER,)},
        {**BRANCH, "controller.parent_name": "Lampenist B.V.", "joint_controllers": (PARTNER,)},
    ),
    Case("13.1.a-representative", "representative.name", OUTSIDE, NAMED),
    Case(
        "13.1.a-representative",
        "representative.name",
        {**OUTSIDE, **BRANCH, "representative.email": "eu@v.example"},
        {**OUTSIDE, **BRANCH},
    ),
    Case("13.1.a-representative-contact", "representative.address", {**NAMED, "representative.email": None}, NAMED),
    Case("27-spare", "representative.name", {**NAMED, "controller.seat_country": "NO"}, NAMED),
    Case(
        "27-spare",
        "representative.name",
        {**NAMED, **BRANCH, "controller.seat_country": "BE", "controller.parent_country": "NO"},
        {**NAMED, **BRANCH, "controller.seat_country": "BE", "controller.parent_country": "GB"},
    ),
    # only who has an officer tells of one; the answer is asked where one seems to be there, or where the law may ask one
    Case(
        "13.1.b-unanswered",
        "dpo.designated",
        {"dpo.designated": None, "dpo.email": "dpo@lampenist.example"},
        {"dpo.designated": None},
    ),
    Case(
        "13.1.b-unanswered",
        "dpo.designated",
        {"dpo.designated": None, "contact.name": "onze DPO"},
        {"dpo.designated": None, "contact.name": "de winkel"},
    ),
    Case(
        "13.1.b-unanswered",
        "dpo.designated",
        {"dpo.designated": None, "activities.vragen.story": "Onze functionaris voor gegevensbescherming leest mee."},
        {
            "dpo.designated": None,
            "activities.vragen.story": "De functionaris voor gegevensbescherming van de bank leest mee.",
        },
    ),
    Case(
        "13.1.b-unanswered",
        "dpo.designated",
        {"dpo.designated": None, "preset.sector": "care", "preset.size": "large"},
        {"dpo.designated": None, "preset.sector": "care", "preset.size": "small"},
    ),
    Case(
        "13.1.b-contact",
        "dpo.email",
        {"dpo.designated": True, "dpo.name": "Ann"},
        {"dpo.designated": True, "dpo.address": "Gloeiweg 4, Aalst"},
    ),
    Case(
        "37.1.a-public-body",
        "dpo.designated",
        {"controller.legal_form": "vlaams_bestuur"},
        {"controller.legal_form": "vzw"},
    ),
    Case(
        "13.1.b-in-name",
        "contact.name",
        {"contact.name": "Roos, onze DPO"},
        {"contact.name": "Roos, onze DPO", "dpo.designated": True, "dpo.email": "dpo@lampenist.example"},
    ),
    Case(
        "13.1.b-in-name",
        "contact.name",
        {"contact.name": "de voorzitter, gegevensbeschermingsfunctionaris"},
        {"contact.name": "de voorzitter"},
    ),
    Case(
        "13.1.b-in-name",
        "contact.name",
        {"contact.name": "Roos, functionaris voor gegevensbescherming"},
        {"contact.name": None},
    ),
    Case(
        "13.1.b-in-name",
        "contact.others.balie.name",
        {"contact.others.+": OtherContact(key="balie", name="Functionaris", email="balie@lampenist.example")},
        {"contact.others.+": OtherContact(key="balie", name="Baliefunctionaris", email="balie@lampenist.example")},
    ),
    Case(
        "13.1.b-spare",
        "dpo.phone",
        {"dpo.phone": "053 00 00 01"},
        {"dpo.designated": True, "dpo.phone": "053 00 00 01"},
    ),
    Case("12.1-reach", "scope.applies_to", {"scope.applies_to": None}, {"scope.applies_to": "websites"}),
    Case(
        "12.1-websites",
        "scope.websites",
        {"scope.applies_to": "websites", "scope.websites": ()},
        {"scope.websites": ()},
    ),
    Case("12.1-websites", "scope.websites", {**APPS, "scope.websites": ()}, APPS),
    Case("12.1-apps", "scope.apps", {**APPS, "scope.apps": ()}, APPS),
    Case("12.1-apps", "scope.apps", {**APPS, "scope.apps": ()}, {"scope.applies_to": "websites"}),
    Case("12.1-apps-outside", "scope.apps", {**APPS, "scope.applies_to": "websites"}, APPS),
    Case(
        "12.1-apps-outside",
        "scope.apps",
        {**APPS, "scope.applies_to": "websites"},
        {**APPS, "scope.applies_to": "everything"},
    ),
    Case(
        "13.1.a-number-wrong",
        "controller.rsin",
        {**DUTCH, "controller.rsin": "001234561"},
        {**DUTCH, "controller.rsin": "001234560"},
    ),
    Case(
        "13.1.a-number-wrong",
        "controller.rsin",
        {"controller.rsin": "001234560"},
        {**DUTCH, "controller.legal_form": "vof", "controller.rsin": "001234560"},
    ),
    Case(
        "26.2-name",
        "joint_controllers.partner.name",
        {"joint_controllers": (PARTNER,), "joint_controllers.partner.name": None},
        {"joint_controllers": (PARTNER,)},
    ),
    Case(
        "26.2-activities",
        "joint_controllers.partner.activities",
        {"joint_controllers": (PARTNER,), "joint_controllers.partner.activities": ()},
        {"joint_controllers": (PARTNER,)},
    ),
    Case(
        "26.2-arrangement",
        "joint_controllers.partner.arrangement",
        {"joint_controllers": (JointController(key="partner"),)},
        {"joint_controllers": (PARTNER,)},
    ),
    Case(
        "26.2-arrangement",
        "joint_controllers.partner.arrangement",
        {"joint_controllers": (PARTNER,), "joint_controllers.partner.arrangement": None},
        {
            "joint_controllers": (PARTNER,),
            "joint_controllers.partner.arrangement": None,
            "joint_controllers.partner.url": "https://partner.example/afspraak",
        },
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_an_informal_dutch_association_can_publish_without_a_number() -> None:
    informal = {
        **DUTCH,
        "controller.legal_form": "vereniging",
        "controller.register_number": None,
        "controller.responsible_persons": ("An Maes",),
    }
    assert not [finding for finding in found(informal) if finding.blocks]
    assert assemble(company(informal), load(), ON).gaps() == []
    assert (
        "controller.register_number"
        in assemble(company({**informal, "controller.branch_number": "000099999999"}), load(), ON).gaps()
    )


def test_a_dpo_in_a_name_is_told_once() -> None:
    assert [finding.code for finding in found({"contact.name": "onze DPO"})] == ["13.1.b-in-name"]
