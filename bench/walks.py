"""What it costs to get from sign-up to a published statement, as a baker and as the owner of a web shop: the walks of tests/browser/test_presets.py."""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from bench.statement import Row

LIMITS = {
    "loads": (14, "pages"),
    "typed": (25, "fields typed"),
    "effort": (45, "interactions, a request in the page as half of one"),
}


def measure() -> Iterator[Row]:
    """Rows of the two walks; none where there is no browser."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "walks.xml")
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "tests/browser/test_presets.py",
                "-o",
                "junit_family=xunit1",
                f"--junitxml={report}",
            ],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        for case in ET.parse(report).iter("testcase"):
            name = case.get("name", "").rpartition("-")[2].rstrip("]")
            for told in case.iter("property"):
                limit, what = LIMITS[told.get("name", "")]
                yield f"{name}, sign-up to published: {what}"[:62], float(told.get("value", "0")), float(limit), ""
