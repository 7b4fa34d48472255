"""The lines of a card of answers with the address where each is changed."""

from typing import NamedTuple

from policies.models import Policy
from policies.wizard.navigation import to_facts
from policies.wizard.summary.answer_cards import AnswerCard


class AnswerRow(NamedTuple):
    """One answer as it stands on its card; `url` is empty where it cannot be changed."""

    label: str
    texts: tuple[str, ...]
    url: str


def answer_rows(policy: Policy, card: AnswerCard, read_only: bool) -> list[AnswerRow]:
    """Return the lines of a card that say something, each with the address of its question, which leads back to the card.

    Who may only read gets no addresses.
    """
    url = to_facts(policy)
    return [
        AnswerRow(
            line.label, line.texts, f"{url(line.path)}?terug=kaart-{card.slug}" if line.path and not read_only else ""
        )
        for line in card.lines
        if line.texts and line.texts[0]
    ]
