"""The rows of the tables of recipients and cookies and the lines about transfers, grouped as in the statement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from policies.core import patterns
from policies.core.clauses.filters import hoofdletter, openend
from policies.core.clauses.values import ChoiceWords, FactAnswer, FactRow, FactValue, row_of
from policies.core.facts import Facts, Recipient
from policies.core.facts.fragments import unclosed
from policies.core.facts.values import country_names
from policies.core.law import Law
from policies.core.patterns.plan import clauses_of

ROLES = ("processor", "controller", "joint", None)
CONSENTS = ("exempt", "low_impact", "consent", None)
CONTRACTS, FRAMEWORK = ("scc", "bcr"), "dpf"
EXCEPTIONS = ("explicit_consent", "contract_need", "claims")  # art. 49
Outside = tuple[
    Recipient, FactRow, tuple[str, ...]
]  # a recipient, as a clause sees it, and its countries outside the EEA


@dataclass(frozen=True)
class TaskRow:
    """A recipient with one of its tasks.

    `page_above`: its privacy statement, where a row above links to the same page of the same company. `on_request`: a
    reader may ask who it is. What it may do with the data, and for which activities, stands with its first task.
    """

    recipient: FactRow
    on_request: bool
    named: list["Named"]
    page_above: FactAnswer | None
    role: FactAnswer
    task: FactAnswer
    seat: FactAnswer | None
    others: list[FactValue]
    agreement: FactValue | None
    consent: FactValue | None
    own_use: FactAnswer | None
    limits: FactAnswer | None
    opt_out: FactAnswer | None
    opt_out_url: FactAnswer | None
    activities: list[Any]


@dataclass(frozen=True)
class RoleTable:
    """The tasks of one role (art. 4(7), 4(8), 26).

    `agreements` has an answer for each row, or nothing when a row has none (art. 28.3).
    """

    roles: list[FactAnswer]
    agreements: list[FactValue]
    tasks: list[TaskRow]

    @property
    def has_countries(self) -> bool:
        """Return whether some row has a country, or the gap of one."""
        return any(row.seat is not None or row.others for row in self.tasks)


@dataclass(frozen=True)
class Named:
    """A recipient by its name, with the address of its safeguard where that is told here."""

    name: FactAnswer
    url: FactAnswer | None = None


@dataclass(frozen=True)
class SafeguardLine:
    """The recipients that one safeguard protects, and the countries for which it does so where that must be said.

    `same`: the contracts protect the same ones.
    """

    said: list[FactValue]
    recipients: list[Named]
    countries: list[FactValue]
    same: bool = False


@dataclass(frozen=True)
class Copies:
    """The recipients of whose safeguard a copy is had in the same way (art. 13.1.f)."""

    how: list[FactValue]
    recipients: list[Named]


@dataclass(frozen=True)
class Transfers:
    """Every transfer outside the EEA, by what makes it lawful (art. 44–49).

    `countries`: of each country the answers that name it.
    """

    contracts: list[SafeguardLine]
    binding: list[SafeguardLine]
    framework: list[SafeguardLine]
    adequacy: list[SafeguardLine]
    exceptions: list[SafeguardLine]
    copies: list[Copies]
    countries: list[list[FactValue]]


@dataclass(frozen=True)
class CookieRow:
    """A cookie, and of its provider and kind what the caption does not tell."""

    cookie: FactRow
    about: list[FactAnswer]


@dataclass(frozen=True)
class CookieTable:
    """The cookies that ask the same consent.

    `providers` and `kinds` have an answer for each row, or nothing when the rows differ.
    """

    consents: list[FactAnswer]
    providers: list[FactValue]
    kinds: list[FactValue]
    cookies: list[CookieRow]


@cache
def tells_at_activity(pattern: str) -> bool:
    """Say whether a layout names the recipients of each activity there, so that their table does not."""
    return any(f"{pattern}/recipients" in clauses_of(piece) for piece in patterns.sections(pattern))


class Tables:
    """The tables of recipients, transfers and cookies of one company."""

    def __init__(self, facts: Facts, words: ChoiceWords, law: Law):
        self.facts, self.words, self.law = facts, words, law
        self.page_at = {_page(recipient): recipient.key for recipient in reversed(facts.recipients)}
        self.at_activity = tells_at_activity(facts.style.pattern or "rubrieken")

    # --- recipients ---

    def roles(self) -> list[RoleTable]:
        """Return the recipients in a table for each role; one whose role is open stands in the last."""
        rows = [row for recipient in self.facts.recipients for row in self._tasks(recipient)]
        return [self._role(found) for role in ROLES if (found := [row for row in rows if _code(row.role) == role])]

    def _role(self, rows: list[TaskRow]) -> RoleTable:
        agreements = [row.agreement for row in rows if row.agreement]
        return RoleTable([row.role for row in rows], agreements if len(agreements) == len(rows) else [], rows)

    def _tasks(self, recipient: Recipient) -> Iterable[TaskRow]:
        row = self._row(recipient)
        tasks = [
            (recipient.role, row.role, row.task),
            *(
                (other.role, other_row.role, other_row.task)
                for other, other_row in zip(recipient.other_roles, row.other_roles, strict=False)
            ),
        ]
        bound: list[str | None] = [role for role, _, _ in tasks if role == "processor"] or [recipient.role]
        above = (
            bool(recipient.privacy_url) and self.page_at[_page(recipient)] != recipient.key
        )  # a row above in the same table links there
        agreed = FactValue(f"recipients.{recipient.key}.agreement", "") if recipient.agreement else None
        for place, (role, role_words, task) in enumerate(tasks):
            name = hoofdletter(row.name) if recipient.kind == "category" else openend(row.name)
            yield TaskRow(
                recipient=row,
                on_request=self.law.is_unnamed(recipient),
                named=[Named(name, row.privacy_url if recipient.privacy_url and not above else None)],
                page_above=row.privacy_url if above else None,
                role=role_words,
                task=task,
                seat=None if recipient.kind == "category" and not recipient.country else row.country,
                others=self._countries(
                    recipient, (code for code in recipient.transfer_countries if code != recipient.country)
                ),
                agreement=agreed if role == bound[0] else None,
                consent=FactValue(f"recipients.{recipient.key}.only_with_consent", "")
                if recipient.only_with_consent
                else None,
                own_use=None if place else row.own_use,
                limits=None if place else row.limits,
                opt_out_url=None if place else row.opt_out_url,
                opt_out=None if place or self._is_told_with_cookies(recipient) else row.opt_out,
                activities=[] if place or self.at_activity else list(row.activities),
            )

    def _is_told_with_cookies(self, recipient: Recipient) -> bool:
        """Return whether refusing it is the same as withdrawing consent to cookies, which stands there."""
        way = self.facts.cookies.withdraw_how
        refusal = recipient.opt_out
        return bool(way and refusal and unclosed(way).casefold() == unclosed(refusal).casefold())

    # --- transfers ---

    def transfers(self) -> Transfers:
        """Return what leaves the EEA, a line for each safeguard; an exception of art. 49 for each recipient apart."""
        outside = [
            (recipient, self._row(recipient), codes)
            for recipient in self.facts.recipients
            if (codes := self.law.outside(recipient))
        ]
        return Transfers(
            contracts=self._lines(outside, "scc"),
            binding=self._lines(outside, "bcr"),
            framework=self._framework(outside),
            adequacy=self._lines(outside, "adequacy", self._adequate),
            exceptions=[
                line
                for one in outside
                for code in EXCEPTIONS
                for line in self._lines([one], code, lambda _, codes: codes)
            ],
            copies=self._copies(outside),
            countries=_by_country(
                answer for recipient, _, codes in outside for answer in self._countries(recipient, codes)
            ),
        )

    def _lines(
        self,
        outside: Sequence[Outside],
        code: str,
        countries: Callable[[Recipient, tuple[str, ...]], tuple[str, ...]] = lambda _, codes: (),
    ) -> list[SafeguardLine]:
        """Return a line for each set of countries that is named with this safeguard."""
        found: dict[tuple[str, ...], list[tuple[Recipient, FactRow]]] = {}
        for recipient, row, codes in outside:
            if code in recipient.safeguards:
                found.setdefault(countries(recipient, codes), []).append((recipient, row))
        return [
            SafeguardLine(
                [answer for _, row in rows for answer in row.safeguards if answer == code],
                [self._named(one, row, code) for one, row in rows],
                self._countries(rows[0][0], codes),
            )
            for codes, rows in found.items()
        ]

    def _framework(self, outside: Sequence[Outside]) -> list[SafeguardLine]:
        listed, bound = (
            [recipient.key for recipient, _, _ in outside if code in recipient.safeguards]
            for code in (FRAMEWORK, "scc")
        )
        return [replace(line, same=listed == bound and len(bound) > 1) for line in self._lines(outside, FRAMEWORK)]

    def _adequate(self, recipient: Recipient, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of the countries that a decision covers (art. 45).

        The one about the United States is named with its framework.
        """
        held = tuple(
            code
            for code in codes
            if code in self.law.adequate and not (code == "US" and FRAMEWORK in recipient.safeguards)
        )
        return held or codes

    def _named(self, recipient: Recipient, row: FactRow, code: str) -> Named:
        """Return the name, with the address of the safeguard where the recipient is named first."""
        first = next(one for one in (*CONTRACTS, FRAMEWORK, "adequacy", *EXCEPTIONS) if one in recipient.safeguards)
        return Named(row.name, row.safeguard_url if code == first and recipient.safeguard_url else None)

    def _copies(self, outside: Sequence[Outside]) -> list[Copies]:
        found: dict[str, list[FactRow]] = {}
        for recipient, row, _ in outside:
            if recipient.safeguard_copy:
                found.setdefault(recipient.safeguard_copy.casefold(), []).append(row)
        return [
            Copies([row.safeguard_copy for row in rows], [Named(row.name) for row in rows]) for rows in found.values()
        ]

    # --- cookies ---

    def cookies(self) -> list[CookieTable]:
        """Return the cookies in a table for each answer about consent; one that is not answered stands in the last."""
        rows = list(FactRow(self.facts, self.facts.cookies, "cookies", self.words).placed)
        return [
            self._cookies(found)
            for consent in CONSENTS
            if (found := [row for row in rows if _code(row.consent) == consent])
        ]

    def _cookies(self, rows: list[FactRow]) -> CookieTable:
        providers, kinds = (_same([getattr(row, name) for row in rows]) for name in ("provider", "kind"))
        about = [
            [value for value, shared in ((row.provider, providers), (row.kind, kinds)) if not shared] for row in rows
        ]
        if {(_code(row.consent), _code(row.kind)) for row in rows} == {("exempt", "necessary")}:
            kinds = []  # what is strictly necessary needs no consent: the words for the one say the other
        return CookieTable(
            [row.consent for row in rows], providers, kinds, [CookieRow(*one) for one in zip(rows, about, strict=True)]
        )

    # --- both ---

    def _row(self, recipient: Recipient) -> FactRow:
        return row_of(self.facts, self.words, "recipients", recipient)

    def _countries(self, recipient: Recipient, codes: Iterable[str]) -> list[FactValue]:
        return [
            FactValue(
                f"recipients.{recipient.key}.{'country' if code == recipient.country else 'transfer_countries'}",
                country_names()[code],
                code,
            )
            for code in codes
        ]


def _page(recipient: Recipient) -> tuple[str | None, ...]:
    """Return the page with its privacy statement; of a recipient that names no company it is its own."""
    return (recipient.role, recipient.entity or recipient.key, recipient.privacy_url)


def _by_country(answers: Iterable[FactValue]) -> list[list[FactValue]]:
    found: dict[str, list[FactValue]] = {}
    for answer in answers:
        found.setdefault(answer.code, []).append(answer)
    return list(found.values())


def _code(value: FactAnswer) -> str | None:
    return value.code if isinstance(value, FactValue) else None


def _same(values: list[FactAnswer]) -> list[FactValue]:
    """Return the values when all say the same, otherwise nothing."""
    return (
        [value for value in values if isinstance(value, FactValue)]
        if len({str(value.text) if isinstance(value, FactValue) else None for value in values}) == 1 and values[0]
        else []
    )
