"""Runs every measurement and prints ours, the limit and whether it holds."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")

from bench import pdf, queries, reading, statement  # noqa: E402 - the settings first

if __name__ == "__main__":
    print(f"{'measurement':62} {'ours':>10} {'limit':>10}")
    for measure in (statement.measure, reading.measure, pdf.measure, queries.measure):
        for name, ours, limit, unit in measure():
            verdict = "" if limit is None else "ok" if ours <= limit else "MISSED"
            print(f"{name:62} {ours:>8.2f}{unit:2} {'' if limit is None else f'{limit:>8.2f}{unit:2}'} {verdict}")
