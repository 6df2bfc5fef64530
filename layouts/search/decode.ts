// The pieces of an index, as internal/search/write.go writes them.

import { Damaged } from "./load";

export interface Postings {
  docs: number[];
  impacts: number[];
}

export interface Entry {
  name: string;
  df: number;
  concepts: number[]; // twice their numbers, and one where the word is the concept's own name
  head: string;
  text: string;
  postings?: Postings;
  long?: [string, string];
  bound: number;
  place: number;
  shard: number;
}

const marks = 4;
const isLong = 1;
const hasConcepts = 2;
const hasHead = 4;
const hasText = 8;

export function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

const utf8 = new TextDecoder();

export class Decoder {
  private at = 0;

  constructor(private data: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.data.length;
  }

  byte(): number {
    if (this.done) throw new Damaged();
    return this.data[this.at++];
  }

  number(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 42; scale *= 128) {
      const b = this.byte();
      value += (b & 127) * scale;
      if (b < 128) return value;
    }
    throw new Damaged();
  }

  bytes(n: number): Uint8Array {
    if (this.at + n > this.data.length) throw new Damaged();
    return this.data.subarray(this.at, (this.at += n));
  }

  text(n: number): string {
    return utf8.decode(this.bytes(n));
  }

  postings(n: number): Postings {
    if (n > this.data.length) throw new Damaged();
    const p: Postings = { docs: new Array(n), impacts: new Array(n) };
    for (let i = 0, doc = 0; i < n; i++) {
      p.docs[i] = doc += this.number();
      p.impacts[i] = this.byte();
    }
    return p;
  }

  // steps reads documents that are given by the steps between them.
  steps(): number[] {
    const docs: number[] = [];
    for (let doc = 0; !this.done; ) docs.push((doc += this.number()));
    return docs;
  }

  entry(name: string, place: number, shard: number): Entry {
    const first = this.number();
    const flags = first % 2 ** marks;
    const e: Entry = { name, df: Math.floor(first / 2 ** marks), concepts: [], head: "", text: "", bound: 0, place, shard };
    if (flags & hasConcepts) {
      for (let n = this.number(); n > 0; n--) e.concepts.push(this.number());
    }
    if (flags & hasHead) e.head = this.text(this.number());
    if (flags & hasText) e.text = this.text(this.number());
    if (flags & isLong) {
      e.long = ["l" + this.text(10), "l" + this.text(10)];
      e.bound = this.byte();
    } else if (e.df > 0) {
      e.postings = this.postings(e.df);
    }
    return e;
  }
}

// shard takes a piece of the dictionary apart.
export function shard(terms: string, data: string, number: number): Entry[] {
  const decoder = new Decoder(bytes(data));
  let before = "";
  return terms.split("\n").map((line, i) => {
    const shared = line.charCodeAt(0) - 48;
    if (!(shared >= 0 && shared <= before.length)) throw new Damaged();
    before = before.slice(0, shared) + line.slice(1);
    return decoder.entry(before, i, number);
  });
}
