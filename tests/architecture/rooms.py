"""The order of the rooms: a room imports only rooms before it, and no import goes in a circle."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tests.architecture.source import Breach, Source, within

# Each house and its rooms, from the ground up. A room is a package or a module.
ROOMS: Mapping[str, tuple[str, ...]] = {
    "policies": tuple(
        """core render models keys passwords quotable slots kept_files pending_account printing access people kept_posts
        daily apps adapter store wizard publish status templatetags forms management views middleware urls""".split()
    ),
    "policies.core": tuple(
        """document language facts law patterns catalogue picking presets clauses assembly explain versions checks derive
        mending reading completeness recognise""".split()
    ),
    "policies.core.clauses": tuple("case values lint filters wording conditions library lint_words".split()),
    "policies.wizard": tuple(
        "steps visibility progress suggestions summary navigation rendering forms page save".split()
    ),
}


def breaches_of_order(source: Source) -> Iterator[Breach]:
    """Yield every import of a room that stands above the importing one, or that has no place in the order."""
    module = module_of(source.path)
    if not source.is_in("policies/") or "/migrations/" in source.path:
        return
    for house, rooms in ROOMS.items():
        room = _room(module, house)
        if room is None:
            continue
        if room not in rooms:
            yield Breach(
                source.path,
                1,
                f"{house}.{room} has no place in the order of the rooms",
                "give it one in tests/architecture/rooms.py.",
            )
            continue
        for node, name in source.imports:
            other = _room(name, house)
            if other in rooms and rooms.index(other) > rooms.index(room):
                cure = "move what both need down, or the function that needs both up (tests/architecture/rooms.py)."
                yield Breach(source.path, node.lineno, f"{house}.{room} imports upward: {name}", cure)


def circle(all_sources: list[Source]) -> list[str]:
    """Return the modules of one circle of imports, those inside functions and for types alone counted too; empty when there is none."""
    modules = {
        module_of(source.path): source
        for source in all_sources
        if source.is_in("policies/") and source.path.endswith(".py")
    }
    graph = {}
    for module, source in modules.items():
        names = [name for _, name in source.imports]
        found = {name if name in modules else name.rpartition(".")[0] for name in names}
        graph[module] = {name for name in found if name in modules and name != module}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def module_of(path: str) -> str:
    """Return the dotted name of a file: "policies/core/law.py" → "policies.core.law"."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _room(name: str, house: str) -> str | None:
    """Return the room of a house in which a module stands; None for one that is elsewhere."""
    if not within(name, house) or name == house:
        return None
    return name[len(house) + 1 :].partition(".")[0]
