"""Facts as schema 1 wrote them, read for good.

Files, exports, versions, removals and proposals of before keep their meaning.

Schema 2 adds fields and takes none away. What it changes is what counts as said: a promise was a tick, which said
something only when it was on. Off, it is an open question; and so is one that a proposal made and nobody confirmed.
What else a proposal of schema 1 answered for the owner is open again too, as long as it waits (decision 29).
"""

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from policies.core.facts import paths, values
from policies.core.facts.fields import spec_of
from policies.core.facts.security_and_rights import Minors

YES_OR_NO = spec_of(Minors, "erases_unasked")

# Path → the fields that schema 1 did not know. A list of rows is written like a part: `recipients` is each recipient.
NEW = {
    "controller": {"rsin", "other_numbers", "group_name"},
    "contact": {"form_url", "hours", "others"},
    "scope": {"apps", "no_site_data"},
    "groups": {"phrase"},
    "retention_rules": {"bound", "together", "nothing_kept"},
    "activities.purposes": {"short", "groups"},
    "activities.uses": {"extra_sources"},
    "activities.uses.items": {"optional"},
    "recipients": {"other_roles", "only_with_consent", "planned", "planned_from", "dpf_checked_on"},
    "disclosure": {"business_transfer_activity"},
    "cookies.placed": {"planned", "planned_from"},
    "links": {"buttons_activity"},
    "rights": {"in_person", "account_how", "talk_first"},
    "automated": {"profiling_activity"},
    "ai_systems": {"activities"},
    "style": {"no_figure"},
}

NEW_CHOICES = {
    ("scope", "applies_to"): "websites_apps",
    ("changes", "channels"): "premises",
}  # an answer that schema 1 did not know, in a question that it did

# Path → the ticks of schema 1 that were a promise, written in the same way. A no was the same as leaving it out.
PROMISES = {
    "minors": {"parents_can_report", "erases_unasked"},
    "disclosure": {"no_sale"},
    "unasked": {"erases"},
    "security": {"tells_breaches", "keeps_register"},
    "recipients": {"agreement"},
    "activities.purposes": {"own_similar", "address_from_sale", "objection_offered"},
}


# Part → question → what a proposal of schema 1 answered there, though only the owner can say it. Another answer was typed by somebody.
SETTINGS = "met de link Cookie-instellingen onderaan elke pagina"
GIVEN: dict[str, dict[str, tuple[Any, ...]]] = {
    "dpo": {"designated": (False,)},
    "scope": {"processing_countries": (("BE",), ("NL",))},
    "disclosure": {"cases": (("law",),)},
    "cookies": {
        "used": (False,),
        "withdraw_how": (SETTINGS,),
        "consent_how": ("met de knop Aanvaarden in de cookiemelding", "met de knop Accepteren in de cookiemelding"),
    },
    "marketing": {"used": (False,), "stop_how": ("met de link onderaan elke mail", SETTINGS)},
    "security": {"measures": (), "backup_days": (30,)},
    "rights": {"by_post": (True,), "identity_check": ("known_channel",)},
    "minors": {"directed": (False,)},
    "automated": {"used": (False,)},
    "changes": {"channels": (("website", "email"),)},
}
MEASURES = frozenset(
    (  # of `security.measures` each line by itself
        "onze website gebruikt een beveiligde verbinding (https)",
        "gasten gebruiken een ander netwerk dan wij",
        "alleen wie gegevens nodig heeft voor zijn werk, kan eraan",
        "elke medewerker meldt zich aan met een eigen account",
        "aanmelden vraagt een tweede code, naast het wachtwoord",
        "wachtwoorden van klanten bewaren wij alleen in onleesbare vorm",
        "computers gaan vanzelf op slot als niemand ze gebruikt",
        "de schijven van onze computers en telefoons zijn versleuteld",
        "wij installeren updates zodra ze er zijn",
        "onze computers hebben bescherming tegen virussen",
        "wij maken elke dag een back-up",
        "wij houden bij wie zich aanmeldt en wat er verandert",
        "papieren met gegevens liggen achter slot",
        "onze medewerkers beloven schriftelijk om te zwijgen over wat zij zien",
        "wie bij ons met patiënten werkt, heeft beroepsgeheim",
        "wij hebben beroepsgeheim",
    )
)
CONTROLS = frozenset(
    (  # of `activities.control`
        "Onderaan elke nieuwsbrief staat een link om te stoppen.",
        "Weigeren is gratis. Dat kan al bij de aankoop, en daarna in elke mail.",
        "De klant start de sessie zelf en kan ze op elk moment stoppen.",
        "Wie een account heeft, past zijn gegevens daar zelf aan en kan het account laten wissen.",
        "Wie niet meer in de reserve wil, laat dat weten. Dan wissen wij alles.",
        "Wie zelf een reactie weghaalt, haalt ze ook bij ons weg.",
        "Wie een recensie schreef, kan vragen om ze weg te halen.",
        "Zeg het aan het begin van het gesprek, dan stoppen wij de opname.",
        "Wie niet op de foto wil, zegt dat aan de fotograaf of laat het ons later weten.",
        "Stoppen met de kaart kan altijd.",
    )
)


def left(part: str, name: str, answer: Any) -> Any:
    """Return an answer in a part that waits to be confirmed without what a proposal of schema 1 gave there.

    A list is a tuple; no answer is None, () or False.
    """
    if (part, name) == ("security", "measures"):
        return tuple(line for line in answer if line not in MEASURES)
    if answer not in GIVEN[part][name]:
        return answer
    if name == "channels":
        return ("website",)  # a new version stands on the page itself
    return () if isinstance(answer, tuple) else False if name == "by_post" else None


def without_proposed(facts: Any) -> Any:
    """Return the facts of schema 1 without the answers that a proposal gave and nobody confirmed."""
    waiting = set(facts.preset.unconfirmed)
    parts = {part: getattr(facts, part) for part in GIVEN.keys() & waiting}
    changed = {
        part: dataclasses.replace(row, **{name: left(part, name, getattr(row, name)) for name in GIVEN[part]})
        for part, row in parts.items()
    }
    rows = tuple(
        dataclasses.replace(row, control=None)
        if row.control in CONTROLS and f"activities.{row.key}" in waiting
        else row
        for row in facts.activities
    )
    return dataclasses.replace(facts, **changed, activities=rows)


def newer(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paths in data of schema 1 that only schema 2 knows."""
    for place, names in NEW.items():
        for path, row in _rows(data, paths.split(place), ""):
            yield from (f"{path}.{name}" for name in row if name in names)
    for (part, name), code in NEW_CHOICES.items():
        answer = data[part].get(name) if isinstance(data.get(part), Mapping) else None
        if code in (answer if isinstance(answer, (list, tuple)) else (answer,)):
            yield f"{part}.{name}"


def from_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data of schema 1 as data of schema 2.

    Only a promise that was made, in what nobody has to confirm any more, is still one. What is malformed stays for
    `from_data` to refuse.
    """
    preset = data.get("preset")
    waiting = preset.get("unconfirmed") if isinstance(preset, Mapping) else ()
    waiting = waiting.split() if isinstance(waiting, str) else waiting if isinstance(waiting, (list, tuple)) else ()
    given = {**data, "schema": 2}
    for place, names in PROMISES.items():
        top, *below = paths.split(place)
        if isinstance(rows := given.get(top), (list, tuple)):
            given[top] = [
                _opened(row, below, names, isinstance(row, Mapping) and f"{top}.{row.get('key')}" in waiting)
                for row in rows
            ]
        elif top in given:
            given[top] = _opened(rows, below, names, top in waiting)
    return given


def _opened(row: Any, below: list[str], names: Collection[str], waits: bool) -> Any:
    """Return the row, or the rows of it that `below` leads to, without the promises that were not made."""
    if isinstance(row, (list, tuple)):
        return [_opened(one, below, names, waits) for one in row]
    if not isinstance(row, Mapping):
        return row
    if below:
        return {**row, below[0]: _opened(row[below[0]], below[1:], names, waits)} if below[0] in row else row
    return {name: value for name, value in row.items() if name not in names or not (waits or _is_no(value))}


def _is_no(value: Any) -> bool:
    try:
        return values.parse(YES_OR_NO, value) is False
    except values.Refused:
        return False


def _rows(here: Any, names: list[str], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each mapping that a path leads to, through parts and the rows of lists, with its own path."""
    if isinstance(here, list):
        for index, row in enumerate(here):
            name = row.get("key") or row.get("category") if isinstance(row, Mapping) else None
            yield from _rows(row, names, paths.under(path, name if isinstance(name, str) else str(index)))
    elif isinstance(here, Mapping):
        if not names:
            yield path, here
        elif names[0] in here:
            yield from _rows(here[names[0]], names[1:], paths.under(path, names[0]))
