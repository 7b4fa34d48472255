"""Runs every measurement and prints ours, the limit and whether it holds. Names choose (python -m bench first_byte pdf)."""

import importlib
import os
import sys
from collections.abc import Callable, Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")

from bench.plain import AtLeast  # noqa: E402 - the settings first
from bench.statement import Row  # noqa: E402

ALL = (
    "statement",
    "words",
    "preview",
    "checks",
    "reading",
    "page",
    "pdf",
    "pdf_busy",
    "queries",
    "plain",
    "first_byte",
    "addresses",
    "walks",
    "sizes",
    "busy",
)


def show(measure: Callable[[], Iterator[Row]]) -> None:
    for name, ours, limit, unit in measure():
        holds = limit is None or (ours >= limit if isinstance(limit, AtLeast) else ours <= limit)
        verdict = "" if limit is None else "ok" if holds else "MISSED"
        print(
            f"{name:62} {ours:>8.2f}{unit:2} {'' if limit is None else f'{limit:>8.2f}{unit:2}'} {verdict}", flush=True
        )


if __name__ == "__main__":
    print(f"{'measurement':62} {'ours':>10} {'limit':>10}")
    for name in sys.argv[1:] or ALL:
        show(importlib.import_module(f"bench.{name}").measure)
