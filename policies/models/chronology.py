"""The numbers of versions, and which one counts on which day. Arithmetic only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")  # an effective date is a day here; the Netherlands keep the same time
LABEL = re.compile(r"([1-9]\d{0,3})\.(\d{2}|[1-9]\d{2,3})", re.ASCII)


def day_of(moment: datetime) -> date:
    """The day it is in Brussels at that moment."""
    return moment.astimezone(BRUSSELS).date()


def parse_label(label: str) -> tuple[int, int]:
    """("1.03" → 1, 3). Raises ValueError for anything that is not written the way we write it."""
    match = LABEL.fullmatch(label)
    if match is None:
        raise ValueError(label)
    return int(match[1]), int(match[2])


class LabelConverter:
    """A label in an address. One way to write it, so one address for a version."""

    regex = LABEL.pattern.replace("(", "(?:")

    def to_python(self, value: str) -> str:
        parse_label(value)  # a ValueError makes it an address that does not exist
        return value

    def to_url(self, value: str) -> str:
        return value


def format_label(major: int, minor: int) -> str:
    """(1, 3 → "1.03"); after 1.99 comes 1.100."""
    return f"{major}.{minor:02d}"


def next_label(major: int, minor: int, *, raises_major: bool) -> tuple[int, int]:
    """The number after this one."""
    return (major + 1, 0) if raises_major else (major, minor + 1)


class Dated(Protocol):
    """What arithmetic needs of a version."""

    sequence: int
    effective_date: date
    published_on: date
    published_at: datetime
    reviewed_at: datetime | None


Version = TypeVar("Version", bound=Dated)


@dataclass(frozen=True)
class Life(Generic[Version]):
    """From when until when a version counts. `until` is the day on which the next one takes over, None when there is none."""

    version: Version
    start: date
    until: date | None
    superseded: bool  # announced, and replaced before its day came


def lives(versions: Iterable[Version]) -> list[Life[Version]]:
    """The live period of each version of one policy, in order of sequence."""
    found: list[Life[Version]] = []
    later: Version | None = None  # of the versions after this one, the one that takes effect first
    for version in sorted(versions, key=lambda version: -version.sequence):
        until = later.effective_date if later else None
        # On one and the same day the earlier version has been live for some hours; a replaced announcement never was.
        superseded = later is not None and (
            later.effective_date <= version.effective_date and later.published_on < version.effective_date
        )
        found.append(Life(version, version.effective_date, until, superseded))
        if later is None or version.effective_date <= later.effective_date:
            later = version
    return found[::-1]


def current(versions: Iterable[Version], today: date) -> Version | None:
    """The version that counts today: the highest sequence whose date has come."""
    begun = [version for version in versions if version.effective_date <= today]
    return max(begun, key=lambda version: version.sequence, default=None)


def reviewed_on(versions: Iterable[Version]) -> date:
    """The day on which somebody last looked at the whole statement: to publish it, or to find that nothing changed. The versions have their state."""
    versions = list(versions)
    moments = [version.published_at for version in versions] + [
        version.reviewed_at for version in versions[:1] if version.reviewed_at
    ]
    return day_of(max(moments))


def announced(versions: Iterable[Version], today: date) -> list[Version]:
    """The versions still to come, in the order in which they take effect."""
    coming = [life.version for life in lives(versions) if life.start > today and not life.superseded]
    return sorted(coming, key=lambda version: version.effective_date)


def before(versions: Iterable[Version], effective_date: date, today: date) -> Version | None:
    """The version that a new one, published today for `effective_date`, takes over from; None when nothing is live by then."""
    live = [
        version for version in versions if version.effective_date <= today or version.effective_date < effective_date
    ]
    return max(live, key=lambda version: version.sequence, default=None)
