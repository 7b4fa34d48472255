"""What a page costs as the answers grow: a company 1, 2, 5 and 10 times as large as the largest example, on every step and beside it.

Told are the bytes of the answer and the milliseconds of the processor: looked at again (warm), looked at just after an answer changed (cold), saved by
itself, and the pane beside the questions after that. The limit is growth: ten times the answers may cost no more than a little over ten times as much.
"""

import dataclasses
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench.first_byte import demo_client
from bench.statement import Row, largest
from policies.core.facts import LISTS, Facts, specs_of
from policies.core.facts.plain_data import read_yaml

TIMES = (1, 2, 5, 10)
MOST_GROWTH = 12.0  # ten times as many rows, and what a larger memory costs a processor
KEY_LENGTH = 40


def times(facts: Facts, count: int) -> Facts:
    """Return facts with each row of each list `count` times; the copies refer to each other, and have names of their own."""
    lists = {
        name: tuple(
            row if number == 0 else _copy(row, number) for number in range(count) for row in getattr(facts, name)
        )
        for name in LISTS
    }
    placed = tuple(
        row if number == 0 else _copy(row, number) for number in range(count) for row in facts.cookies.placed
    )
    return dataclasses.replace(facts, **lists, cookies=dataclasses.replace(facts.cookies, placed=placed))


def _copy(row: Any, number: int) -> Any:
    given: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.kind == "ref" and value:
            given[name] = _key(value, number)
        elif spec.kind == "refs":
            given[name] = tuple(_key(one, number) for one in value)
        elif spec.kind == "rows":
            given[name] = tuple(_copy(one, number) for one in value)
        elif name == "key":
            given[name] = _key(value, number)
        elif name == "name" and value:
            given[name] = f"{value} {number}"
    return dataclasses.replace(row, **given)


def _key(key: str, number: int) -> str:
    return f"{key[: KEY_LENGTH - 3]}-{number}"


def measure() -> Iterator[Row]:
    """Yield bytes and milliseconds of each page at each size, and how much the largest costs more than the smallest."""
    facts = read_yaml(largest().read_bytes())
    with demo_client() as (client, policy):
        from policies.store import write

        found: dict[str, list[float]] = {}
        for count in TIMES:
            company = times(facts, count)
            write.change(policy, lambda _, company=company: company)
            for name, value, unit in _pages(client, policy):
                found.setdefault(name, []).append(value)
                yield f"{name}, {count} x", value, None, unit
        for name, values in found.items():
            yield f"{name}: growth at {TIMES[-1]} x", values[-1] / values[0], MOST_GROWTH, "x"


def _pages(client: Any, policy: Any) -> Iterator[tuple[str, float, str]]:
    from django.urls import reverse

    from policies.store import write
    from policies.wizard.steps.table import STEPS
    from tests.filled import Filled

    pane = reverse("policy_text", args=[policy.pk])
    for step in STEPS:
        address = reverse("policy_step", args=[policy.pk, step.slug])
        write.touch(policy)
        page, cold = _timed(lambda address=address: client.get(address))
        page, warm = _timed(lambda address=address: client.get(address))
        yield f"{step.slug}: page", len(page.content) / 1000, "kB"
        yield f"{step.slug}: warm", warm, "ms"
        yield f"{step.slug}: cold", cold, "ms"
        if step.blocks:
            data = Filled(page.content.decode()).data
            saved, seconds = _timed(
                lambda address=address, data=data: client.post(address, data, headers={"HX-Request": "true"})
            )
            assert saved.status_code == 200, (address, saved.status_code)
            yield f"{step.slug}: saving, answer", len(saved.content) / 1000, "kB"
            yield f"{step.slug}: saving", seconds, "ms"
    answer: Any = None
    for label in ("", "", "the pane as a whole", "the pane, nothing changed", "the pane after a change"):
        if "after" in label:
            write.change(policy, _with_phone)
        shown = "" if "whole" in label or not label else _shown(answer)
        answer, seconds = _timed(lambda shown=shown: client.get(pane, {"heeft": shown}, headers={"HX-Request": "true"}))
        if label:  # the first look marks what came since the size before
            yield label, len(answer.content) / 1000, "kB"
            yield f"{label}, time", seconds, "ms"


def _shown(answer: Any) -> str:
    """Return which parts of the text a pane says that it shows."""
    found = re.search(r'name="heeft" value="([^"]*)"', answer.content.decode())
    assert found
    return found[1]


def _with_phone(facts: Facts) -> Facts:
    other = "09 000 00 01" if facts.controller.phone != "09 000 00 01" else "09 000 00 02"
    return dataclasses.replace(facts, controller=dataclasses.replace(facts.controller, phone=other))


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    result = act()
    return result, (time.process_time() - start) * 1000
