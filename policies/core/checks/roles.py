"""The role that the law gives a recipient, by what it is called and by what it does (art. 4.7, 4.8): the rows of catalogue/roles.yaml.

A row that no contract can change makes an error, any other a warning: there the role depends on what the recipient does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Recipient, roles_of
from policies.core.language.name_words import NameWords, compiled_names, named_in, plain
from policies.core.language.word_patterns import Pattern, compiled, normal

WRONG = CheckRule("4.7-role", "warning", "4.7 28", "CHK-57 CHK-53")
IMPOSSIBLE = CheckRule("4.7-role-by-law", "error", "4.7 28", "CHK-57")
MIXED = CheckRule("4.7-two-roles", "warning", "4.7 28 13.1.e", "CHK-57")

NAMES = {"controller": "zelf verantwoordelijk", "processor": "verwerker"}
# Where a task names its doer: “is onze bedrijfsrevisor”, “treedt op als notaris”, “advocaat van onze vereniging”; not “als onze bank dat vraagt”.
KIND_OF = r"(?:(?:onze|ons|de|het|een|externe?|vaste?|eigen|erkende?) )"
OFFICE = re.compile(rf"(?:^{KIND_OF}*|\b(?:is|zijn) {KIND_OF}+|\bals {KIND_OF}*)")
AFTER_OFFICE = re.compile(
    r" *(?:$|[,;.()]|(?:van|voor|bij|die)\b)(?!.*\b(?:vra(?:ag|gen|agt)|eist|eisen|wil|willen|moet|moeten|nodig)\b)"
)


@dataclass(frozen=True, eq=False)
class RoleRow:
    """One compiled row of roles.yaml; without `words` and `alone` only the task shows it."""

    id: str
    role: str
    certain: bool
    why: str
    words: NameWords | None
    alone: frozenset[str]
    tasks: tuple[Pattern, ...]
    but: NameWords | None


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about recipients whose role is another than the law gives them (art. 4.7, 4.8)."""
    rows = _rows(review)
    for recipient in review.facts.recipients:
        if recipient.role:
            yield from _judged(recipient, _of(review, recipient, recipient.task, rows))
        for index, other in enumerate(recipient.other_roles):
            if other.role and other.role != "joint":
                kinds = (
                    kind for kind in _of(review, recipient, other.task, rows) if kind.tasks and kind.role != other.role
                )
                yield from (
                    _usual(f"recipients.{recipient.key}.other_roles.{index}.role", recipient, kind)
                    for kind in islice(kinds, 1)
                )


def _judged(recipient: Recipient, kinds: tuple[RoleRow, ...]) -> Iterator[Finding]:
    """Yield the finding about the main role of a recipient.

    What a name asks may be the role for another task; what the task asks is the role for it.
    """
    path, told = f"recipients.{recipient.key}.role", roles_of(recipient)
    wrong = [
        kind
        for kind in kinds
        if (kind.role != recipient.role if kind.tasks else kind.role not in told)
        and (kind.certain or recipient.role != "joint")
    ]
    certain = next((kind for kind in wrong if kind.certain), None)
    two = not {kind.role for kind in kinds} <= told and len({kind.role for kind in kinds}) > 1
    if certain:
        right = NAMES[certain.role]
        cure = "Zet deze ontvangers apart, elk met een eigen rol." if two else f"Kies als rol: {right}."
        yield IMPOSSIBLE.at(path, f"{quoted_name(recipient)} is altijd {right}: {certain.why}.", cure)
    elif two:
        yield MIXED.at(
            path,
            f"{quoted_name(recipient)} noemt ontvangers met een verschillende rol: de ene werkt in uw opdracht, de andere beslist zelf.",
            "Zet deze ontvangers apart, elk met een eigen rol.",
        )
    elif wrong:
        yield _usual(path, recipient, wrong[0])


def _usual(path: str, recipient: Recipient, kind: RoleRow) -> Finding:
    right = NAMES[kind.role]
    return WRONG.at(
        path,
        f"{quoted_name(recipient)} is {'voor dit werk ' if kind.tasks else ''}meestal {right}: {kind.why}.",
        f"Kies als rol: {right}.",
    )


def right_role(review: Review, recipient: Recipient, task: str | None = None) -> str | None:
    """Return the one role that all rows give this recipient for its task, or for another one; None when none fits, or when they differ."""
    kinds = _of(review, recipient, task or recipient.task, _rows(review))
    roles = {kind.role for kind in kinds if kind.tasks or not task}
    return next(iter(roles)) if len(roles) == 1 else None


def _rows(review: Review) -> tuple[RoleRow, ...]:
    """Return the rows that hold on the day in the country of the company, compiled once."""
    return tuple(
        _kind(
            id=row["id"],
            role=row["role"],
            certain=row["certain"],
            why=row["why"],
            words=row["words"],
            alone=row.get("alone", ""),
            tasks=tuple(row.get("tasks", ())),
            but=row.get("but", ""),
        )
        for row in review.rows("roles")
    )


def _of(review: Review, recipient: Recipient, task: str | None, rows: tuple[RoleRow, ...]) -> tuple[RoleRow, ...]:
    """Return the rows that are about this recipient with one of its tasks."""
    found = _fitting(rows, recipient.name or "", recipient.entity or "", task or "")
    if (
        any(not kind.words for kind in found)
        and (service := review.service(recipient))
        and recipient.role in service["roles"]
    ):
        return tuple(
            kind for kind in found if kind.words
        )  # what the catalogue knows by name goes before what a task seems to say
    return found


@cache
def _kind(
    *, id: str, role: str, certain: bool, why: str, words: str, alone: str, tasks: tuple[str, ...], but: str
) -> RoleRow:
    return RoleRow(
        id,
        role,
        certain,
        why,
        compiled_names(words),
        frozenset(filter(None, plain(alone).split("|"))),
        tuple(compiled(plain(line), {}) for line in tasks),
        compiled_names(but),
    )


@lru_cache(maxsize=4096)  # the recipients of a company again and again, and few changed since
def _fitting(kinds: tuple[RoleRow, ...], name: str, entity: str, task: str) -> tuple[RoleRow, ...]:
    called, does = tuple(filter(None, (plain(name), plain(entity)))), plain(task)
    whole, said = _tokens(" ".join((*called, does))), normal(does)
    return tuple(kind for kind in kinds if _fits(kind, called, does, whole, said))


def _fits(kind: RoleRow, called: tuple[str, ...], does: str, whole: frozenset[str], said: str) -> bool:
    if kind.words or kind.alone:
        by_name = (
            kind.words
            and kind.words.may_be_in(whole)
            and (any(named_in(kind.words, text) for text in called) or _office_of(kind.words, does))
        )
        if not by_name and kind.alone.isdisjoint(called):
            return False
    if kind.tasks and not any(_says(line, said) for line in kind.tasks):
        return False
    return not (kind.but and kind.but.may_be_in(whole) and any(kind.but.regex.search(text) for text in (*called, does)))


def _office_of(words: NameWords, task: str) -> bool:
    """Return whether a task says that its doer holds an office; to hand something to the holder is not enough."""
    for office in OFFICE.finditer(task):
        found = words.regex.match(task, office.end())
        if found and AFTER_OFFICE.match(task, found.end()):
            return True
    return False


def _says(line: Pattern, said: str) -> bool:
    return all(part.regex is not None and bool(part.regex.search(said)) != part.absent for part in line.parts)


def _tokens(text: str) -> frozenset[str]:
    """Return the words of a plain text, and the pieces of those with a hyphen."""
    words = re.findall(r"[\w'.&-]+", text)
    return frozenset((*words, *(piece for word in words for piece in re.split(r"[-.]", word))))
