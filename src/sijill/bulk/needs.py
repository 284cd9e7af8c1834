"""What bulk work needs beyond the light install, imported when first asked for, usage reports switched off before."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import UsageError

SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_USAGE_STATS_REPORT_URL": "http://127.0.0.1:9/",
    "DAFT_PROGRESS_BAR": "0",
}
"""Both engines send usage data unless these are set before they are imported."""

NOWHERE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost"}
"""What a Ray of our own is started under: with its reports off it still asks the cloud's address which cloud it is in."""


@contextmanager
def unasked() -> Iterator[None]:
    """Processes started inside find no way out of the machine by HTTP; the environment is as before afterwards."""
    before = {name: os.environ.get(name) for name in NOWHERE}
    os.environ.update(NOWHERE)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def silence() -> None:
    """Set what keeps the engines from reporting, here and in every process started from here."""
    os.environ.update(SILENT)
    # the engine's processes must find this very package, also where it runs from a folder of sources
    root = str(Path(__file__).resolve().parents[2])
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if root not in paths:
        os.environ["PYTHONPATH"] = os.pathsep.join([root, *(p for p in paths if p)])


def arrow() -> Any:
    """The module ``pyarrow``. Raises UsageError that says what to install."""
    return _module("pyarrow", "bulk")


def parquet() -> Any:
    """The module ``pyarrow.parquet``."""
    return _module("pyarrow.parquet", "bulk")


def arrow_json() -> Any:
    """The module ``pyarrow.json``."""
    return _module("pyarrow.json", "bulk")


def daft() -> Any:
    """The module ``daft``, its reports off. Raises UsageError that says what to install."""
    silence()
    return _module("daft", "bulk")


def ray() -> Any:
    """The module ``ray``, its reports off. Raises UsageError that says what to install."""
    silence()
    return _module("ray", "cluster")


def _module(name: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as e:
        raise UsageError(f"this needs {name}, which is not installed; install it with: pip install 'sijill[{extra}]'") from e
