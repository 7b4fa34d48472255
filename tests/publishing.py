"""To publish as a person does, and small changes of facts to publish next. The fixtures are in tests/publish/conftest.py."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from policies import publish as p
from policies.core import facts as f
from policies.models import Policy, PolicyVersion, User
from policies.publish import act
from policies.store import read, write
from tests.versions import at

NOW = at("2026-12-01")
TODAY = NOW.date()


def publish(policy: Policy, by: User, *, on: date = TODAY, now: datetime = NOW, **given: object) -> PolicyVersion:
    """Look at the draft and publish it, as a person does."""
    first = not policy.versions.exists()
    asked = {
        "seen_digest": given.get("seen_digest") or p.draft_of(policy, on).digest,
        "effective_date": on,
        "note": "",
        "by": by,
        "now": now,
        "slug": "bakkerij" if first else None,
    }
    return p.publish(policy, **(asked | given))


def change(policy: Policy, edit: Callable[[f.Facts], f.Facts]) -> None:
    write.overwrite(policy, edit(read.facts_of(policy)))


def phone(number: str) -> Callable[[f.Facts], f.Facts]:
    """A minor change."""
    return lambda facts: replace(facts, controller=replace(facts.controller, phone=number))


def recipient(name: str) -> Callable[[f.Facts], f.Facts]:
    """A major change."""
    new = f.Recipient(
        key=name.lower(),
        name=name,
        kind="named",
        entity=f"{name} B.V.",
        role="processor",
        country="NL",
        task="helpt ons",
        agreement=True,
    )
    return lambda facts: replace(
        facts, recipients=(*facts.recipients, replace(new, activities=(facts.activities[0].key,)))
    )


def refusal(act: Callable[[], object]) -> p.Refusal:
    with pytest.raises(p.Refusal) as caught:
        act()
    return caught.value


def print_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF takes a second, so most tests do without."""
    monkeypatch.setattr(
        act.as_pdf,
        "pdf",
        lambda document, edition, annex="": f"%PDF {edition and edition.label} {edition and edition.digest}".encode(),
    )
