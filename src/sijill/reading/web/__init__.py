"""Saved web pages and feeds: main text (:mod:`.pages`), what a page's head states (:mod:`.metadata`), :mod:`.feeds`."""

from __future__ import annotations

from .feeds import read_feed, read_json_feed
from .pages import read_mhtml, read_page

__all__ = ["read_feed", "read_json_feed", "read_mhtml", "read_page"]
