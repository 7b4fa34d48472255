"""Numbers of versions, and which version counts on which day. No database."""

from datetime import date, timedelta

import pytest

from policies.models import Policy, PolicyVersion
from policies.models.chronology import (
    announced,
    before,
    current,
    day_of,
    format_label,
    live_periods,
    next_label,
    parse_label,
)
from tests.versions import at

Spec = tuple[str, str]  # effective date, publication date


def march(day: int) -> date:
    return date(2026, 3, day)


def versions_of(*days: tuple[int, int]) -> list[PolicyVersion]:
    """Versions 1, 2, 3 … by (effective day, day of publication) in March."""
    return [
        PolicyVersion(
            policy=Policy(),
            sequence=n,
            major=1,
            minor=n - 1,
            effective_date=march(effective),
            published_on=march(published),
        )
        for n, (effective, published) in enumerate(days, 1)
    ]


@pytest.mark.parametrize(
    ("label", "numbers"),
    [("1.00", (1, 0)), ("1.03", (1, 3)), ("12.99", (12, 99)), ("1.100", (1, 100)), ("9999.9999", (9999, 9999))],
)
def test_label_reads_back(label: str, numbers: tuple[int, int]) -> None:
    assert parse_label(label) == numbers
    assert format_label(*numbers) == label


@pytest.mark.parametrize(
    "label",
    [
        "",
        "1",
        "1.0",
        "1.3",
        "0.01",
        "01.00",
        "1.003",
        "1.010",
        "1,00",
        " 1.00",
        "1.00\n",
        "1.00.1",
        "v1.00",
        "-1.00",
        "10000.00",
        "1.10000",
        "1.٠٠",
    ],
)
def test_label_written_otherwise_is_refused(label: str) -> None:
    with pytest.raises(ValueError):
        parse_label(label)


@pytest.mark.parametrize(
    ("label", "raises_major", "following"),
    [
        ("1.00", False, "1.01"),
        ("1.09", False, "1.10"),
        ("1.99", False, "1.100"),
        ("1.100", False, "1.101"),
        ("1.07", True, "2.00"),
        ("1.100", True, "2.00"),
        ("9.99", True, "10.00"),
    ],
)
def test_next_label(label: str, raises_major: bool, following: str) -> None:
    assert format_label(*next_label(*parse_label(label), raises_major=raises_major)) == following


def test_day_is_the_day_in_brussels() -> None:
    assert day_of(at("2026-03-01", 22)) == march(1)  # 23:00 there
    assert day_of(at("2026-03-01", 23)) == march(2)  # midnight there
    assert day_of(at("2026-06-30", 22)) == date(2026, 7, 1)  # summer time


# Versions by (effective, published) in March; per version: live from, until, "never" when replaced before its day.
LIVES = {
    "one": ([(1, 1)], [(1, None)]),
    "one after another": ([(1, 1), (10, 10), (20, 20)], [(1, 10), (10, 20), (20, None)]),
    "announced": ([(1, 1), (10, 2)], [(1, 10), (10, None)]),
    "announced first": ([(10, 1)], [(10, None)]),
    "two announced": ([(1, 1), (10, 2), (20, 3)], [(1, 10), (10, 20), (20, None)]),
    "an earlier date replaces an announcement": ([(1, 1), (20, 2), (10, 3)], [(1, 10), "never", (10, None)]),
    "the same date replaces an announcement": ([(1, 1), (20, 2), (20, 3)], [(1, 20), "never", (20, None)]),
    "one replaces two": ([(1, 1), (20, 2), (25, 3), (15, 4)], [(1, 15), "never", "never", (15, None)]),
    "twice on one day": ([(1, 1), (1, 1)], [(1, 1), (1, None)]),
    "again on the day an announcement takes effect": ([(1, 1), (10, 2), (10, 10)], [(1, 10), (10, 10), (10, None)]),
    "replaced, and again on the day": ([(10, 1), (10, 2), (10, 10)], ["never", (10, 10), (10, None)]),
    "a replaced announcement does not end anything": ([(1, 1), (10, 2), (5, 3)], [(1, 5), "never", (5, None)]),
}


@pytest.mark.parametrize(("days", "expected"), LIVES.values(), ids=LIVES)
def test_lives(days: list[tuple[int, int]], expected: list) -> None:
    found = [
        "never" if life.superseded else (life.start.day, life.until and life.until.day)
        for life in live_periods(versions_of(*days))
    ]
    assert found == expected


@pytest.mark.parametrize(("days", "expected"), LIVES.values(), ids=LIVES)
def test_the_current_version_is_the_one_that_lives(days: list[tuple[int, int]], expected: list) -> None:
    """Two ways to ask the same, on every day: the highest sequence whose date has come, and the live periods."""
    versions = versions_of(*days)
    for day in (march(1) + timedelta(days=n) for n in range(31)):
        known = [version for version in versions if version.published_on <= day]
        living = [
            life.version
            for life in live_periods(known)
            if not life.superseded and life.start <= day and (life.until is None or day < life.until)
        ]
        assert [current(known, day)] == (living or [None])


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        ([(1, 1)], 1, []),
        ([(10, 1)], 1, [1]),
        ([(10, 1)], 10, []),
        ([(1, 1), (20, 2), (10, 3)], 4, [3]),
        ([(1, 1), (10, 2), (20, 3)], 4, [2, 3]),
        ([(1, 1), (10, 2), (20, 3)], 10, [3]),
    ],
)
def test_announced(days: list[tuple[int, int]], today: int, expected: list[int]) -> None:
    assert [version.sequence for version in announced(versions_of(*days), march(today))] == expected


@pytest.mark.parametrize(
    ("days", "effective", "today", "expected"),
    [
        ([], 5, 5, None),
        ([(1, 1)], 5, 5, 1),
        ([(1, 1)], 1, 1, 1),  # twice on one day: readers have seen the first
        ([(1, 1), (20, 2)], 10, 3, 1),  # takes the place of the announcement
        ([(1, 1), (20, 2)], 20, 3, 1),  # the same
        ([(1, 1), (20, 2)], 25, 3, 2),  # comes after it
        ([(20, 2)], 10, 3, None),  # nothing was ever live
    ],
)
def test_before(days: list[tuple[int, int]], effective: int, today: int, expected: int | None) -> None:
    version = before(versions_of(*days), march(effective), march(today))
    assert (version and version.sequence) == expected
