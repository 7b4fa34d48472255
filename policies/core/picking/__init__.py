"""What the catalogue offers a company that looks for something, best first, and what becomes of its facts when it takes one."""

from policies.core.picking.adding import Added, added
from policies.core.picking.fitting import Fitting
from policies.core.picking.offers import KINDS, Offer, Site, offers
