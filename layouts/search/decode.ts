// The pieces of an index, as internal/search/number.go and shard.go write them.

import { Damaged } from "./damaged";

export interface Postings {
  docs: Uint32Array;
  impacts: Uint8Array;
}

export interface Entry {
  name: string;
  df: number;
  concepts: number[]; // twice their numbers, and one where the word is the concept's own name
  head: string;
  text: string;
  postings?: Postings; // of a long list, once both files are there
  long?: string[]; // its file, or that of the greatest impacts and that of the others
  first?: Postings; // of a long list: those of the greatest impacts
  bound: number; // greatest impact of the others
  shard: Place;
  line: number;
}

// A place is where a shard stands: in which part of the directory, and where in it.
export interface Place {
  part: number;
  at: number;
}

const isLong = 1;
const hasConcepts = 2;
const hasHead = 4;
const hasText = 8;
const marks = 16;

const alphabet = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
const final = 58;
const rest = alphabet.length - final;
const values = new Int8Array(128).fill(-1);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

export const hashLength = 5;
export const wholeList = 1024; // postings of a long list that is in one file

export class Decoder {
  private at = 0;

  constructor(private data: string) {}

  get done(): boolean {
    return this.at >= this.data.length;
  }

  number(): number {
    let n = 0;
    for (let scale = 1; scale < 2 ** 40; scale *= rest) {
      const v = values[this.data.charCodeAt(this.at++)];
      if (!(v >= 0)) break;
      n += v * scale;
      if (v < final) return n;
    }
    throw new Damaged();
  }

  text(n: number): string {
    if (this.at + n > this.data.length) throw new Damaged();
    return this.data.slice(this.at, (this.at += n));
  }

  postings(n: number): Postings {
    if (n > this.data.length) throw new Damaged();
    const p: Postings = { docs: new Uint32Array(n), impacts: new Uint8Array(n) };
    for (let i = 0, doc = 0; i < n; i++) p.docs[i] = doc += this.number();
    for (let i = 0; i < n; i++) p.impacts[i] = this.number();
    return p;
  }

  // steps reads documents that are given by the steps between them.
  steps(): number[] {
    const docs: number[] = [];
    for (let doc = 0; !this.done; ) docs.push((doc += this.number()));
    return docs;
  }

  entry(name: string, texts: string[], shard: Place, line: number): Entry {
    const flags = this.number();
    const e: Entry = { name, df: Math.floor(flags / marks), concepts: [], head: "", text: "", bound: 0, shard, line };
    if (flags & hasConcepts) {
      for (let n = this.number(); n > 0; n--) e.concepts.push(this.number());
    }
    if (flags & hasHead) {
      const n = this.number();
      e.head = n > 0 ? name.slice(-n) : (texts.shift() ?? "");
    }
    if (flags & hasText) e.text = texts.join("\t");
    if (flags & isLong) {
      const key = fileKey(name) + "-";
      e.long = ["l" + key + this.text(hashLength)];
      if (e.df > wholeList) {
        e.long.push("r" + key + this.text(hashLength));
        e.bound = this.number();
      }
    } else if (e.df > 0) {
      e.postings = this.postings(e.df);
    }
    return e;
  }
}

// shard takes a piece of the dictionary apart.
export function shard(lines: string, data: string, place: Place): Entry[] {
  const decoder = new Decoder(data);
  let before = "";
  return lines.split("\n").map((line, i) => {
    const [term, ...texts] = line.split("\t");
    const shared = term.charCodeAt(0) - 48;
    if (!(shared >= 0 && shared <= before.length)) throw new Damaged();
    before = before.slice(0, shared) + term.slice(1);
    return decoder.entry(before, texts, place, i);
  });
}

// fileKey is a term as part of a file's name.
export function fileKey(term: string): string {
  return term.replace(/[^a-z0-9]/gu, (c) => "_" + c.codePointAt(0)!.toString(36)).slice(0, 40);
}

// hashes cuts a list of hashes apart.
export function hashes(text: string): string[] {
  return text.match(/.{5}/g) ?? [];
}
