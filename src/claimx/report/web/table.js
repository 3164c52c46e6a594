"use strict";

// More rows than these would take a visible while to lay out.
const BATCH = 100;
const collator = new Intl.Collator("en", { numeric: true });
const rows = byId("table").tBodies[0];
let ordered = [];

const COLUMNS = [
  { key: "claim", label: "Claim", value: (claim) => claim.index, fill: fillClaim },
  { key: "verdict", label: "Gold", value: (claim) => claim.status, fill: fillStatus, when: () => data.compared },
  { key: "speaker", label: "Speaker", value: (claim) => claim.shown.speaker || "", fill: fillSpeaker },
  { key: "stance", label: "Stance", value: (claim) => claim.shown.stance || "", fill: fillStance },
  { key: "target-words", label: "Target", value: (claim) => claim.shown.target_entity || claim.shown.target || "", fill: fillTarget },
  { key: "claim-words", label: "Words", value: (claim) => claim.shown.content || "", fill: fillWords },
].filter(({ when }) => !when || when());

function fillHeadings() {
  const headings = COLUMNS.map(({ key, label }) => {
    const button = make("button", { type: "button", "data-key": key }, label);
    return make("th", { class: `${key}-column`, scope: "col", role: "columnheader", "aria-sort": "none" }, button);
  });
  byId("table").tHead.rows[0].replaceChildren(...headings);
}

function showTable() {
  const { key, descending } = state.sort;
  ordered = [...state.passing];
  const column = COLUMNS.find((candidate) => candidate.key === key);
  if (column) {
    const sign = descending ? -1 : 1;
    ordered.sort((a, b) => sign * collator.compare(column.value(a), column.value(b)) || a.index - b.index);
  }
  for (const heading of byId("table").tHead.querySelectorAll("th")) {
    const active = heading.firstChild.dataset.key === key;
    heading.setAttribute("aria-sort", active ? (descending ? "descending" : "ascending") : "none");
  }
  rows.replaceChildren();
  if (ordered.length) {
    showMore(BATCH);
  } else {
    const cell = make("td", { colspan: COLUMNS.length, role: "cell", class: "empty" }, "No claim passes these filters.");
    rows.append(make("tr", { role: "row" }, cell));
    byId("more").hidden = true;
  }
  byId("table").parentElement.scrollTop = 0;
  byId("count").textContent =
    ordered.length === data.claims.length ? count(ordered.length, "claim") : `${ordered.length.toLocaleString("en")} of ${count(data.claims.length, "claim")}`;
  if (rowOf(state.chosen)) openDetail(state.chosen);
}

function showMore(number) {
  const first = rows.querySelectorAll(".row").length;
  rows.append(...ordered.slice(first, first + number).map(row));
  const left = ordered.length - first - number;
  byId("more").hidden = left <= 0;
  byId("more").textContent = `Show more (${left.toLocaleString("en")} left)`;
}

function rowOf(index) {
  return rows.querySelector(`.row[data-claim="${index}"]`);
}

// Rows come in batches: one that is not there yet is fetched with all before it.
function reachRow(index) {
  const place = ordered.findIndex((claim) => claim.index === index);
  const missing = place + 1 - rows.querySelectorAll(".row").length;
  if (missing > 0) showMore(missing);
  return rowOf(index);
}

function row(claim) {
  const kind = claim.shown.kind === "author" ? "author-kind" : "";
  const cells = COLUMNS.map(({ key, label, fill }) => {
    const cell = make("td", { class: key, role: "cell", "data-label": label, dir: "auto" });
    fill(cell, claim);
    return cell;
  });
  return make("tr", { class: `row ${kind}`, role: "row", "data-claim": claim.index }, ...cells);
}

function fillClaim(cell, claim) {
  const { id, nested_in } = claim.shown;
  cell.append(make("button", { type: "button", class: "opener", "aria-expanded": "false", "aria-label": `Claim ${inBrief(claim)}` }, id));
  if (nested_in) cell.append(make("span", { class: "inside" }, `in ${nested_in}`));
}

function fillStatus(cell, claim) {
  const wrong = Object.keys(claim.right).filter((name) => !claim.right[name]);
  cell.append(make("span", { class: `status ${claim.status}` }, STATUSES[claim.status]));
  if (wrong.length) cell.append(make("span", { class: "wrong-fields" }, ` in ${wrong.map((name) => FIELDS[name].toLowerCase()).join(", ")}`));
}

function fillSpeaker(cell, claim) {
  judged(cell, claim, "speaker", (fields) => [fields.speaker || ""]);
}

function fillStance(cell, claim) {
  judged(cell, claim, "stance", ({ stance }) => (stance ? [make("span", { class: `stance ${stance}` }, `${SIGNS[stance]} ${stance}`)] : []));
}

function fillTarget(cell, claim) {
  judged(cell, claim, "target_entity", (fields) => (fields.target_entity ? [make("span", { class: "entity" }, fields.target_entity)] : []));
  judged(cell, claim, "target", (fields) => [fields.target || ""]);
}

function fillWords(cell, claim) {
  const { cue, content } = claim.shown;
  if (cue) cell.append(make("span", { class: "said" }, cue), " ");
  cell.append(content || "");
  if (data.documents.length > 1) cell.append(make("span", { class: "where" }, articleName(claim.document)));
}

// Where the gold says something else, it stands below what was found.
function judged(cell, claim, name, contents) {
  if (claim.right[name] !== false) {
    cell.append(...contents(claim.shown));
    return;
  }
  cell.append(make("span", { class: "wrong" }, ...contents(claim.found)));
  const wanted = contents(claim.gold).filter((node) => node !== "");
  cell.append(make("span", { class: "gold-value" }, ...(wanted.length ? wanted : ["–"])));
}
