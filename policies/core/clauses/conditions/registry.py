"""How a condition gets its name."""

from collections.abc import Callable

from policies.core.clauses.case import Case

ALL: dict[str, Callable[[Case], bool]] = {}


def condition(function: Callable[[Case], bool]) -> Callable[[Case], bool]:
    """A named condition: a plain function of one case."""
    assert function.__name__ not in ALL, function.__name__
    ALL[function.__name__] = function
    return function


def filled(name: str, read: Callable[[Case], object]) -> None:
    """A condition that only asks whether something is filled in or ticked."""
    assert name not in ALL, name
    ALL[name] = lambda case: bool(read(case))


def answered(name: str, read: Callable[[Case], object], wanted: object) -> None:
    """A condition that only asks for one answer."""
    assert name not in ALL, name
    ALL[name] = lambda case: read(case) == wanted
