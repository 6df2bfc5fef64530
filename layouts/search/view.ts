// What results look like. Texts go into the page as text, never as HTML.

import type { Term } from "./expand";
import type { Facet } from "./facets";
import type { Reason } from "./snippet";
import type { Filters, Result, Results } from "./search";

// Words are those of the page's language, from the page itself; {…} is filled in.
export type Words = Record<string, string>;

type Child = Node | string | undefined | false;

export function element(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  e.append(...children.filter((c): c is Node | string => !!c));
  return e;
}

export function button(text: string, act: () => void, attributes: Record<string, string> = {}): HTMLElement {
  const b = element("button", { type: "button", ...attributes }, text);
  b.addEventListener("click", act);
  return b;
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
}

// counted words a number: "{n} Ergebnisse".
export function counted(words: Words, key: string, n: number): string {
  const form = words[key + "_" + new Intl.PluralRules(words.lang).select(n)] ?? words[key + "_other"];
  return fill(form, { n: n.toLocaleString(words.lang) });
}

// valueOf names a value of a facet: "Ort: Trier".
export function valueOf(words: Words, facet: string, label: string): string {
  return fill(words.value, { name: words[facet], label });
}

function marked(text: string, marks: [number, number][]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    nodes.push(document.createTextNode(text.slice(at, start)), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...nodes, document.createTextNode(text.slice(at))];
}

export function row(r: Result, words: Words): HTMLElement {
  const foreign = (lang: string): Record<string, string> => (lang === words.lang ? {} : { lang, dir: "auto" });
  const meta = element("ul", { class: "meta" });
  if (r.places) meta.append(element("li", {}, r.places));
  if (r.lang !== words.lang) meta.append(element("li", { class: "only" }, words["in_" + r.lang] ?? r.lang));
  const piece = element("p", { class: "summary" });
  const item = element(
    "li",
    { class: "row", "data-sheet": r.id },
    element("h3", {}, element("a", { href: r.url, ...foreign(r.lang) }, r.title)),
    piece,
    meta.childElementCount > 0 && meta,
    r.reasons.length > 0 && element("p", { class: "why" }, words.found_by + " " + r.reasons.map(reason).join(", ")),
  );
  whenSeen(item, async () => {
    const s = await r.snippet();
    if (!s?.text) return piece.remove();
    if (s.lang !== words.lang) (piece.lang = s.lang), (piece.dir = "auto");
    piece.append(...marked(s.text, s.marks));
  });
  return item;
}

// whenSeen calls a function once, when an element comes near the window: texts
// that nobody looks at are not loaded. One that fails to load is left out.
function whenSeen(e: Element, act: () => Promise<void>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act().catch(() => {});
    },
    { rootMargin: "50px" },
  );
  observer.observe(e);
}

function reason(r: Reason): string {
  return r.word + (r.kind === "synonym" || r.kind === "cross" ? " = " : " → ") + r.label;
}

export interface Actions {
  drop(facet: string, key: string): void;
  decline(t: Term): void;
  choose(facet: string, key: string): void;
  ask(text: string): void;
  go(text: string, filters: Filters): void;
  address(text: string, filters: Filters): string; // of a query, as a link has it
}

// chips are the filters that are on, each to be taken off, and those that words
// of the query would be.
export function chips(results: Results, filters: Filters, facets: Facet[], words: Words, act: Actions): HTMLElement[] {
  const all: HTMLElement[] = [];
  const chip = (facet: string, label: string, off: () => void) =>
    all.push(button(valueOf(words, facet, label), off, { class: "chip on", "aria-label": fill(words.remove, { filter: valueOf(words, facet, label) }) }));
  for (const [facet, keys] of Object.entries(filters)) {
    for (const key of keys) {
      const value = facets.find((f) => f.facet === facet)?.values.find((v) => v.key === key);
      chip(facet, value?.label ?? key, () => act.drop(facet, key));
    }
  }
  for (const t of results.terms) {
    if (t.applied) chip(t.facet, t.label, () => act.decline(t));
    else if (!filters[t.facet]?.includes(t.key)) {
      all.push(button(fill(words.only, { filter: valueOf(words, t.facet, t.label) }), () => act.choose(t.facet, t.key), { class: "chip" }));
    }
  }
  return all;
}
