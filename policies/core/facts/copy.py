"""The answers of one company as proposals for another.

What is of that one company is left out, and everything else is to be confirmed.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from policies.core.facts import PARTS, Controller, Dpo, Facts, Preset, PrivacyContact, Representative, specs_of
from policies.core.facts.preset import SHOWN_WITH
from policies.core.facts.promises import without_promises

OWN_KINDS = {"email", "phone", "url", "urls"}  # in a part these lead to the company itself; in a row to somebody else
CONFIRMED = ("activities", "recipients", "joint_controllers")  # rows that are confirmed one by one


def is_begun(facts: Facts) -> bool:
    """Return whether there is any answer. What somebody said to get proposals is none."""
    return dataclasses.replace(facts, preset=Preset()) != Facts()


def copied(facts: Facts, company: bool = False) -> Facts:
    """Return the same answers, none of them confirmed; with `company` those on the one company too.

    Without `company` these are left out: its name, numbers and addresses, whom to ask, its sites and profiles, what it
    promises (decision 29), such as an agreement with a processor, when it looked at something, and its notes.

    The country stays, for periods and recipients rest on it.
    """
    facts = facts if company else without_promises(_without_company(facts))
    return dataclasses.replace(
        facts, preset=dataclasses.replace(facts.preset, unconfirmed=tuple(dict.fromkeys(_paths(facts))))
    )


def _paths(facts: Facts) -> Iterator[str]:
    """Yield the path of every part and row that has an answer and that somebody can confirm."""
    filled = {part for collection, part in SHOWN_WITH.items() if getattr(facts, collection)}
    for name, part in PARTS.items():
        if name != "preset" and (name in filled or getattr(facts, name) != part()):
            yield name
    for collection in CONFIRMED:
        yield from (f"{collection}.{row.key}" for row in getattr(facts, collection))


def _without_company(facts: Facts) -> Facts:
    parts = {name: _without_addresses(getattr(facts, name)) for name in PARTS}
    parts |= {
        "controller": Controller(country=facts.controller.country),
        "contact": PrivacyContact(),
        "dpo": Dpo(),
        "representative": Representative(),
    }
    parts["links"] = dataclasses.replace(parts["links"], profiles=())
    return dataclasses.replace(
        facts,
        **parts,
        activities=tuple(dataclasses.replace(row, checked_on=None, notes=None) for row in facts.activities),
        recipients=tuple(
            dataclasses.replace(row, checked_on=None, dpf_checked_on=None, notes=None) for row in facts.recipients
        ),
        retention_rules=tuple(dataclasses.replace(row, checked_on=None) for row in facts.retention_rules),
    )


def _without_addresses(part: Any) -> Any:
    empty = type(part)()
    return dataclasses.replace(
        part, **{name: getattr(empty, name) for name, spec in specs_of(type(part)).items() if spec.kind in OWN_KINDS}
    )
