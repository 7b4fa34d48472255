"""Write `facts-schema-<number>.json` and `.yaml`: a company with every field filled, as the program in the current folder exports it.

Run it once when a schema is new, never again: README.md beside this file has the commands.
"""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    sys.path.insert(0, os.getcwd())
    from policies.core.facts import SCHEMA
    from policies.core.facts.plain_data import to_data, write_yaml
    from tests.generate import full_company

    sample = HERE / f"facts-schema-{SCHEMA}"
    sample.with_suffix(".json").write_text(
        json.dumps(to_data(full_company(0)), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    sample.with_suffix(".yaml").write_text(write_yaml(full_company(1)), "utf-8")


if __name__ == "__main__":
    main()
