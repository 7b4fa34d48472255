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

// --- what is typed is saved by itself; a page that cannot do that asks before somebody leaves it ---
const TYPING = 1200, CHOSEN = 150, AGAIN = 5000; // milliseconds after the last key, the last choice, a failure
const WORDS = { busy: "Bewaren …", failed: "Niet bewaard: er is geen verbinding. Wij proberen het opnieuw.", refused: "Niet bewaard. Kies Bewaren om te zien waarom." };

for (const form of document.querySelectorAll("form[data-wizard]")) {
  const saves = "autosave" in form.dataset && window.htmx;
  let typed = false, sent = false, busy = null, timer = 0;

  const tell = (words) => {
    const place = document.getElementById("bewaard");
    if (place) place.textContent = words;
  };
  async function save() {
    clearTimeout(timer);
    if (busy || sent) return;
    typed = false;
    tell(WORDS.busy);
    let fine = false, status = 0; // 0: no answer at all
    const listen = (event) => { if (event.detail.elt === form) [fine, status] = [event.detail.successful, event.detail.xhr.status]; };
    form.addEventListener("htmx:afterRequest", listen);
    busy = htmx.ajax("POST", form.action, { source: form, swap: "none" }).catch(() => {});
    await busy;
    busy = null;
    form.removeEventListener("htmx:afterRequest", listen);
    if (!fine) {
      typed = true;
      tell(status ? WORDS.refused : WORDS.failed);
      if (!status) timer = setTimeout(save, AGAIN); // who was refused is refused again
    } else {
      for (const told of form.querySelectorAll(".told")) {
        const field = document.getElementById(told.id.replace(/_told$/, ""));
        if (!field?.matches("input, select, textarea")) continue;
        if ("wrong" in told.dataset) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
      }
      if (typed) timer = setTimeout(save, TYPING); // something was typed meanwhile
    }
  }
  const later = (wait) => {
    typed = true;
    clearTimeout(timer);
    if (saves) timer = setTimeout(save, wait);
  };
  const answers = (event) => !event.target.closest("[data-pick]"); // who searches the catalogue answers nothing yet
  form.addEventListener("input", (event) => { if (answers(event)) later(TYPING); });
  form.addEventListener("change", (event) => { if (answers(event)) later(CHOSEN); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-pick] input") && window.htmx) event.preventDefault(); // what is found stands there already
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (sent) return event.preventDefault(); // a second click would make a second row
    if (busy) { // what is on its way first, so that a page never meets itself
      event.preventDefault();
      const button = event.submitter;
      busy.then(() => form.requestSubmit(button));
      return undefined;
    }
    [typed, sent] = [false, true];
    return undefined;
  });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
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

// --- the statement beside the form: fetched where there is room for it ---
const pane = document.querySelector("[data-text]");
const room = window.matchMedia("(min-width: 75rem)");
function look() {
  if (pane && room.matches && window.htmx && !pane.childElementCount) htmx.trigger(pane, "toon");
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

// --- the cards of the last page: ticks are kept by themselves, a few at a time, also when somebody leaves ---
const confirming = document.querySelector("button[data-confirm]");
if (confirming && window.htmx) {
  const cards = document.querySelectorAll("[data-klopt]");
  let timer = 0, waiting = false;
  confirming.hidden = true;
  const ticked = () => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const card of cards) if (card.checked) data.append("klopt", card.value);
    return data;
  };
  const keep = () => {
    clearTimeout(timer);
    if (!waiting) return;
    waiting = false;
    htmx.ajax("POST", confirming.formAction, { source: confirming, swap: "none", values: { klopt: ticked().getAll("klopt") } });
  };
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-klopt]")) return;
    const left = [...cards].filter((card) => !card.checked).length;
    event.target.closest(".answer").classList.toggle("answer-confirmed", event.target.checked);
    for (const place of document.querySelectorAll("[data-waiting]")) {
      place.textContent = left === 0 ? "Alles is nagekeken" : `${left} ${left === 1 ? "kaart" : "kaarten"} na te kijken`;
    }
    for (const note of document.querySelectorAll("[data-waiting-note]")) note.hidden = left === 0;
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 2000);
  });
  window.addEventListener("pagehide", () => { if (waiting) navigator.sendBeacon(confirming.formAction, ticked()); });
}
