"""What all tests share: the texts that may lie beside the project, and the rule that CI skips nothing it could run."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples at every run: a failure is met by who made it, not by who comes after; HYPOTHESIS_PROFILE=default searches
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

BESIDE = Path(__file__).resolve().parents[2] / "shared"
"""Annotated stories and corpora of others; tests that read them skip where the folder is not there."""


@pytest.fixture(scope="session")
def beside() -> Path:
    """The folder of other people's texts beside the project, if there is one."""
    if not BESIDE.is_dir():
        pytest.skip(f"no annotated stories beside the project ({BESIDE.name}/)")
    return BESIDE


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A skip for a missing part of the machine is a failure where SIJILL_NO_SKIPS is set."""
    report = yield
    if os.environ.get("SIJILL_NO_SKIPS") and report.skipped and "machine:" in str(report.longrepr):
        report.outcome = "failed"
    return report
