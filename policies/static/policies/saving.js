// What is typed is stored by itself, and the page says only what is true of it (docs/decisions/0021). Without this file every button does the same.
"use strict";
{
  const TYPING = 1200, CHOSEN = 150, AGAIN = 5000; // milliseconds after the last key, the last choice, a failure
  const PATIENCE = 30_000; // milliseconds: an answer that takes longer does not come
  const MOST = 60_000; // bytes that a browser still sends for a page that is closed
  const REDIRECTED = 302, STRANGE = 502; // the second: an answer that is not from our server, whatever its status says
  const LOOK = 2000; // milliseconds between two looks at what was filled in without an event, as some password managers do
  const KEPT = 5; // bodies that were sent and never answered
  const WORDS = {
    busy: "Bewaren …",
    failed: "Niet bewaard: er is geen verbinding. Wij proberen het opnieuw.",
    later: "Niet bewaard: dat lukt nu niet. Wij proberen het opnieuw.",
    refused: "Niet bewaard. Kies Bewaren om te zien waarom.",
    fresh: "Nog niet bewaard. Kies Bewaren om dit toe te voegen.",
    sent: "U hebt dit al verstuurd. Kijk in de lijst of het er staat.",
    offline: "Niet bewaard: er is geen verbinding. Kies Bewaren als die er weer is.",
  };
  const BUSY = new Set([0, 408, 429, 500, 502, 503, 504]); // 0: no answer at all. All of these may go by.

  function tell(words) {
    const place = document.getElementById("bewaard");
    if (place && place.textContent !== words) place.textContent = words;
  }

  // --- what stands in the fields, as text: without empty ones, and without what searches the catalogue ---

  function typed(form, served = false) {
    const fields = [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.matches("input, select, textarea") && !field.closest("[data-pick]"));
    const values = (field) => {
      if (field.matches("select")) {
        const options = [...field.options], chosen = options.filter((one) => (served ? one.defaultSelected : one.selected));
        return (chosen.length || field.multiple ? chosen : options.slice(0, 1)).map((one) => one.value);
      }
      if (["checkbox", "radio"].includes(field.type)) return (served ? field.defaultChecked : field.checked) ? [field.value] : [];
      return [served ? field.defaultValue : field.value];
    };
    return JSON.stringify(fields.flatMap((field) => values(field).filter(Boolean).map((value) => [field.name, value])));
  }

  // --- the answer of the server: pieces with an id that come in the place of those on the page ---

  function put(piece) {
    const old = document.getElementById(piece.id);
    piece.removeAttribute("hx-swap-oob");
    if (!old || old.isEqualNode(piece)) return;
    const here = old.contains(document.activeElement) ? document.activeElement : null;
    const same = here && [...piece.querySelectorAll("a, button")].find((one) => one.getAttribute("href") === here.getAttribute("href") && one.value === here.value);
    old.replaceWith(piece);
    if (here) (same ?? document.getElementById(piece.id.replace(/_told$/, "")) ?? piece).focus(); // who stood in it, stays where he was
  }
  function mark(form) {
    for (const told of form.querySelectorAll(".told")) {
      const field = document.getElementById(told.id.replace(/_told$/, ""));
      if (!field?.matches("input, select, textarea")) continue;
      if ("wrong" in told.dataset) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    }
  }

  function keep(form) {
    const saves = "autosave" in form.dataset;
    let dirty = false; // something was typed since a body was made of the page
    let unsaved = false; // the server said that something of the page is not stored
    let sent = false; // a button was pressed
    let busy = null, timer = 0, turn = 0, heard = 0, closing = "", waiting = false, free = false;
    let known = typed(form); // what stood in the fields when that was last looked at
    let unheard = []; // [turn, body]: sent, and no answer came: it may be stored or not

    const marks = () => form.querySelector("#getoond"); // what the page showed: see policies/wizard/forms/conflicts.py
    const body = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
    const size = (text) => new Blob([text]).size;

    function pack(now, closed) {
      const data = new URLSearchParams(now);
      for (const [, earlier] of unheard.slice(-KEPT)) if (earlier !== now) data.append("vorige", earlier);
      const all = data.toString();
      return closed && size(all) > MOST ? now : all;
    }

    // Gives the status of the answer; 0 when none came.
    async function post(closed) {
      const now = body(), all = pack(now, closed), mine = (turn += 1);
      dirty = false;
      known = typed(form);
      if (unheard.at(-1)?.[1] !== now) unheard.push([mine, now]);
      else unheard.at(-1)[0] = mine;
      let answer, text;
      try {
        const timeout = closed ? {} : { signal: AbortSignal.timeout(PATIENCE) };
        answer = await fetch(form.action, {
          method: "POST", body: all, keepalive: closed, credentials: "same-origin", redirect: "manual", ...timeout,
          headers: { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
        });
        text = await answer.text();
      } catch {
        return 0;
      }
      const go = answer.headers.get("HX-Redirect");
      if (go) { // logged out: what was sent waits there
        [dirty, unheard, unsaved] = [false, [], false];
        location.assign(go);
        return answer.status;
      }
      if (!answer.ok) {
        if (answer.type === "opaqueredirect") return REDIRECTED;
        if (!BUSY.has(answer.status)) unheard = unheard.filter(([one]) => one !== mine);
        return answer.status || 0;
      }
      const holder = document.createElement("template");
      holder.innerHTML = text;
      if (!holder.content.querySelector("#bewaard")) return STRANGE; // a page of a proxy, or of a network that wants a password
      if (mine < heard) return answer.status; // a newer one was heard already
      heard = mine;
      unheard = unheard.filter(([one]) => one > mine);
      take(holder);
      return answer.status;
    }

    function take(holder) {
      const said = holder.content.querySelector("#bewaard");
      unsaved = "unsaved" in said.dataset;
      notice();
      for (const piece of [...holder.content.children]) if (piece.id && piece !== said) put(piece);
      mark(form);
      if (dirty || unheard.length) tell(WORDS.busy); // something newer is not stored yet
      else document.getElementById("bewaard")?.replaceChildren(...said.childNodes);
      if (window.htmx) htmx.trigger(document.body, "bewaard");
    }

    function save() {
      clearTimeout(timer);
      if (sent) return Promise.resolve(0);
      busy ??= (async () => {
        tell(WORDS.busy);
        const status = await post(false);
        busy = null;
        if (status >= 200 && status < 300) {
          if (dirty) timer = setTimeout(save, TYPING); // something was typed meanwhile
        } else if (unheard.length || dirty || !BUSY.has(status)) {
          unsaved = true;
          tell(status === 0 ? WORDS.failed : BUSY.has(status) ? WORDS.later : WORDS.refused);
          if (BUSY.has(status)) timer = setTimeout(save, status ? AGAIN * 2 : AGAIN); // who was refused is refused again
          else if (dirty) timer = setTimeout(save, TYPING);
        }
        return status;
      })();
      return busy;
    }

    const later = (wait) => {
      dirty = true;
      known = typed(form);
      clearTimeout(timer);
      if (saves) {
        if (document.getElementById("bewaard")?.textContent.startsWith("Bewaard")) tell("");
        timer = setTimeout(save, wait);
      } else {
        tell(WORDS.fresh);
      }
    };
    const answers = (event) => !event.target.closest("[data-pick]"); // who searches the catalogue answers nothing yet
    function notice() { // what came into a field without telling anybody
      if (!sent && typed(form) !== known) later(CHOSEN);
    }
    setInterval(() => { if (!document.hidden) notice(); }, LOOK);
    form.addEventListener("input", (event) => { if (answers(event)) later(TYPING); });
    form.addEventListener("change", (event) => { if (answers(event)) later(CHOSEN); });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("[data-pick] input") && window.htmx) event.preventDefault(); // what is found stands there already
    });
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (sent || waiting) return event.preventDefault(); // a second click would make a second row
      if (!navigator.onLine) { // the page of the browser that says so would take the place of what is typed
        event.preventDefault();
        unsaved = true;
        return tell(saves ? WORDS.failed : WORDS.offline);
      }
      if (saves && !free && (busy || unheard.length)) { // what is on its way first, so that a page never meets itself
        event.preventDefault();
        waiting = true;
        (busy ?? save()).then((status) => {
          waiting = false;
          if (BUSY.has(status)) return; // the page has said so, and tries again
          free = true;
          form.requestSubmit(button);
        });
        return undefined;
      }
      clearTimeout(timer);
      [free, dirty, unsaved, sent] = [false, false, false, true];
      setTimeout(stay, PATIENCE, body());
      return undefined;
    });
    function stay(posted) { // the page is there still: somebody stopped it, or the answer was no page
      if (!sent) return;
      sent = false;
      if (!saves) return;
      unheard.push([(turn += 1), posted]);
      save();
    }

    // --- a page that is put away is perhaps never seen again (telephones) ---

    function leave() {
      notice();
      if (!saves || sent || !(dirty || unheard.length)) return;
      const now = body();
      if (closing === now) return; // that is on its way
      if (size(now) > MOST) return void save(); // too much for a closed page; as long as it lives it may still succeed
      closing = now;
      clearTimeout(timer);
      tell(WORDS.busy);
      post(true).then((status) => {
        if (status >= 200 && status < 300) return;
        closing = "";
        if (!document.hidden) come();
      });
    }
    async function come() {
      closing = "";
      notice();
      if (busy) await busy; // what is on its way may be lost, and is not waited for again
      if (saves && !sent && (dirty || unheard.length)) save();
    }
    document.addEventListener("visibilitychange", () => (document.hidden ? leave() : come()));
    window.addEventListener("pagehide", () => {
      leave();
      try { sessionStorage.setItem(`getoond ${form.action}`, marks()?.value ?? ""); } catch { /* a browser that keeps nothing puts nothing back either */ }
    });
    window.addEventListener("online", come);

    // Who goes back gets the page of now, and the browser puts back what was typed: that goes with what the page showed then,
    // or it would silently take the place of what somebody else stored meanwhile.
    function restored() {
      if (typed(form) === typed(form, true)) return;
      known = typed(form, true);
      try { if (marks()) marks().value = sessionStorage.getItem(`getoond ${form.action}`) || marks().value; } catch { /* as above */ }
    }
    window.addEventListener("pageshow", (event) => {
      const again = event.persisted && sent;
      sent = false;
      if (again && saves) unheard.push([(turn += 1), body()]); // it was posted by the button: the page hears now what is stored
      else if (again) tell(WORDS.sent);
      if (!event.persisted && ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type)) restored();
      come();
    });
    window.addEventListener("beforeunload", (event) => {
      notice();
      if (!sent && (dirty || unsaved || unheard.length)) event.preventDefault();
    });
  }

  for (const form of document.querySelectorAll("form[data-wizard]")) keep(form);

  // --- the cards of the last page: ticks are kept by themselves, a few at a time, also when somebody leaves ---

  const WAIT = 2000; // milliseconds after the last tick
  const confirming = document.querySelector("button[data-confirm]");
  if (confirming) {
    const cards = [...document.querySelectorAll(".answer-proposed")]; // also those that lack something, and have no box yet
    const stored = new Set(); // what the server heard is right
    const claimed = new Set(); // what it was told is right, also where no answer came
    let timer = 0, failed = false, sending = false;
    confirming.hidden = true;

    const box = (card) => card.querySelector("[data-klopt]");
    const ticked = () => cards.map(box).filter((one) => one?.checked).map((one) => one.value);
    const differs = () => ticked().some((one) => !stored.has(one)) || [...claimed].some((one) => !ticked().includes(one));
    function show() {
      const left = cards.filter((card) => !box(card)?.checked).length;
      const words = left === 0 ? "Alles is nagekeken" : `${left} ${left === 1 ? "kaart" : "kaarten"} na te kijken`;
      for (const place of document.querySelectorAll("[data-waiting]")) place.textContent = failed ? `${words}. Uw vinkjes zijn nog niet bewaard.` : words;
      for (const note of document.querySelectorAll("[data-waiting-note]")) note.hidden = left === 0;
      confirming.hidden = !failed;
    }
    const again = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(send, wait, false);
    };
    async function send(closed) {
      clearTimeout(timer);
      if (!differs()) return;
      if (sending && !closed) return again(WAIT); // one after another: the last word counts
      const now = ticked(), not = [...claimed].filter((one) => !now.includes(one)), data = new URLSearchParams();
      data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      for (const one of now) data.append("klopt", one);
      for (const one of not) data.append("toch-niet", one);
      now.forEach((one) => claimed.add(one));
      sending = true;
      try {
        const answer = await fetch(confirming.formAction, { method: "POST", body: data, keepalive: closed, headers: { "HX-Request": "true" } });
        if (answer.headers.get("HX-Redirect")) return void location.assign(answer.headers.get("HX-Redirect"));
        const holder = document.createElement("template");
        holder.innerHTML = await answer.text();
        failed = !answer.ok || !holder.content.querySelector("#stappen"); // a page to log in, or of a proxy, is no answer
        if (!failed) {
          for (const piece of [...holder.content.children]) if (piece.id) put(piece);
          stored.clear();
          now.forEach((one) => stored.add(one));
          not.forEach((one) => claimed.delete(one));
        }
      } catch {
        failed = true;
      }
      sending = false;
      show();
      if (differs()) again(failed ? AGAIN : WAIT);
    }
    document.addEventListener("change", (event) => {
      if (!event.target.matches("[data-klopt]")) return;
      event.target.closest(".answer").classList.toggle("answer-confirmed", event.target.checked);
      show();
      again(WAIT);
    });
    document.addEventListener("visibilitychange", () => { send(document.hidden); });
    window.addEventListener("pagehide", () => send(true));
    window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); }); // what was published or changed since, shows
    if (cards.some((card) => box(card)?.checked)) { // a browser that remembers ticks
      show();
      again(WAIT);
    }
  }
}
