"""What recognising gives: one thing that a text seems to say of a company, with the sentence that says so."""

from dataclasses import dataclass

KINDS = ("field", "activity", "retention", "recipient", "cookie")


@dataclass(frozen=True)
class RetentionPeriod:
    """How long a text says that the data of an activity (ACT-…) stay; `unit` and `bound` are those of a RetentionRule."""

    number: int
    unit: str
    activity: str
    bound: str | None = None


@dataclass(frozen=True)
class RecognisedFact:
    """A proposal, to be confirmed by a person who reads `name` and `quote`; kind and id together name it within one text.

    `id` is that of the catalogue; of a retention it is the activity that it is about; of a field the path, such as controller.email.
    `value` is a Period for a retention, and for a field what the text says, as a form would send it.
    """

    kind: str
    id: str
    name: str
    quote: str
    value: RetentionPeriod | str | None = None
