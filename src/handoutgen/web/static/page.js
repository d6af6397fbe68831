// What a script makes quicker. Everything here also works by plain links and forms.
"use strict";
(() => {
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const all = (where, what) => [...where.querySelectorAll(what)];
  root.classList.add("js");

  const say = (words) => { by("said").textContent = ""; setTimeout(() => { by("said").textContent = words; }, 50); };
  /** Words over everything else of the page. */
  function tell(id, words) {
    let box = by(id);
    if (!box) {
      box = document.createElement("p");
      box.id = id; box.className = "notice"; box.setAttribute("role", "alert");
      by("main").prepend(box);
    }
    box.textContent = words;
  }
  const lost = () => tell("lost", document.body.dataset.lost);
  const found = () => { if (by("lost")) by("lost").remove(); };

  /** A page of ours, as a document; null when the program does not answer. */
  async function read(address, options) {
    try {
      const answer = await fetch(address, options);
      if (answer.status === 403) { lost(); return null; }
      const text = await answer.text();
      found();
      return { url: answer.url, status: answer.status, page: new DOMParser().parseFromString(text, "text/html") };
    } catch (problem) {
      if (problem.name !== "AbortError") lost();
      return null;
    }
  }

  /** Put the parts of another page in the place of ours; the focus stays with the same control. */
  function swap(page, ids) {
    const held = document.activeElement;
    const same = held && held.name ? (each) => each.name === held.name && each.value === held.value : (each) => held.id && each.id === held.id;
    for (const id of ids) {
      const theirs = page.getElementById(id), ours = by(id);
      if (!theirs || !ours) continue;
      const inside = ours.contains(held);
      ours.replaceWith(document.adoptNode(theirs));
      if (inside) { const again = all(by(id), "input, button, a, summary, select").find(same); if (again) again.focus({ preventScroll: true }); }
    }
  }

  // ---- The screen's own scale, and what is kept on this computer
  const factor = () => parseFloat(localStorage.getItem("screen")) || 0;
  function scale() {
    if (!factor()) return;
    root.style.setProperty("--screen", factor());
    for (const told of all(document, "[data-true]")) told.textContent = told.dataset.true;
    for (const link of all(document, "[data-again]")) link.textContent = link.dataset.again;
  }
  scale();

  for (const button of all(document, "[data-step]")) button.addEventListener("click", () => {
    const next = Math.min(Math.max((factor() || 1) + Number(button.dataset.step), 0.4), 3);
    localStorage.setItem("screen", next.toFixed(3));
    scale();
    by("measured").textContent = by("measured").dataset.said.replace("{n}", Math.round(100 * next));
  });
  for (const button of all(document, "[data-print]")) button.addEventListener("click", () => window.print());

  // ---- Find
  const box = by("q");
  let asked = 0, asking = null;
  const rows = () => all(document, ".results > li");
  const chosen = () => document.querySelector(".results > li.chosen");
  function choose(row) {
    if (chosen()) chosen().classList.remove("chosen");
    if (!row) return;
    row.classList.add("chosen");
    row.scrollIntoView({ block: "nearest" });
    say(row.querySelector(".name a").textContent);
  }
  async function search() {
    if (asking) asking.abort();
    asking = new AbortController();
    const address = box.value.trim() ? `/?q=${encodeURIComponent(box.value.trim())}` : "/";
    const got = await read(address, { signal: asking.signal });
    if (!got) return;
    swap(got.page, ["found"]);
    if (by("printed")) by("printed").hidden = true;
    history.replaceState(null, "", address);
    const told = document.querySelector("#found [role=status]");
    if (told) say(told.textContent);
  }
  if (box) {
    box.addEventListener("input", () => { clearTimeout(asked); asked = setTimeout(search, 120); });
    box.addEventListener("keydown", (event) => {
      const list = rows(), place = list.indexOf(chosen());
      if (event.key === "ArrowDown" && list.length) { choose(list[Math.min(place + 1, list.length - 1)]); event.preventDefault(); }
      else if (event.key === "ArrowUp" && list.length) { choose(list[Math.max(place - 1, 0)]); event.preventDefault(); }
      else if (event.key === "Escape" && box.value) { box.value = ""; search(); event.preventDefault(); }
      else if (event.key === "Enter" && chosen() && !asked_for_other()) {
        event.preventDefault();
        const add = chosen().querySelector("form.add");
        if ((event.ctrlKey || event.metaKey) && add) add.requestSubmit(); else location.href = chosen().querySelector(".name a").href;
      }
    });
  }
  /** Whether what is listed is not what stands in the box: then Enter searches first. */
  function asked_for_other() { return new URL(location.href).searchParams.get("q") !== box.value.trim(); }

  // ---- One leaflet
  const form = by("choose");
  // What is typed for the person goes along, so that the picture shows it: in the body of a form, and nowhere else.
  const ALONE = ["reason"];
  let changing = null, later = 0;
  function fieldsOf() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (!ALONE.includes(name)) fields.append(name, value);
    return fields;
  }
  /** Say after a moment that something is being made, and how many are before it; returns what ends that. */
  function waits() {
    const shown = setTimeout(() => { if (by("waiting")) by("waiting").hidden = false; }, 400);
    const asked = setInterval(() => fetch("/place").then((answer) => answer.text()).then((place) => {
      if (by("place") && by("place").textContent !== place) { by("place").textContent = place; if (place) say(place); }
    }).catch(() => {}), 1_000);
    return () => { clearTimeout(shown); clearInterval(asked); if (by("waiting")) { by("waiting").hidden = true; by("place").textContent = ""; } };
  }
  const PARTS = ["picture", "act", "forms", "more-forms", "depths", "not-in", "person", "samples", "as-is", "pack-tab"];
  async function change(parts = PARTS) {
    clearTimeout(later); later = 0;
    if (changing) changing.abort();
    changing = new AbortController();
    const done = waits();
    const got = await read("/choose", { method: "POST", body: fieldsOf(), signal: changing.signal });
    done();
    if (!got) return;
    if (got.status === 503) {  // too much is being made: said, and asked for again
      tell("refused", got.page.querySelector("h1").textContent);
      later = setTimeout(change, LATER);
      return;
    }
    if (by("refused")) by("refused").remove();
    const reason = by("reason") ? by("reason").value : "";
    swap(got.page, parts);
    if (got.status === 200 && form.elements.other_size) form.elements.other_size.value = "";  // it is among the samples now
    if (by("reason")) by("reason").value = reason;
    history.replaceState(null, "", got.url);
    const sum = document.querySelector(".sum");
    say(sum ? sum.textContent : by("light-title").textContent);
    scale(); pages(); papers();
  }
  const LATER = 4_000;  // what is made ahead gives way to what somebody waits for, and is asked for again
  function papers(tries = 5) {
    const query = new URL(location.href).search;
    fetch(`/l/${form.dataset.file}/paper${query}`).then((answer) => answer.json()).then((told) => {
      let open = false;
      for (const place of all(form, "[data-paper]")) {
        const paper = told[place.dataset.paper];
        if (paper) place.textContent = "short" in place.dataset ? paper.sheets : [paper.pages, paper.sheets].filter(Boolean).join(", ");
        else if (!place.textContent) open = true;
      }
      if (open && tries) setTimeout(() => { if (query === new URL(location.href).search) papers(tries - 1); }, LATER);
    }).catch(() => {});
  }
  if (form) document.addEventListener("error", (event) => {
    const picture = event.target, tries = Number(picture.dataset.tries || 5);
    if (!picture.matches("img.thumb") || !tries) return;
    picture.dataset.tries = tries - 1;
    setTimeout(() => { if (picture.isConnected) picture.src = picture.src; }, LATER * (0.5 + Math.random()));
  }, { capture: true });
  let number = 1;
  function turn(to) {
    const frame = document.querySelector(".pages"), count = Number(frame.dataset.pages);
    number = Math.min(Math.max(to, 1), count);
    const said = by("page-number"), headings = JSON.parse(frame.dataset.headings)[number - 1] || "";
    by("page").src = by("page").src.replace(/\/page\/\d+\.png/, `/page/${number}.png`);
    by("page").alt = said.dataset.picture.replace("{i}", number).replace("{headings}", headings);
    said.textContent = said.dataset.said.replace("{i}", number).replace("{n}", count);
    by("before").disabled = number === 1; by("after").disabled = number === count;
    say(by("page").alt);
  }
  function pages() {
    number = 1;
    if (!by("before")) return;
    by("before").disabled = true;
    by("after").disabled = document.querySelector(".pages").dataset.pages === "1";
    by("before").addEventListener("click", () => turn(number - 1));
    by("after").addEventListener("click", () => turn(number + 1));
  }
  if (form) {
    // After words the button Print may be pressed at once: it must not be changed under the finger.
    form.addEventListener("change", ({ target }) => {
      if (target.name === "size" && form.elements.other_size) form.elements.other_size.value = "";
      if (target.name.startsWith("typed")) { clearTimeout(later); later = setTimeout(change, 400); }
      else if (!ALONE.includes(target.name)) change();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); change(); }
    });
    pages(); papers();
  }

  // ---- Print: the PDF in a frame of our own; the file itself in a tab where the browser refuses
  let printing = false, last = null;
  async function print(owner, button) {
    if (printing) return;
    printing = true;
    last = { owner, button };
    const unseen = later > 0, done = waits();
    clearTimeout(later); later = 0;
    try {
      const fields = new URLSearchParams(new FormData(owner));
      const answer = await fetch(owner.id === "print-pack" ? "/pack/print" : "/print", { method: "POST", body: fields, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) { await refuse(told.problem); return; }
      if (by("not-printed")) by("not-printed").textContent = "";
      if (by("refused")) by("refused").remove();
      show(told.pdf);
      ask(owner);
      if (unseen) change(["picture"]);
    } catch { lost(); } finally { done(); printing = false; if (button) button.disabled = false; }
  }
  /** The question whether it came out right: in view, and where the keys are. */
  function ask(owner) {
    const after = by("printed");
    if (!after) return;
    after.hidden = false;
    if (by("printed-what")) {
      by("printed-what").textContent = owner.dataset.what || "";
      const row = owner.closest("li"), link = row && row.querySelector(".name a");
      if (link) by("printed-other").href = link.href;
    }
    look();
  }
  function look() {
    by("printed-title").focus({ preventScroll: true });
    // On a wide screen it lies over the page: nothing moves away from under the pointer.
    if (getComputedStyle(by("printed")).position !== "fixed") by("printed").scrollIntoView({ block: "center" });
  }
  async function refuse(words) {
    if (form && !by("reason")) await change();  // how the leaflet stands may be other than when the page was opened
    say(words);
    const reason = by("reason");
    if (!reason) { if (by("not-printed")) by("not-printed").textContent = words; else tell("refused", words); return; }
    reason.setAttribute("aria-invalid", "true");
    let told = by("reason-wrong");
    if (!told) { told = document.createElement("p"); told.id = "reason-wrong"; told.className = "wrong"; reason.after(told); }
    told.textContent = words;
    reason.setAttribute("aria-describedby", "reason-wrong");
    reason.focus();
  }
  function show(address) {
    if (by("print-frame")) by("print-frame").remove();
    const frame = document.createElement("iframe");
    frame.id = "print-frame"; frame.title = "PDF"; frame.tabIndex = -1; frame.setAttribute("aria-hidden", "true");
    const instead = setTimeout(() => window.open(address, "_blank"), 3000);
    frame.addEventListener("load", () => {
      clearTimeout(instead);
      try { frame.contentWindow.focus(); frame.contentWindow.print(); } catch { window.open(address, "_blank"); }
      if (by("printed") && !by("printed").hidden) look();  // the keys are in the frame otherwise
    });
    frame.src = address;
    document.body.append(frame);
  }
  // What is typed into a pack is kept at once, whatever link is followed next.
  const packed = by("print-pack");
  if (packed) document.addEventListener("change", ({ target }) => {
    if (target.form !== packed || !target.name.startsWith("typed")) return;
    const fields = new URLSearchParams(new FormData(packed));
    fields.append("do", "keep");
    fetch("/pack/change", { method: "POST", body: fields, redirect: "manual" }).catch(lost);
  });
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const action = button && button.hasAttribute("formaction") ? button.getAttribute("formaction") : event.target.getAttribute("action");
    if (action === "/pack/add" && form === event.target) {
      event.preventDefault();
      fetch("/pack/add", { method: "POST", body: fieldsOf(), headers: { Accept: "application/json" } }).then(() => change()).catch(lost);
    } else if ((action === "/print" || action === "/pack/print") && !(button && button.value === "save")) { event.preventDefault(); print(event.target, button); }
    else if (button && button.value === "show" && form === event.target && !by("waiting")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const at = event.target.closest("[data-copy], #note, #again, #still-keep");
    if (!at) { for (const open of all(document, "details.menu[open], details.change[open]")) if (!open.contains(event.target)) open.open = false; return; }
    if (at.id === "again") { if (last) print(last.owner, last.button); }
    else if (at.id === "still-keep") { by("still").hidden = true; touched = Date.now(); fetch("/keep", { method: "POST", body: new URLSearchParams() }); }
    else if (at.id === "note") { event.preventDefault(); fetch(at.href).then((answer) => answer.text()).then((text) => copy(text, at)); }
    else copy(by(at.dataset.copy).innerText, at);
  });
  function copy(text, at) {
    navigator.clipboard.writeText(text.trim()).then(() => say(at.dataset.done), () => { if (at.href) window.open(at.href, "_blank"); });
  }

  // ---- Keys
  const isField = (at) => at.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  document.addEventListener("keydown", (event) => {
    const with_ctrl = event.ctrlKey || event.metaKey, key = event.key.toLowerCase(), at = document.activeElement || document.body;
    if (with_ctrl && !event.altKey && !event.shiftKey && key === "p") {
      const button = by("print") || (chosen() && chosen().querySelector("form.print button"));
      if (button) { event.preventDefault(); button.click(); }
    } else if (with_ctrl && !event.altKey && !event.shiftKey && key === "s" && by("save")) { event.preventDefault(); by("save").click(); }
    else if (event.altKey && key === "n" && by("next")) { event.preventDefault(); by("next").requestSubmit(); }
    else if (event.altKey && key === "p") { event.preventDefault(); location.href = "/pack"; }
    else if (event.key === "/" && document.body.dataset.slash === "on" && !with_ctrl && !isField(at)) {
      event.preventDefault();
      if (box) box.focus(); else location.href = "/";
    } else if (event.key === "Escape") {
      const open = document.querySelector("details.menu[open], details.change[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      else if (form && !isField(at)) location.href = document.querySelector(".back a").href;
    } else if (form && by("picture").contains(at) && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault(); turn(number + (event.key === "PageDown" ? 1 : -1));
    }
  });

  // ---- Nobody there: a warning after nine minutes, cleared after ten
  const MINUTE = 60_000;
  let touched = Date.now(), told = Date.now();
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, () => {
    touched = Date.now();
    if (by("still")) by("still").hidden = true;
    if (touched - told > MINUTE) { told = touched; fetch("/keep", { method: "POST", body: new URLSearchParams() }).catch(() => {}); }
  }, { capture: true, passive: true });
  if (by("next")) setInterval(() => {
    const idle = Date.now() - touched;
    if (idle > 10 * MINUTE) { touched = Date.now(); clear(); }
    else if (idle > 9 * MINUTE && by("still").hidden) { by("still").hidden = false; say(by("still-said").textContent); }
  }, 5_000);
  function clear() {
    const was = document.createElement("input");
    was.type = "hidden"; was.name = "cleared"; was.value = "1";
    for (const field of all(document, "input:not([type]), input[type=text], textarea")) field.value = "";
    by("next").append(was); by("next").requestSubmit();
  }
})();
