// Facets, as in internal/search/facet.go.

import { Decoder } from "./decode";
import { Index } from "./index";
import { Damaged } from "./damaged";
import type { Hits } from "./rank";
import type { Filters } from "./search";

export interface FacetValue {
  key: string;
  label: string;
  docs: number[];
  count: number;
}

export interface Facet {
  facet: string;
  values: FacetValue[];
}

export interface Extra {
  words: Record<string, string>;
  facets: [string, string][];
}

export function extra(index: Index): Promise<Extra> {
  return index.once("e-" + index.manifest.extra, ([content]) => content);
}

// columns reads the facets that are asked for, all where none are named.
export async function columns(index: Index, wanted?: string[]): Promise<Facet[]> {
  const all = (await extra(index)).facets.filter(([facet]) => !wanted || wanted.includes(facet));
  return Promise.all(
    all.map(([facet, hash]) =>
      index.once("f" + facet + "-" + hash, ([keys, labels, docs]) => {
        const [key, label] = [keys.split("\n"), labels.split("\n")];
        if (docs && key.length < docs.length) throw new Damaged();
        const values = (docs ?? []).map((d: string, i: number) => ({ key: key[i], label: label[i], docs: new Decoder(d).steps(), count: 0 }));
        return { facet, values };
      }),
    ),
  );
}

// allowed returns the documents that all filters let through but those of one
// facet; undefined for all documents.
export function allowed(filters: Filters, facets: Facet[], but: string): Set<number> | undefined {
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

// count returns the facets with the number of hits under each value, those of one
// facet as if nothing of it were chosen, values without hits left out.
export function count(filters: Filters, facets: Facet[], hits: Hits): Facet[] {
  return facets.map((f) => {
    const let_ = allowed(filters, facets, f.facet);
    const present = new Set<number>();
    for (let i = 0; i < hits.docs.length; i++) if (!let_ || let_.has(hits.docs[i])) present.add(hits.docs[i]);
    const values = f.values.map((v) => ({ ...v, count: v.docs.filter((doc) => present.has(doc)).length }));
    return { facet: f.facet, values: values.filter((v) => v.count > 0) };
  });
}
