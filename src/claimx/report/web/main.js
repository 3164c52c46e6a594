"use strict";

function refresh() {
  applyFilters();
  showTable();
  showArticle();
}

function changeArticle(number) {
  state.document = number;
  state.chosen = null;
  if (form.elements.only.checked) {
    filtersToAddress();
    refresh();
  } else {
    closeDetail();
    showArticle();
  }
}

function changeLayer(layer) {
  state.layer = layer;
  document.querySelector(`input[name="layer"][value="${layer}"]`).checked = true;
}

// Opens a claim in the table and shows its words in the article.
function choose(index) {
  const claim = data.claims[index];
  const elsewhere = claim.document !== state.document;
  const hidden = !claim[state.layer];
  state.chosen = index;
  state.document = claim.document;
  if (hidden) changeLayer(claim.found ? "found" : "gold");
  if (elsewhere || hidden) showArticle();
  reachRow(index);
  openDetail(index);
  light(index);
}

function unchoose() {
  state.chosen = null;
  closeDetail();
  light(null);
}

function claimAt(event) {
  const place = event.target.closest("[data-claim]");
  return place ? Number(place.dataset.claim) : null;
}

function listenToArticle() {
  byId("documents").addEventListener("change", (event) => changeArticle(Number(event.target.value)));
  byId("previous").addEventListener("click", () => changeArticle(state.document - 1));
  byId("next").addEventListener("click", () => changeArticle(state.document + 1));
  byId("layers").addEventListener("change", (event) => {
    changeLayer(event.target.value);
    showArticle();
  });
  byId("text").addEventListener("click", (event) => {
    const index = claimAt(event);
    if (index === null || !getSelection().isCollapsed) return;
    choose(index);
    rowOf(index).scrollIntoView({ block: "nearest" });
    if (event.target.closest(".tag")) rowOf(index).querySelector(".opener").focus();
  });
  for (const kind of ["pointerover", "focusin"]) {
    byId("text").addEventListener(kind, (event) => light(claimAt(event) ?? state.chosen));
  }
  byId("text").addEventListener("pointerleave", () => light(state.chosen));
}

function listenToTable() {
  byId("table").tHead.addEventListener("click", (event) => {
    const key = event.target.closest("button")?.dataset.key;
    if (!key) return;
    const { sort } = state;
    // Up, down, and back to the order of the text.
    if (sort.key !== key) state.sort = { key, descending: false };
    else state.sort = sort.descending ? { key: null, descending: false } : { key, descending: true };
    showTable();
  });
  rows.addEventListener("click", (event) => {
    const words = event.target.closest(".to-words");
    const index = claimAt(event);
    if (words) tagOf.get(index)?.focus();
    if (index === null || !getSelection().isCollapsed) return;
    if (index === state.chosen && !words) unchoose();
    else choose(index);
    if (state.chosen !== null) goToWords(index);
  });
  for (const kind of ["pointerover", "focusin"]) {
    rows.addEventListener(kind, (event) => light(claimAt(event) ?? state.chosen));
  }
  rows.addEventListener("pointerleave", () => light(state.chosen));
  rows.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches(".opener")) return;
    event.preventDefault();
    const openers = [...rows.querySelectorAll(".opener")];
    openers[openers.indexOf(event.target) + step]?.focus();
  });
  byId("more").addEventListener("click", () => showMore(2 * BATCH));
  byId("copy").addEventListener("click", copy);
  byId("download").addEventListener("click", download);
}

function listenToFilters() {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    filtersToAddress();
    refresh();
  });
  form.addEventListener("reset", () =>
    // The controls have their new values only after the event.
    setTimeout(() => {
      filtersToAddress();
      refresh();
    }),
  );
  addEventListener("hashchange", () => {
    if (!filtersFromAddress()) return;
    refresh();
    const first = state.passing[0];
    if (first) choose(first.index);
    byId("claims").scrollIntoView();
    byId("claims").focus({ preventScroll: true });
  });
}

// Says of each link in a plot what it leads to: the claims that it would show, by stance.
function nameLinks() {
  const links = [...document.querySelectorAll("#overview a")].map((link) => [link, new URLSearchParams(link.getAttribute("href").slice(1))]);
  const counts = new Map();
  for (const names of new Set(links.map(([, wanted]) => [...wanted.keys()].join()))) {
    const valuesOf = names.split(",").map((name) => CHOICES[name][1]);
    for (const claim of data.claims) {
      const key = JSON.stringify([names, ...valuesOf.map((valueOf) => valueOf(claim))]);
      if (!counts.has(key)) counts.set(key, { support: 0, oppose: 0, neutral: 0 });
      counts.get(key)[claim.shown.stance] += 1;
    }
  }
  for (const [link, wanted] of links) {
    const stances = counts.get(JSON.stringify([[...wanted.keys()].join(), ...wanted.values()])) || {};
    const told = Object.entries(stances).filter(([, number]) => number).map(([stance, number]) => `${number} ${stance}`);
    const subject = [wanted.get("speaker"), wanted.get("date"), "on", wanted.get("target")].filter(Boolean).join(" ");
    const text = `${subject}: ${told.join(", ")}`;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = text;
    link.setAttribute("aria-label", text);
    link.prepend(title);
  }
}

function changeTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark" || (!document.documentElement.className && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.className = dark ? "light" : "dark";
}

function summarise() {
  const own = data.claims.filter((claim) => claim.shown.kind === "author").length;
  const speakers = new Set(data.claims.map((claim) => claim.shown.speaker)).size;
  byId("summary").textContent = `${count(data.claims.length - own, "attributed claim")}, ${own.toLocaleString("en")} of the articles’ own; ${count(speakers, "speaker")}`;
}

fillChoices();
fillArticles();
fillHeadings();
nameLinks();
summarise();
listenToArticle();
listenToTable();
listenToFilters();
byId("theme").addEventListener("click", changeTheme);
addEventListener("beforeprint", () => showMore(ordered.length));
filtersFromAddress();
refresh();
