"use strict";
const root = document.currentScript.dataset.root;
const byId = id => document.getElementById(id);

/* The list of pages is open where it stands beside the text. */
const wide = matchMedia("(min-width: 56.01rem)");
const unfold = () => { byId("pages").open = wide.matches; };
unfold();
wide.addEventListener("change", unfold);
document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest" });

byId("theme").addEventListener("click", () => {
  const html = document.documentElement;
  const dark = html.dataset.theme ? html.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  html.dataset.theme = dark ? "light" : "dark";
  try { localStorage.theme = html.dataset.theme; } catch (e) { /* then it holds for this page */ }
});

for (const block of document.querySelectorAll("pre.code")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    const code = block.querySelector("code").textContent;
    const typed = code.split("\n").filter(line => line.startsWith("$ ")).map(line => line.slice(2));
    await navigator.clipboard.writeText(typed.length ? typed.join("\n") + "\n" : code);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  block.prepend(button);
}

/* Search. The index is a script, fetched when somebody searches. */
const input = byId("search");
const found = byId("found");
let loading;
const load = () => loading ??= new Promise(done => {
  const script = document.createElement("script");
  script.src = root + "search.js";
  script.onload = () => done(window.ftctlSearch);
  document.head.append(script);
});
const score = (row, words) => {
  const [, title, heading, text] = row.map(part => part.toLowerCase());
  let sum = 0;
  for (const word of words) {
    const one = (title === word ? 40 : title.startsWith(word) ? 12 : title.includes(word) ? 6 : 0)
      + (heading.startsWith(word) ? 9 : heading.includes(word) ? 5 : 0) + (text.includes(word) ? 1 : 0);
    if (!one) return 0;
    sum += one;
  }
  return sum + (heading ? 0 : 1);
};
const search = async () => {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = words.length ? await load() : [];
  const best = rows.map(row => [score(row, words), row]).filter(([sum]) => sum).sort((a, b) => b[0] - a[0]).slice(0, 14);
  found.replaceChildren(...best.map(([, [path, title, heading, text]]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + path;
    link.textContent = heading ? title + " › " + heading : title;
    const small = document.createElement("small");
    small.textContent = text;
    link.append(small);
    item.append(link);
    return item;
  }));
  if (words.length && !best.length) {
    const item = document.createElement("li");
    item.textContent = "Nothing found.";
    found.append(item);
  }
  found.hidden = !words.length;
};
input.addEventListener("input", search);
input.addEventListener("keydown", event => {
  if (event.key === "Enter") found.querySelector("a")?.click();
  if (event.key === "ArrowDown") { found.querySelector("a")?.focus(); event.preventDefault(); }
});
found.addEventListener("keydown", event => {
  const items = [...found.querySelectorAll("a")];
  const at = items.indexOf(document.activeElement);
  if (event.key === "ArrowDown") { items[Math.min(at + 1, items.length - 1)].focus(); event.preventDefault(); }
  if (event.key === "ArrowUp") { (at ? items[at - 1] : input).focus(); event.preventDefault(); }
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && !/input|textarea/i.test(document.activeElement.tagName)) { input.focus(); event.preventDefault(); }
  if (event.key === "Escape") { found.hidden = true; input.blur(); }
});
document.addEventListener("click", event => { if (!event.target.closest(".search")) found.hidden = true; });
