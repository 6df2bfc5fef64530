// Scores, in integers: the steps are those of internal/search/rank.go.

import { Postings } from "./decode";
import { Expander, full, Group, qualified } from "./expand";
import { Index } from "./index";

export interface Hit {
  doc: number;
  score: number;
}

export async function rank(x: Expander): Promise<Hit[]> {
  const scores = new Map<number, number>();
  const matched = new Map<number, number>();
  const excluded = new Set<number>();
  let wanted = 0;
  for (const g of x.groups) {
    const { best, idf } = await weigh(x.index, g);
    if (g.minus) {
      for (const doc of best.keys()) excluded.add(doc);
      continue;
    }
    wanted++;
    for (const [doc, w] of best) {
      scores.set(doc, (scores.get(doc) ?? 0) + Math.floor((w * idf) / full));
      matched.set(doc, (matched.get(doc) ?? 0) + 1);
    }
  }
  const hits: Hit[] = [];
  for (const [doc, score] of scores) {
    if (!excluded.has(doc)) hits.push({ doc, score: Math.floor((score * matched.get(doc)!) / wanted) });
  }
  hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return hits.filter((h) => matched.get(h.doc)! >= wanted || h.score * weakest >= hits[0].score);
}

// weakest is the share of the best score that a document needs which lacks a word.
const weakest = 6;

async function weigh(index: Index, g: Group): Promise<{ best: Map<number, number>; idf: number }> {
  const best = new Map<number, number>();
  let frequency = 0;
  if (g.phrase) {
    g.phrase.docs.forEach((doc, i) => best.set(doc, g.phrase!.impacts[i] * full));
    frequency = best.size;
  }
  const lists = await Promise.all(g.sources.map((s) => index.all(s.entry)));
  g.sources.forEach((s, k) => {
    const { docs, impacts } = lists[k];
    for (let i = 0; i < docs.length; i++) {
      const w = impacts[i] * s.weight;
      if (w > (best.get(docs[i]) ?? 0)) best.set(docs[i], w);
      else if (!best.has(docs[i])) best.set(docs[i], w);
    }
    frequency = Math.max(frequency, s.entry.df);
  });
  const { idf } = index.manifest;
  return { best, idf: idf[Math.min(classOf(frequency), idf.length - 1)] };
}

// classOf rounds a number to four binary digits: 0–15 are themselves, then 16, 18, 20 …
export function classOf(n: number): number {
  let shift = 0;
  for (; n >= 16; n >>= 1) shift++;
  return shift * 8 + n;
}

// phrase returns the documents that have words one after the other, in one of
// the languages, with the least of their impacts.
export async function phrase(x: Expander, words: string[]): Promise<Postings> {
  const best = new Map<number, number>();
  for (let i = 0; i < x.chains.length; i++) {
    let found: { list: Postings; places: Map<number, number[]>; offset: number }[] = [];
    for (let k = 0; k < words.length; k++) {
      const term = x.chains[i].term(words[k]);
      if (term === "") continue;
      const e = await x.index.entry(qualified(term, x.langs[i], x.langs[0]));
      if (!e || e.df === 0) {
        found = [];
        break;
      }
      x.marks.add(e.name);
      found.push({ list: await x.index.all(e), places: await x.index.positions(e), offset: k });
    }
    if (found.length === 0) continue;
    const impacts = found.map((f) => new Map(f.list.docs.map((doc, at) => [doc, f.list.impacts[at]])));
    for (const doc of found[0].list.docs) {
      const together = found[0].places.get(doc)!.some((start) =>
        found.every((f) => f.places.get(doc)?.includes(start + f.offset - found[0].offset)),
      );
      if (together) best.set(doc, Math.max(best.get(doc) ?? 0, ...[Math.min(...impacts.map((m) => m.get(doc)!))]));
    }
  }
  const docs = [...best.keys()].sort((a, b) => a - b);
  return { docs, impacts: docs.map((doc) => best.get(doc)!) };
}
