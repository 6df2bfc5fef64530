// Scores, as in internal/search/rank.go: integers, the same steps.

import { Entry, Postings } from "./decode";
import { Expander, full, Group } from "./expand";
import { Index } from "./index";

export interface Hit {
  doc: number;
  score: number;
}

// Hits are documents in their order, with their scores.
export interface Hits {
  docs: ArrayLike<number>;
  scores: ArrayLike<number>;
}

// rank scores all documents that have at least one of the words.
export async function rank(x: Expander): Promise<Hits> {
  const { docs, idf } = x.index.manifest;
  const best = new Int32Array(docs);
  const scores = new Int32Array(docs);
  const matched = new Uint8Array(docs);
  const excluded = new Uint8Array(docs);
  const wanted = x.groups.filter((g) => !g.minus).length;
  for (const g of x.groups) {
    const touched = weigh(await listsOf(x.index, g), best);
    const weight = idfOf(idf, g, touched.length);
    for (const doc of touched) {
      const w = best[doc] - 1;
      best[doc] = 0;
      if (g.minus) excluded[doc] = 1;
      else {
        scores[doc] += Math.floor((w * weight) / full);
        matched[doc]++;
      }
    }
  }
  return strong(scores, matched, excluded, wanted);
}

// listsOf returns the postings of a group with their weights.
async function listsOf(index: Index, g: Group): Promise<[Postings, number][]> {
  const lists = g.sources.map(async (s): Promise<[Postings, number]> => [await index.all(s.entry), s.weight]);
  return [...(g.phrase ? ([[g.phrase, full]] as [Postings, number][]) : []), ...(await Promise.all(lists))];
}

// weigh puts the greatest impact × weight of each document into best, one more
// than it is so that none is 0, and returns the documents.
function weigh(lists: [Postings, number][], best: Int32Array): number[] {
  const touched: number[] = [];
  for (const [{ docs, impacts }, weight] of lists) {
    for (let i = 0; i < docs.length; i++) {
      const w = impacts[i] * weight + 1;
      const before = best[docs[i]];
      if (before === 0) touched.push(docs[i]);
      if (w > before) best[docs[i]] = w;
    }
  }
  return touched;
}

// idfOf is the weight of a group: that of its most frequent source.
function idfOf(idf: number[], g: Group, found: number): number {
  const frequency = Math.max(g.phrase ? found : 0, ...g.sources.map((s) => s.entry.df));
  return idf[Math.min(classOf(frequency), idf.length - 1)];
}

// weakest is the share of the best score that a document needs which lacks a word.
const weakest = 6;

function strong(scores: Int32Array, matched: Uint8Array, excluded: Uint8Array, wanted: number): Hits {
  let best = 0;
  for (let doc = 0; doc < scores.length; doc++) {
    if (matched[doc] === 0 || excluded[doc]) continue;
    if (matched[doc] < wanted) scores[doc] = Math.floor((scores[doc] * matched[doc]) / wanted);
    if (scores[doc] > best) best = scores[doc];
  }
  const hits = { docs: [] as number[], scores: [] as number[] };
  for (let doc = 0; doc < scores.length; doc++) {
    if (matched[doc] === 0 || excluded[doc] || (matched[doc] < wanted && scores[doc] * weakest < best)) continue;
    hits.docs.push(doc);
    hits.scores.push(scores[doc]);
  }
  return hits;
}

// top returns the best hits, the best first, ties by number.
export function top(hits: Hits, most: number): Hit[] {
  const best: Hit[] = [];
  for (let i = 0; i < hits.docs.length && most > 0; i++) {
    const score = hits.scores[i];
    if (best.length === most && score <= best[most - 1].score) continue;
    let at = Math.min(best.length, most - 1);
    for (; at > 0 && best[at - 1].score < score; at--) best[at] = best[at - 1];
    best[at] = { doc: hits.docs[i], score };
  }
  return best;
}

// classOf rounds a number to four binary digits: 0–15 are themselves, then 16, 18, 20 …
export function classOf(n: number): number {
  let shift = 0;
  for (; n >= 16; n >>= 1) shift++;
  return shift * 8 + n;
}

// impactOf returns the impact of a term in a document as far as its list is
// there, -1 where it is not in it.
export function impactOf(e: Entry, doc: number): number {
  const list = e.postings ?? e.first;
  const at = list ? indexOf(list.docs, doc) : -1;
  return at < 0 ? -1 : list!.impacts[at];
}

function indexOf(docs: ArrayLike<number>, doc: number): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle] < doc) low = middle + 1;
    else high = middle;
  }
  return docs[low] === doc ? low : -1;
}
