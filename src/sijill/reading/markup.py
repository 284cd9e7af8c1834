"""Markup as others send it, opened safely: fragments of HTML to text, XML without entities or a network."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so lxml, has no place for."""
_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|11|12|1[4-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));?", re.IGNORECASE)
"""Characters of that kind written as references."""
_ENTITY = re.compile(rb"<!entity", re.IGNORECASE)


def declares_entities(data: bytes) -> bool:
    """Whether XML declares entities of its own, which news does not need and bombs are made of; UTF-16 is seen through."""
    return bool(_ENTITY.search(data[: 1 << 16].replace(b"\0", b"")))


def xml_events(data: bytes) -> Iterator[tuple[str, Any]]:
    """``start`` and ``end`` of each element of ``data``, broken XML read as far as it goes. Nothing is fetched or expanded.

    An element that has ended may be cleared by the caller.
    """
    from lxml import etree

    parser: Any = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        yield from ((event, element) for event, element in parser if isinstance(element.tag, str))
    except (etree.XMLSyntaxError, ValueError):
        return


def xml_root(data: bytes) -> Any:
    """The root element of ``data``; None where it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Any) -> str:
    """An element's name without its namespace, lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def plain(markup: str) -> str:
    """The text of a fragment of markup, a paragraph a line."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    markup = _REFERENCE.sub(" ", markup)
    try:  # as a document: many a fragment is a whole page, some are several
        tree = html.document_fromstring(f"<div>{_UNFIT.sub(' ', markup)}</div>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, "script", "style", "title", etree.Comment, with_tail=False)
    for tag in tree.iter("p", "br", "div", "li", "h2", "h3"):
        tag.tail = "\n" + (tag.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def clean(value: Any) -> str | None:
    """``value`` on one line where it is a string that holds anything but blanks, else None."""
    return " ".join(value.replace("\0", " ").split()) or None if isinstance(value, str) else None
