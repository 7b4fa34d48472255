"""The one calendar: how long a period is, which of two is longer, and how it is said in Dutch.

Lengths follow art. 3(2)(c) of Regulation 1182/71: a period of weeks, months or years ends on the same day of the week or the same date. So a week is
always seven days, a year always twelve months, and a month or a year is no fixed number of days: it has a shortest and a longest length.

Two periods in days and weeks, or in months and years, are compared exactly. Across these two families they are equal when their lengths overlap:

    30 days = 1 month, 90 days = 3 months, 180 days = 6 months, 365 days = 1 year, 52 weeks = 1 year, 104 weeks = 2 years

and one is longer when its shortest length exceeds the longest of the other. That is an interval order: *longer* is transitive and never holds both
ways; *equal* is a tolerance, so 29 days and 31 days both equal one month and not each other. Four weeks are shorter than a month, although February can be
as short: the rules of thumb for cameras and applicants tell the two apart.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

WORDS = {"day": ("dag", "dagen"), "week": ("week", "weken"), "month": ("maand", "maanden"), "year": ("jaar", "jaar")}
UNIT = {unit: many for unit, (_, many) in WORDS.items()}  # the labels of the choice

DAYS_OF = {"day": 1, "week": 7}
MONTHS_OF = {"month": 1, "year": 12}
YEAR, LEAP_EVERY = 365, 4
CALLED_YEARS = {
    52: 1,
    104: 2,
}  # weeks that are called a year or two, though they last a day or two less; more weeks count as they are
ROUND_MONTH = 30  # as people count
LEAP_CYCLE = [calendar.monthrange(year, month)[1] for year in (2023, 2024, 2025) for month in range(1, 13)]

# Words that a text uses for a unit and for a number, in small letters.
UNIT_OF = {word: unit for unit, words in WORDS.items() for word in words} | {
    "jaren": "year",
    "kalenderjaar": "year",
    "kalenderjaren": "year",
    "boekjaar": "year",
    "boekjaren": "year",
    "kalenderdag": "day",
    "kalenderdagen": "day",
    "kalenderweken": "week",
    "kalendermaand": "month",
    "kalendermaanden": "month",
}
WORKING_DAYS = frozenset({"werkdag", "werkdagen"})
NUMBER_OF = {
    word: number
    for number, words in enumerate(
        "een/één/eén twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".split(),
        1,
    )
    for word in words.split("/")
} | {"dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "honderd": 100}
HALVES = {"anderhalf jaar": (18, "month"), "half jaar": (6, "month"), "halfjaar": (6, "month")}
IN_TEXT = re.compile(
    rf"\b(\d{{1,3}}) ({'|'.join(word for words in WORDS.values() for word in words)})\b", re.IGNORECASE
)


# --- how long ----------------------------------------------------------------------------------------------------


def compare(number: int, unit: str, other: int, other_unit: str) -> int:
    """Return -1, 0 or 1: the first period is shorter than, equal to, or longer than the second.

    `unit` is day, week, month or year; another raises KeyError. What counts as equal stands at the top of this module.
    """
    for family in (DAYS_OF, MONTHS_OF):
        if unit in family and other_unit in family:
            one, two = number * family[unit], other * family[other_unit]
            return (one > two) - (one < two)
    (least, most), (other_least, other_most) = length(number, unit), length(other, other_unit)
    return (least > other_most) - (most < other_least)


def same(rule: Any, number: int, unit: str) -> bool:
    """Say whether a rule of the facts, which may have no period, is as long as this period."""
    return bool(rule.number and rule.unit and compare(rule.number, rule.unit, number, unit) == 0)


def period(rule: Any) -> tuple[int, str] | None:
    """Return the number and the unit of a rule of the facts; None where the rule gives no period.

    Where nothing is kept it is no days.
    """
    if rule.number and rule.unit:
        return rule.number, rule.unit
    return (0, "day") if rule.nothing_kept and not rule.criterion else None


def has_floor(rule: Any) -> bool:
    """Say whether data are certainly kept for the whole period of a rule.

    The rule says neither “ten hoogste” nor “meestal”, and no condition ends it before.
    """
    return rule.bound not in {"at_most", "usually"} and not (rule.criterion and rule.together == "earliest")


def has_end(rule: Any) -> bool:
    """Say whether data are certainly gone after the period of a rule.

    The rule says neither “minstens” nor “meestal”, and no condition makes it longer.
    """
    return rule.bound not in {"at_least", "usually"} and not (rule.criterion and rule.together in {"then", "latest"})


# How far each bound may reach beyond the same period without it, and beyond every period.
REACH = {None: 0, "at_most": 0, "usually": 1, "at_least": 2}
# The same for a condition beside the period: it may end the period before, says only when it runs, or makes it longer.
BESIDE = {"earliest": 0, None: 1, "then": 2, "latest": 2}


def may_be_longer(was: Any, now: Any) -> bool:
    """Say whether data may be kept longer under rule `now` than under rule `was`.

    Another event to count from or another condition cannot be compared, so it counts.

    “Minstens” has no end, so it is longer than every period that has one; among periods with the same number “meestal”
    may be longer than the period itself.
    """
    if now.nothing_kept and period(now) == (0, "day"):
        return False
    if (
        (was.start_event, was.criterion) != (now.start_event, now.criterion)
        or now.criterion
        and BESIDE[now.together] > BESIDE[was.together]
    ):
        return True
    before, after = period(was), period(now)
    if after is None or before is None:
        return after is not None
    endless, was_endless = bool(now.bound == "at_least"), bool(was.bound == "at_least")
    if endless != was_endless:
        return endless
    return (compare(*after, *before), REACH[now.bound]) > (0, REACH[was.bound])


@cache
def length(number: int, unit: str) -> tuple[int, int]:
    """Return the fewest and the most days that such a period is taken to last. Raises KeyError for another unit."""
    if unit in DAYS_OF:
        days = number * DAYS_OF[unit]
        return days, max(days, YEAR * CALLED_YEARS.get(number, 0)) if unit == "week" else days
    years, months = divmod(number * MONTHS_OF[unit], 12)
    least, most = _months(months)
    return YEAR * years + least, YEAR * years + -(-years // LEAP_EVERY) + most


def _months(months: int) -> tuple[int, int]:
    """Return the fewest and the most days of fewer than twelve months.

    These are the shortest and the longest run in the calendar, or thirty days each; one month is never as short as four
    weeks.
    """
    runs = [sum(LEAP_CYCLE[start : start + months]) for start in range(24)]
    return max(min(*runs, ROUND_MONTH * months), (4 * DAYS_OF["week"] + 1) * (months == 1)), max(runs)


def average(number: int, unit: str) -> float:
    """Return the days that such a period lasts on average, to put periods in order.

    It agrees with `compare` where that tells two apart.
    """
    if unit in DAYS_OF:
        return float(number * DAYS_OF[unit])
    return number * MONTHS_OF[unit] * (YEAR + 1 / LEAP_EVERY) / 12


def moved(day: date, number: int, unit: str) -> date:
    """Return the day that lies such a period after `day`, or before it for a negative number.

    The same date; where the month has none, its last day (art. 3(2)(c) Regulation 1182/71).
    """
    if unit in DAYS_OF:
        return day + timedelta(days=number * DAYS_OF[unit])
    years, month = divmod(day.year * 12 + day.month - 1 + number * MONTHS_OF[unit], 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


# --- how it is said ----------------------------------------------------------------------------------------------


def word(number: int | str, unit: str) -> str:
    """Return the word for the unit that goes with a number: 1 → “maand”, 6 → “maanden”."""
    return WORDS[unit][str(number) != "1"]


def in_words(number: int, unit: str) -> str:
    """Return a period for a sentence or a table: “1 maand”, “6 maanden”, “7 jaar”."""
    return f"{number} {word(number, unit)}"


BOUND_WORDS = {"at_most": "ten hoogste", "at_least": "minstens", "usually": "meestal"}
TOGETHER_WORDS = {
    "then": "en daarna",
    "earliest": "wat het eerst eindigt, telt",
    "latest": "wat het laatst eindigt, telt",
}
NOTHING = "wij bewaren niets"
MORE = "nog"  # before a period that only begins after a condition
# How a period and a condition stand together: the one after the other, or the two beside each other.
AFTER_CONDITION, BESIDE_CONDITION = "{criterion}, {together} {period}", "{period} of {criterion}: {together}"


def keeps_nothing(rule: Any) -> bool:
    """Say whether a rule keeps nothing, and no period or condition says otherwise."""
    return bool(rule.nothing_kept and not rule.number and not rule.criterion)


def with_bound(bound: T, more: T, period: T) -> list[T]:
    """Return the parts that there are of “ten hoogste nog 7 jaar”, in their order."""
    return [part for part in (bound, more, period) if part]


def on_card(number: int | None, unit: str | None, start_event: str | None = None, criterion: str | None = None) -> str:
    """Return a period in one line of a card, with what starts it: “7 jaar na het boekjaar”.

    Without a number it is the criterion; half answered it is what there is.
    """
    if not number:
        return criterion or ""
    return " ".join(filter(None, [in_words(number, unit) if unit in WORDS else str(number), start_event]))


def rule_on_card(rule: Any, phrase: Callable[[str], str] = str) -> str:
    """Return a rule of the facts in one line of a card: “tot de schade geregeld is, en daarna nog 1 jaar”.

    `phrase` shapes what was typed.
    """
    start, criterion = phrase(rule.start_event or ""), phrase(rule.criterion or "")
    if not rule.number:
        return criterion or (NOTHING if rule.nothing_kept else "")
    then = rule.together == "then"
    more = MORE if criterion and then else ""
    words = " ".join(with_bound(BOUND_WORDS.get(rule.bound, ""), more, on_card(rule.number, rule.unit, start)))
    if not criterion or not rule.together:
        return words
    pattern = AFTER_CONDITION if then else BESIDE_CONDITION
    return pattern.format(criterion=criterion, together=TOGETHER_WORDS[rule.together], period=words)


# --- how it is read ----------------------------------------------------------------------------------------------


def read(number: str, unit: str) -> tuple[int, str]:
    """Return the number and the unit of “zes”, “weken”. Five working days take seven days.

    Raises KeyError or ValueError for other words.
    """
    count = NUMBER_OF.get(number.lower()) or int(number)
    if unit.lower() in WORKING_DAYS:
        return count * DAYS_OF["week"] // 5, "day"
    return count, UNIT_OF[unit.lower()]
