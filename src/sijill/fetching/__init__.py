"""0. Addresses to bytes: what may be asked (:mod:`.guard`), how (:mod:`.client`), how often (:mod:`.manners`), and proof."""

from .client import Answer, Exchange, Fetcher, Limits

__all__ = ["Answer", "Exchange", "Fetcher", "Limits"]
