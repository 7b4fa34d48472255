// Nicer, never needed: without this file every button does the same by way of the server.
"use strict";

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
    line.querySelector("input:not([type=hidden]), textarea, select").focus();
  });
}

// Whoever leaves a page with something typed and not saved is asked once.
for (const form of document.querySelectorAll("form[data-wizard]")) {
  let typed = false, sent = false;
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault(); // a second click would make a second row
    [typed, sent] = [false, true];
  });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
}

// After a refusal: start reading at the list of what is wrong. A link to a group of boxes lands on the first of them.
document.getElementById("fouten")?.focus();
function land() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.closest("details")?.setAttribute("open", "");
  (target.matches("fieldset.question") ? target.querySelector("input") ?? target : target).focus();
}
window.addEventListener("hashchange", land);
window.addEventListener("load", land);
