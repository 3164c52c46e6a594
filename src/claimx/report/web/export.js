"use strict";

const EXPORTED = ["kind", "speaker", "stance", "target_entity", "source", "cue", "content", "target", "nested_in", "rule", "confidence"];
// A spreadsheet would run what begins like this as a formula.
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

function csv() {
  const sides = data.compared ? [["", "found"], ["gold_", "gold"]] : [["", "found"]];
  const head = ["document", "claim", ...(data.compared ? ["status"] : []), ...sides.flatMap(([prefix]) => EXPORTED.map((name) => prefix + name))];
  const lines = ordered.map((claim) => [
    data.documents[claim.document].id,
    claim.shown.id,
    ...(data.compared ? [claim.status] : []),
    ...sides.flatMap(([, side]) => EXPORTED.map((name) => claim[side]?.[name] ?? "")),
  ]);
  return [head, ...lines].map((line) => line.map(csvCell).join(",") + "\n").join("");
}

function csvCell(value) {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function download() {
  const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
  make("a", { href: address, download: "claims.csv" }).click();
  URL.revokeObjectURL(address);
  byId("count").textContent = `${count(ordered.length, "claim")} written to claims.csv`;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(csv());
  } catch {
    copyBySelection(csv());
  }
  byId("count").textContent = `${count(ordered.length, "claim")} copied`;
}

// Not every browser lends its clipboard to a page from a file.
function copyBySelection(text) {
  const area = make("textarea", { "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
