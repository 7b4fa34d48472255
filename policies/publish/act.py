"""The one way to make a version: refuse, render, then in one short transaction check again, insert and log."""

from dataclasses import replace
from datetime import date, datetime
from typing import cast

from django.db import transaction

from policies import printing
from policies.core.clauses.filters import datum
from policies.core.document import Edition, canonical, to_data
from policies.core.facts.plain_data import to_data as facts_to_data
from policies.models import Policy, PolicyVersion, User
from policies.models.chronology import day_of
from policies.publish import acceptance
from policies.publish.address import check_slug, claim, current_slug, public_url
from policies.publish.draft import Draft, PublicationPlan, check_date, draft_of, plan_of
from policies.publish.log import Refusal, lock, name_of, record
from policies.publish.summary import summary_of
from policies.publish.withdrawal import is_retired
from policies.render import as_html, as_json, as_pdf, as_text
from policies.store.read import facts_of

BUSY = "Er is nog niets gepubliceerd, want er worden nu andere pdf’s gemaakt. Wat u hier invulde, staat er nog. Wacht een paar seconden en kies dan opnieuw Publiceren."


def publish(
    policy: Policy,
    *,
    seen_digest: str,
    effective_date: date,
    note: str,
    by: User,
    now: datetime,
    label: str | None = None,
    slug: str | None = None,
    told: str = "",
) -> PolicyVersion:
    """Publish the draft whose digest the person saw, and return the stored version.

    `label` and `slug` are for the first version only; `told` is how people heard of a major change that takes effect today.
    Raise Refusal: retired, date, findings, gap, digest, unchanged, announced, label, slug_missing, slug_form, slug_taken,
    busy, pdf, too_long, unprintable, at_once.
    """
    _refuse_retired(policy)
    check_date(effective_date, now)
    draft = draft_of(policy, effective_date)
    plan = plan_of(policy, draft, now, label)
    _refuse_unready(draft)
    if draft.digest != seen_digest:
        raise _not_what_was_seen()
    address = cast(str, current_slug(policy)) if plan.latest else check_slug(slug)  # who published has one
    version = _written(policy, draft, plan, address, note, by, now)
    summary = summary_of(version, list(policy.versions.light().order_by("sequence")), now)
    with transaction.atomic():
        lock(policy)
        _refuse_overtaken(policy, draft, plan)
        if plan.latest is None:
            claim(policy, address, by, now)
            record(policy, "addressed", by, now, detail=address)
        version.save()
        summary.version = version  # it has a key only now
        summary.save()
        _log(policy, plan, draft, version, by, now, told)
    return version


def _refuse_retired(policy: Policy) -> None:
    if is_retired(policy):
        raise Refusal("retired", "Deze verklaring is ingetrokken. Neem ze eerst weer in gebruik bij Versies.")


def _refuse_unready(draft: Draft) -> None:
    if blocking := draft.blocking:
        count = "Eén punt moet" if len(blocking) == 1 else f"{len(blocking)} punten moeten"
        raise Refusal("findings", f"{count} eerst in orde zijn. {blocking[0].message}", findings=blocking)
    if gaps := draft.document.gaps():
        raise Refusal("gap", f"In de tekst is nog iets niet ingevuld: {', '.join(gaps[:3])}.")


def _refuse_overtaken(policy: Policy, draft: Draft, plan: PublicationPlan) -> None:
    """Refuse when a version was published, or an answer changed, during rendering. Call with the policy locked."""
    latest = policy.versions.light().order_by("-sequence").first()
    if (latest and latest.digest) != (plan.latest and plan.latest.digest):
        assert latest is not None  # a version never goes
        raise Refusal(
            "at_once",
            f"Iemand anders publiceerde zonet versie {latest.label}. Bekijk die eerst, en publiceer dan opnieuw.",
        )
    _refuse_retired(policy)
    if facts_of(policy) != draft.facts:
        raise _not_what_was_seen()


def _not_what_was_seen() -> Refusal:
    return Refusal(
        "digest",
        "De tekst is anders dan wat u hebt bekeken: iemand paste iets aan, of er geldt een andere regel op de ingangsdatum. Bekijk het voorbeeld opnieuw.",
    )


def _written(
    policy: Policy, draft: Draft, plan: PublicationPlan, slug: str, note: str, by: User, now: datetime
) -> PolicyVersion:
    """Return the version with everything rendered and sealed, not yet stored. Raise Refusal: busy, pdf, too_long, unprintable."""
    document, facts = draft.document, draft.facts
    edition = _edition(draft, plan, slug, note, day_of(now))
    try:
        pdf = printing.pdf(document, edition)
    except printing.Busy as busy:
        raise Refusal("busy", BUSY) from busy
    except as_pdf.PdfUnavailable as error:
        raise Refusal("pdf", f"De PDF kan nu niet gemaakt worden. Vraag de beheerder: {error}") from error
    except as_pdf.TooLong as error:
        raise Refusal(
            "too_long",
            "De verklaring is te lang voor een pdf. Voeg regels samen die hetzelfde zeggen, of kort uw eigen teksten in.",
        ) from error
    except as_pdf.Unprintable as error:
        raise Refusal(
            "unprintable", f"Dit kan niet in de pdf staan: “{error}”. Schrijf het in uw antwoorden anders."
        ) from error
    version = PolicyVersion(
        policy=policy,
        sequence=plan.sequence,
        major=plan.major,
        minor=plan.minor,
        effective_date=draft.on,
        change=plan.change,
        note=note,
        published_at=now,
        published_on=day_of(now),
        published_by_name=name_of(by),
        published_by_email=by.email,
        language=document.language,
        title=as_html.title(document),
        company=as_html.known_as(document),
        facts=canonical(facts_to_data(facts)).decode(),
        document=canonical(to_data(document)).decode(),
        html=as_html.article(document, edition),
        text=as_text.text(document, edition),
        json=as_json.dumps(document, facts, edition),
        pdf=pdf,
        content_digest=draft.digest,
        library_digest=draft.library_digest,
        previous_digest=plan.latest.digest if plan.latest else "",
    )
    version.seal()
    return version


def _edition(draft: Draft, plan: PublicationPlan, slug: str, note: str, today: date) -> Edition:
    edition = Edition(plan.label, draft.on, published_on=today, digest=draft.digest, note=note)
    return replace(
        edition,
        url=public_url(slug, "public_version", plan.label),
        pdf_url=public_url(slug, "public_version_pdf", plan.label),
        versions_url=public_url(slug, "public_versions"),
    )


def _log(
    policy: Policy, plan: PublicationPlan, draft: Draft, version: PolicyVersion, by: User, now: datetime, told: str
) -> None:
    parts = [f"Geldig vanaf {datum(version.effective_date, 'nl-BE')}. {plan.change_label}."]
    if plan.reasons:
        parts.append(f"Belangrijke wijziging: {'; '.join(reason.message for reason in plan.reasons)}.")
    if plan.asks_how_told:
        parts.append(f"Mensen op de hoogte gebracht: {told.strip() or 'niet ingevuld'}")
    detail = "\n".join(filter(None, (" ".join(parts), acceptance.log_lines(draft.left))))
    record(policy, "published", by, now, label=version.label, detail=detail)
    for old in plan.supersedes:
        record(
            policy,
            "superseded",
            by,
            now,
            label=old.label,
            detail=f"Vervangen door versie {version.label}; zou gelden vanaf {datum(old.effective_date, 'nl-BE')}.",
        )
