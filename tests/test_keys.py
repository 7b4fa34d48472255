"""The key of a row: short, of plain characters, and never one that is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.core.facts.values import KEY
from policies.keys import MAX_LENGTH, free_key


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Contactformulier", (), "contactformulier"),
        ("  Bestellingen & betalingen ", (), "bestellingen-betalingen"),
        ("Café's déjà-vu", (), "cafes-deja-vu"),
        ("_ga", (), "ga"),
        ("a_b", (), "a-b"),
        ("Nieuwsbrief", ("nieuwsbrief",), "nieuwsbrief-2"),
        ("Nieuwsbrief", ("nieuwsbrief", "nieuwsbrief-2"), "nieuwsbrief-3"),
        ("", (), "rij"),
        ("📦", ("rij",), "rij-2"),
        ("x" * 60, (), "x" * 40),
        ("x" * 60, ("x" * 40,), "x" * 38 + "-2"),
        ("x" * 37 + " yz", ("x" * 37 + "-yz",), "x" * 37 + "-2"),
    ],
)
def test_key(name: str, taken: tuple[str, ...], key: str) -> None:
    assert free_key(name, taken) == key


@given(name=st.text(max_size=80), taken=st.integers(0, 12))
def test_any_name_gives_a_free_key_of_the_right_shape(name: str, taken: int) -> None:
    keys: list[str] = []
    for _ in range(taken + 1):
        keys.append(free_key(name, keys))
    assert all(KEY.fullmatch(key) and len(key) <= MAX_LENGTH for key in keys)
    assert len(set(keys)) == len(keys)
