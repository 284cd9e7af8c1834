"""Which addresses may be asked at all: public hosts of the web, and what the user allows by name.

A host is resolved once, and the connection is made to the very address that was checked: a name that answers with another
address a moment later (DNS rebinding) gains nothing. Every step of a redirect passes here.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlsplit

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host; raises OSError where there are none."""
PORTS = (80, 443, 8080, 8443)
"""Ports that the web is served on; others belong to other services, which a crafted address could speak to."""
LONGEST = 4096
PATIENCE = 10.0
"""Seconds that a name's resolution may take."""

NETWORKS = tuple(ipaddress.ip_network(n) for n in ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "198.18.0.0/15"))
"""Not public, whatever the Python at hand says of them: protocol assignments, 6to4 relays, CGNAT, benchmarks."""
GLOBAL_6 = ipaddress.ip_network("2000::/3")
TUNNELS = tuple(ipaddress.ip_network(n) for n in ("2001::/32", "2002::/16", "2001:20::/28", "64:ff9b:1::/48"))
NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)$", re.I)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*$")


class Refusal(NamedTuple):
    """Why an address is not asked: a short code, and what it means."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked. ``ip``: the address to connect to; ``host``: the name for Host and TLS."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def host_header(self) -> str:
        """The Host header: with the port where it is not the scheme's own."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.scheme == "https" else 80) else f"{name}:{self.port}"


def check(address: str, allowed: Iterable[str] = (), resolve: Resolver | None = None) -> Target | Refusal:
    """The target that ``address`` names, or why it is refused.

    ``allowed``: hosts (or ``host:port``) of the user's own that are asked wherever they are; ``resolve``: the resolver.
    """
    plain = _plain(address)
    if isinstance(plain, Refusal):
        return plain
    scheme, host, port, path = plain
    own = {a.lower() for a in allowed} & {host, f"[{host}]", f"{host}:{port}", f"[{host}]:{port}"}
    if port not in PORTS and not own:
        return Refusal("port", f"port {port} is none of {', '.join(map(str, PORTS))}")
    try:
        found = [host] if _literal(host) else list((resolve or lookup)(host, port))
    except (OSError, UnicodeError) as e:
        return Refusal("unresolved", f"the host {host} is not found ({e})")
    if not found:
        return Refusal("unresolved", f"the host {host} is not found")
    closed = [ip for ip in found if not public(ip)]
    if closed and not own:
        return Refusal("not_public", f"{host} is at {closed[0]}, which is no public address")
    shown = f"[{host}]" if ":" in host else host
    return Target(f"{scheme}://{shown}:{port}{path}", scheme, host, port, path, found[0])


def public(ip: str) -> bool:
    """Whether an IP address is one of the public internet's, in any of the forms that hide another one."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None)
        if inner is not None:
            return _public_4(inner)
        isatap = (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE
        return address in GLOBAL_6 and not isatap and _usual(address) and not any(address in n for n in TUNNELS)
    return _public_4(address)


def _public_4(address: ipaddress.IPv4Address) -> bool:
    return _usual(address) and not any(address in n for n in NETWORKS)


def _usual(address: IP) -> bool:
    odd = address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local
    return address.is_global and not odd and not address.is_unspecified and not address.is_private


def _plain(address: str) -> tuple[str, str, int, str] | Refusal:
    """Scheme, host (ASCII), port and path of an address that cannot be read in two ways."""
    if len(address) > LONGEST:
        return Refusal("address", f"it has {len(address):,} characters, and the most is {LONGEST:,}")
    if re.search(r"[\s\x00-\x1f\x7f\\]", address.strip()):
        return Refusal("address", "it holds a blank, a control character or a backslash")
    try:
        parts = urlsplit(address.strip())
        port, host = parts.port, parts.hostname
    except ValueError as e:
        return Refusal("address", f"it cannot be read ({e})")
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        return Refusal("scheme", f"only http and https are fetched, not {scheme or 'an address without a scheme'}")
    if "@" in parts.netloc:
        return Refusal("userinfo", "a user or password stands before the host")
    if port == 0 or not host:
        return Refusal("address", "it names no host" if not host else "port 0 is no port")
    name = _host(host)
    if isinstance(name, Refusal):
        return name
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return scheme, name, port or (443 if scheme == "https" else 80), (quote(parts.path, safe=_SAFE) or "/") + query


_SAFE = "/%:@!$&'()*+,;=~-._?"


def _host(host: str) -> str | Refusal:
    """The host in lower-case ASCII; an IP address only as it is written plainly."""
    if ":" in host:
        if "%" in host or _literal(host) is None:
            return Refusal("address", f"[{host}] is no plain IPv6 address")
        return str(ipaddress.ip_address(host))
    try:
        name = (host if host.isascii() else host.encode("idna").decode("ascii")).lower().rstrip(".")
    except UnicodeError:
        return Refusal("address", f"{host!r} is no host name")
    if _NUMBER.match(name.rpartition(".")[2]):  # the last part is a number: an IP address, and as it is usually written
        return name if _literal(name) else Refusal("numeric", f"{name} is an IP address in disguise")
    if len(name) > 253 or not _NAME.match(name):
        return Refusal("address", f"{host!r} is no host name")
    return name


def _literal(host: str) -> IP | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def lookup(host: str, port: int) -> list[str]:
    """The IP addresses of a host as the system finds them, within PATIENCE. Raises OSError where it finds none."""
    found: list[str] = []
    trouble: list[OSError | UnicodeError] = []

    def _ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError) as e:
            trouble.append(e)

    asking = threading.Thread(target=_ask, daemon=True)  # the system's resolver has no timeout of its own
    asking.start()
    asking.join(PATIENCE)
    if trouble:
        raise trouble[0]
    if asking.is_alive():
        raise TimeoutError(f"no answer in {PATIENCE:g} s")
    return found
