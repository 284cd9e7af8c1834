"""From addresses to the ledger and to what changed: one page taken in (:mod:`.intake`), rounds of a watch (:mod:`.rounds`)."""

from .intake import fetched
from .rounds import Round, Watch

__all__ = ["Round", "Watch", "fetched"]
