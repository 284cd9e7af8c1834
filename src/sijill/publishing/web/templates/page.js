// Everything here only adds to a page that works without it: remembering, filtering, picking, and gathering cards.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const kept = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem(key, value);
      return localStorage.getItem(key);
    } catch { return null; }
  };

  // Language: the page's own lang and dir follow the switch; the last choice is remembered.
  const radios = all("input[name=language]");
  const settle = () => {
    const label = document.querySelector("input[name=language]:checked + label");
    root.lang = label.lang;
    root.dir = label.dir;
  };
  for (const radio of radios) radio.addEventListener("change", () => { settle(); kept("sijill:language", radio.value); });
  const choice = radios.find((r) => r.value === kept("sijill:language"));
  if (choice) choice.checked = true;
  settle();

  // A link opens what it points into, folded or in the other language's part.
  const reveal = () => {
    let at;
    try { at = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!at) return;
    const inside = at.closest(".edition");
    const radio = inside && radios.find((r) => r.value === inside.lang);
    if (radio && !radio.checked) { radio.checked = true; settle(); }
    for (let n = at.parentElement; n; n = n.parentElement) if (n.tagName === "DETAILS") n.open = true;
    if (at.classList.contains("row")) at.querySelector("details").open = true;
    if (!at.classList.contains("card")) at.scrollIntoView({ block: at.classList.contains("spot") ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Highlights: a click shows the cards of everything read in those words, of the kinds that are switched on.
  let stack = null;
  let from = null;
  const close = () => {
    if (!stack) return;
    for (const card of all(".card", stack)) { card.classList.remove("shown"); card.home.append(card); }
    stack.remove();
    stack = null;
    if (from) { from.classList.remove("at"); from.focus({ preventScroll: true }); }
  };
  const on = (kind) => document.getElementById("kind-" + kind).checked;
  document.addEventListener("click", (event) => {
    const shut = event.target.closest(".stack .close");
    if (shut) { event.preventDefault(); close(); return; }
    if (event.target.closest(".stack .to")) { from = null; close(); return; }
    const m = event.target.closest(".text a.m");
    if (!m) return;
    event.preventDefault();
    close();
    const ids = (m.dataset.cards || m.getAttribute("href").slice(1)).split(" ");
    const cards = ids.map((id) => document.getElementById(id)).filter((card) => card && on(card.dataset.kind));
    if (!cards.length) return;
    from = m;
    m.classList.add("at");
    stack = document.createElement("div");
    stack.className = "stack";
    for (const card of cards) {
      card.home = card.parentElement;
      card.classList.add("shown", "stacked");
      stack.append(card);
    }
    document.querySelector(".reader").append(stack);
    cards[0].focus({ preventScroll: true });
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // The board: search and state.
  for (const find of all(".find")) {
    find.hidden = false;
    const board = find.closest(".board");
    const rows = all(".row", board);
    const [words, state, out] = [find.querySelector("input"), find.querySelector("select"), find.querySelector("output")];
    const fold = (s) => s.toLowerCase().normalize("NFKD").replace(/[\u064b-\u065f\u0670\u0640]/g, "").replace(/[\u0622\u0623\u0625]/g, "\u0627").replace(/\u0629/g, "\u0647").replace(/\u0649/g, "\u064a");
    const texts = rows.map((row) => fold(row.querySelector("summary").textContent));
    const sift = () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      let n = 0;
      rows.forEach((row, i) => {
        const fits = wanted.every((w) => texts[i].includes(w)) && (!state.value || row.dataset.state === state.value);
        row.hidden = !fits;
        n += fits;
      });
      out.textContent = n === rows.length ? "" : n + " / " + rows.length;
    };
    words.addEventListener("input", sift);
    state.addEventListener("change", sift);
  }

  // The chart: point at a line or its name to bring it out, click the number to hold it.
  for (const trend of all("section.trend")) {
    const parts = all("[data-line]", trend);
    let held = null;
    const pick = (id) => {
      trend.classList.toggle("picking", Boolean(id));
      for (const part of parts) part.classList.toggle("picked", part.dataset.line === id);
    };
    for (const part of parts) {
      part.addEventListener("pointerenter", () => pick(part.dataset.line));
      part.addEventListener("pointerleave", () => pick(held));
      part.addEventListener("focusin", () => pick(part.dataset.line));
      part.addEventListener("focusout", () => pick(held));
      part.addEventListener("click", (event) => {
        if (event.target.closest("a")) return;
        held = held === part.dataset.line ? null : part.dataset.line;
        pick(held);
      });
    }
  }

  // What changed since the last visit, kept on the reader's own machine.
  const key = "sijill:" + document.body.dataset.memory;
  const now = {};
  for (const row of all(".edition.ar .row")) now[row.dataset.id] = row.dataset.signature;
  let before = null;
  try { before = JSON.parse(kept(key)); } catch { /* nothing remembered */ }
  if (before && typeof before === "object") {
    const changed = Object.keys(now).filter((id) => before[id] !== now[id]);
    for (const since of changed.length ? all(".since") : []) {
      const language = since.closest(".edition").lang;
      for (const id of changed.slice(0, 12)) {
        const row = document.getElementById(language + "-" + id);
        const link = document.createElement("a");
        link.href = "#" + row.id;
        link.textContent = row.querySelector(".what").textContent;
        const item = document.createElement("li");
        item.append(link);
        since.querySelector("ul").append(item);
      }
      since.hidden = false;
    }
  }
  kept(key, JSON.stringify(now));

  addEventListener("beforeprint", () => { for (const fold of all("details:not(.furniture)")) fold.open = true; });
})();
