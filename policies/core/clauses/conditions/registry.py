"""The table of conditions, and the three ways to put one in it."""

from collections.abc import Callable

from policies.core.clauses.case import Case

ALL: dict[str, Callable[[Case], bool]] = {}


def condition(function: Callable[[Case], bool]) -> Callable[[Case], bool]:
    """Register a function of one case as a condition, under its own name."""
    assert function.__name__ not in ALL, function.__name__
    ALL[function.__name__] = function
    return function


def filled(name: str, read: Callable[[Case], object]) -> None:
    """Register a condition that holds when one field is filled in or ticked; whatever weighs more is a function."""
    assert name not in ALL, name
    ALL[name] = lambda case: bool(read(case))


def answered(name: str, read: Callable[[Case], object], wanted: object) -> None:
    """Register a condition that holds when one field has the answer `wanted`."""
    assert name not in ALL, name
    ALL[name] = lambda case: read(case) == wanted
