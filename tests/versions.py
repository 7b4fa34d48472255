"""A small company that may publish at once, and published versions without publishing: rows filled by hand."""

from datetime import UTC, date, datetime
from typing import Any

from policies.core import facts as f
from policies.models import Policy, PolicyVersion, PublicAddress, VersionSummary
from policies.models.chronology import day_of, parse_label
from tests.make import make_company

BY = {"by_name": "Olga Peeters", "by_email": "olga@bakkerij.example"}
PUBLISHED_BY = {"published_by_name": "Olga Peeters", "published_by_email": "olga@bakkerij.example"}


def at(day: date | str, hour: int = 10) -> datetime:
    """That hour (UTC) of a day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def new_version(
    policy: Policy, label: str = "1.00", effective: date | str = "2026-03-01", published: Any = None, **fields: Any
) -> PolicyVersion:
    """The next version of a policy, sealed but not stored. Published at ten on the effective date unless told otherwise."""
    before = PolicyVersion.objects.filter(policy=policy).order_by("-sequence").first() if policy.pk else None
    effective = date.fromisoformat(effective) if isinstance(effective, str) else effective
    published_at = published if isinstance(published, datetime) else at(published or effective)
    major, minor = parse_label(label)
    sequence = before.sequence + 1 if before else 1
    version = PolicyVersion(
        policy=policy,
        sequence=sequence,
        major=major,
        minor=minor,
        effective_date=effective,
        published_at=published_at,
        published_on=day_of(published_at),
        **PUBLISHED_BY,
        **{
            "change": "facts" if before else "first",
            "note": "",
            "language": "nl-BE",
            "title": "Privacyverklaring",
            "company": "Bakkerij Peeters BV",
            "facts": "{}",
            "document": "{}",
            "json": "{}",
            "text": f"Tekst van {label}\n",
            "html": f"<article><h1>Privacyverklaring</h1><p>Tekst van {label}</p></article>",
            "pdf": b"%PDF-1.7 " + label.encode(),
            "content_digest": f"{sequence:064x}",
            "library_digest": "b" * 64,
            "previous_digest": before.digest if before else "",
            **fields,
        },
    )
    version.seal()
    return version


def make_version(
    policy: Policy, label: str = "1.00", effective: date | str = "2026-03-01", published: Any = None, **fields: Any
) -> PolicyVersion:
    """The same, stored."""
    version = new_version(policy, label, effective, published, **fields)
    version.save()
    return version


def make_summary(
    version: PolicyVersion,
    since: int | None = None,
    *sentences: str,
    marked_text: Any = None,
    made_at: datetime | None = None,
) -> VersionSummary:
    """What changed with a version, as if it had been made at its publication."""
    told = [("Gegevens", text) for text in sentences or ("Eerste versie.",)]
    return VersionSummary.objects.create(
        version=version, since=since, sentences=told, marked_text=marked_text, made_at=made_at or version.published_at
    )


def make_address(policy: Policy, slug: str, since: datetime | None = None) -> PublicAddress:
    return PublicAddress.objects.create(policy=policy, slug=slug, at=since or at("2026-03-01", 9), **BY)


def complete_company(**parts: object) -> f.Facts:
    """The bakery with everything answered: no finding blocks and no sentence has a gap."""
    hosting = f.Recipient(
        key="combell",
        name="Combell",
        entity="Combell NV",
        kind="named",
        role="processor",
        country="BE",
        task="host onze website",
        activities=("contactformulier",),
        agreement=True,
    )
    answered = {
        "contact": f.PrivacyContact(email="privacy@bakkerij.example"),
        "dpo": f.Dpo(designated=False),
        "scope": f.Scope(
            services="Wij bakken brood.",
            websites=("https://bakkerij.example",),
            applies_to="everything",
            customer_countries=("BE",),
            processing_countries=("BE",),
        ),
        "recipients": (hosting,),
        "cookies": f.Cookies(used=False),
        "marketing": f.Marketing(used=False),
        "automated": f.Automated(used=False),
        "minors": f.Minors(directed=False),
        "security": f.Security(measures=("een beveiligde verbinding",)),
        "rights": f.Rights(
            email="privacy@bakkerij.example", term_number=1, term_unit="month", identity_check="known_channel"
        ),
        "changes": f.Changes(channels=("website", "email")),
    }
    return make_company(**(answered | parts))
