// The first results of frequent words without their whole lists. Of a long list
// the greatest impacts are in a file of their own, and its entry says what
// the others are at most. So there is a least and a greatest score for every document;
// if the best are exact, and no other can come up to them, they are the results.

import { Expander, full, Group, Source } from "./expand";
import { classOf, Hit, impactOf, top } from "./rank";

// open reports whether only the greatest impacts of a source are there.
const open = (s: Source) => s.entry.first !== undefined && !s.entry.postings;

interface Range {
  least: number;
  greatest: number;
  matched: number;
  exact: boolean; // and so are the reasons why the document is found
}

// first returns the best documents, undefined where that takes the whole lists.
export async function first(x: Expander, most: number): Promise<Hit[] | undefined> {
  const groups = x.groups;
  const sources = groups.flatMap((g) => g.sources);
  if (groups.some((g) => g.minus || g.phrase) || !sources.some((s) => s.entry.long && !s.entry.postings)) return undefined;
  await Promise.all(sources.map((s) => x.index.best(s.entry)));
  const idf = groups.map((g) => idfOf(x, g));
  const docs = new Set<number>();
  for (const s of sources) for (const doc of (s.entry.postings ?? s.entry.first)!.docs) docs.add(doc);
  const found = [...docs].sort((a, b) => a - b).map((doc) => ({ doc, ...range(groups, idf, doc) }));
  const best = top({ docs: found.map((_, i) => i), scores: found.map((f) => f.least) }, most).map((h) => found[h.doc]);
  const last = best[most - 1];
  const certain =
    last !== undefined &&
    best.every((f) => f.exact && (f.matched === groups.length || f.least * 6 >= best[0].least)) &&
    range(groups, idf, -1).greatest < last.least &&
    found.every((f) => best.includes(f) || f.greatest < last.least || (f.greatest === last.least && f.doc > last.doc));
  return certain ? best.map(({ doc, least }) => ({ doc, score: least })) : undefined;
}

function idfOf(x: Expander, g: Group): number {
  const { idf } = x.index.manifest;
  return idf[Math.min(classOf(Math.max(0, ...g.sources.map((s) => s.entry.df))), idf.length - 1)];
}

// range returns the scores that a document may have; -1 is one that no list has yet.
function range(groups: Group[], idf: number[], doc: number): Range {
  const r = { least: 0, greatest: 0, exact: true };
  let sure = 0;
  let perhaps = 0;
  groups.forEach((g, i) => {
    let known = -1; // greatest impact × weight
    let unknown = -1; // the greatest that there may be beside it
    let exact = false;
    let maybeExact = false;
    for (const s of g.sources) {
      const impact = impactOf(s.entry, doc);
      if (impact >= 0) {
        known = Math.max(known, impact * s.weight);
        if (s.kind === "exact") exact = true;
      } else if (open(s)) {
        unknown = Math.max(unknown, s.entry.bound * s.weight);
        if (s.kind === "exact") maybeExact = true;
      }
    }
    if (known >= 0) sure++;
    if (known >= 0 || unknown >= 0) perhaps++;
    r.least += Math.floor((Math.max(known, 0) * idf[i]) / full);
    r.greatest += Math.floor((Math.max(known, unknown, 0) * idf[i]) / full);
    if (!(exact ? known >= unknown : !maybeExact && (known > unknown || unknown < 0))) r.exact = false;
  });
  const share = (score: number, matched: number) => Math.floor((score * matched) / groups.length);
  return { least: share(r.least, sure), greatest: share(r.greatest, perhaps), matched: sure, exact: r.exact };
}
