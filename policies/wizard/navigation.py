"""Where a button of the wizard leads. A button saves first, so it posts a word; `destination` turns that into an address."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from policies.core.facts import Facts, paths
from policies.models import Policy
from policies.store.lookup import pks_of
from policies.wizard.steps.blocks import Cards, Step
from policies.wizard.steps.locate import anchor_of, home_of
from policies.wizard.steps.table import STEPS
from policies.wizard.summary.list_cards import CardGroup

PLAIN = re.compile("[a-z0-9_.-]+")  # an address takes it as it is
PLACE = re.compile("kaart-[a-z0-9-]{1,60}|gevonden")
NEW, DELETE, UP, ONWARD = "nieuw", "verwijderen", "omhoog", "verder"
PICK, ENTER = "kies", "enter"  # ENTER: the key was pressed somewhere on the page, no button


@dataclass(frozen=True)
class Destination:
    """One page to go to, as the word that a button posts (`value`) and as the address of a link (`url`)."""

    value: str
    url: str


def step_url(policy: Policy, step: Step, anchor: str = "") -> str:
    return reverse("policy_step", args=[policy.pk, step.slug]) + (f"#{anchor}" if anchor else "")


def to_new(policy: Policy, step: Step, cards: Cards, parent: int | None = None) -> Destination:
    url = reverse("policy_row_new", args=[policy.pk, step.slug, cards.slug])
    return Destination(
        f"{cards.slug}/{NEW}" + (f"/{parent}" if parent else ""),
        f"{url}?{urlencode({'bij': parent})}" if parent else url,
    )


def to_row(policy: Policy, step: Step, cards: Cards, pk: int) -> Destination:
    return Destination(f"{cards.slug}/{pk}", reverse("policy_row", args=[policy.pk, step.slug, cards.slug, pk]))


def to_delete(policy: Policy, step: Step, cards: Cards, pk: int) -> Destination:
    return Destination(
        f"{cards.slug}/{pk}/{DELETE}", reverse("policy_row_delete", args=[policy.pk, step.slug, cards.slug, pk])
    )


def add_ways(policy: Policy, step: Step, cards: Cards, groups: list[CardGroup]) -> None:
    """To each card its page and its removal, to each group a new row. The address of one row is that of every other, but for its number."""
    row, removal = (_numbered(to(policy, step, cards, 0)) for to in (to_row, to_delete))
    for group in groups:
        group.new = to_new(policy, step, cards, group.pk)
        for index, card in enumerate(group.cards):
            card.go, card.go_delete = row(card.pk), removal(card.pk)
            card.up = f"{cards.slug}/{card.pk}/{UP}" if index else ""


def _numbered(sample: Destination) -> Callable[[int], Destination]:
    """Return a function from the number of a row to its destination, made from that of the row with number 0."""
    value, url = sample.value.split("/0"), sample.url.rsplit("/0/", 1)
    return lambda pk: Destination(f"/{pk}".join(value), f"/{pk}/".join(url))


def destination(policy: Policy, step: Step, word: str) -> str:
    """The address that a button's word means; an unknown word stays where it is."""
    if word == ONWARD and step is not STEPS[-1]:
        return step_url(policy, STEPS[STEPS.index(step) + 1])
    cards, first, second = _parts(step, word)
    pk = _pk(first)
    if cards is not None and first == NEW:
        return to_new(policy, step, cards, _pk(second)).url
    if cards is None or pk is None:
        return step_url(policy, step)
    if second == UP:
        return step_url(policy, step, f"lijst-{cards.slug}")
    return (to_delete if second == DELETE else to_row)(policy, step, cards, pk).url


def to_move(step: Step, word: str) -> tuple[Cards, int] | None:
    """The list and the row that a button moves up; None for every other button."""
    cards, first, second = _parts(step, word)
    pk = _pk(first)
    return (cards, pk) if cards is not None and pk is not None and second == UP else None


def word_of(step: Step, posted: Mapping[str, str]) -> str:
    """The word of the button that was pressed. Enter while something stands in the search field means: search."""
    word = posted.get("ga", "")
    if word != ENTER:
        return word
    picks = next((cards.picks for cards in step.cards if cards.picks), None)
    return f"{PICK}/{picks.kind}" if picks and posted.get("zoek", "").strip() else ""


def to_pick(step: Step, word: str) -> tuple[str, str] | None:
    """What a button of the catalogue says: the list, and the id of what is picked, or none to look for it. None for every other button."""
    first, _, rest = word.partition("/")
    kind, _, wanted = rest.partition("/")
    return (
        (kind, wanted)
        if first == PICK and any(cards.picks and cards.picks.kind == kind for cards in step.cards)
        else None
    )


def pick_url(policy: Policy, kind: str, **query: str) -> str:
    """The page with a list of the catalogue."""
    given = {name: value for name, value in query.items() if value}
    return reverse("policy_pick", args=[policy.pk, kind]) + (f"?{urlencode(given)}" if given else "")


def _parts(step: Step, word: str) -> tuple[Cards | None, str, str]:
    """A button's word taken apart: "termijnen/12/omhoog"."""
    slug, _, rest = word.partition("/")
    first, _, second = rest.partition("/")
    return next((cards for cards in step.cards if cards.slug == slug), None), first, second


def _pk(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def fact_url(policy: Policy, facts: Facts, path: str) -> str:
    """The address of the field where a fact is filled in. Raises Http404 for a path that facts cannot have."""
    try:
        fact = paths.parse(path)
    except KeyError:
        raise Http404 from None
    home, anchor = home_of(path), anchor_of(path, facts)
    if home.page is None:
        return step_url(policy, home.step, anchor)
    depth = 2 if home.page.per else 1
    pk = pks_of(policy, home.page.of).get(fact.rows[:depth])
    if pk is None:
        return step_url(policy, home.step, f"lijst-{home.page.slug}")
    return to_row(policy, home.step, home.page, pk).url + (f"#{anchor}" if anchor else "")


def to_facts(policy: Policy) -> Callable[[str], str]:
    """The addresses that lead on to where a fact is filled in, for the many paths of one page: they differ in one page_block."""
    before, after = reverse("policy_fact", args=[policy.pk, "0"]).rsplit("0", 1)
    return lambda path: (
        f"{before}{path}{after}" if PLAIN.fullmatch(path) else reverse("policy_fact", args=[policy.pk, path])
    )


def way_back(policy: Policy, place: str) -> str:
    """The card on the last page that somebody came from, to change one answer and return; empty for no such place."""
    return step_url(policy, STEPS[-1], place) if PLACE.fullmatch(place) else ""


def coming_back(url: str, place: str) -> str:
    """The address, with where to return to afterwards."""
    if not PLACE.fullmatch(place):
        return url
    page, hash_, anchor = url.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{urlencode({'terug': place})}{hash_}{anchor}"
