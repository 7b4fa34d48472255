"""What is proposed from a sector, a size and doings is lawful as it stands, keeps what was answered, and adds only what is new."""

import dataclasses
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from policies.core.assemble import assemble
from policies.core.catalogue import NotInCatalogue, for_country, row_of
from policies.core.checks import check, check_document
from policies.core.checks.finding import Finding
from policies.core.facts import PARTS, Controller, Facts, Rights, Scope, Style
from policies.core.facts.choices import LAW_COUNTRY, PATTERN
from policies.core.facts.data import from_data, to_data
from policies.core.library import load
from policies.core.facts.choices import SIZE
from policies.core.presets import Start, offered, propose, ticked

ON = date(2026, 12, 1)
SECTORS = [row["id"] for row in load().valid("sectors", ON)]
DOINGS = [row["id"] for row in load().valid("doings", ON)]
