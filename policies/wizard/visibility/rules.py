"""The reasons to ask a question, as data. Pure.

A condition is `When`, on another answer of the same form, so that a browser can show and hide at once, or `If`, for the server to decide.
A rule agrees with the checks: what a check demands is asked (a test holds every finding to it).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from policies.core.checks.review import asks_consent
from policies.core.facts import Activity, DataCategory, Facts
from policies.core.facts.legal_form import gives_postal_address_only


@dataclass(frozen=True)
class When:
    """Another answer of the same row, or of the part `of`, is one of `values`: as the form posts them, with "" for no answer. Without values: any answer.

    `unless` turns it round: there is an answer, or none, that is not among them.
    """

    name: str
    values: tuple[str, ...] = ()
    unless: bool = False
    of: str = ""

    def holds(self, said: frozenset[str]) -> bool:
        if not self.values:
            return "" not in said
        return any((value in self.values) != self.unless for value in said)


@dataclass(frozen=True)
class If:
    """Something that only the server sees: a function of the facts and of the row (a part is its own row)."""

    test: Callable[[Facts, Any], bool]


@dataclass(frozen=True)
class Either:
    """One of these is enough."""

    one_of: tuple[When | If, ...]


@dataclass(frozen=True)
class Rule:
    """All of these must hold."""

    all_of: tuple[When | If | Either, ...]


def when(name: str, values: str = "", *, of: str = "") -> When:
    """`values` are words in one string; a dash stands for no answer."""
    return When(name, _words(values), False, of)


def unless(name: str, values: str, *, of: str = "") -> When:
    return When(name, _words(values), True, of)


def _words(values: str) -> tuple[str, ...]:
    return tuple("" if word == "-" else word for word in values.split())


def either(*one_of: When | If) -> Either:
    return Either(one_of)


def rule(*all_of: When | If | Either) -> Rule:
    return Rule(all_of)


# The EEA (art. 44 and further), to know which questions about a transfer to ask; what a transfer is, the checks look up for the day.
EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
FROM_OTHERS = "third_party public"
MUST_GIVE = "contract law request"
JOINT_NETWORKS = frozenset("facebook instagram linkedin meta".split())


def _activity_of(facts: Facts, row: Any, inside: str) -> Activity | None:
    """The activity that holds this purpose or data use; None for one that is just being made. The very row goes before one that is equal."""
    holding = [(activity, one) for activity in facts.activities for one in getattr(activity, inside) if one == row]
    return next((activity for activity, one in sorted(holding, key=lambda pair: pair[1] is not row)), None)


def _seat_is_outside(facts: Facts, row: Any) -> bool:
    """Whether a representative may be needed (art. 27): of the company, or of the parent of a branch."""
    company = facts.controller
    seats = (company.seat_country, company.parent_country if company.legal_form == "bijkantoor" else None)
    return any(code is not None and code not in EEA.split() for code in seats)


def _has_phone(facts: Facts, row: Any) -> bool:
    return bool(facts.controller.phone or facts.contact.phone)


def _has_door(facts: Facts, row: Any) -> bool:
    """Whether there is an address where people can come, and not a postal address alone."""
    return not gives_postal_address_only(facts.controller)


def _has_website(facts: Facts, row: Any) -> bool:
    return bool(facts.scope.websites)


def _nothing_on_site(facts: Facts, row: Any) -> bool:
    """No cookie is placed, so somebody may say that the site uses no data at all."""
    return not facts.cookies.placed and facts.cookies.used is not True


def _advertises(facts: Facts, row: Any) -> bool:
    """Nobody said that there is no advertising, or a purpose has a rule for it."""
    return facts.marketing.used is not False or any(
        purpose.marketing_rule for activity in facts.activities for purpose in activity.purposes
    )


def _categories(facts: Facts, row: Any) -> list[DataCategory]:
    """The kinds of data of the activity that has this purpose; of a new one all that there are."""
    activity = _activity_of(facts, row, "purposes")
    used = {use.category for use in activity.uses} if activity else {category.key for category in facts.categories}
    return [category for category in facts.categories if category.key in used]


def _special(facts: Facts, row: Any) -> bool:
    return any(category.special for category in _categories(facts, row))


def _by_law(facts: Facts, row: Any) -> bool:
    """Data that only a law allows (art. 10, 87)."""
    return any(category.criminal or category.national_number for category in _categories(facts, row))


def _own_source(facts: Facts, row: Activity) -> bool:
    """A data use that comes from the person, or from the person too, while the activity does not, and that follows it for the rest."""
    return any((use.source == "person" or _also_of_person(facts, use)) and not use.required for use in row.uses)


def _also_of_person(facts: Facts, row: Any) -> bool:
    """Whether the person is one of the sources that add to that of a data use."""
    return any(extra.source == "person" for extra in row.extra_sources)


def _about_several(facts: Facts, row: Any) -> bool:
    """Whether the activity of this purpose is about more than one group of people; of a new one whether there is more than one."""
    activity = _activity_of(facts, row, "purposes")
    groups = {*activity.groups, *(key for use in activity.uses for key in use.groups)} if activity else facts.groups
    return len(groups) > 1


def _of_person(facts: Facts, row: Any) -> bool:
    """Whether the activity of this data use gets its data from the person; of a new one nobody knows."""
    activity = _activity_of(facts, row, "uses")
    return activity is None or activity.source == "person"


def _asks_cookie_consent(facts: Facts, row: Any) -> bool:
    return any(cookie.consent == "consent" for cookie in facts.cookies.placed)


def _may_ask_cookie_consent(facts: Facts, row: Any) -> bool:
    return not facts.cookies.placed or _asks_cookie_consent(facts, row)


def _asks_consent(facts: Facts, row: Any) -> bool:
    return asks_consent(facts)


def _asks_any_consent(facts: Facts, row: Any) -> bool:
    return asks_consent(facts) or _asks_cookie_consent(facts, row)


def _no_special_data(facts: Facts, row: Any) -> bool:
    return not any(category.special or category.criminal for category in facts.categories)


def _has_recipients(facts: Facts, row: Any) -> bool:
    return bool(facts.recipients)


def _decides_together(facts: Facts, row: Any) -> bool:
    """A recipient with that role, or a page on a network with which one decides together (art. 26)."""
    pages = (profile.network or "" for profile in facts.links.profiles)
    return any(recipient.role == "joint" for recipient in facts.recipients) or any(
        network in page.lower() for page in pages for network in JOINT_NETWORKS
    )


NEVER = If(lambda facts, row: False)
FROM_PERSON = either(when("source", "person"), If(_own_source))
OUTSIDE = either(unless("country", f"- {EEA}"), unless("transfer_countries", f"- {EEA}"))
COOKIES = rule(when("used", "ja"))
HOW = rule(unless("used", "nee"), either(when("used", "ja"), If(_asks_cookie_consent)), If(_may_ask_cookie_consent))
BRANCH = rule(when("legal_form", "bijkantoor"))
DECIDES_ITSELF = rule(unless("kind", "category"), when("role", "controller joint"))


def _rules(address: str, /, **rules: Rule) -> dict[tuple[str, str], Rule]:
    return {(address, name): wanted for name, wanted in rules.items()}


def _all(names: str, wanted: Rule) -> dict[str, Rule]:
    return dict.fromkeys(names.split(), wanted)


# (address, field) → when it is asked; (address, "") is the list itself. What is not here is always asked.
RULES: dict[tuple[str, str], Rule] = {
    **_rules(
        "controller",
        branch_number=rule(when("country")),
        register_court=rule(
            when("country", "BE"), unless("legal_form", "eenmanszaak maatschap vlaams_bestuur informele_vereniging")
        ),
        responsible_persons=rule(when("legal_form", "informele_vereniging vereniging")),
        parent_name=rule(
            either(when("legal_form", "bijkantoor"), when("parent_register_number"), when("parent_country"))
        ),
        parent_register_number=BRANCH,
        parent_country=BRANCH,
        rsin=rule(when("country", "NL"), unless("legal_form", "eenmanszaak")),
        group_name=rule(unless("legal_form", "bijkantoor eenmanszaak informele_vereniging vlaams_bestuur")),
    ),
    **_rules("dpo", **_all("name email phone address", rule(when("designated", "ja")))),
    **_rules("representative", **_all("name register_number address email phone", rule(If(_seat_is_outside)))),
    **_rules(
        "links", external=rule(If(_has_website)), buttons=rule(If(_has_website)), buttons_activity=rule(when("buttons"))
    ),
    **_rules(
        "scope",
        apps=rule(when("applies_to", "websites_apps")),
        no_site_data=rule(If(_has_website), If(_nothing_on_site)),
    ),
    **_rules("contact", hours=rule(either(when("email"), when("phone"), If(_has_phone)))),
    **_rules("disclosure", business_transfer_activity=rule(when("business_transfer"))),
    **_rules("automated", profiling_activity=rule(when("profiling"))),
    **_rules(
        "activities",
        source_detail=rule(when("source", FROM_OTHERS)),
        required=rule(FROM_PERSON),
        consequence=rule(when("required", MUST_GIVE), FROM_PERSON),
    ),
    **_rules(
        "activities.purposes",
        interest=rule(when("legal_basis", "legitimate_interest")),
        law=rule(either(when("legal_basis", "legal_obligation public_task"), If(_by_law))),
        special_ground=rule(If(_special)),
        marketing_rule=rule(If(_advertises)),
        **_all("own_similar address_from_sale objection_offered", rule(when("marketing_rule", "customer_exception"))),
        groups=rule(If(_about_several)),
    ),
    **_rules(
        "activities.uses",
        source_detail=rule(when("source", FROM_OTHERS)),
        required=rule(
            either(when("source", "person -"), If(_also_of_person)),
            either(when("source", "person"), If(_of_person), If(_also_of_person)),
        ),
        consequence=rule(
            when("required", MUST_GIVE),
            either(when("source", "person -"), If(_also_of_person)),
            either(when("source", "person"), If(_of_person), If(_also_of_person)),
        ),
    ),
    **_rules(
        "retention_rules",
        **_all("number criterion law afterwards", rule(unless("nothing_kept", "ja"))),
        unit=rule(when("number")),
        start_event=rule(when("number")),
        bound=rule(when("number")),
        together=rule(when("number"), when("criterion")),
        nothing_kept=rule(when("number", "-"), when("criterion", "-")),
    ),
    **_rules(
        "recipients",
        entity=rule(when("kind", "named")),
        country=rule(either(unless("kind", "category"), when("role", "processor"))),
        agreement=rule(when("role", "processor")),
        safeguards=rule(OUTSIDE),
        dpf_certified=rule(
            when("safeguards", "dpf"), when("catalogue_id", "-")
        ),  # a picked one is asked by its answer (unknown), or where something is found
        dpf_checked_on=rule(when("dpf_certified", "yes")),
        planned_from=rule(when("planned")),
        safeguard_url=rule(when("safeguards", "scc bcr")),
        safeguard_copy=rule(when("safeguards", "scc bcr"), when("safeguard_url", "-")),
        own_use=DECIDES_ITSELF,
        opt_out=DECIDES_ITSELF,
        opt_out_url=rule(when("opt_out")),
        limits=rule(when("kind", "named")),
        privacy_url=rule(when("kind", "named")),
        confidence=rule(when("catalogue_id")),
    ),
    **_rules("cookies.placed", planned_from=rule(when("planned"))),
    **_rules("cookies", **_all("techniques browser_settings policy_url", COOKIES), consent_how=HOW, withdraw_how=HOW),
    **_rules("marketing", **_all("channels topics stop_how", rule(when("used", "ja")))),
    **_rules(
        "rights",
        by_phone=rule(If(_has_phone)),
        in_person=rule(If(_has_door)),
        term_unit=rule(when("term_number")),
        identity_detail=rule(when("identity_check")),
        fee=rule(NEVER),  # a request is free (art. 12.5); who said otherwise sees it
        withdraw_how=rule(If(_asks_consent)),
    ),
    **_rules(
        "minors",
        **_all("minimum_age age_check parents_can_report", rule(when("directed", "ja"))),
        parental_consent=rule(when("directed", "ja"), If(_asks_any_consent)),
        erases_unasked=rule(unless("directed", "ja")),
    ),
    **_rules("unasked", erases=rule(If(_no_special_data))),
    **_rules("automated.decisions", human_route=rule(unless("ground", "law")), recipient=rule(If(_has_recipients))),
    **_rules("ai_systems", recipient=rule(If(_has_recipients)), human_contact=rule(when("talks_to_people", "ja"))),
    **_rules("processor_role", **_all("agreement_where agreement_url", rule(when("services")))),
    **_rules("changes", notice_days=rule(when("channels"))),
    ("recipients", ""): rule(unless("shares", "nee", of="disclosure")),
    ("cookies.placed", ""): rule(when("used", "ja", of="cookies")),
    ("automated.decisions", ""): rule(when("used", "ja", of="automated")),
    ("joint_controllers", ""): rule(If(_decides_together)),
}
