"""Exchanges as WARC records (ISO 28500), so that what was read can be handed over and checked with anyone's tools.

A response and its request are two records of a file; each is gzipped on its own, so that files are joined end to end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from .client import Exchange

KEPT_APART = ("transfer-encoding",)
"""Headers of the transport that no longer hold of a body as stored; they keep their value under another name."""


def warc(exchange: Exchange) -> bytes:
    """The request and the response as two gzipped WARC 1.1 records; the same bytes for the same exchange."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    day = exchange.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    kept = [(f"X-Archive-Orig-{k}" if k.lower() in KEPT_APART else k, v) for k, v in exchange.headers]
    made = writer.create_warc_record(
        exchange.url, "response", payload=BytesIO(exchange.body),
        http_headers=StatusAndHeaders(f"{exchange.status} {exchange.reason}", kept, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": day, "WARC-Record-ID": _name("response", exchange), "WARC-IP-Address": exchange.ip,
            **({} if exchange.whole else {"WARC-Truncated": "length"}),
        },
    )  # fmt: skip
    asked = writer.create_warc_record(
        exchange.url, "request",
        http_headers=StatusAndHeaders(f"GET {exchange.path} HTTP/1.1", list(exchange.asked), is_http_request=True),
        warc_headers_dict={
            "WARC-Date": day, "WARC-Record-ID": _name("request", exchange),
            "WARC-Concurrent-To": _name("response", exchange),
        },
    )  # fmt: skip
    writer.write_record(made)
    writer.write_record(asked)
    return out.getvalue()


def payload_digest(exchanges: Iterable[Exchange]) -> str:
    """A hash of the last body (SHA-256, hex): whether an address answers with what it answered before."""
    last = b""
    for exchange in exchanges:
        last = exchange.body
    return hashlib.sha256(last).hexdigest()


def _name(kind: str, exchange: Exchange) -> str:
    content = hashlib.sha256(exchange.body).hexdigest()
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {exchange.url} {exchange.moment.isoformat()} {content}')}>"
