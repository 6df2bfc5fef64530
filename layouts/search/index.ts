// An index of one language: its files, each when it is first needed.

import { bytes, Decoder, Entry, Postings, shard } from "./decode";
import { Damaged, Loader } from "./load";

export interface Manifest {
  v: number;
  lang: string;
  langs: string[];
  docs: number;
  idf: number[];
  firsts: string;
  shards: string;
  titles: string;
  words: Record<string, string>;
  facets: string;
}

// id, title, its language where it is another one, address, places, name of the texts
export type Record6 = [string, string, string, string, string, string];

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

const version = 1;
const firstBlock = 256;
const titleGroup = 16;
const nameGroup = 256;

interface Dictionary {
  entries: Entry[];
  byName: Map<string, Entry>;
  positions: string;
}

export class Index {
  private firsts: string[];
  readonly shards: string[];
  private dictionaries = new Map<string, Promise<Dictionary>>();
  private lists = new Map<string, Promise<Postings>>();
  private columns?: Promise<Facet[]>;

  constructor(readonly load: Loader, readonly manifest: Manifest) {
    if (manifest.v !== version) throw new Damaged();
    this.firsts = manifest.firsts.split("\n");
    this.shards = manifest.shards.split(" ");
  }

  static async open(load: Loader, name: string): Promise<Index> {
    const [manifest] = await load(name);
    return new Index(load, manifest);
  }

  // shardOf returns the number of the shard that has a term, if any has.
  shardOf(name: string): number {
    let low = 0;
    let high = this.firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle] > name) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  // mayHave reports whether a shard after that of a prefix goes on with it.
  mayHave(i: number, prefix: string): boolean {
    return this.firsts[i].startsWith(prefix);
  }

  shard(i: number): Promise<Dictionary> {
    const name = this.shards[i];
    let d = this.dictionaries.get(name);
    if (!d) {
      d = this.load(name).then(([terms, data, positions]) => {
        const entries = shard(terms, data, i);
        return { entries, byName: new Map(entries.map((e) => [e.name, e])), positions };
      });
      d.catch(() => this.dictionaries.delete(name));
      this.dictionaries.set(name, d);
    }
    return d;
  }

  // prefetch asks for the shards of terms, so that they arrive together.
  prefetch(names: string[]): void {
    for (const name of names) {
      const i = this.shardOf(name);
      if (i >= 0) this.shard(i).catch(() => {});
    }
  }

  async entry(name: string): Promise<Entry | undefined> {
    const i = this.shardOf(name);
    return i < 0 ? undefined : (await this.shard(i)).byName.get(name);
  }

  private block(e: Entry, which: 0 | 1): Promise<Postings> {
    const name = e.long![which];
    let list = this.lists.get(name);
    if (!list) {
      const n = which === 0 ? Math.min(e.df, firstBlock) : e.df - firstBlock;
      list = this.load(name).then(([data]) => new Decoder(bytes(data)).postings(n));
      list.catch(() => this.lists.delete(name));
      this.lists.set(name, list);
    }
    return list;
  }

  // all returns the whole list of a term.
  async all(e: Entry): Promise<Postings> {
    if (!e.long) return e.postings!;
    const [first, rest] = await Promise.all([this.block(e, 0), this.block(e, 1)]);
    const merged: Postings = { docs: [], impacts: [] };
    for (let i = 0, k = 0; i < first.docs.length || k < rest.docs.length; ) {
      const next = k === rest.docs.length || (i < first.docs.length && first.docs[i] < rest.docs[k]);
      const from = next ? first : rest;
      const at = next ? i++ : k++;
      merged.docs.push(from.docs[at]);
      merged.impacts.push(from.impacts[at]);
    }
    e.postings = merged;
    e.long = undefined;
    return merged;
  }

  // positions returns where a term stands in each of its documents.
  async positions(e: Entry): Promise<Map<number, number[]>> {
    const { docs } = await this.all(e);
    const [data] = await this.load((await this.shard(e.shard)).positions);
    const all = new Decoder(bytes(data));
    for (let i = 0; i < e.place; i++) all.bytes(all.number());
    const own = new Decoder(all.bytes(all.number()));
    const found = new Map<number, number[]>();
    for (const doc of docs) {
      const positions: number[] = [];
      for (let n = own.number(), at = 0; n > 0; n--) positions.push((at += own.number()));
      found.set(doc, positions);
    }
    return found;
  }

  // record returns what a result shows of a document.
  async record(doc: number): Promise<Record6> {
    const group = Math.floor(doc / titleGroup);
    let names = this.manifest.titles.split(" ");
    let at = group;
    if (this.manifest.docs > titleGroup * nameGroup) {
      names = (await this.load(names[Math.floor(group / nameGroup)]))[0].split(" ");
      at = group % nameGroup;
    }
    const record = (await this.load(names[at]))[doc % titleGroup];
    if (!record) throw new Damaged();
    return record;
  }

  facets(): Promise<Facet[]> {
    this.columns ??= this.load(this.manifest.facets).then(([names, columns]) =>
      names.map((facet: string, i: number) => ({
        facet,
        values: columns[i].map((c: any) => ({ key: c.key, label: c.label, docs: new Decoder(bytes(c.docs)).steps(), count: 0 })),
      })),
    );
    this.columns.catch(() => (this.columns = undefined));
    return this.columns;
  }
}
