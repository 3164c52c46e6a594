"use strict";

function closeDetail() {
  rows.querySelector(".detail")?.remove();
  const open = rows.querySelector(".chosen");
  open?.classList.remove("chosen");
  open?.querySelector(".opener").setAttribute("aria-expanded", "false");
}

function openDetail(index) {
  closeDetail();
  const claim = data.claims[index];
  const opened = rowOf(index);
  opened.classList.add("chosen");
  opened.querySelector(".opener").setAttribute("aria-expanded", "true");
  const words = make("button", { type: "button", class: "to-words", "data-claim": index }, "Go to its words in the article");
  const fields = data.compared ? comparison(claim) : description(claim);
  opened.after(make("tr", { class: "detail", role: "row" }, make("td", { colspan: COLUMNS.length, role: "cell" }, fields, words)));
}

function description(claim) {
  return fieldTable(["Field", "Value"], (name) => [value(claim.shown, name)], [claim.shown]);
}

// The gold on one side, what was found on the other, and whether they agree.
function comparison(claim) {
  const { gold, found, right } = claim;
  const sides = [gold, found].filter(Boolean);
  return fieldTable(
    ["Field", "Gold", "Found", ""],
    (name) => {
      const verdict = name in right ? (right[name] ? ["mark-right", "✓ agrees"] : ["mark-wrong", "✗ differs"]) : ["", ""];
      return [gold ? value(gold, name) : "", found ? value(found, name) : "", make("span", { class: verdict[0] }, verdict[1])];
    },
    sides,
  );
}

function value(fields, name) {
  if (name === "stance" && fields.stance) return `${SIGNS[fields.stance]} ${fields.stance}`;
  if (name === "confidence" && fields.confidence !== undefined) return fields.confidence.toFixed(2);
  return fields[name] ?? "–";
}

function fieldTable(headings, cellsOf, sides) {
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading)));
  const body = Object.keys(FIELDS)
    .filter((name) => sides.some((fields) => fields[name] !== undefined))
    .map((name) => {
      const cells = cellsOf(name).map((content) => make("td", { dir: "auto" }, content));
      return make("tr", {}, make("th", { scope: "row" }, FIELDS[name]), ...cells);
    });
  return make("table", { class: "fields", "aria-label": "Fields of the claim" }, make("thead", {}, head), make("tbody", {}, ...body));
}
