// A search from query to results: internal/search/search.go.

import { Chain } from "./analyze";
import { chainOf, conceptName, Expander, Term } from "./expand";
import type { Facet } from "./facets";
import { first } from "./first";
import { Index } from "./index";
import type { More } from "./more";
import { parse, Unit, whole } from "./query";
import { Hit, Hits, rank, top } from "./rank";
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
  total?: number; // undefined where that takes lists that the first results did not: rest
  rest?: () => Promise<number>;
  hits: Result[];
  terms: Term[];
  meant: Record<string, string>;
  facets: Facet[]; // counted, or those that are filtered by
}

export class Search {
  private chains = new Map<string, Chain>();

  constructor(readonly index: Index, readonly more: () => Promise<More>) {}

  // chain returns that of a language, else of the index's own.
  chain(lang = this.index.manifest.lang): Chain {
    return chainOf(this.chains, lang);
  }

  async run(q: Query): Promise<Results> {
    const units = parse(q.text);
    const x = await new Expander(this.index, this.chains, this.more).expand(units);
    const results = { hits: [], terms: x.terms, meant: x.meant, facets: [] };
    const filtered = q.facets || Object.values(q.filters).some((keys) => keys.length > 0) || this.names(x, q, units).length > 0;
    if (!filtered) {
      const best = await first(x, q.most);
      if (best) {
        const sources = x.groups.flatMap((g) => g.sources);
        const total = sources.length === 1 ? sources[0].entry.df : undefined;
        return { ...results, total, rest: async () => (await rank(x)).docs.length, hits: await this.results(best, x) };
      }
    }
    return { ...results, ...(await this.filter(x, q, await this.apply(x, q, units, await rank(x)))) };
  }

  private async filter(x: Expander, q: Query, hits: Hits): Promise<{ total: number; hits: Result[]; facets: Facet[] }> {
    let shown = hits;
    let facets: Facet[] = [];
    const chosen = Object.keys(q.filters).filter((facet) => q.filters[facet].length > 0);
    if (q.facets || chosen.length > 0) {
      const more = await this.more();
      facets = await more.columns(this.index, q.facets ? undefined : chosen);
      if (x.groups.length === 0 && q.text.trim() === "") hits = everything(this.index.manifest.docs);
      shown = only(hits, more.allowed(q.filters, facets, ""));
      if (q.facets) facets = more.count(q.filters, facets, hits);
    }
    return { total: shown.docs.length, hits: await this.results(top(shown, q.most), x), facets };
  }

  // names are those in a query that are filters.
  private names(x: Expander, q: Query, units: Unit[]): Term[] {
    return x.terms.filter(
      (t) => t.name && (t.facet === "places" || (t.facet === "themes" && t.word === whole(units))) && !q.decline.includes(t.facet + ":" + t.key),
    );
  }

  // apply keeps the hits under the names that were recognised.
  private async apply(x: Expander, q: Query, units: Unit[], hits: Hits): Promise<Hits> {
    for (const t of this.names(x, q, units)) {
      const e = await this.index.entry(conceptName(t.concept) + "=");
      if (!e) continue;
      const kept = only(hits, new Set((await this.index.all(e)).docs));
      if (kept.docs.length > 0) {
        hits = kept;
        t.applied = true;
      }
    }
    return hits;
  }

  private results(hits: Hit[], x: Expander): Promise<Result[]> {
    return Promise.all(
      hits.map(async (h) => {
        const record = await this.index.record(h.doc);
        const [id, title, lang, url, places] = record;
        const piece = () => snippet(this.index, record, x, this.chains);
        return { id, score: h.score, title, lang: lang || this.index.manifest.lang, url, places, reasons: reasons(h.doc, x), snippet: piece };
      }),
    );
  }
}

function everything(docs: number): Hits {
  return { docs: Array.from({ length: docs }, (_, doc) => doc), scores: new Int32Array(docs) };
}

export function only(hits: Hits, allowed: Set<number> | undefined): Hits {
  if (!allowed) return hits;
  const kept = { docs: [] as number[], scores: [] as number[] };
  for (let i = 0; i < hits.docs.length; i++) {
    if (!allowed.has(hits.docs[i])) continue;
    kept.docs.push(hits.docs[i]);
    kept.scores.push(hits.scores[i]);
  }
  return kept;
}
