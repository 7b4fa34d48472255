// Nicer, never needed: without this file every button does the same by way of the server.
"use strict";

// --- rows are added on the spot ---
for (const list of document.querySelectorAll("[data-lines]")) {
  const add = list.querySelector("[data-add]");
  const sample = list.querySelector("template");
  const total = list.querySelector(`[name="${list.dataset.lines}-TOTAL_FORMS"]`);
  if (!add || !sample || !total) continue;
  add.addEventListener("click", (event) => {
    event.preventDefault();
    const row = document.createElement("div");
    row.innerHTML = sample.innerHTML.replaceAll("__prefix__", total.value);
    total.value = Number(total.value) + 1;
    const line = row.querySelector("fieldset");
    line.querySelector("[data-number]").textContent = total.value;
    add.before(line);
    ask(list.closest("form"));
    line.querySelector("input:not([type=hidden]), textarea, select").focus();
  });
}

// --- only what matters is asked: a question shows as soon as an answer on the page gives a reason for it ---
function said(form, name) {
  const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  const values = fields.filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
    .map((field) => (field.type === "checkbox" && field.value === "on" ? "ja" : field.value.trim())).filter(Boolean);
  return values.length ? values : [""];
}
function matters(form, question) {
  return JSON.parse(question.dataset.when).every((clause) => clause.some(({ f, v, u }) => {
    const now = said(form, f);
    return v.length ? now.some((value) => v.includes(value) !== u) : now[0] !== "";
  }));
}
function ask(form) {
  for (const question of form.querySelectorAll("[data-when]")) {
    const own = [...question.querySelectorAll("input, select, textarea")];
    const answered = own.some((field) => (["checkbox", "radio"].includes(field.type) ? field.checked && field.value : field.value.trim()));
    question.hidden = !answered && !matters(form, question);
  }
}
for (const form of document.querySelectorAll("form[data-wizard]")) {
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => ask(form));
  ask(form);
  const mark = document.createElement("input");
  [mark.type, mark.name, mark.value] = ["hidden", "js", "1"];
  form.append(mark);
}

// --- what many lists share stands on the page once: a list takes it in when somebody comes to it ---
function takeIn(select) {
  const all = document.getElementById(select.dataset.choices)?.content.children;
  if (!all) return;
  delete select.dataset.choices;
  const own = new Map([...select.children].filter((one) => one.matches("option") && one.value).map((one) => [one.value, one]));
  select.options[0].after(...[...all].map((one) => own.get(one.value) ?? one.cloneNode(true)));
}
if (document.activeElement?.matches("select[data-choices]")) takeIn(document.activeElement); // who was quicker than this file
for (const kind of ["pointerdown", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const select = event.target instanceof Element && event.target.closest("select[data-choices]");
    if (select) takeIn(select);
  });
}

// --- the statement beside the form: fetched where there is room for it ---
const pane = document.querySelector("[data-text]");
const room = window.matchMedia("(min-width: 75rem)");
function look() {
  if (pane && room.matches && window.htmx && !pane.querySelector("[data-preview]")) htmx.trigger(pane, "toon");
}
// The first time it opens where this step is told, below the summary.
pane?.addEventListener("htmx:afterSwap", () => {
  const about = pane.dataset.about.split(" ");
  const frame = pane.querySelector(".preview");
  const told = [...pane.querySelectorAll(".zin")].find((one) => !one.closest(".kort, .inhoud")
    && about.includes(one.dataset.p.split(" ")[0].split(".")[0]));
  if (frame && told && !pane.querySelector(".gelicht")) frame.scrollTop = told.offsetTop - frame.offsetTop - 90;
}, { once: true });
room.addEventListener("change", look);
window.addEventListener("load", look);

// --- After a refusal: start reading at the list of what is wrong. A link to a group of boxes lands on the first of them. ---
document.getElementById("fouten")?.focus();
function land() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.closest("details")?.setAttribute("open", "");
  (target.matches("fieldset.question") ? target.querySelector("input:checked:not([value=''])") ?? target.querySelector("input") ?? target : target).focus();
}
window.addEventListener("hashchange", land);
window.addEventListener("load", land);
