// Phrases, as in internal/search/rank.go.

import { Postings } from "./decode";
import { Expander, qualified } from "./expand";
import { fileKey } from "./decode";
import type { Entry } from "./decode";
import { Index } from "./index";
import { Damaged } from "./damaged";

const positionGroup = 4;

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
      found.push({ list: await x.index.all(e), places: await positions(x.index, e), offset: k });
    }
    if (found.length > 0) together(found, best);
  }
  const docs = Uint32Array.from([...best.keys()].sort((a, b) => a - b));
  return { docs, impacts: Uint8Array.from(docs, (doc) => best.get(doc)!) };
}

function together(found: { list: Postings; places: Map<number, number[]>; offset: number }[], best: Map<number, number>): void {
  const impacts = found.map((f) => new Map(Array.from(f.list.docs, (doc, at) => [doc, f.list.impacts[at]])));
  for (const doc of found[0].list.docs) {
    const stand = found[0].places.get(doc)!.some((start) =>
      found.every((f) => f.places.get(doc)?.includes(start + f.offset - found[0].offset)),
    );
    if (stand) best.set(doc, Math.max(best.get(doc) ?? 0, Math.min(...impacts.map((m) => m.get(doc)!))));
  }
}

// positions returns where a term stands in each of its documents.
async function positions(index: Index, e: Entry): Promise<Map<number, number[]>> {
  const { docs } = await index.all(e);
  const d = await index.part(e.shard.part);
  const group = Math.floor(e.shard.at / positionGroup);
  const first = d.firsts[group * positionGroup];
  if (first === undefined || !d.positions[group]) throw new Damaged();
  const pieces = await index.once("p" + fileKey(first) + "-" + d.positions[group], (texts: string[]) => texts.map(bytes));
  const all = new Varints(pieces[e.shard.at % positionGroup]);
  for (let i = 0; i < e.line; i++) all.bytes(all.number());
  const own = new Varints(all.bytes(all.number()));
  const found = new Map<number, number[]>();
  for (const doc of docs) {
    const at: number[] = [];
    for (let n = own.number(), last = 0; n > 0; n--) at.push((last += own.number()));
    found.set(doc, at);
  }
  return found;
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

class Varints {
  private at = 0;

  constructor(private data: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 42 && this.at < this.data.length; scale *= 128) {
      const b = this.data[this.at++];
      value += (b & 127) * scale;
      if (b < 128) return value;
    }
    throw new Damaged();
  }

  bytes(n: number): Uint8Array {
    if (this.at + n > this.data.length) throw new Damaged();
    return this.data.subarray(this.at, (this.at += n));
  }
}
