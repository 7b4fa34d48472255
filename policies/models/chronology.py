"""The numbers of versions, and which of them is in force on which day. Arithmetic only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")  # an effective date is a day here; the Netherlands keep the same time
LABEL = re.compile(r"([1-9]\d{0,3})\.(\d{2}|[1-9]\d{2,3})", re.ASCII)


def day_of(moment: datetime) -> date:
    """Return the day in Brussels at that moment."""
    return moment.astimezone(BRUSSELS).date()


def parse_label(label: str) -> tuple[int, int]:
    """Read a label: "1.03" → (1, 3). Raise ValueError for anything that format_label does not write."""
    match = LABEL.fullmatch(label)
    if match is None:
        raise ValueError(label)
    return int(match[1]), int(match[2])


class LabelConverter:
    """A label in an address. One way to write it, so one address for a version."""

    regex = LABEL.pattern.replace("(", "(?:")

    def to_python(self, value: str) -> str:
        """Return the label of an address. Raise ValueError for what is no label: such an address does not exist."""
        parse_label(value)
        return value

    def to_url(self, value: str) -> str:
        """Return a label as it stands in an address."""
        return value


def format_label(major: int, minor: int) -> str:
    """Write a label: (1, 3) → "1.03". After 1.99 comes 1.100."""
    return f"{major}.{minor:02d}"


def next_label(major: int, minor: int, *, raises_major: bool) -> tuple[int, int]:
    """Return major and minor of the next version."""
    return (major + 1, 0) if raises_major else (major, minor + 1)


class Dated(Protocol):
    """The part of a version that the arithmetic needs."""

    sequence: int
    effective_date: date
    published_on: date
    published_at: datetime
    reviewed_at: datetime | None


Version = TypeVar("Version", bound=Dated)


@dataclass(frozen=True)
class LivePeriod(Generic[Version]):
    """The days on which a version is in force. `until` is the day on which the next one takes over, None when there is none."""

    version: Version
    start: date
    until: date | None
    superseded: bool  # announced, and replaced before its day came


def live_periods(versions: Iterable[Version]) -> list[LivePeriod[Version]]:
    """Return the period in which each version of one policy is in force, in order of sequence."""
    found: list[LivePeriod[Version]] = []
    later: Version | None = None  # of the versions after this one, the one that takes effect first
    for version in sorted(versions, key=lambda version: -version.sequence):
        until = later.effective_date if later else None
        # On one and the same day the earlier version has been live for some hours; a replaced announcement never was.
        superseded = later is not None and (
            later.effective_date <= version.effective_date and later.published_on < version.effective_date
        )
        found.append(LivePeriod(version, version.effective_date, until, superseded))
        if later is None or version.effective_date <= later.effective_date:
            later = version
    return found[::-1]


def current(versions: Iterable[Version], today: date) -> Version | None:
    """Return the version that is in force today: the highest sequence whose effective date has come. None if there is none."""
    begun = [version for version in versions if version.effective_date <= today]
    return max(begun, key=lambda version: version.sequence, default=None)


def reviewed_on(versions: Iterable[Version]) -> date:
    """Return the day of the last publication or review, whichever is later.

    At both, somebody looked at the whole statement. `versions` were fetched with their state.
    """
    versions = list(versions)
    moments = [version.published_at for version in versions] + [
        version.reviewed_at for version in versions[:1] if version.reviewed_at
    ]
    return day_of(max(moments))


def announced(versions: Iterable[Version], today: date) -> list[Version]:
    """Return the versions that are still to take effect, in the order of their dates."""
    coming = [life.version for life in live_periods(versions) if life.start > today and not life.superseded]
    return sorted(coming, key=lambda version: version.effective_date)


def before(versions: Iterable[Version], effective_date: date, today: date) -> Version | None:
    """Return the version that one published today for `effective_date` takes over from.

    None when no version is in force by then.
    """
    live = [
        version for version in versions if version.effective_date <= today or version.effective_date < effective_date
    ]
    return max(live, key=lambda version: version.sequence, default=None)
