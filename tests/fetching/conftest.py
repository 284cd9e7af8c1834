import socket

import pytest

from webserver import Site


@pytest.fixture
def site():
    """A server on loopback."""
    with Site() as made:
        yield made


@pytest.fixture(autouse=True)
def connected(monkeypatch):
    """The IP addresses that were connected to: a test that leaves loopback fails, and reaches nothing."""
    seen, connect = [], socket.socket.connect

    def held(self, address):
        seen.append(address[0])
        if address[0] not in ("127.0.0.1", "::1"):
            raise AssertionError(f"a test wanted to connect to {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", held)
    return seen
