"""The hand-made record, once for all tests of the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from handmade import Story, grown, record
from sijill.records import Record


@pytest.fixture(scope="session")
def sample() -> Record:
    return record(Story())


@pytest.fixture(scope="session")
def many(sample: Record) -> Callable[[int], Record]:
    return partial(grown, sample)
