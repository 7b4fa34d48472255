"""The lists of a step as cards: each row with its name, one line about it, and what is wrong in it. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policies.core.checks.finding import Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.facts import LISTS, Facts, paths, specs_of
from policies.core.facts import choices as c
from policies.core.facts.capitals import capital
from policies.core.facts.fragments import heading, phrase
from policies.core.facts.marks import lines_of
from policies.core.facts.periods import rule_on_card
from policies.wizard.steps.blocks import Cards

NO_NAME = "Nog zonder naam"
NOT_YET = "nog niet in gebruik"


@dataclass
class ListCard:
    """One row as it stands in the list. The ways to go are added by who knows addresses."""

    pk: int
    name: str
    summary: str
    errors: int
    warnings: int
    go: Any = None
    go_delete: Any = None
    proposed: bool = False  # and not confirmed yet
    up: str = ""  # what the button posts that moves it one place up


@dataclass
class CardGroup:
    """The cards under one heading; without a heading for a list that has no groups. `pk` is that of the parent row."""

    name: str
    pk: int | None
    cards: list[ListCard]
    findings: list[Finding]
    new: Any = None


def groups_of(
    facts: Facts, block: Cards, pks: Mapping, parents: Mapping, findings: Sequence[Finding]
) -> list[CardGroup]:
    """The cards of a list. `pks` and `parents` give the pk of a row, and of what groups the rows, by names."""
    if not block.per:
        return [CardGroup("", None, _cards(facts, block, (), pks, findings), [])]
    groups = []
    for row in paths.rows_at(facts, block.per, ()):
        here = paths.path_of(block.of, (row.key,))
        about = [finding for finding in findings if finding.path == here]
        groups.append(
            CardGroup(
                row.name or NO_NAME, parents.get((row.key,)), _cards(facts, block, (row.key,), pks, findings), about
            )
        )
    return groups


def _cards(
    facts: Facts, block: Cards, above: tuple[str, ...], pks: Mapping, findings: Sequence[Finding]
) -> list[ListCard]:
    rows = paths.rows_at(facts, block.of, above)
    cards = []
    for index, row in enumerate(rows):
        names = (*above, paths.name_at(rows, index))
        if names not in pks:
            continue  # it went while this page was being made
        within = [
            finding for finding in findings if f"{finding.path}.".startswith(f"{paths.path_of(block.of, names)}.")
        ]
        errors = sum(finding.blocks and finding.code != PROPOSED.code for finding in within)
        proposed = any(finding.code == PROPOSED.code for finding in within)
        cards.append(
            ListCard(
                pks[names],
                title(facts, row),
                SUMMARIES[block.of](facts, row),
                errors,
                len(within) - errors - proposed,
                proposed=proposed,
            )
        )
    return cards


def title(facts: Facts, row: Any) -> str:
    """What a person calls the row."""
    if hasattr(row, "category"):
        category = facts.find("categories", row.category)
        return heading(category.name or NO_NAME) if category else "Soort nog niet gekozen"
    return heading(getattr(row, "name", None) or getattr(row, "title", None) or NO_NAME)


def page_heading(facts: Facts, row: Any) -> str:
    """What a person calls the row, above its page: with a capital first, but for a code such as the name of a cookie."""
    name = specs_of(type(row)).get("name")
    return title(facts, row) if name and name.wording == "code" else capital(title(facts, row))


def used_by(facts: Facts, address: str, key: str) -> list[str]:
    """The names of the rows that refer to this row, each once."""
    found = []
    for path, spec, value in paths.walk(facts):
        if spec.target == address and value and key in ((value,) if spec.kind == "ref" else value):
            collection = paths.top(path)
            row = facts.find(collection, paths.top(paths.below(path))) if collection in LISTS else None
            found.append(title(facts, row) if row else "een beslissing van de computer")
    return list(dict.fromkeys(found))


def by_list(facts: Facts, places: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return (what the list is called, names of its rows) for the rows at these paths."""
    found: dict[str, list[str]] = {}
    for path in places:
        label = paths.list_spec(paths.parent(path)).label
        found.setdefault(label, []).append(title(facts, paths.read(facts, path)))
    return list(found.items())


def _list(names: Sequence[str | None]) -> str:
    return ", ".join(phrase(name) for name in names if name)


def _cut(text: str) -> str:
    return f"{text[:100]} …" if len(text) > 100 else text


def _activity(facts: Facts, row: Any) -> str:
    kinds = len(row.uses)
    data = "" if not kinds else "1 soort gegevens" if kinds == 1 else f"{kinds} soorten gegevens"
    return " · ".join(filter(None, [_list([purpose.name for purpose in row.purposes]), data]))


def _category(facts: Facts, row: Any) -> str:
    users = [a.name for a in facts.activities for use in a.uses if use.category == row.key]
    return row.description or (f"bij {_list(users)}" if users else "nog bij geen verwerking gebruikt")


def _rule(facts: Facts, row: Any) -> str:
    return rule_on_card(row, phrase)


def _recipient(facts: Facts, row: Any) -> str:
    return " · ".join(filter(None, [row.task or c.ROLE.get(row.role or "", ""), NOT_YET if row.planned else ""]))


def _cookie(facts: Facts, row: Any) -> str:
    return " · ".join(
        filter(None, [c.COOKIE_KIND.get(row.kind or "", ""), phrase(row.purpose or ""), NOT_YET if row.planned else ""])
    )


SUMMARIES: dict[str, Callable[[Facts, Any], str]] = {
    "activities": _activity,
    "categories": _category,
    "activities.uses": lambda facts, row: _list([item.name for item in row.items]),
    "retention_rules": _rule,
    "recipients": _recipient,
    "cookies.placed": _cookie,
    "automated.decisions": lambda facts, row: row.effect or "",
    "ai_systems": lambda facts, row: row.task or "",
    "joint_controllers": lambda facts, row: row.contact_point or "",
    "sections": lambda facts, row: _cut(" ".join(lines_of(row.body))),
}
