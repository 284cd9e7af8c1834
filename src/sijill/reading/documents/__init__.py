"""Single documents that are no web page: text files, newsletters, PDF."""

from __future__ import annotations

from .mail import read_mail, read_mbox
from .pdf import read_pdf
from .plain import read_plain

__all__ = ["read_mail", "read_mbox", "read_pdf", "read_plain"]
