// A query is taken apart as in internal/search/query.go.

import { words } from "./analyze";

export interface Unit {
  words: string[];
  phrase: boolean;
  minus: boolean;
  open: boolean; // the last word, perhaps not yet typed to its end
}

const quote = /["„“”«»]/;
const end = /[ \t\n\u00a0"„“”«»]/;

// longest is how many letters of a query are looked at, as in query.go: what a link to this page says is not the
// reader's own.
const longest = 500;

export function parse(query: string): Unit[] {
  const units: Unit[] = [];
  for (let rest = Array.from(query.slice(0, 2 * longest)).slice(0, longest).join(""); rest !== ""; ) {
    rest = rest.replace(/^[ \t\n\u00a0]+/, "");
    const minus = rest.startsWith("-");
    if (minus) rest = rest.slice(1);
    const phrase = rest !== "" && quote.test(rest[0]);
    if (phrase) rest = rest.slice(1);
    const at = rest.search(phrase ? quote : end);
    const text = at < 0 ? rest : rest.slice(0, at);
    const keeps = !phrase && at >= 0 && quote.test(rest[at]);
    rest = at < 0 ? "" : rest.slice(keeps ? at : at + 1);
    units.push(...unitsOf(words(text), phrase, minus, !phrase && at < 0));
  }
  return units;
}

function unitsOf(words: string[], phrase: boolean, minus: boolean, open: boolean): Unit[] {
  if (words.length === 0) return [];
  if (phrase || minus) return [{ words, phrase: phrase || words.length > 1, minus, open: false }];
  return words.map((word, i) => ({ words: [word], phrase, minus, open: open && i === words.length - 1 }));
}

// whole is a query without its signs.
export function whole(units: Unit[]): string {
  return units.flatMap((u) => u.words).join(" ");
}
