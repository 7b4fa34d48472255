"""What a page of the wizard is made of: fields of one row, rows typed on the page itself, rows with a page of their own.

`of` is an address in the facts: "controller", "activities", "activities.purposes", "cookies.placed".
"""

from dataclasses import dataclass

from policies.core.facts import paths


@dataclass(frozen=True)
class Fields:
    """Some fields of one part, or of the row whose page it is. Folded: shown on demand, for what few people need."""

    of: str
    legend: str
    names: tuple[str, ...]
    help: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Inline:
    """A short list that is typed on the page itself, with an empty row to add one."""

    of: str
    legend: str
    names: tuple[str, ...]
    one: str  # what one row is called: "doel"
    add: str  # the button: "Nog een doel toevoegen"
    help: str = ""
    folded: tuple[str, ...] = ()  # of `names`: shown on demand, under `folded_legend`
    folded_legend: str = ""
    chips: bool = False  # rows may be ticked as well (chips.py)


@dataclass(frozen=True)
class Each:
    """One field of every row of a list, and of the rows inside those: chosen where all of them are seen together."""

    of: str
    name: str
    inside: str  # address of the rows inside, which may differ from the row they are in
    legend: str
    help: str
    inside_legend: str
    inside_nothing: str  # what it means that a row inside has no choice of its own


@dataclass(frozen=True)
class Picks:
    """A list of the catalogue to pick from (policies/core/picking). `ask` is the question above the search field, `example` what one may type there."""

    kind: str
    ask: str
    example: str


@dataclass(frozen=True)
class Cards:
    """A list whose rows have a page of their own. `per` is the list that groups them, for rows inside rows; `picks` is where its rows can be picked."""

    of: str
    slug: str
    legend: str
    one: str  # "verwerking"
    new: str  # "Nieuwe verwerking"
    page: tuple["Fields | Inline", ...]
    help: str = ""
    per: str = ""
    none: str = "Nog niets toegevoegd."
    picks: Picks | None = None

    @property
    def place(self) -> str:
        """The id of the list on its page."""
        return f"lijst-{self.slug}"

    @property
    def own(self) -> str:
        """The button for what the catalogue does not have."""
        return f"Zelf een {self.one} maken"


Block = Fields | Inline | Each | Cards


@dataclass(frozen=True)
class Step:
    """One step. `short` is its name where there is little room."""

    slug: str
    title: str
    lead: str
    blocks: tuple[Block, ...] = ()

    @property
    def about(self) -> str:
        """The parts and lists that it asks about, as words."""
        return " ".join(dict.fromkeys(paths.top(block.of) for block in self.blocks))

    @property
    def cards(self) -> tuple[Cards, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Cards))


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())
