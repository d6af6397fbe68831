"use strict";
(() => {
  const box = document.getElementById("query"), form = document.getElementById("search");
  const { things, little, words } = JSON.parse(document.getElementById("data").textContent);
  const page = document.documentElement, numbers = new Intl.PluralRules(page.lang);
  const apart = (typed) => page.dir === "rtl" ? `\u2068${typed}\u2069` : typed;  // it runs its own way
  const said = (key, slots) => words[key].replace(/\{(\w+)\}/g, (whole, slot) => slots[slot] ?? whole);
  const counted = (n, q) => said(`count_${numbers.select(n)}` in words ? `count_${numbers.select(n)}` : "count", { n, q });

  // Words as they are compared: see finding/folding.py
  const ALONE = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff", JOINERS = "\\u200c\\u200d\\u0640";
  const WORD = new RegExp(`[${ALONE}]|[^\\s'${ALONE}]+(?:'[^\\s'${ALONE}]+)*`, "gu");
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const LETTERS = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
    "ى": "ي", "ی": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "'": "", "\u200c": "", "\u200d": "", "\u0640": "" };
  const ARTICLES = ["وال", "بال", "كال", "فال", "لل", "ال"];
  const zero = (c) => { let n = c.codePointAt(0); while (/\p{Nd}/u.test(String.fromCodePoint(n - 1)) && c.codePointAt(0) - n < 9) n--; return c.codePointAt(0) - n; };
  const fold = (word) => {
    let bare = word.toLowerCase().normalize("NFKD").replace(MARKS, "").toLowerCase();
    bare = [...bare].map((c) => LETTERS[c] ?? c).join("").normalize("NFC").replace(/\p{Nd}/gu, (c) => /\d/.test(c) ? c : String(zero(c)));
    const article = ARTICLES.find((each) => bare.startsWith(each)) ?? "";
    return bare.length - article.length >= 3 ? bare.slice(article.length) : bare;
  };
  const plain = (text) => text.replace(/['’‘ʼ`]/g, "'").replace(new RegExp(`[^\\p{L}\\p{N}\\p{M}'${JOINERS}]`, "gu"), (c) => " ".repeat(c.length));
  const wordsIn = (text) => [...plain(text).matchAll(WORD)].map((m) => ({ word: fold(m[0]), start: m.index, end: m.index + m[0].length })).filter((w) => w.word);
  const code = (text) => [...fold(text)].filter((c) => /[\p{L}\p{N}]/u.test(c)).join("");

  // What there is: every word with where it stands; two side by side count as one too
  const places = new Map(), firstOfTwo = new Map(), codes = new Map(), texts = [];
  const put = (word, place) => { if (!places.has(word)) places.set(word, []); places.get(word).push(place); };
  things.forEach((thing, number) => {
    for (const each of thing.codes) { const c = code(each); codes.set(c, [...(codes.get(c) ?? []), number]); }
    for (const [weight, text] of thing.texts) {
      const at = texts.push({ thing: number, weight, text }) - 1, all = wordsIn(text);
      for (const w of all) { put(w.word, { at, start: w.start, end: w.end }); firstOfTwo.delete(w.word); }
      all.slice(1).forEach((w, i) => {
        const both = all[i].word + w.word;
        if (!places.has(both)) firstOfTwo.set(both, all[i].word.length);
        put(both, { at, start: all[i].start, end: w.end });
      });
    }
  });
  const vocabulary = [...places.keys()].sort(), smallWords = new Set(little);

  // Optimal string alignment, given up beyond `most`: see finding/vocabulary.py
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };
  const changesIn = (word) => word.length >= 9 ? 3 : word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0;
  const near = (typed, all, most) => most ? all.map((word) => [word, distance(typed, word, most)]).filter((e) => e[1] <= most).sort((x, y) => x[1] - y[1]) : [];
  const longer = (start) => vocabulary.filter((word) => word !== start && word.startsWith(start));
  const meantBy = (typed, isLast) => {
    const found = new Map(), length = typed.length;
    if (length >= 2) for (const word of longer(typed)) if (length > (firstOfTwo.get(word) ?? 0) + 1) found.set(word, 0.7 + 0.25 * length / word.length);
    const least = Math.min(Math.max(4, length - 4, (length + 1) >> 1), Math.max(length - 1, 3));
    for (let n = least; n < length; n++) if (places.has(typed.slice(0, n))) found.set(typed.slice(0, n), 0.5 + 0.4 * n / length);
    if (places.has(typed)) found.set(typed, 1);
    if (found.size) return [...found].map(([word, likeness]) => ({ word, likeness }));
    const most = changesIn(typed), close = near(typed, vocabulary, most), best = close.length ? close[0][1] : 0;
    if (close.length) return close.filter((e) => e[1] <= best + 1).map(([word, n]) => ({ word, likeness: 0.8 - 0.1 * n - 0.1 * (n - best), corrected: true }));
    if (!isLast || length < 5 || length > 20) return [];
    const starts = [...new Set(vocabulary.filter((word) => word.length > length).map((word) => word.slice(0, length)))];
    return near(typed, starts, most - (length >= 6 ? 1 : 0)).flatMap(([start, n]) => longer(start).map((word) => ({ word, likeness: 0.6 - 0.1 * n, corrected: true })));
  };

  // What answers, the best first: see finding/answers.py
  const asked = (query) => {
    const all = [...new Set(wordsIn(query).map((w) => w.word))], telling = all.filter((word) => !smallWords.has(word));
    return (telling.length ? telling : all).slice(0, 8);
  };
  const round = (worth) => Math.round(worth * 1e9);
  const rarity = (count) => Math.log(1 + things.length / Math.max(count, 1));
  const search = (query) => {
    const typed = asked(query), score = new Map(), inText = new Map(), wordsOf = new Map(), sure = new Set(), spans = new Map(), corrections = [];
    typed.forEach((word, i) => {
      const pairs = [i - 1, i].filter((n) => n >= 0 && n < typed.length - 1).map((n) => typed[n] + typed[n + 1]).filter((pair) => places.has(pair));
      const alone = meantBy(word, i === typed.length - 1).filter((m) => !(pairs.length && m.corrected));
      const meant = [...pairs.map((pair) => ({ word: pair, likeness: 0.9 })), ...alone];
      const byText = new Map(), byThing = new Map();
      let best = null;
      for (const m of meant) for (const p of places.get(m.word)) {
        const { thing, weight, text } = texts[p.at], value = weight * m.likeness * (1 + 0.1 * (p.end - p.start) / text.length);
        byText.set(p.at, Math.max(value, byText.get(p.at) ?? 0));
        byThing.set(thing, Math.max(value, byThing.get(thing) ?? 0));
        spans.set(p.at, [...(spans.get(p.at) ?? []), [p.start, p.end]]);
        if (!m.corrected) sure.add(thing);
        if (!best || value > best.value) best = { value, thing, said: text.slice(p.start, p.end) };
      }
      const rare = rarity(byThing.size);
      for (const [at, value] of byText) inText.set(at, [...(inText.get(at) ?? []), value * rare]);
      for (const [thing, value] of byThing) { score.set(thing, (score.get(thing) ?? 0) + value * rare); wordsOf.set(thing, (wordsOf.get(thing) ?? 0) + 1); }
      if (best && meant.every((m) => m.corrected)) corrections.push(best.said);
    });
    const phrases = new Map();
    for (const [at, values] of inText) if (values.length > 1) {
      const { thing } = texts[at], sum = values.reduce((a, b) => a + b);
      phrases.set(thing, Math.max(sum, phrases.get(thing) ?? 0));
    }
    const total = new Map([...score].filter(([thing]) => sure.has(thing) || wordsOf.get(thing) >= 0.5 * typed.length).map(([thing, n]) => [thing, n + 0.3 * (phrases.get(thing) ?? 0)]));
    const least = 0.2 * Math.max(0, ...total.values());
    for (const [thing, n] of total) if (n < least) total.delete(thing);
    const parts = query.split(/\s+/).map(code).filter((part) => part && !smallWords.has(part)), coded = new Set();
    for (const each of new Set([code(query), ...parts])) for (const thing of codes.get(each) ?? []) coded.add(thing);
    for (const thing of coded) total.set(thing, (total.get(thing) ?? 0) + 4 * rarity(coded.size));
    return { found: [...total].sort((x, y) => round(y[1]) - round(x[1]) || things[x[0]].last - things[y[0]].last || x[0] - y[0]).map(([thing]) => thing), corrected: [...new Set(corrections)].slice(0, 3), spans };
  };

  // What is shown: the entries of the list below, in another order
  const part = document.getElementById("found").parentElement, list = document.getElementById("results"), all = document.getElementById("all");
  const count = document.getElementById("count"), corrected = document.getElementById("corrected");
  const marked = (into, text, spans) => {
    let at = 0;
    into.textContent = "";
    for (const [start, end] of [...spans].sort((x, y) => x[0] - y[0])) if (start >= at) {
      into.append(text.slice(at, start), Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) }));
      at = end;
    }
    into.append(text.slice(at));
  };
  const entry = (thing, spans) => {
    const item = document.querySelector(`#all [data-thing="${CSS.escape(things[thing].id)}"]`).cloneNode(true);
    for (const [at, found] of spans) if (texts[at].thing === thing) {
      const title = item.querySelector(".title");
      if (title.textContent === texts[at].text) marked(title, texts[at].text, found);
    }
    const also = item.querySelector(".also span"), mine = texts.map((t, at) => ({ ...t, at })).filter((t) => t.thing === thing && t.weight === 1);
    if (also) {
      also.textContent = "";
      const hit = mine.filter((t) => spans.has(t.at)), rest = mine.filter((t) => !spans.has(t.at));
      [...hit, ...rest].slice(0, Math.max(4, Math.min(hit.length, 4))).forEach((t, i) => {
        const piece = document.createElement("span");
        marked(piece, t.text, spans.get(t.at) ?? []);
        also.append(i ? words.between : "", piece);
      });
    }
    return item;
  };
  const show = () => {
    const query = box.value.slice(0, 120).replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
    part.hidden = !query;
    all.hidden = false;
    list.textContent = corrected.textContent = count.textContent = "";
    if (!query) return;
    const { found, corrected: instead, spans } = search(query);
    list.append(...found.slice(0, 50).map((thing) => entry(thing, spans)));
    all.hidden = found.length > 0;
    count.textContent = found.length ? counted(found.length, apart(query)) : said("none", { q: apart(query) });
    if (found.length && instead.length) corrected.textContent = said("corrected", { word: instead.map(apart).join(words.between) });
  };
  form.hidden = false;
  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") { box.value = ""; show(); } });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); if (box.value.trim()) document.getElementById("found").focus(); });
  window.addEventListener("pageshow", show);
})();
