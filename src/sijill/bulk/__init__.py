"""An archive through the same functions: in parts, on one machine's processors or on a cluster (Daft, native or Ray).

The engine maps :func:`.work.worked` over articles and groups reprints by band; everything else is the pipeline's. What
it makes lies in a folder of Parquet tables (:mod:`.archive`), a part at a time, so that a stop loses the part in flight.
"""

from .archive import Archive
from .filling import pile_of
from .run import Settings, run
from .stories import Story, stories

__all__ = ["Archive", "Settings", "Story", "pile_of", "run", "stories"]
