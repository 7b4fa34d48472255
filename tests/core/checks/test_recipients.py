"""Who sees the data, and in which role (art. 13.1.e): one row = one check."""

from datetime import date

import pytest

from policies.core.facts import Cookie, JointController, RecipientRole, SocialProfile
from tests.core.checks.company import GONE, ON, Case, found, lawful, show

HOST, BANK = "recipients.host", "recipients.bank"
LOOKED = {f"{HOST}.confidence": "low", f"{HOST}.checked_on": "2026-11-16"}
PIXEL = Cookie(
    key="pixel",
    name="_fbp",
    provider="Meta",
    kind="marketing",
    purpose="meet reclame",
    lifetime="90 dagen",
    access="Meta",
    consent="consent",
)
PAGE = SocialProfile(key="pagina", network="Facebook", url="https://www.facebook.com/lampenist")
SHARED = JointController(key="host", name="Combell nv", activities=("vragen",), arrangement="Elk zijn deel.")
FACEBOOK = {"links.profiles": (PAGE,), f"{HOST}.name": "Facebook", f"{HOST}.entity": "Meta Platforms Ireland Limited"}
ALONE = {"recipients": ()}

CASES = [
    Case("13.1.e-unanswered", "disclosure.shares", {"disclosure.shares": None}, {}),
    Case("13.1.e-recipients", "recipients", ALONE, {**ALONE, "disclosure.shares": False}),
    Case("13.1.e-denied", "disclosure.shares", {"disclosure.shares": False}, {**ALONE, "disclosure.shares": False}),
    Case("13.1.e-name", f"{HOST}.name", {f"{HOST}.name": None}, {f"{HOST}.privacy_url": None}),
    Case(
        "13.1.e-vague",
        f"{BANK}.name",
        {f"{BANK}.name": "derden en onze partners"},
        {f"{BANK}.name": "onze partners in de verzekering"},
    ),
    Case(
        "13.1.e-vague",
        f"{BANK}.name",
        {f"{BANK}.name": "derden indien noodzakelijk"},
        {f"{BANK}.name": "notarissen als dat nodig is"},
    ),
    Case("13.1.e-kind", f"{HOST}.kind", {f"{HOST}.kind": None}, {f"{HOST}.kind": "category"}),
    Case("13.1.e-role", f"{HOST}.role", {f"{HOST}.role": None}, {f"{HOST}.role": "controller"}),
    Case(
        "13.1.e-role",
        f"{HOST}.other_roles.0.role",
        {f"{HOST}.other_roles": (RecipientRole(task="houdt fraude tegen"),)},
        {f"{HOST}.other_roles": (RecipientRole("controller", "houdt fraude tegen"),)},
    ),
    Case(
        "13.1.e-task",
        f"{HOST}.other_roles.0.task",
        {f"{HOST}.other_roles": (RecipientRole("controller"),)},
        {f"{HOST}.other_roles": (RecipientRole("controller", "houdt fraude tegen"),)},
    ),
    Case(
        "13.1.e-entity",
        f"{HOST}.entity",
        {f"{HOST}.entity": None},
        {f"{HOST}.entity": None, f"{HOST}.kind": "category"},
    ),
    Case("13.1.e-task", f"{HOST}.task", {f"{HOST}.task": None}, {}),
    Case("13.1.e-activities", f"{HOST}.activities", {f"{HOST}.activities": ()}, {}),
    Case(
        "12.1-vague-recipient",
        f"{HOST}.task",
        {f"{HOST}.task": "bewaart onder andere onze website"},
        {f"{HOST}.task": "bewaart onze mogelijkheden"},
    ),
    Case(
        "4.7-role",
        f"{HOST}.role",
        {f"{HOST}.name": "reCAPTCHA", f"{HOST}.role": "controller"},
        {f"{HOST}.name": "reCAPTCHA"},
    ),
    Case(
        "4.7-role",
        f"{HOST}.role",
        {f"{HOST}.name": "Pakjes", f"{HOST}.entity": "bpost nv"},
        {f"{HOST}.name": "bpost", f"{HOST}.role": None},
    ),
    Case(
        "4.7-role",
        f"{HOST}.role",
        {f"{HOST}.name": "Mollie", f"{HOST}.entity": None},
        {f"{HOST}.name": "Mollie", f"{HOST}.role": "joint"},
    ),
    Case(
        "4.7-role",
        f"{HOST}.role",
        {f"{HOST}.name": "reCAPTCHA", f"{HOST}.role": "controller"},
        {f"{HOST}.name": "reCAPTCHA", f"{HOST}.role": "controller"},
        near_on=date(2026, 4, 1),
    ),
    Case(
        "26.2-recipient",
        "joint_controllers",
        {f"{HOST}.role": "joint", f"{HOST}.privacy_url": "https://combell.example/privacy"},
        {f"{HOST}.role": "joint", "joint_controllers": (SHARED,)},
    ),
    Case(
        "26.2-recipient",
        "joint_controllers",
        {
            f"{HOST}.role": "joint",
            f"{HOST}.entity": "Combell Limited",
            "joint_controllers": (SHARED,),
            "joint_controllers.host.name": "Ander Limited",
        },
        {
            f"{HOST}.role": "joint",
            f"{HOST}.entity": "Combell Limited",
            "joint_controllers": (SHARED,),
            "joint_controllers.host.name": "Combell B.V.",
        },
    ),
    Case(
        "26.2-uncovered",
        f"{HOST}.activities",
        {f"{HOST}.role": "joint", f"{HOST}.activities": ("vragen", "nieuws"), "joint_controllers": (SHARED,)},
        {f"{HOST}.role": "joint", f"{HOST}.activities": ("vragen",), "joint_controllers": (SHARED,)},
    ),
    Case(
        "26.2-network",
        f"{HOST}.role",
        {**FACEBOOK, f"{HOST}.role": "controller"},
        {**FACEBOOK, f"{HOST}.role": "controller", "links.profiles": ()},
    ),
    Case(
        "26.2-network",
        f"{HOST}.role",
        {f"{HOST}.name": "LinkedIn Insight Tag", f"{HOST}.role": "controller"},
        {f"{HOST}.name": "LinkedIn", f"{HOST}.role": "controller"},
    ),
    Case(
        "26.2-network",
        f"{HOST}.role",
        {**FACEBOOK, f"{HOST}.role": "controller"},
        {
            **FACEBOOK,
            f"{HOST}.role": "controller",
            "joint_controllers": (SHARED,),
            "joint_controllers.host.name": "Facebook",
        },
    ),
    # legal forms and countries make nobody known
    Case(
        "13.1.e-cookie-provider",
        "cookies.placed.pixel.provider",
        {"cookies.placed.+": PIXEL, "cookies.placed.pixel.provider": "Hotjar Ireland Limited"},
        {"cookies.placed.+": PIXEL, "cookies.placed.pixel.provider": "Google Ireland Limited"},
    ),
    Case(
        "28.3-agreement",
        f"{HOST}.agreement",
        {f"{HOST}.agreement": False},
        {f"{HOST}.agreement": False, f"{HOST}.role": "controller"},
    ),
    # no agreement is asked of who is told to be no processor
    Case(
        "28.3-agreement",
        f"{HOST}.agreement",
        {f"{HOST}.agreement": False},
        {f"{HOST}.agreement": False, f"{HOST}.name": "bpost"},
    ),
    Case(
        "28.3-agreement",
        f"{HOST}.agreement",
        {f"{HOST}.agreement": False},
        {f"{HOST}.agreement": False, f"{HOST}.kind": "category"},
    ),
    Case("5.1.d-check", f"{HOST}.confidence", {f"{HOST}.confidence": "low"}, LOOKED),
    Case(
        "5.1.d-check",
        f"{HOST}.confidence",
        {**LOOKED, f"{HOST}.checked_on": "2025-10-01"},
        {**LOOKED, f"{HOST}.checked_on": "2025-12-01"},
    ),
    Case("5.1.d-check-medium", f"{HOST}.confidence", {f"{HOST}.confidence": "medium"}, {f"{HOST}.confidence": "high"}),
    Case(
        "13.1.e-cookie-provider",
        "cookies.placed.pixel.provider",
        {"cookies.placed.+": PIXEL},
        {"cookies.placed.+": PIXEL, f"{HOST}.entity": "Meta Platforms Ireland Limited"},
    ),
    Case(
        "13.1.e-cookie-provider",
        "cookies.placed.pixel.provider",
        {"cookies.placed.+": PIXEL},
        {"cookies.placed.sessie.provider": None},
    ),
    Case(
        "13.1.e-cookie-provider",
        "cookies.placed.pixel.provider",
        {"cookies.placed.+": PIXEL},
        {"cookies.placed.+": PIXEL, f"{HOST}.name": "Facebook", f"{HOST}.role": "joint"},
    ),
    Case(
        "26.2-no-network",
        "activities.nieuws",
        {"activities.nieuws.catalogue_id": "ACT-22"},
        {"activities.nieuws.catalogue_id": "ACT-22", "recipients.mailer.role": "joint"},
    ),
    Case(
        "26.2-no-network",
        "activities.nieuws",
        {"activities.nieuws.catalogue_id": "ACT-22"},
        {"activities.nieuws.catalogue_id": "ACT-22", "links.profiles": (PAGE,)},
    ),
    Case(
        "26.2-social-page",
        "links.profiles.pagina.network",
        {"links.profiles": (PAGE,)},
        {"links.profiles": (PAGE,), "links.profiles.pagina.network": "Mastodon"},
    ),
    Case(
        "26.2-social-page",
        "links.profiles.pagina.network",
        {"links.profiles": (PAGE,)},
        {"links.profiles": (PAGE,), f"{HOST}.name": "Facebook"},
    ),
    Case(
        "26.2-social-page",
        "links.profiles.pagina.network",
        {"links.profiles": (PAGE,)},
        {
            "links.profiles": (PAGE,),
            "joint_controllers": (
                JointController(key="fb", name="Facebook", activities=("vragen",), arrangement="Elk zijn deel."),
            ),
        },
    ),
    Case(
        "26.2-social-page",
        "links.profiles.pagina.network",
        {"links.profiles": (PAGE,)},
        {"links.profiles": (PAGE,), f"{HOST}.entity": "Meta Platforms Ireland Limited"},
    ),
    Case(
        "4.7-recaptcha-link",
        f"{HOST}.privacy_url",
        {f"{HOST}.name": "reCAPTCHA", f"{HOST}.privacy_url": "https://policies.google.com/privacy"},
        {f"{HOST}.name": "Google Maps", f"{HOST}.privacy_url": "https://policies.google.com/privacy"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_the_cure_for_a_role_is_the_right_role() -> None:
    banks = next(f for f in found({f"{BANK}.role": "processor"}) if f.code == "4.7-role-by-law")
    captcha = next(
        f for f in found({f"{HOST}.name": "reCAPTCHA", f"{HOST}.role": "controller"}) if f.code == "4.7-role"
    )
    assert "zelf verantwoordelijk" in banks.remedy and "verwerker" in captcha.remedy


def test_the_company_itself_is_no_recipient() -> None:
    for name in (lawful().controller.legal_name, "wijzelf", "onszelf", "Onze eigen website"):
        own = {"cookies.placed.meting": GONE, "recipients.google": GONE, "cookies.placed.sessie.provider": name}
        assert "13.1.e-cookie-provider" not in {finding.code for finding in found(own, ON)}, name
