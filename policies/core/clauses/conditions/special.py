"""What the law guards more than other data and means.

Sensitive data (art. 9, 10, 87), children (art. 8), automated decisions (art. 22) and AI systems.
"""

import re

from policies.core.clauses.case import Case, in_scope
from policies.core.clauses.conditions.registry import answered, condition, filled

NUMBER = re.compile(r"nummer|\bbsn\b", re.IGNORECASE)
DOCUMENT = re.compile(r"\b(kopie|identiteitskaart|identiteitsbewijs|paspoort|document)", re.IGNORECASE)

# --- sensitive data ---

filled("is_special", lambda c: in_scope(c.category).special)
filled("is_criminal", lambda c: in_scope(c.category).criminal)


@condition
def lists_special_data(case: Case) -> bool:
    """Say whether some kind of data is special (art. 9)."""
    return any(category.special for category in case.facts.categories)


@condition
def is_national_number(case: Case) -> bool:
    """Say whether the kind of data is the national number itself (art. 87).

    A document or other data that show it too is not.
    """
    category = in_scope(case.category)
    name = category.name or ""
    return category.national_number and bool(NUMBER.search(name)) and not DOCUMENT.search(name)


@condition
def holds_national_number(case: Case) -> bool:
    """Say whether the kind of data is a document or other data that show the national number too (art. 87)."""
    return in_scope(case.category).national_number and not is_national_number(case)


@condition
def erases_special(case: Case) -> bool:
    """Say whether the promise holds that sensitive data that nobody asked for are erased.

    It goes as soon as one kind of special data, or data about offences, is used (art. 9, 10).
    """
    grounds = any(purpose.special_ground for purpose in case.purposes)
    return (
        case.facts.unasked.erases is True
        and not grounds
        and not any(category.special or category.criminal for category in case.facts.categories)
    )


# --- children ---

answered("for_minors", lambda c: c.facts.minors.directed, True)
filled("checks_age", lambda c: c.facts.minors.age_check)
filled("parents_report", lambda c: c.facts.minors.parents_can_report)
filled("erases_children", lambda c: c.facts.minors.erases_unasked)


@condition
def not_for_minors(case: Case) -> bool:
    """Say whether the company does not address children and gives an age from which it serves people."""
    return bool(case.facts.minors.directed is False and case.facts.minors.minimum_age)


@condition
def tells_only_age(case: Case) -> bool:
    """Say whether an age is given while nobody answered whether the company addresses children."""
    return bool(case.facts.minors.directed is None and case.facts.minors.minimum_age)


@condition
def asks_parents(case: Case) -> bool:
    """Say whether the company addresses children and asks their parents for consent (art. 8.2)."""
    return bool(case.facts.minors.directed and case.facts.minors.parental_consent)


@condition
def tells_parents_anyway(case: Case) -> bool:
    """Say whether a way to ask parents is given although nobody answered that the company addresses children."""
    return bool(case.facts.minors.parental_consent and not case.facts.minors.directed)


# --- automated decisions and profiles ---

filled("profiles_belong", lambda c: c.facts.automated.profiling_activity)
filled("makes_profiles", lambda c: c.facts.automated.profiling)


@condition
def decides_nothing(case: Case) -> bool:
    """Say whether the promise holds that nothing is decided automatically: answered no, and no decision is listed."""
    return case.facts.automated.used is False and not case.facts.automated.decisions


@condition
def decides_automatically(case: Case) -> bool:
    """Say whether an automated decision is listed and nobody answered that there is none (art. 22)."""
    return case.facts.automated.used is not False and bool(case.facts.automated.decisions)


@condition
def decides_with_a_way_to_a_human(case: Case) -> bool:
    """Say whether people may ask a human to look at some decision again (art. 22.3).

    With a law as the ground, that law sets the safeguards (art. 22.2.b).
    """
    return decides_automatically(case) and any(decision.ground != "law" for decision in case.facts.automated.decisions)


@condition
def decides_without_detail(case: Case) -> bool:
    """Say whether automated decisions are answered yes while none is listed."""
    return case.facts.automated.used is True and not case.facts.automated.decisions


# --- AI systems ---

filled("talks_to_people", lambda c: in_scope(c.ai_system).talks_to_people)
answered("ai_learns", lambda c: in_scope(c.ai_system).trains, True)
answered("ai_learns_not", lambda c: in_scope(c.ai_system).trains, False)
filled("system_belongs", lambda c: in_scope(c.ai_system).activities)
filled("has_human_contact", lambda c: in_scope(c.ai_system).human_contact)
