"""Make a dump of the demo database as an earlier commit of this program would have it, for tests/models/test_old_databases.py.

Run it with the program of that commit: README.md beside this file has the commands. It writes `<name>.sql.xz`, the database as SQL, and
`<name>.facts.json.xz`, the facts of each statement as the program of that day exports them. The same commit gives the same bytes again.
"""

import json
import lzma
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DUMPS = {  # name: (commit, the moment at which everything in it happens)
    "demo-0.1.0": ("9038433", datetime(2026, 11, 22, 14, tzinfo=UTC)),
    "demo-schema-1": ("9f3915e", datetime(2026, 11, 30, 9, tzinfo=UTC)),
}
WHOLE_PDF = (
    "/ijsselrek/"  # of this address the PDF is kept as it was made: the fonts in each weigh more than all else together
)
# A PDF of one page that says why; %s is the address of the version, so that each has its own.
SMALL_PDF = """%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length %d>>stream
%s
endstream endobj
trailer<</Root 1 0 R>>
%%%%EOF
"""


def main(name: str) -> None:
    """Make the dump with that name. The program in the current folder is the one that makes it."""
    import time_machine

    _, moment = DUMPS[name]
    sys.path[:0] = [os.getcwd(), str(HERE)]
    with tempfile.TemporaryDirectory() as folder, time_machine.travel(moment, tick=False):
        database = Path(folder) / "demo.sqlite3"
        prepare(database)
        import demo_life

        facts = demo_life.live(moment)
        write(name, database, facts)


def prepare(database: Path) -> None:
    """Start the program of this folder on an empty database with all its tables."""
    os.environ |= {
        "DEBUG": "on",
        "DJANGO_SETTINGS_MODULE": "privacy_builder.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "SITE_URL": "https://verklaringen.example",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    shrink_pdfs()


def shrink_pdfs() -> None:
    """Let publishing make a small PDF, but for one address. The digests of a version are over what is stored, so they are right."""
    from policies.publish import act

    maker = act.printing if hasattr(act, "printing") else act.as_pdf
    maker.pdf = small_or_whole(maker.pdf)


def small_or_whole(whole: Callable[..., bytes]) -> Callable[..., bytes]:
    def pdf(document: Any, edition: Any) -> bytes:
        if WHOLE_PDF in edition.url:
            return whole(document, edition)
        words = f"BT /F 11 Tf 40 780 Td (Small, to keep the dump small: {edition.url}) Tj ET"
        return (SMALL_PDF % (len(words), words)).encode()

    return pdf


def write(name: str, database: Path, facts: dict[str, Any]) -> None:
    """Write the dump and the facts beside this script."""
    from django.db import connection

    connection.close()
    rows = sqlite3.connect(database)
    sql = "\n".join(rows.iterdump())
    rows.close()
    for path, text in (
        (HERE / f"{name}.sql.xz", sql),
        (HERE / f"{name}.facts.json.xz", json.dumps(facts, ensure_ascii=False, indent=1)),
    ):
        path.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
