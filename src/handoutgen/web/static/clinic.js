// The paper beside the clinic's details, as they are typed. Without it "Show it on paper" does the same.
"use strict";
(() => {
  const form = document.getElementById("details");
  if (!form) return;
  let waiting = 0, asking = null;
  async function look() {
    if (asking) asking.abort();
    asking = new AbortController();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== "pin" && name !== "do") fields.append(name, value);
    fields.append("do", "look");
    let text;
    try {
      const answer = await fetch("/clinic", { method: "POST", body: fields, signal: asking.signal });
      if (!answer.ok) return;
      text = await answer.text();
    } catch { return; }
    const page = new DOMParser().parseFromString(text, "text/html");
    for (const ours of document.querySelectorAll("#details .at-field, #on-paper, #swatch, #wrong-fields")) {
      const theirs = page.getElementById(ours.id);
      if (theirs && theirs.innerHTML !== ours.innerHTML) ours.replaceChildren(...document.adoptNode(theirs).childNodes);
    }
    for (const field of form.querySelectorAll("input, select, textarea")) {
      const theirs = field.id && field.id !== "pin" && page.getElementById(field.id);
      if (!theirs) continue;
      if (theirs.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    }
  }
  for (const kind of ["input", "change"]) form.addEventListener(kind, (event) => {
    if (event.target.id === "pin") return;
    clearTimeout(waiting); waiting = setTimeout(look, 500);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.value === "look") { event.preventDefault(); look(); }
  });
})();
