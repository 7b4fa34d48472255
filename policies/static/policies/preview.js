// The statement beside the form. Without this file every sentence still shows why it is there, and leads to its question.
// All listeners hang on the document, so a preview that is put in later works as well.
"use strict";
{
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const panes = () => document.querySelectorAll("[data-preview]");
  const texts = (pane) => [...pane.querySelectorAll(".zin-tekst")];
  const here = (target) => (target instanceof Element ? target : null);
  let last = ""; // the id of the sentence that has the one tab stop
  let finger = false;
  let lit = null; // the path of the field that was last in focus

  // --- one tab stop; the arrows move ---

  function stop(pane, text) {
    for (const other of pane.querySelectorAll('.zin-tekst:not([tabindex="-1"])')) if (other !== text) other.tabIndex = -1;
    text.tabIndex = 0;
    last = text.parentElement.id;
  }

  function ready(pane) {
    const all = texts(pane);
    if (all.length) stop(pane, all.find((text) => text.parentElement.id === last) ?? all[0]);
  }

  const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const text = here(event.target)?.closest("[data-preview] .zin-tekst");
    if (!text || !(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const pane = text.closest("[data-preview]");
    const all = texts(pane);
    const next = all[Math.min(Math.max(all.indexOf(text) + STEPS[event.key], 0), all.length - 1)];
    stop(pane, next);
    next.focus({ preventScroll: true });
    show(pane, next);
  });

  // --- the bubble ---

  function hide() {
    for (const sentence of document.querySelectorAll("[data-preview] .zin:is(:hover, :focus-within, .open)")) {
      sentence.classList.remove("open");
      sentence.classList.add("dicht");
    }
    for (const pane of panes()) pane.classList.add("stil"); // what lies below the bubble is now under the pointer, and nobody pointed at it
  }
  document.addEventListener("pointermove", (event) => {
    if (event.movementX || event.movementY) for (const pane of panes()) pane.classList.remove("stil");
  });

  function tell(sentence) {
    const bubble = sentence.querySelector(".waarom");
    const text = sentence.querySelector(".zin-tekst");
    if (!bubble.id) {
      bubble.id = `${sentence.id}-w`;
      text.setAttribute("aria-describedby", bubble.id);
    }
    // Where there is no room below, it stands above the sentence.
    bubble.style.transform = "";
    const box = bubble.getBoundingClientRect();
    const edge = scroller(sentence)?.getBoundingClientRect() ?? { top: 0, bottom: Infinity };
    const top = text.getBoundingClientRect().top;
    const bottom = Math.min(edge.bottom, window.innerHeight);
    if (box.height && box.bottom > bottom && top - box.height > Math.max(edge.top, 0)) bubble.style.transform = `translateY(${top - box.bottom}px)`;
  }

  document.addEventListener("pointerover", (event) => {
    const sentence = here(event.target)?.closest("[data-preview] .zin");
    if (sentence && !sentence.contains(here(event.relatedTarget))) tell(sentence);
  });
  document.addEventListener("pointerout", (event) => {
    const sentence = here(event.target)?.closest("[data-preview] .zin");
    if (sentence && !sentence.contains(here(event.relatedTarget))) sentence.classList.remove("dicht");
  });
  document.addEventListener("focusout", (event) => here(event.target)?.closest("[data-preview] .zin")?.classList.remove("dicht"));

  // A finger has no hover: the first tap tells, the second follows. (A click by the keyboard has no detail.)
  document.addEventListener("pointerdown", (event) => { finger = event.pointerType === "touch"; }, true);
  document.addEventListener("click", (event) => {
    const sentence = here(event.target)?.closest("[data-preview] .zin");
    for (const open of document.querySelectorAll("[data-preview] .zin.open")) if (open !== sentence) open.classList.remove("open");
    if (!finger || !event.detail || !sentence || sentence.classList.contains("open") || !event.target.closest(".zin-tekst")) return;
    event.preventDefault();
    sentence.classList.remove("dicht");
    sentence.classList.add("open");
    tell(sentence);
  });

  // --- from a field to the sentences that it feeds ---

  function scroller(inside) {
    return inside.closest(".preview");
  }

  function show(pane, element) {
    const frame = scroller(element);
    if (!frame) return;
    const [box, edge] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (box.top >= edge.top && box.bottom <= edge.bottom) return;
    frame.scrollTo({ top: frame.scrollTop + box.top - edge.top - frame.clientHeight / 4, behavior: calm.matches ? "auto" : "smooth" });
  }

  function feeds(element, path) {
    return element.dataset.p.split(" ").some((one) => one === path || one.startsWith(`${path}.`));
  }

  function words(sentences, headings) {
    if (sentences) return `Dit antwoord staat in ${sentences} ${sentences === 1 ? "zin" : "zinnen"}.`;
    return headings ? "Dit antwoord staat in een kop." : "Dit antwoord staat nog in geen zin.";
  }

  function light(pane, path) {
    for (const one of pane.querySelectorAll(".gelicht")) one.classList.remove("gelicht");
    const note = pane.querySelector("[data-preview-note]");
    if (path === null) {
      if (note) note.textContent = "";
      return;
    }
    const fed = [...pane.querySelectorAll("[data-p]")].filter((one) => feeds(one, path));
    for (const one of fed) one.classList.add("gelicht");
    const sentences = fed.filter((one) => one.matches(".zin"));
    if (note) note.textContent = words(sentences.length, fed.length - sentences.length);
    const first = sentences[0] ?? fed[0];
    if (first && !pane.contains(document.activeElement)) show(pane, first); // whoever reads there stays where he reads
  }

  document.addEventListener("focusin", (event) => {
    const text = here(event.target)?.closest("[data-preview] .zin-tekst");
    if (text) {
      stop(text.closest("[data-preview]"), text);
      tell(text.parentElement);
    }
    if (here(event.target)?.closest("[data-preview]")) return; // whoever looks at the sentences keeps them lit
    lit = here(event.target)?.closest("[data-path]")?.dataset.path ?? null;
    for (const pane of panes()) light(pane, lit);
  });

  // --- the text comes anew after each saving: whoever stood in it stands at the same sentence, at the same height ---

  let held = null; // how the pane was just before
  document.addEventListener("htmx:beforeSwap", (event) => {
    const pane = event.detail.target.querySelector?.("[data-preview]");
    if (pane) held = { top: pane.querySelector(".preview")?.scrollTop ?? 0, sentence: pane.contains(document.activeElement) ? last : null };
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const pane = event.detail.target.querySelector?.("[data-preview]");
    if (!pane || !held) return;
    const { top, sentence } = held;
    held = null;
    pane.querySelector(".preview").scrollTop = top;
    if (sentence === null) return;
    ready(pane); // the sentence itself, or the first one when it is said no more
    pane.querySelector('.zin-tekst[tabindex="0"]')?.focus({ preventScroll: true });
  });

  // --- a preview that is there from the start, or comes later ---

  const begin = (pane) => {
    ready(pane);
    if (lit !== null) light(pane, lit);
  };
  new MutationObserver((changes) => {
    const came = new Set();
    for (const change of changes) {
      if (![...change.addedNodes].some((node) => node instanceof Element && (node.matches("[data-preview], .zin") || node.querySelector(".zin")))) continue;
      const within = change.target instanceof Element && change.target.closest("[data-preview]");
      for (const pane of within ? [within] : panes()) came.add(pane);
    }
    came.forEach(begin);
  }).observe(document.documentElement, { childList: true, subtree: true });
  panes().forEach(begin);
}
