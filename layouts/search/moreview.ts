// What few results need: what was meant, what leads on from an empty result, facets.

import type { Facet } from "./facets";
import type { Filters, Results } from "./search";
import { Actions, button, counted, element, fill, valueOf, Words } from "./view";
import type { Way } from "./ways";

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

// leadOn lists what to try where nothing was found, each with its number of results.
export function leadOn(ways: Way[], words: Words, act: Actions): HTMLElement {
  const list = element("ul", {}, ...ways.map((w) => element("li", {}, way(w, words, act), " ", element("span", { class: "count" }, counted(words, "results", w.count)))));
  return element("div", { class: "loosen" }, element("p", {}, ways.length > 0 ? words.nothing : words.nothing_near), ways.length > 0 && list);
}

function way(w: Way, words: Words, act: Actions): HTMLElement {
  const link = element("a", { href: act.address(w.text, w.filters) }, wayText(w, words));
  link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    act.go(w.text, w.filters);
  });
  return link;
}

function wayText(w: Way, words: Words): string {
  if (w.kind === "named") return valueOf(words, Object.keys(w.filters)[0], w.label);
  return fill(words[w.kind], { word: w.label });
}
