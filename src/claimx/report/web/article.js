"use strict";

// Which part shows when several of one claim lie over the same words.
const STRENGTH = ["content", "source", "cue", "target"];
const spansOf = new Map();
const tagOf = new Map();

function fillArticles() {
  byId("documents").replaceChildren(...data.documents.map((_, number) => option(number, articleName(number))));
  byId("documents").closest(".chooser").hidden = data.documents.length < 2;
  byId("layers").hidden = !data.compared;
}

function showArticle() {
  const { id, title, date, layers } = data.documents[state.document];
  const passing = new Set(state.passing.map((claim) => claim.index));
  byId("documents").value = state.document;
  byId("previous").disabled = state.document === 0;
  byId("next").disabled = state.document === data.documents.length - 1;
  byId("headline").textContent = title || id;
  byId("dateline").textContent = [date, title && id].filter(Boolean).join(" · ");
  spansOf.clear();
  tagOf.clear();
  const nodes = [];
  for (const [text, ...parts] of layers[state.layer]) {
    const over = parts.filter(([index]) => passing.has(index));
    for (const [index, part] of over) {
      if (part === "content" && !tagOf.has(index)) nodes.push(tag(data.claims[index]));
    }
    nodes.push(over.length ? piece(text, over) : text);
  }
  byId("text").replaceChildren(...nodes);
  byId("article").scrollTop = 0;
  if (state.chosen !== null) light(state.chosen);
}

function piece(text, over) {
  const kinds = over.map(([index, part]) => [data.claims[index].shown.kind === "author", part]);
  const deep = kinds.filter(([own, part]) => !own && part === "content").length;
  const classes = new Set(["part", ...kinds.map(([own, part]) => (own ? `own-${part}` : part))]);
  if (deep > 1) classes.add("deep");
  // The claim that began last is the innermost.
  const element = make("span", { class: [...classes].join(" "), "data-claim": over.at(-1)[0] }, text);
  for (const [index, part] of over) {
    if (!spansOf.has(index)) spansOf.set(index, []);
    spansOf.get(index).push([element, part]);
  }
  return element;
}

function tag(claim) {
  const { id, stance = "neutral" } = claim.shown;
  const label = `Claim ${inBrief(claim)}`;
  const attributes = { type: "button", class: `tag ${stance}`, "data-claim": claim.index, "aria-label": label, "aria-pressed": "false" };
  const element = make("button", { ...attributes, title: label }, `${id} ${SIGNS[stance]}`);
  tagOf.set(claim.index, element);
  return element;
}

// Makes a claim's parts stand out, here and in the table; of null, none.
function light(index) {
  for (const element of document.querySelectorAll("[class*='lit']")) {
    element.classList.remove("lit", ...STRENGTH.map((part) => `lit-${part}`));
  }
  const strongest = new Map();
  for (const [element, part] of spansOf.get(index) || []) {
    if (!strongest.has(element) || STRENGTH.indexOf(part) > STRENGTH.indexOf(strongest.get(element))) {
      strongest.set(element, part);
    }
  }
  strongest.forEach((part, element) => element.classList.add(`lit-${part}`));
  for (const [other, element] of tagOf) element.setAttribute("aria-pressed", other === state.chosen);
  rowOf(index)?.classList.add("lit");
}

function goToWords(index) {
  const first = tagOf.get(index) || spansOf.get(index)?.[0][0];
  first?.scrollIntoView({ block: "center" });
}
