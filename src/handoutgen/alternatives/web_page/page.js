"use strict";
(() => {
  const root = document.documentElement, kept = "handoutgen " + root.dataset.leaflet, size = "handoutgen size";
  const store = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } },
    set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a device that keeps nothing */ } },
    drop: (k) => { try { localStorage.removeItem(k); } catch { /* as above */ } } };
  const radios = [...document.querySelectorAll("input[name=size]")];
  for (const radio of radios) {
    if (store.get(size) === radio.id) radio.checked = true;
    radio.addEventListener("change", () => radio.id === "size-normal" ? store.drop(size) : store.set(size, radio.id));
  }
  for (const each of document.querySelectorAll("input")) each.autocomplete = "off";
  const fields = [...document.querySelectorAll(".kept")], keep = document.getElementById("keep");
  const told = () => Object.fromEntries(fields.map((f) => [f.id, f.type === "checkbox" ? f.checked : f.value]).filter((p) => p[1]));
  const write = () => { if (keep.checked) store.set(kept, JSON.stringify(told())); };
  for (const each of document.querySelectorAll("[data-needs-script]")) each.hidden = false;
  document.getElementById("print").addEventListener("click", () => window.print());
  if (!keep) return;
  const before = store.get(kept);
  if (before) {
    keep.checked = true;
    let known = {};
    try { known = JSON.parse(before); } catch { store.drop(kept); }
    for (const f of fields) if (Object.hasOwn(known, f.id)) { if (f.type === "checkbox") f.checked = known[f.id] === true; else f.value = String(known[f.id]); }
  }
  for (const f of fields) f.addEventListener("input", write);
  keep.addEventListener("change", () => keep.checked ? write() : store.drop(kept));
  document.getElementById("delete").addEventListener("click", () => {
    store.drop(kept); keep.checked = false;
    for (const f of fields) if (f.type === "checkbox") f.checked = false; else f.value = "";
  });
})();
