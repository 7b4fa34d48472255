"""What was recognised in a text, laid out for a person to choose from. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from policies.core.facts import Facts, paths
from policies.core.facts.paths import spec_at
from policies.core.facts.values import Refused, parse
from policies.core.recognise import RecognisedOffer
from policies.core.recognise.offer import LAW, NONE, SAME, THERE
from policies.wizard.summary.format_answer import names_of, words

GROUPS = {
    "field": "Uw onderneming",
    "activity": "Wat u met gegevens doet",
    "recipient": "Wie de gegevens ziet",
    "retention": "Hoelang u gegevens bewaart",
    "cookie": "Cookies",
}
WHY = {
    THERE: "hebt u al",
    SAME: "zit al in het voorstel",
    LAW: "de wet bepaalt hier de termijn",
    NONE: "u zei: geen cookies",
}


@dataclass(frozen=True)
class RecognisedLine:
    """One thing to tick. `why` says why it cannot be; `own` is the answer that is there already."""

    id: str
    slug: str
    name: str
    value: str
    why: str
    own: str
    ticked: bool


@dataclass(frozen=True)
class Saying:
    """One sentence, and what was recognised in it."""

    quote: str
    slug: str
    lines: tuple[RecognisedLine, ...]


@dataclass(frozen=True)
class RecognisedGroup:
    title: str
    sayings: tuple[Saying, ...]


def groups_of(
    facts: Facts, offered: Iterable[RecognisedOffer], ticked: Collection[str] | None = None
) -> tuple[RecognisedGroup, ...]:
    """Everything by what it is about. All that is new is ticked, or with `ticked` only what has one of those ids."""
    offered = tuple(offered)
    found = []
    for kind, title in GROUPS.items():
        together = groupby((one for one in offered if one.found.kind == kind), key=lambda one: one.found.quote)
        sayings = [(quote, tuple(_line(facts, one, ticked) for one in ones)) for quote, ones in together]
        if sayings:
            found.append(
                RecognisedGroup(
                    title,
                    tuple(Saying(quote, f"{kind}-{number}", lines) for number, (quote, lines) in enumerate(sayings, 1)),
                )
            )
    return tuple(found)


def _line(facts: Facts, offer: RecognisedOffer, ticked: Collection[str] | None) -> RecognisedLine:
    one = offer.found
    slug = offer.id.replace(":", "-").replace(".", "-").replace("_", "-")
    value, own = _said(facts, one.id, one.value) if one.kind == "field" else ("", "")
    name = one.name if one.kind == "field" else one.name[:1].upper() + one.name[1:]
    return RecognisedLine(
        offer.id,
        slug,
        name,
        value,
        WHY.get(offer.why, ""),
        own if own != value else "",
        not offer.why and (ticked is None or offer.id in ticked),
    )


def _said(facts: Facts, path: str, text: object) -> tuple[str, str]:
    """What the text says of a field, and what the company answered there, both in words."""
    spec, names = spec_at(path), names_of(facts)
    try:
        value = parse(spec, text)
    except Refused:  # recognising let it through, so it is only written otherwise
        return str(text), ""
    return words(spec, value, names), words(spec, paths.read(facts, path), names)
