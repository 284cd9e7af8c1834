"""A saved page's text: what of it is furniture (:func:`chrome`), and what its masthead states (:func:`masthead`).

Lines are judged one by one by the rules of ``ar/chrome.toml`` (:mod:`.lines`), then seen in their order (:mod:`.blocks`).
"""

from __future__ import annotations

from .blocks import chrome
from .mastheads import Masthead, masthead, visible_day

__all__ = ["Masthead", "chrome", "masthead", "visible_day"]
