"""The page in a real browser: what a reader sees, at a desk and on a phone, with script and without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTRAST = """
(selector) => {
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const channel = (v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const behind = (e) => {
    for (let n = e; n; n = n.parentElement) {
      const c = parse(getComputedStyle(n).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const seen = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility() && e.textContent.trim());
  return seen.map((e) => {
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return [(a + .05) / (b + .05), e.className, e.textContent.trim().slice(0, 30)];
  });
}
"""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_nothing_overflows_nothing_is_fetched_nothing_complains(visit: Visit, width: int, language: str) -> None:
    page = visit(width, language)
    assert page.evaluate(TOO_WIDE) <= 0
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("script", [True, False])
def test_the_switch_changes_the_language_with_and_without_script(visit: Visit, script: bool) -> None:
    page = visit(script=script)
    assert page.locator(".edition.ar h1").is_visible()
    assert not page.locator(".edition.en h1").is_visible()
    page.click("label[for=lang-en]")
    assert page.locator(".edition.en h1").is_visible()
    assert not page.locator(".edition.ar h1").is_visible()
    assert page.locator("#reader .kinds .en").first.is_visible()
    assert not page.locator("#reader .kinds .ar").first.is_visible()
    if script:
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]


def test_time_runs_right_to_left_in_arabic_and_left_to_right_in_english(visit: Visit) -> None:
    def years(language: str) -> list[float]:
        page = visit(language=language)
        return [page.locator(f".edition.{language} .scale text").nth(i).bounding_box()["x"] for i in range(2)]

    assert years("ar")[0] > years("ar")[1]
    assert years("en")[0] < years("en")[1]


def test_the_four_questions_stand_on_the_first_screen_of_a_desk(visit: Visit) -> None:
    page = visit(1280)
    boxes = [page.locator(".edition.ar .question").nth(i).bounding_box() for i in range(4)]
    assert all(box["y"] + box["height"] < 900 for box in boxes)
    assert boxes[0]["x"] > boxes[3]["x"]


def test_a_click_on_a_highlight_opens_its_record_and_escape_closes_it(visit: Visit) -> None:
    page = visit()
    highlight = page.locator(".text a.k-time:visible").first
    highlight.click()
    shown = page.locator(".stack .card")
    assert shown.first.is_visible()
    assert shown.evaluate_all("cards => cards.map(c => c.dataset.kind)") == ["time", "commitment", "statement"]
    assert page.evaluate("document.activeElement.classList.contains('card')")
    page.keyboard.press("Escape")
    assert page.locator(".stack").count() == 0
    assert page.evaluate("document.activeElement.classList.contains('m')")


def test_without_script_a_highlight_still_opens_its_record(visit: Visit) -> None:
    page = visit(script=False)
    page.locator(".text a.k-time:visible").first.click()
    assert page.locator(".card:target").is_visible()
    assert page.locator(".card:target").get_attribute("data-kind") == "time"


def test_the_legend_switches_a_kind_off(visit: Visit) -> None:
    page = visit()
    highlight = page.locator(".text a.k-time:visible").first
    page.uncheck("#kind-time")
    assert highlight.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    highlight.click()
    kinds = page.locator(".stack .card").evaluate_all("cards => cards.map(c => c.dataset.kind)")
    assert "time" not in kinds
    assert "commitment" in kinds


def test_a_card_leads_to_the_open_row_of_its_commitment(visit: Visit) -> None:
    page = visit(language="en")
    page.locator(".text a.k-commitment:visible").first.click()
    page.locator(".stack a.to:visible").first.click()
    row = page.locator(".row:target")
    assert row.get_attribute("id").startswith("en-")
    assert row.locator(".history").is_visible()


def test_the_words_of_a_due_date_lead_into_the_folded_article(visit: Visit) -> None:
    page = visit()
    page.locator(".edition.ar .row summary").first.click()
    page.locator(".edition.ar .row .history a.to:visible").last.click()
    spot = page.locator(".spot:target")
    assert spot.evaluate("e => e.closest('article.page > details').open")
    box = spot.evaluate("e => e.nextElementSibling.getBoundingClientRect().top")
    assert 0 < box < 900


def test_an_address_into_the_other_language_switches_to_it(visit: Visit) -> None:
    page = visit(at="#en-c3")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#en-c3 .history").is_visible()


def test_search_finds_titles_however_the_alef_is_written(visit: Visit) -> None:
    page = visit()
    page.fill(".edition.ar .find input", "انهاء")
    rows = page.locator(".edition.ar .row:visible")
    assert [rows.nth(i).get_attribute("data-id") for i in range(rows.count())] == ["c1"]
    assert page.locator(".edition.ar .find output").inner_text() == "1 / 6"


def test_pointing_at_a_name_brings_its_line_out(visit: Visit) -> None:
    page = visit()
    page.locator(".edition.ar .legend li").nth(1).hover()
    number = page.locator(".edition.ar .chart.wide .line.picked .badge text")
    assert number.evaluate_all("texts => texts.map(t => t.textContent)") == ["2"]


def test_what_changed_since_the_last_visit_is_listed(visit: Visit) -> None:
    page = visit()
    assert not page.locator(".edition.ar .since").is_visible()
    page.evaluate(
        "key => { const was = JSON.parse(localStorage[key]); was.c4 = 'planned|upcoming|1|'; "
        "localStorage[key] = JSON.stringify(was) }",
        "sijill:" + page.locator("body").get_attribute("data-memory"),
    )
    page.reload()
    links = page.locator(".edition.ar .since a")
    assert [links.nth(i).get_attribute("href") for i in range(links.count())] == ["#ar-c4"]


def test_the_keyboard_reaches_the_switch_and_opens_a_row(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "lang-ar"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator(".edition.en .row summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".edition.en .history").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_text_has_the_contrast_of_level_aa(visit: Visit, scheme: str, language: str) -> None:
    page = visit(language=language, scheme=scheme)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    words = page.evaluate(
        CONTRAST, "p, a, b, h1, h2, h3, dt, dd, small, summary, .state, .slip, .tag, .who, .voices, label, td, th"
    )
    assert len(words) > 200
    assert [w for w in words if w[0] < 4.5] == []


def test_print_shows_the_board_open_and_leaves_the_controls_out(visit: Visit) -> None:
    page = visit()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".edition.ar .history").first.is_visible()
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".edition.ar .find").is_visible()
