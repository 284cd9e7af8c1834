"""When two web addresses lead to the same article: scheme, www, mobile and AMP forms, trackers and order make no difference.

The key is for comparing only; nothing is ever fetched by it. Two articles under one key are still told apart by their
words (:mod:`sijill.reconciliation.versions`), so that a key that goes too far costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKERS = frozenset((
    "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "twclid", "igshid", "igsh", "ttclid", "li_fat_id",
    "gbraid", "wbraid", "gad_source", "gad_campaignid", "mc_cid", "mc_eid", "_ga", "_gl", "ocid", "cmpid", "cmp",
    "icid", "ncid", "xtor", "s_cid", "smid", "smtyp", "spm", "ito", "ref_src", "ref_url", "mkt_tok", "_hsenc", "_hsmi",
    "traffic_source", "maca", "sr_share", "taid", "feedname", "feedtype", "ns_mchannel", "ns_source", "ns_campaign",
    "ns_linkname", "ns_fee", "share", "shared", "sharedby", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref",
    "action_object_map", "__twitter_impression", "amp", "amp_js_v", "amp_gsa", "usqp", "outputtype", "mobile",
))  # fmt: skip
"""Parameters that name the reader's way to a page or its layout, never the page. Ids (``id``, ``eid``, ``cid``) are none."""
TRACKING = ("utm_", "at_", "mtm_", "pk_", "hsa_", "vero_", "__cf_", "amp_")
WAYS = ("ref", "source", "from", "src", "output", "view", "feature")
"""Parameters that name a way or a layout where their value has no digit in it."""
LAYOUTS = ("www.", "m.", "mobile.", "amp.", "wap.", "touch.")

_CACHED = re.compile(r"^/[cvi]/(?:s/)?([^/]+\.[^/]+)(/.*)?$")
_VIEWED = re.compile(r"^/amp/(?:s/)?([^/]+\.[^/]+)(/.*)?$")
_AMP = re.compile(r"^/amp/|/amp/?$|[./]amp(?=\.html?$)|\.amp$", re.I)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)


def address_key(address: str | None) -> str | None:
    """What addresses of one article have in common; None for what is no web address, or a site's front page."""
    try:
        parts = urlsplit((address or "").strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    host, path = _published_at(host.lower().rstrip("."), parts.path)
    path, query = _path(path), _query(parts.query)
    mark = parts.fragment if parts.fragment.startswith("!") else ""
    if not path and not query and not mark:
        return None
    own_port = f":{port}" if port and port not in (80, 443) else ""
    return f"{_host(host)}{own_port}{path}" + (f"?{query}" if query else "") + (f"#{mark}" if mark else "")


def layout(address: str | None) -> bool:
    """Whether an address is that of a mobile or AMP page: the article in another layout, with other things around it."""
    try:
        parts = urlsplit((address or "").strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if _published_at(host, parts.path) != (host, parts.path):
        return True
    names = {name.lower() for name, value in parse_qsl(parts.query, keep_blank_values=True) if _tracks(name.lower(), value)}
    return (
        host.removeprefix("www.").startswith(LAYOUTS[1:])
        or bool(_AMP.search(parts.path))
        or bool(names & {"amp", "outputtype", "m", "mobile"})
    )


def _published_at(host: str, path: str) -> tuple[str, str]:
    """The host and path that an AMP cache or viewer shows a copy of; others as they are."""
    found = None
    if host.endswith(".ampproject.org"):
        found = _CACHED.match(path)
    elif host.startswith("www.google.") or host.startswith("google."):
        found = _VIEWED.match(path)
    return (found[1].lower(), found[2] or "") if found else (host, path)


def _host(host: str) -> str:
    for _ in range(2):  # www.m.example.com
        for prefix in LAYOUTS:
            if host.startswith(prefix) and host.count(".") > 1:
                host = host[len(prefix) :]
                break
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return host


def _path(path: str) -> str:
    plain = unicodedata.normalize("NFC", unquote(path))
    plain = _INDEX.sub("", re.sub(r"/{2,}", "/", plain)).rstrip("/")
    if plain.lower().startswith("/amp/"):
        plain = plain[4:]
    plain = re.sub(r"/amp$|\.amp$|(?<=.)/amp(?=\.html?$)", "", plain, flags=re.I)
    plain = re.sub(r"\.amp(?=\.html?$)", "", plain, flags=re.I)
    return quote(plain.rstrip("/"), safe="/:@!$&'()*+,;=~-._")


def _query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _tracks(name.lower(), value)
    ]  # fmt: skip
    return urlencode(sorted(kept))


def _tracks(name: str, value: str) -> bool:
    return (
        name in TRACKERS
        or name.startswith(TRACKING)
        or (name == "m" and value == "1")
        or (name in WAYS and not any(c.isdigit() for c in value))
    )  # fmt: skip
