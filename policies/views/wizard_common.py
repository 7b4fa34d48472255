"""What the pages of the wizard share: the frame around them, saving by themselves, and what a button means."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import connection
from django.db.models import Model
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from policies import access
from policies.core.checks.finding import Finding
from policies.core.checks.unconfirmed import PROPOSED
from policies.core.clauses.library import load
from policies.core.facts import Facts
from policies.models import Membership, Policy, Removal
from policies.models.chronology import day_of
from policies.status import PolicyStatus, status_of
from policies.store import cache, lookup
from policies.views.signed_in import SignedInRequest
from policies.wizard import navigation, save
from policies.wizard.page.not_stored import not_stored
from policies.wizard.page.page import Page, Subject, subject_of
from policies.wizard.page.resent import recognise
from policies.wizard.steps.blocks import Block, Cards, Step
from policies.wizard.steps.table import BY_SLUG
from policies.wizard.suggestions import (
    FOLLOW,
    MEND,
    FindingWithButton,
    SuggestedAnswer,
    act_of,
    suggested_answers,
    with_buttons,
)

FORM = ["GET", "HEAD", "POST"]
SAVED = "Bewaard."
LOGGED_OUT = "U was uitgelogd. Wat u typte, staat er nog. Kies Bewaren om het te houden."
EARLIER = 5  # bodies that a page may send again
CAN_BE_UNDONE = timedelta(hours=1)  # offered on the page that long; the list of the policy keeps it longer


@dataclass(frozen=True)
class SavingPage:
    """A page that saves by itself: its blocks, its row by the names in its path (no names: a step), and how it is stored."""

    blocks: Sequence[Block]
    save: Callable[[Page], Any]
    cards: Cards | None = None
    names: tuple[str, ...] = ()

    def judged(self, status: PolicyStatus, names: tuple[str, ...], **given: Any) -> Page:
        subject = Subject() if self.cards is None else subject_at(status, self.cards, names)
        return Page(self.blocks, status.facts, subject, on=status.today, **given)


def frame(policy: Policy, status: PolicyStatus, here: Step, request: SignedInRequest) -> dict[str, Any]:
    """What the frame of every page of the wizard shows."""
    wizard_progress, came_from = status.wizard_progress, request.POST.get("terug") or request.GET.get("terug", "")
    return {
        "policy": policy,
        "wizard_progress": wizard_progress,
        "progress": wizard_progress.at(here),
        "before": wizard_progress.before(here),
        "after": wizard_progress.after(here),
        "read_only": reads(policy),
        "came_from": came_from,
        "way_back": navigation.way_back(policy, came_from),
        "removals": _removals(policy, status.facts),
    }


def _removals(policy: Policy, facts: Facts) -> list[Removal]:
    """What was removed lately. Each removal changes the facts, so those that come later are with other facts."""
    since = timezone.now() - CAN_BE_UNDONE
    return [
        one
        for one in cache.remember("removals", facts, lambda: list(access.removals_of(policy, since)))
        if one.at >= since
    ]


def status_today(policy: Policy) -> PolicyStatus:
    return status_of(policy, day_of(timezone.now()))


def posted(request: SignedInRequest) -> Any:
    """What was typed: just now, or before the person turned out to be logged out."""
    if request.method == "POST" and is_quiet(request):
        return without_buttons(request.POST.copy())
    if request.method == "POST":
        return request.POST
    if request.typed is not None:
        messages.warning(request, LOGGED_OUT)
    return request.typed


def without_buttons(data: QueryDict) -> QueryDict:
    """What was typed when nobody pressed a button."""
    for word in ("add", "neem", "houd", "ga"):
        data.pop(word, None)
    return data


def is_to_save(request: SignedInRequest, page: Page) -> bool:
    """Whether somebody pressed a button that saves, and everything can be stored."""
    valid = page.data is not None and page.is_valid()  # asked in any case, so that what is wrong is told
    return request.method == "POST" and valid and not page.add and not page.taken


def is_quiet(request: SignedInRequest) -> bool:
    """Whether the page saves by itself, while somebody types."""
    return "HX-Request" in request.headers


def make_ready(policy: Policy) -> None:
    """Judge what was just saved, so that the page that comes next opens at once. Nothing is remembered inside a transaction."""
    if not connection.in_atomic_block:
        status_today(policy)


def save_quietly(request: SignedInRequest, policy: Policy, here: Step, saving: SavingPage) -> HttpResponse:
    """Store what can be stored, and tell at each field what is wrong or found there now. What is typed is not touched."""
    data = posted(request)
    page, there = save.with_what_is_stored(policy, lambda: _stored_quietly(policy, saving, data))
    for form in (form for lines in page.lists for form in lines.forms if form.stored_key):
        data[form.add_prefix("key")] = form.stored_key
    policy.refresh_from_db(fields=["changed_at"])
    status = status_today(policy)
    told = saving.judged(
        status,
        page.names_now(),
        data=data,
        findings=findings_with_buttons(status, status.wizard_progress.at(here).findings),
    )
    told.is_valid()
    questions = [field for field in told.questions if field.auto_id in there]
    context = {"page": told, "questions": questions, "now": timezone.localtime(), "missing": not_stored(told)}
    answer = render(request, "wizard/saved.html", frame(policy, status, here, request) | context)
    answer["HX-Trigger"] = "bewaard"
    return answer


def _stored_quietly(policy: Policy, saving: SavingPage, data: QueryDict) -> tuple[Page, set[str]]:
    """Judge the page by what is stored now, and store what can be. Gives the page, and the fields that were on it. Raises Overtaken."""
    status = status_today(policy)
    for body in data.getlist("vorige")[-EARLIER:]:
        earlier = saving.judged(status, saving.names, data=without_buttons(QueryDict(body, mutable=True)))
        earlier.is_valid()
        recognise(data, earlier)
    page = saving.judged(status, saving.names, data=data)
    there = {field.auto_id for field in page.questions}
    page.is_valid()
    saving.save(page)
    return page, there


def findings_with_buttons(status: PolicyStatus, findings: Iterable[Finding]) -> list[FindingWithButton]:
    """Return the findings with the buttons that mend them, without those that say that an answer is only proposed."""
    found, law = tuple(one for one in findings if one.code != PROPOSED.code), load()
    return list(
        cache.remember(
            "findings_with_buttons",
            status.facts,
            lambda: tuple(with_buttons(found, status.facts, law, status.today)),
            found,
            status.today,
            law.digest,
        )
    )


def suggested_answers_at(status: PolicyStatus, here: Step, page: Cards | None = None) -> list[SuggestedAnswer]:
    """Return the answers to questions of this page that follow from other answers or are usual."""
    law, about = load(), (here.slug, page.slug if page else "")
    return list(
        cache.remember(
            "suggested_answers",
            status.facts,
            lambda: tuple(suggested_answers(here, page, status.facts, law, status.today)),
            about,
            status.today,
            law.digest,
        )
    )


def act(policy: Policy, word: str) -> Callable[[Facts], Facts] | None:
    """What a button does that mends a finding or takes over what follows; None for another button."""
    if word.partition("/")[0] not in {MEND, FOLLOW}:
        return None
    policy.refresh_from_db(fields=["changed_at"])
    status = status_today(policy)
    return act_of(word, status.findings, load(), status.today)


def reads(policy: Policy) -> bool:
    return policy.viewer_role == Membership.Role.READER


def step_at(slug: str) -> Step:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def subject_at(status: PolicyStatus, cards: Cards, names: tuple[str, ...]) -> Subject:
    subject = subject_of(status.facts, cards, names)
    if subject is None:
        raise Http404  # it went between two questions to the database
    return subject


def stored_row(policy: Policy, cards: Cards, pk: int) -> tuple[Model, lookup.Names]:
    """Return a row of one of the lists of this policy, and its names. Raises Http404."""
    try:
        return lookup.row_for(policy, cards.of, pk)
    except lookup.NoRow:
        raise Http404 from None


def parent_of_new(policy: Policy, cards: Cards, pk: str) -> tuple[Model, lookup.Names]:
    """Return what a new row of a list will hang on, and the names on the way there. Raises Http404."""
    try:
        return lookup.parent_for(policy, cards.of, pk)
    except lookup.NoRow:
        raise Http404 from None
