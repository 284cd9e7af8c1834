"""A Chromium of the machine's own; without one the tests skip, which is a failure where CI is set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from handmade import Story, record
from sijill.publishing.web import page_html

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/usr/bin/chromium", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def missing(what: str) -> None:
    """Skip for a missing part of the machine, or fail where nothing may be skipped."""
    if os.environ.get("CI"):
        pytest.fail(f"machine: {what}")
    pytest.skip(f"machine: {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = next((p for n in NAMES if (p := shutil.which(n))), None) or next((p for p in PLACES if Path(p).exists()), None)
    if found is None:
        missing("no Chromium is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "record.html"
    path.write_text(page_html(record(Story()), decided={"c6": "a proposal, not an undertaking"}), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Any, page_file: Path) -> Iterator[Callable[..., Any]]:
    """Opens the page at a width, in a language, light or dark, with or without script; what it says is kept on it."""
    contexts = []

    def opened(width: int = 1280, language: str = "ar", scheme: str = "light", script: bool = True, at: str = "") -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(page_file.as_uri() + at)
        if language != "ar":
            page.click(f"label[for=lang-{language}]")
        return page

    yield opened
    for context in contexts:
        context.close()
