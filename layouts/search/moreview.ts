// What few results need: what was meant, ways out of an empty result, facets.

import type { Facet } from "./facets";
import type { Filters, Results } from "./search";
import { Actions, button, element, fill, Words } from "./view";

// meant says what was taken for a word that no sheet has, with the way back to it.
export function meant(results: Results, query: string, words: Words, act: Actions): HTMLElement[] {
  return Object.entries(results.meant).map(([word, better]) =>
    element(
      "p",
      { class: "meant" },
      words.meant + " ",
      button(better, () => act.ask(query.replace(word, better)), { class: "link" }),
      "? ",
      button(fill(words.exactly, { word }), () => act.ask(query.replace(word, `"${word}"`)), { class: "link" }),
    ),
  );
}

export function facetBoxes(facets: Facet[], filters: Filters, words: Words, change: (facet: string, key: string, on: boolean) => void): HTMLElement[] {
  return facets
    .filter((f) => f.values.length > 0)
    .map((f) => {
      const list = element("ul", { class: "terms" });
      for (const v of f.values) {
        const box = element("input", { type: "checkbox", name: f.facet, value: v.key }) as HTMLInputElement;
        box.checked = filters[f.facet]?.includes(v.key) ?? false;
        box.addEventListener("change", () => change(f.facet, v.key, box.checked));
        list.append(element("li", {}, element("label", {}, box, " " + v.label + " ", element("span", { class: "count" }, String(v.count)))));
      }
      return element("fieldset", {}, element("legend", {}, words[f.facet]), list);
    });
}

// loosen proposes what to change where nothing was found.
export function loosen(query: string, filtered: boolean, words: Words, act: Actions): HTMLElement {
  const ways: HTMLElement[] = [];
  const way = (text: string, act: () => void) => ways.push(element("li", {}, button(text, act, { class: "link" })));
  if (filtered) way(words.no_filters, () => act.unfilter());
  if (/["„“”«»]/.test(query)) way(words.no_quotes, () => act.ask(query.replace(/["„“”«»]/g, " ").trim()));
  if (/(^|\s)-\S/.test(query)) way(words.no_minus, () => act.ask(query.replace(/(^|\s)-\S+/g, " ").trim()));
  const each = query.split(/\s+/).filter((w) => w.length > 2);
  if (each.length > 1) for (const w of each) way(fill(words.only_word, { word: w }), () => act.ask(w));
  return element("div", { class: "loosen" }, element("p", {}, words.nothing), ways.length > 0 && element("ul", {}, ...ways));
}
