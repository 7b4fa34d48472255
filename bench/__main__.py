"""Runs every measurement and prints ours, the limit and whether it holds."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")

from bench import checks, pdf, plain, preview, queries, reading, statement  # noqa: E402 - the settings first

if __name__ == "__main__":
    print(f"{'measurement':62} {'ours':>10} {'limit':>10}")
    for measure in (statement.measure, preview.measure, checks.measure, reading.measure, pdf.measure, queries.measure, plain.measure):
        for name, ours, limit, unit in measure():
            holds = limit is None or (ours >= limit if isinstance(limit, plain.AtLeast) else ours <= limit)
            verdict = "" if limit is None else "ok" if holds else "MISSED"
            print(f"{name:62} {ours:>8.2f}{unit:2} {'' if limit is None else f'{limit:>8.2f}{unit:2}'} {verdict}")
