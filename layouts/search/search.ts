// A search from query to results: internal/search/search.go.

import { Chain } from "./analyze";
import { Expander, Term } from "./expand";
import { Facet, Index } from "./index";
import { Unit, whole } from "./query";
import { parse } from "./query";
import { Hit, rank } from "./rank";
import { Reason, reasons, Snippet, snippet } from "./snippet";

export type Filters = Record<string, string[]>;

export interface Query {
  text: string;
  filters: Filters;
  most: number; // results with titles and snippets
  facets: boolean;
  decline: string[]; // recognised terms that are to be words only, as facet:key
}

export interface Result {
  id: string;
  score: number;
  title: string;
  lang: string;
  url: string;
  places: string;
  reasons: Reason[];
  snippet: () => Promise<Snippet | undefined>; // asked for when the result is in sight
}

export interface Results {
  total: number;
  hits: Result[];
  terms: Term[];
  meant: Record<string, string>;
  facets: Facet[];
}

export class Search {
  private chains = new Map<string, Chain>();

  constructor(readonly index: Index) {}

  async run(q: Query): Promise<Results> {
    const units = parse(q.text);
    const x = await new Expander(this.index, this.chains).expand(units);
    let hits = await this.apply(x.terms, q, units, await rank(x));
    const chosen = Object.values(q.filters).some((keys) => keys.length > 0);
    let facets: Facet[] = [];
    let shown = hits;
    if (chosen || q.facets) {
      const columns = await this.index.facets();
      if (x.groups.length === 0 && q.text.trim() === "") hits = everything(this.index.manifest.docs);
      shown = only(hits, allowed(q.filters, columns, ""));
      if (q.facets) facets = count(q.filters, columns, hits);
    }
    const best = await Promise.all(shown.slice(0, q.most).map((h) => this.result(h, x)));
    return { total: shown.length, hits: best, terms: x.terms, meant: x.meant, facets };
  }

  // apply keeps the hits under the names that were recognised.
  private async apply(terms: Term[], q: Query, units: Unit[], hits: Hit[]): Promise<Hit[]> {
    for (const t of terms) {
      const named = t.name && (t.facet === "places" || (t.facet === "themes" && t.word === whole(units)));
      if (!named || q.decline.includes(t.facet + ":" + t.key)) continue;
      const kept = only(hits, allowed({ [t.facet]: [t.key] }, await this.index.facets(), ""));
      if (kept.length > 0) {
        hits = kept;
        t.applied = true;
      }
    }
    return hits;
  }

  private async result(h: Hit, x: Expander): Promise<Result> {
    const record = await this.index.record(h.doc);
    const [id, title, lang, url, places] = record;
    const piece = () => snippet(this.index, record, x, this.chains);
    return { id, score: h.score, title, lang: lang || this.index.manifest.lang, url, places, reasons: await reasons(h.doc, x), snippet: piece };
  }
}

function everything(docs: number): Hit[] {
  return Array.from({ length: docs }, (_, doc) => ({ doc, score: 0 }));
}

function only(hits: Hit[], allowed: Set<number> | undefined): Hit[] {
  return allowed ? hits.filter((h) => allowed.has(h.doc)) : hits;
}

// allowed returns the documents that all filters let through but those of one
// facet; undefined for all documents.
function allowed(filters: Filters, facets: Facet[], but: string): Set<number> | undefined {
  let docs: Set<number> | undefined;
  for (const f of facets) {
    const keys = filters[f.facet] ?? [];
    if (keys.length === 0 || f.facet === but) continue;
    const found = new Set<number>();
    for (const v of f.values) {
      if (!keys.includes(v.key)) continue;
      for (const doc of v.docs) if (!docs || docs.has(doc)) found.add(doc);
    }
    docs = found;
  }
  return docs;
}

// count returns the facets with the number of hits under each value, those of
// one facet as if nothing of it were chosen, values without hits left out.
function count(filters: Filters, facets: Facet[], hits: Hit[]): Facet[] {
  return facets.map((f) => {
    const present = new Set(only(hits, allowed(filters, facets, f.facet)).map((h) => h.doc));
    const values = f.values.map((v) => ({ ...v, count: v.docs.filter((doc) => present.has(doc)).length }));
    return { facet: f.facet, values: values.filter((v) => v.count > 0) };
  });
}
