// What the words of a query stand for: internal/search/expand.go and typo.go,
// step by step, so that both give the same results.

import { Chain } from "./analyze";
import { Entry, Postings } from "./decode";
import { Index } from "./index";
import { Unit } from "./query";
import { phrase } from "./rank";

export const full = 256;
const synonymWeight = 128;
const crossWeight = 205;
const sequenceWeight = 205;
const headWeight = 154;
const modifierWeight = 115;
const broaderWeight = 90;
const prefixWeight = 115;
const oneEdit = 128;
const twoEdits = 77;

const longest = 4;
const shortestPrefix = 3;
const shortestHead = 4;
const mostPrefixes = 12;
const shortestTypo = 4;
const longTypo = 8;
const mostTypos = 3;
const broadest = 4;

export type Kind = "exact" | "synonym" | "cross" | "compound" | "broader" | "prefix" | "typo";

export interface Source {
  entry: Entry;
  weight: number;
  kind: Kind;
  label: string;
}

export interface Group {
  word: string;
  sources: Source[];
  phrase?: Postings;
  minus: boolean;
}

export interface Term {
  word: string;
  facet: string;
  key: string;
  label: string;
  applied: boolean;
  name: boolean;
}

export function qualified(term: string, lang: string, own: string): string {
  return lang === own ? term : term + "." + lang;
}

const conceptName = (i: number) => "#" + i.toString(36);

export class Expander {
  readonly chains: Chain[];
  readonly langs: string[];
  groups: Group[] = [];
  terms: Term[] = [];
  meant: Record<string, string> = {};
  marks = new Set<string>();
  parts: string[] = []; // terms that are to be marked in German compounds as well

  constructor(readonly index: Index, chains: Map<string, Chain>) {
    this.langs = index.manifest.langs;
    this.chains = this.langs.map((lang) => chainOf(chains, lang));
  }

  async expand(units: Unit[]): Promise<this> {
    this.prefetch(units);
    const groups: number[] = [];
    for (const u of units) {
      const g = await this.group(u);
      groups.push(g ? this.groups.push(g) - 1 : -1);
    }
    await this.sequences(units, groups);
    await this.unknown(units, groups);
    return this;
  }

  private name(term: string, lang: number): string {
    return qualified(term, this.langs[lang], this.langs[0]);
  }

  private prefetch(units: Unit[]): void {
    for (const u of units) {
      for (const w of u.words) this.index.prefetch(this.chains.map((c, i) => this.name(c.term(w), i)));
    }
  }

  private async group(u: Unit): Promise<Group | undefined> {
    const g: Group = { word: u.words.join(" "), sources: [], minus: u.minus };
    if (u.phrase) {
      g.phrase = await phrase(this, u.words);
      return g;
    }
    if (this.chains[0].term(u.words[0]) === "") return undefined;
    let stopped = false;
    let known = false;
    for (let i = 0; i < this.chains.length; i++) {
      const term = this.chains[i].term(u.words[0]);
      if (term === "") stopped = true;
      else if (await this.word(g, term, i)) known = true;
    }
    if (stopped && !known) return undefined; // a small word of another language
    if (u.open && !u.minus && g.sources.length === 0) await this.prefixes(g, u.words[0]);
    return g;
  }

  private async word(g: Group, term: string, lang: number): Promise<boolean> {
    const name = this.name(term, lang);
    const e = await this.index.entry(name);
    if (e) {
      add(g, { entry: e, weight: full, kind: "exact", label: "" });
      this.marks.add(name);
      if (!g.minus) {
        if (lang === 0) await this.concepts(g, e, synonymWeight, "synonym", g.word);
        else await this.concepts(g, e, crossWeight, "cross", g.word);
        if (e.head) await this.broader(g, e.head);
      }
    }
    if (this.langs[lang] === "de" && !g.minus) {
      for (const [mark, weight] of [["+", headWeight], ["-", modifierWeight]] as const) {
        const before = g.sources.length;
        await this.named(g, this.name(term + mark, lang), weight, "compound");
        if (g.sources.length > before && term.length >= shortestHead) this.parts.push(term);
      }
    }
    return e !== undefined;
  }

  private async broader(g: Group, head: string): Promise<void> {
    const e = await this.index.entry(head);
    if (e && e.df <= Math.floor(this.index.manifest.docs / broadest) + 1) add(g, { entry: e, weight: broaderWeight, kind: "broader", label: "" });
  }

  private async named(g: Group, name: string, weight: number, kind: Kind): Promise<void> {
    const e = await this.index.entry(name);
    if (e) add(g, { entry: e, weight, kind, label: "" });
  }

  private async concepts(g: Group, e: Entry, weight: number, kind: Kind, word: string): Promise<void> {
    this.index.prefetch(e.concepts.map((c) => conceptName(c >> 1)));
    for (const c of e.concepts) {
      const concept = await this.index.entry(conceptName(c >> 1));
      const parts = concept?.text.split("\t") ?? [];
      if (!concept || parts.length < 3) continue;
      const [label, facet, key, ...names] = parts;
      add(g, { entry: concept, weight, kind, label });
      for (const name of names) this.marks.add(name);
      if (facet && !this.terms.some((t) => t.facet === facet && t.key === key)) {
        this.terms.push({ word, facet, key, label, applied: false, name: c % 2 === 1 });
      }
    }
  }

  private async sequences(units: Unit[], groups: number[]): Promise<void> {
    for (let lang = 0; lang < this.chains.length; lang++) {
      const terms: string[] = [];
      const at: number[] = [];
      units.forEach((u, i) => {
        const term = u.phrase || u.minus ? "" : this.chains[lang].term(u.words[0]);
        if (term !== "") {
          terms.push(term);
          at.push(i);
        }
      });
      for (let from = 0; from < terms.length; from++) {
        for (let n = 2; n <= longest && from + n <= terms.length; n++) {
          const e = await this.index.entry(this.name(terms.slice(from, from + n).join(" "), lang));
          if (!e) continue;
          const [start, end] = [at[from], at[from + n - 1] + 1];
          const word = units.slice(start, end).map((u) => u.words.join(" ")).join(" ");
          for (const g of groups.slice(start, end)) {
            if (g >= 0) await this.concepts(this.groups[g], e, sequenceWeight, lang === 0 ? "synonym" : "cross", word);
          }
        }
      }
    }
  }

  private async prefixes(g: Group, word: string): Promise<void> {
    const prefix = this.chains[0].fold(word);
    if (Array.from(prefix).length < shortestPrefix) return;
    const found: Entry[] = [];
    const first = Math.max(this.index.shardOf(prefix), 0);
    const end = Math.min(this.index.shards.length, this.index.shardOf(prefix) + 3);
    for (let i = first; i < end; i++) {
      // A shard that begins after all words with the prefix has none of them.
      if (i > first && !this.index.mayHave(i, prefix)) break;
      for (const e of (await this.index.shard(i)).entries) {
        if (e.df > 0 && e.name.startsWith(prefix) && !/[ .+\-#]/.test(e.name)) found.push(e);
      }
    }
    found.sort((a, b) => b.df - a.df);
    for (const e of found.slice(0, mostPrefixes)) {
      add(g, { entry: e, weight: prefixWeight, kind: "prefix", label: "" });
      this.marks.add(e.name);
    }
  }

  private async unknown(units: Unit[], groups: number[]): Promise<void> {
    for (let i = 0; i < units.length; i++) {
      const u = units[i];
      if (groups[i] < 0 || u.phrase || u.minus || this.groups[groups[i]].sources.length > 0) continue;
      const g = this.groups[groups[i]];
      if (!(await this.unknownCompound(g, u.words[0]))) await this.typos(g, u.words[0]);
    }
  }

  private async unknownCompound(g: Group, word: string): Promise<boolean> {
    if (this.langs[0] !== "de") return false;
    const chain = this.chains[0];
    const letters = Array.from(chain.fold(word));
    for (let i = shortestTypo; i <= letters.length - shortestTypo; i++) {
      const front = await this.index.entry(chain.stem(letters.slice(0, i).join("")));
      if (!front) continue;
      const tail = await this.index.entry(chain.stem(letters.slice(i).join("")));
      if (!tail) continue;
      add(g, { entry: tail, weight: broaderWeight, kind: "broader", label: "" });
      add(g, { entry: front, weight: broaderWeight, kind: "broader", label: "" });
      await this.concepts(g, tail, broaderWeight / 2, "broader", g.word);
      return g.sources.length > 0;
    }
    return false;
  }

  private async typos(g: Group, word: string): Promise<void> {
    const folded = Array.from(this.chains[0].fold(word));
    if (folded.length < shortestTypo) return;
    const most = folded.length >= longTypo ? 2 : 1;
    for (const c of await this.candidates(folded, most)) {
      await this.meantWord(g, c.word, c.edits > 1 ? twoEdits : oneEdit);
      if (!(word in this.meant) && g.sources.length > 0) this.meant[word] = c.word;
    }
  }

  private async candidates(folded: string[], most: number): Promise<{ word: string; edits: number }[]> {
    const near: { word: string; edits: number }[][] = Array.from({ length: most + 1 }, () => []);
    const files: Promise<any>[] = [];
    for (let n = folded.length - most; n <= folded.length + most; n++) {
      const name = this.index.manifest.words[n];
      if (name) files.push(this.index.load(name));
    }
    for (const [text] of await Promise.all(files)) {
      for (const word of text.split("\n")) {
        const d = edits(folded, Array.from(this.chains[0].fold(word)), most);
        if (d <= most) near[d].push({ word, edits: d });
      }
    }
    return (near.find((list) => list.length > 0) ?? []).slice(0, mostTypos);
  }

  private async meantWord(g: Group, word: string, weight: number): Promise<void> {
    for (let i = 0; i < this.chains.length; i++) {
      const term = this.chains[i].term(word);
      const e = term === "" ? undefined : await this.index.entry(this.name(term, i));
      if (!e) continue;
      add(g, { entry: e, weight, kind: "typo", label: word });
      this.marks.add(e.name);
      await this.concepts(g, e, Math.floor(weight / 2), "typo", word);
    }
  }
}

export function chainOf(chains: Map<string, Chain>, lang: string): Chain {
  let chain = chains.get(lang);
  if (!chain) chains.set(lang, (chain = new Chain(lang)));
  return chain;
}

// add adds a source, or raises the weight of one that is there.
function add(g: Group, s: Source): void {
  if (s.entry.df === 0) return;
  const i = g.sources.findIndex((o) => o.entry === s.entry);
  if (i < 0) g.sources.push(s);
  else if (s.weight > g.sources[i].weight) g.sources[i] = s;
}

// edits returns how many letters have to be added, removed, replaced or exchanged
// with their neighbour to make b of a; most + 1 for more than most.
export function edits(a: string[], b: string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k++) {
      row[k] = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1));
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) row[k] = Math.min(row[k], before[k - 2] + 1);
      least = Math.min(least, row[k]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}
