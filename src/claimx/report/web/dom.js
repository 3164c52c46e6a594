"use strict";

// What Python wrote into the page. Text from articles reaches the page as text nodes alone.
const data = JSON.parse(document.getElementById("data").textContent);

const SIGNS = { support: "▲", oppose: "▼", neutral: "●" };
const STATUSES = {
  agrees: "✓ agrees",
  differs: "≠ differs",
  missed: "− missed",
  false: "+ false alarm",
  unscored: "· not scored",
};
const FIELDS = {
  kind: "Kind",
  speaker: "Speaker",
  source: "Source",
  cue: "Cue",
  content: "Content",
  stance: "Stance",
  target: "Target",
  target_entity: "Target entity",
  nested_in: "Nested in",
  rule: "Rule",
  confidence: "Confidence",
};

const state = {
  document: 0,
  layer: "found",
  chosen: null,
  sort: { key: null, descending: false },
  passing: data.claims,
};

data.claims.forEach((claim, index) => {
  claim.index = index;
  claim.shown = claim.found || claim.gold;
  claim.words = [claim.found, claim.gold]
    .filter(Boolean)
    .flatMap((fields) => ["speaker", "source", "cue", "content", "target", "target_entity"].map((name) => fields[name] || ""))
    .join("\n")
    .toLowerCase();
});

function byId(id) {
  return document.getElementById(id);
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== "") element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function articleName(number) {
  const { id, title, date } = data.documents[number];
  return [title || id, date].filter(Boolean).join(", ");
}

// A claim in a few words, for those who hear the page and for tooltips.
function inBrief(claim) {
  const { id, speaker = "somebody", stance, target_entity, target } = claim.shown;
  const about = target_entity || target;
  const attitude = { support: "for", oppose: "against", neutral: "neutral on" }[stance] || "on";
  return `${id}, ${speaker}${about ? `, ${attitude} ${about}` : ""}`;
}
