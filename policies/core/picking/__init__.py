"""What the catalogue offers a company that looks for something, best first, and what becomes of its facts when it takes one."""

from .adding import Added, added
from .fitting import Fitting
from .offers import KINDS, Offer, Site, offers
