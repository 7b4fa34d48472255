"""Rows of the catalogue for a company to pick, best first, and the facts after picking one."""

from policies.core.picking.adding import AddedRow, add_row
from policies.core.picking.fitting import FittingRows
from policies.core.picking.offers import KINDS, CatalogueOffer, CompanyCatalogue, offers

__all__ = ["KINDS", "AddedRow", "CatalogueOffer", "CompanyCatalogue", "FittingRows", "added", "offers"]
