"""How the answers began: what the first screen asked, and what was proposed on that ground."""

from dataclasses import dataclass

from policies.core.facts import choices as c
from policies.core.facts import fields as f

SHOWN_WITH = {"groups": "scope", "ai_systems": "automated", "sections": "style"}  # rows that are confirmed with a part
START = "stuurt voorstellen; de antwoorden zelf worden vermeld"


@dataclass(frozen=True)
class Preset:
    """What the company is, in everyday words, and which proposals nobody has confirmed yet. Never printed."""

    sector: str | None = f.text(
        "Wat voor zaak hebt u?", "Hiermee stellen wij antwoorden voor.", max_length=40, internal=START
    )
    size: str | None = f.choice(
        "Met hoeveel mensen werkt u?", c.SIZE, "size", "Met personeel zijn er andere antwoorden nodig.", internal=START
    )
    doings: tuple[str, ...] = f.lines(
        "Wat doet u?", "Kies alles wat klopt. U kunt het later veranderen.", internal=START
    )
    services: tuple[str, ...] = f.lines(
        "Waarmee werkt u?", "De diensten die u bij naam koos.", internal=START, maximum=200
    )
    unconfirmed: tuple[str, ...] = f.lines(
        "Nog te bevestigen",
        "Wat wij voorstelden en u nog niet hebt bevestigd.",
        internal="zolang hier iets staat, kan men niet publiceren",
        maximum=700,
    )
