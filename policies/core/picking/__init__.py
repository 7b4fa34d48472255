"""What the catalogue offers a company that looks for something, best first, and what becomes of its facts when it takes one."""

from policies.core.picking.adding import AddedRow, added
from policies.core.picking.fitting import FittingRows
from policies.core.picking.offers import KINDS, CatalogueOffer, CompanyCatalogue, offers
