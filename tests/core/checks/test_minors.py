"""Children (art. 8): one row = one check."""

import pytest

from policies.core.facts import OwnSection
from tests.core.checks.company import DUTCH, Case, show

KIDS = {"minors.directed": True}
NO_CONSENT = {"activities.nieuws.purposes.sturen.legal_basis": "contract", "cookies.placed.meting.consent": "exempt"}

CAMP = {"groups.klanten.name": "kinderen op kamp"}
AT = "sections.stuk.body"


def own(text: str) -> dict:
    return {"sections": (OwnSection(key="stuk", title="Kinderen", body=text),)}


CASES = [
    Case("8-unanswered", "minors.directed", {"minors.directed": None}, {"minors.directed": None, **NO_CONSENT}),
    Case("8-unanswered", "minors.directed", {"minors.directed": None, "cookies.placed.meting.consent": "exempt"}, {}),
    Case(
        "8-unanswered",
        "minors.directed",
        {"minors.directed": None, "activities.nieuws.purposes.sturen.legal_basis": "contract"},
        {},
    ),
    Case(
        "8-denied",
        "minors.directed",
        {"groups.klanten.name": "leerlingen"},
        {"groups.klanten.name": "leerlingen", **KIDS, "minors.minimum_age": 13},
    ),
    Case("8-denied", "minors.directed", {"groups.klanten.name": "leerlingen"}, {"groups.klanten.name": "ouders"}),
    Case("8-age", "minors.minimum_age", KIDS, {**KIDS, "minors.minimum_age": 16}),
    Case(
        "8-parents", "minors.parental_consent", {**KIDS, "minors.minimum_age": 12}, {**KIDS, "minors.minimum_age": 13}
    ),
    Case(
        "8-parents",
        "minors.parental_consent",
        {**DUTCH, **KIDS, "minors.minimum_age": 15},
        {**DUTCH, **KIDS, "minors.minimum_age": 15, "minors.parental_consent": "met een code"},
    ),
    Case(
        "8-parents",
        "minors.parental_consent",
        {**KIDS, "minors.minimum_age": 12},
        {**KIDS, "minors.minimum_age": 12, "controller.country": None},
    ),
    Case(
        "8-age-groups",
        "minors.minimum_age",
        {**KIDS, "minors.minimum_age": 16, **CAMP},
        {**KIDS, "minors.minimum_age": 4, **CAMP},
    ),
    Case(
        "8-age-in-text",
        AT,
        own("Kinderen vanaf 16 jaar beslissen zelf."),
        own("Kinderen vanaf 13 jaar beslissen zelf."),
    ),
    Case(
        "8-age-in-text",
        AT,
        {**DUTCH, **own("Vanaf 13 jaar geeft een kind zelf toestemming.")},
        {**DUTCH, **own("Wie ouder is dan 13 jaar, mag zelf betalen.")},
    ),
    # the age of the child's country
    Case(
        "8-parents",
        "minors.parental_consent",
        {**KIDS, "minors.minimum_age": 13, "scope.customer_countries": ("NL",)},
        {**KIDS, "minors.minimum_age": 13, "scope.customer_countries": ("FR",)},
    ),
    Case(
        "8-parents",
        "minors.parental_consent",
        {**KIDS, "minors.minimum_age": 10},
        {**KIDS, "minors.minimum_age": 10, **NO_CONSENT},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)
