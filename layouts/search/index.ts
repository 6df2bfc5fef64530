// An index of one language: its files, each when it is first needed.

import { Decoder, Entry, fileKey, hashes, Place, Postings, shard, wholeList } from "./decode";
import { Damaged } from "./damaged";
import type { Loader } from "./load";

export interface Manifest {
  v: number;
  lang: string;
  langs: string[];
  docs: number;
  idf: number[];
  firsts: string;
  shards: string;
  positions: string;
  parted: boolean;
  titles: string;
  group: number; // documents of a file of titles
  extra: string;
}

// id, title, its language where it is another one, address, places, hash of the texts
export type Record6 = [string, string, string, string, string, string];

const version = 3;
const firstBlock = 256;
const nameGroup = 128;
const flatNames = 128;

export interface Directory {
  firsts: string[];
  hashes: string[];
  positions: string[];
}

interface Dictionary {
  entries: Entry[];
  byName: Map<string, Entry>;
}

function directory(firsts: string, shards: string, positions: string): Directory {
  return { firsts: firsts.split("\n"), hashes: hashes(shards), positions: hashes(positions) };
}

// before returns the number of the last that does not begin after a term.
function before(d: Directory, name: string): number {
  let low = 0;
  let high = d.firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (d.firsts[middle] > name) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

export class Index {
  private top: Directory;
  private made = new Map<string, Promise<any>>();

  constructor(private load: Loader, readonly manifest: Manifest) {
    if (manifest.v !== version) throw new Damaged();
    this.top = directory(manifest.firsts, manifest.shards, manifest.positions);
  }

  static async open(load: Loader, name: string): Promise<Index> {
    const [manifest] = await load(name);
    return new Index(load, manifest);
  }

  // once returns what a file was decoded to, and decodes it when it is first asked for.
  once<T>(name: string, decode: (content: any) => T): Promise<T> {
    let made = this.made.get(name);
    if (!made) {
      made = this.load(name).then(decode);
      made.catch(() => this.made.delete(name));
      this.made.set(name, made);
    }
    return made;
  }

  // part returns a part of the directory; of one without parts, itself.
  async part(i: number): Promise<Directory> {
    if (!this.manifest.parted) return this.top;
    return this.once("i" + fileKey(this.top.firsts[i]) + "-" + this.top.hashes[i], ([firsts, shards, positions]) =>
      directory(firsts, shards, positions),
    );
  }

  // find returns where the shard with a term would be, at -1 where none has it.
  async find(name: string): Promise<Place> {
    const part = this.manifest.parted ? Math.max(0, before(this.top, name)) : 0;
    return { part, at: before(await this.part(part), name) };
  }

  // next returns the place after one, and where the shard there begins; "" after the last.
  async next(p: Place): Promise<[Place, string]> {
    let d = await this.part(p.part);
    p = { part: p.part, at: p.at + 1 };
    if (p.at === d.firsts.length && this.manifest.parted && p.part + 1 < this.top.firsts.length) {
      p = { part: p.part + 1, at: 0 };
      d = await this.part(p.part);
    }
    return [p, d.firsts[p.at] ?? ""];
  }

  async shard(p: Place): Promise<Dictionary> {
    const d = await this.part(p.part);
    if (!(p.at < Math.min(d.hashes.length, d.firsts.length))) throw new Damaged();
    return this.once("d" + fileKey(d.firsts[p.at]) + "-" + d.hashes[p.at], ([lines, data]) => {
      const entries = shard(lines, data, p);
      return { entries, byName: new Map(entries.map((e) => [e.name, e])) };
    });
  }

  // prefetch asks for the shards of terms, so that they arrive together.
  prefetch(names: string[]): void {
    for (const name of names) this.entry(name).catch(() => {});
  }

  async entry(name: string): Promise<Entry | undefined> {
    const p = await this.find(name);
    return p.at < 0 ? undefined : (await this.shard(p)).byName.get(name);
  }

  // block loads one of the files of a long list.
  private block(e: Entry, which: number): Promise<Postings> {
    const n = which === 1 ? e.df - firstBlock : e.df > wholeList ? firstBlock : e.df;
    return this.once(e.long![which], ([text]) => new Decoder(text).postings(n));
  }

  // best loads the greatest impacts of a term.
  async best(e: Entry): Promise<void> {
    if (!e.long || e.postings) return;
    const block = await this.block(e, 0);
    if (e.long.length > 1) e.first = block;
    else e.postings = block;
  }

  // all returns the whole list of a term.
  async all(e: Entry): Promise<Postings> {
    if (!e.postings) {
      const [first, rest] = await Promise.all(e.long!.map((_, which) => this.block(e, which)));
      e.postings = rest ? merge(first, rest) : first;
    }
    return e.postings;
  }

  // record returns what a result shows of a document.
  async record(doc: number): Promise<Record6> {
    const { docs, group: size, titles } = this.manifest;
    const group = Math.floor(doc / size);
    let names = hashes(titles);
    let at = group;
    if (Math.ceil(docs / size) > flatNames) {
      const part = Math.floor(group / nameGroup);
      names = await this.once("n" + part + "-" + names[part], ([list]) => hashes(list));
      at = group % nameGroup;
    }
    return (await this.once("t" + group + "-" + names[at], (records) => records.map(recordOf)))[doc % size];
  }

  // text returns the texts of a document, each with its language.
  text(record: Record6): Promise<[string, string][]> {
    return this.once("x" + record[0] + "-" + record[5], (texts) => texts);
  }
}

function recordOf(record: unknown): Record6 {
  if (!Array.isArray(record) || record.length < 6) throw new Damaged();
  return record as Record6;
}

function merge(a: Postings, b: Postings): Postings {
  const n = a.docs.length + b.docs.length;
  const merged: Postings = { docs: new Uint32Array(n), impacts: new Uint8Array(n) };
  for (let i = 0, k = 0, to = 0; to < n; to++) {
    const next = k === b.docs.length || (i < a.docs.length && a.docs[i] < b.docs[k]);
    const from = next ? a : b;
    const at = next ? i++ : k++;
    merged.docs[to] = from.docs[at];
    merged.impacts[to] = from.impacts[at];
  }
  return merged;
}
