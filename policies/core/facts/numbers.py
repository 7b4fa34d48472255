"""One number, as an owner has it on a letter or a receipt: which country, which register, and what it says about VAT."""

import re
from dataclasses import dataclass

from .values import Refused, register_number, vat_number


@dataclass(frozen=True)
class Numbers:
    """What follows from one number. A field that does not follow is None."""

    country: str
    register_number: str | None = None
    vat_number: str | None = None


def read_number(text: str) -> Numbers:
    """A KBO or KvK number, a Belgian VAT number or a Dutch btw-id, however it is written. Raises Refused with what is wrong.

    A Belgian VAT number is BE with the enterprise number (art. 50 Btw-wetboek), so the one gives the other. Without BE it says
    nothing about VAT: many do not charge it. A Dutch btw-id gives no KvK number.
    """
    compact = re.sub(r"[\s.\-/]", "", text).upper()
    if compact.startswith("NL") or re.fullmatch(r"[0-9]{9}B[0-9]{2}", compact):
        return Numbers("NL", vat_number=vat_number("NL", compact))
    if re.fullmatch(r"[0-9]{8}", compact):
        return Numbers("NL", register_number=register_number("NL", compact))
    if compact.startswith("BE"):
        number = register_number("BE", compact)
        return Numbers("BE", number, f"BE {number}")
    if re.fullmatch(r"[0-9]{9,}", compact):
        return Numbers("BE", register_number("BE", compact.zfill(10)))
    raise Refused("Dit nummer herkennen wij niet. Een Belgisch ondernemingsnummer heeft 10 cijfers, een KvK-nummer 8.")
