#!/usr/bin/env python
"""Django's commands: ./manage.py help."""

import os
import sys


def main() -> None:
    """Run one command from the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed here. Run ./bin/demo once, or use .venv/bin/python manage.py."
        ) from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
