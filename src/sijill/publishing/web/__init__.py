"""The record as one self-contained page: right-to-left Arabic and English, no network, useful without script."""

from .page import page_html

__all__ = ["page_html"]
