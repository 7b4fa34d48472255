"""The public address of a policy: chosen once, never given to anybody else, redirecting for good after a rename."""

import re
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.text import slugify

from policies.models import Policy, PublicAddress, User
from policies.publish.log import Refusal, deed, lock, record

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
SHORTEST, LONGEST = 3, 60


def current_slug(policy: Policy) -> str | None:
    """Return the present slug of a policy; None before the first publication."""
    address = policy.addresses.order_by("-pk").first()
    return address.slug if address else None


def public_url(slug: str, name: str = "public_policy", label: str | None = None) -> str:
    """Return the absolute address of a public page. `name` is the name of its route."""
    return settings.SITE_URL + reverse(name, args=[slug] if label is None else [slug, label])


def check_slug(slug: str | None) -> str:
    """Return the slug, trimmed, when it is well formed and no policy ever had it.

    Raise Refusal: slug_missing, slug_form, slug_taken.
    """
    slug = (slug or "").strip()
    if not slug:
        raise Refusal("slug_missing", "Kies een adres voor de verklaring, bijvoorbeeld: bakkerij-peeters.", "slug")
    if not SLUG.fullmatch(slug) or not SHORTEST <= len(slug) <= LONGEST:
        raise Refusal(
            "slug_form",
            f"Gebruik {SHORTEST} tot {LONGEST} kleine letters, cijfers en streepjes. "
            "Begin en eindig met een letter of cijfer, en zet nooit twee streepjes na elkaar.",
            "slug",
        )
    if PublicAddress.objects.filter(slug=slug).exists():
        raise _taken()
    return slug


def suggest_slug(name: str) -> str:
    """Return a free slug made of the name of the company; empty when no slug can be made of it."""
    slug = slugify(name)[: LONGEST - 4].strip("-").replace("--", "-").replace("_", "-")
    if not SLUG.fullmatch(slug) or len(slug) < SHORTEST:
        return ""
    taken = set(PublicAddress.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(free for free in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if free not in taken)


def claim(policy: Policy, slug: str, by: User, now: datetime) -> None:
    """Give the slug to the policy. Raise Refusal when another policy took it a moment ago."""
    try:
        with transaction.atomic():
            PublicAddress.objects.create(policy=policy, slug=slug, **deed(by, now))
    except IntegrityError:
        raise _taken() from None


@transaction.atomic
def rename(policy: Policy, slug: str, *, by: User, now: datetime) -> None:
    """Give the policy another address; every earlier one redirects to it. Raise Refusal."""
    lock(policy)
    old = current_slug(policy)
    if old is None:
        raise Refusal(
            "slug_missing",
            "Deze verklaring is nog niet gepubliceerd. U kiest het adres bij de eerste publicatie.",
            "slug",
        )
    if slug.strip() == old:
        raise Refusal("unchanged", "Dit is het adres al.", "slug")
    claim(policy, check_slug(slug), by, now)
    record(policy, "renamed", by, now, detail=f"{old} → {slug.strip()}")


def _taken() -> Refusal:
    return Refusal(
        "slug_taken",
        "Dit adres is of was al van een verklaring. Een adres krijgt nooit een nieuwe eigenaar: kies een ander.",
        "slug",
    )
