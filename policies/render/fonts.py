"""The fonts of the PDF: four files of the package font-source-sans-pro, and none that happens to be installed on the machine."""

import os
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

FAMILY = "Beleid"  # ours alone, so a style sheet cannot name another font by it
FOLDER = Path(str(files("font_source_sans_pro") / "files"))
FACES = {("normal", 400): "Regular", ("italic", 400): "It", ("normal", 600): "Semibold", ("normal", 700): "Bold"}
NO_MACHINE_FONTS = Path(__file__).with_name("fonts.conf")
PLACEHOLDER = "■"
# The fonts have one hyphen, and a word joiner keeps the second kind from breaking a line. A soft hyphen would stay in what is copied and searched.
HYPHENS = {0x2010: "-", 0x2011: "\u2060-\u2060", 0xAD: ""}


def face_rules() -> str:
    """Return the @font-face rules of the four files."""
    return "".join(
        f'@font-face {{ font-family: {FAMILY}; font-style: {style}; font-weight: {weight}; src: url("{path_of(name).as_uri()}") }}\n'
        for (style, weight), name in FACES.items()
    )


def path_of(name: str) -> Path:
    """Return the file of a face, such as Regular."""
    return FOLDER / f"SourceSansPro-{name}.ttf"


def configuration() -> Any:
    """Return a FontConfiguration that knows no font yet. Fontconfig reads which file to load from the environment, once, here."""
    from weasyprint.text.fonts import FontConfiguration

    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_MACHINE_FONTS)
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def faults(fonts: Mapping[str, Any]) -> str:
    """Return what is wrong with the fonts of a PDF that WeasyPrint has drawn: characters without a shape, then families that are not ours."""
    missing = [chr(code) for font in fonts.values() for code in font.missing]
    missing += [
        font.to_unicode[0] for font in fonts.values() if 0 in font.to_unicode
    ]  # glyph 0 is .notdef, the empty box
    foreign = {font.family for font in fonts.values()} - {FAMILY}
    return " ".join([*sorted(set(missing)), *sorted(foreign)])
