"use strict";
(() => {
  const box = document.getElementById("paper"), { version, code } = box.dataset;
  // 1 is 1.0, and 1.10 comes after 1.9: see content/versions.py
  const order = (one, other) => {
    const [a, b] = [one, other].map((each) => each.split(".").map(Number));
    for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) - (b[i] ?? 0);
    return 0;
  };
  const kindOf = (paper, text) => {
    const newer = order(paper, version);
    return newer ? (newer < 0 ? "older" : "newer") : text && text !== code ? "changed" : "same";
  };
  const show = () => {
    const [, paper, text] = /^#v=(\d{1,6}(?:\.\d{1,6}){0,2})(?:-([0-9A-Z]{8}))?$/.exec(location.hash) ?? [];
    box.hidden = !paper;
    for (const line of box.children) line.hidden = !paper || line.dataset.kind !== kindOf(paper, text);
    for (const slot of box.querySelectorAll("[data-paper]")) slot.textContent = paper ?? "";
  };
  window.addEventListener("hashchange", show);
  show();
})();
