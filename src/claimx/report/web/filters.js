"use strict";

const form = byId("filters");
const CHOICES = {
  speaker: ["All speakers", (claim) => claim.shown.speaker],
  stance: ["All stances", (claim) => claim.shown.stance],
  target: ["All targets", (claim) => claim.shown.target_entity],
  kind: ["All kinds", (claim) => claim.shown.kind],
  status: ["All", (claim) => claim.status],
  date: ["All dates", (claim) => data.documents[claim.document].date],
};

function option(value, label) {
  const element = make("option", {}, label);
  element.value = value;
  return element;
}

function fillChoices() {
  for (const [name, [all, valueOf]] of Object.entries(CHOICES)) {
    const counts = new Map();
    for (const claim of data.claims) {
      const value = valueOf(claim);
      if (value) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const byCount = name === "date" ? ([a], [b]) => (a < b ? -1 : 1) : ([, a], [, b]) => b - a;
    form.elements[name].replaceChildren(
      option("", all),
      ...[...counts].sort(byCount).map(([value, number]) => option(value, `${choiceLabel(name, value)} (${number})`)),
    );
    form.elements[name].closest("label").hidden = (name === "status" || name === "date") && counts.size < 2;
  }
  byId("only-filter").hidden = data.documents.length < 2;
  byId("status-filter").hidden = !data.compared;
}

function choiceLabel(name, value) {
  if (name === "stance") return `${SIGNS[value]} ${value}`;
  if (name === "status") return STATUSES[value];
  if (name === "kind") return value === "author" ? "the article’s own" : value;
  return value;
}

function applyFilters() {
  const wanted = Object.entries(CHOICES)
    .map(([name, [, valueOf]]) => [form.elements[name].value, valueOf])
    .filter(([value]) => value);
  const terms = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const only = form.elements.only.checked;
  state.passing = data.claims.filter(
    (claim) =>
      (!only || claim.document === state.document) &&
      wanted.every(([value, valueOf]) => valueOf(claim) === value) &&
      terms.every((term) => claim.words.includes(term)),
  );
}

// The filters stand in the page's address: a cell of a plot is a link to such an address.
function filtersFromAddress() {
  if (!location.hash.includes("=")) return false;
  const wanted = new URLSearchParams(location.hash.slice(1));
  form.reset();
  for (const name of [...Object.keys(CHOICES), "words"]) {
    const control = form.elements[name];
    control.value = wanted.get(name) || "";
    // A value that no claim has leaves a select without a choice.
    if (control.selectedIndex === -1) control.selectedIndex = 0;
  }
  const number = data.documents.findIndex(({ id }) => id === wanted.get("document"));
  form.elements.only.checked = number >= 0;
  if (number >= 0) state.document = number;
  return true;
}

function filtersToAddress() {
  const wanted = new URLSearchParams();
  for (const name of [...Object.keys(CHOICES), "words"]) {
    if (form.elements[name].value) wanted.set(name, form.elements[name].value);
  }
  if (form.elements.only.checked) wanted.set("document", data.documents[state.document].id);
  history.replaceState(null, "", `#${wanted}`);
}
