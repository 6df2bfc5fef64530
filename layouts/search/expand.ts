// What the words of a query stand for: internal/search/expand.go,
// step by step, so that both give the same results.

import { Chain } from "./analyze";
import { Entry, Postings } from "./decode";
import { Index } from "./index";
import type { More } from "./more";
import { Unit } from "./query";

export const full = 256;
const synonymWeight = 128;
const crossWeight = 205;
const sequenceWeight = 205;
const headWeight = 154;
const modifierWeight = 115;
export const broaderWeight = 90;
const prefixWeight = 115;

const longest = 4;
const shortestPrefix = 3;
const shortestHead = 4;
const mostPrefixes = 12;
const mostShards = 8;
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
  name: boolean; // and not one of the other words for it
  concept: number;
}

export function qualified(term: string, lang: string, own: string): string {
  return lang === own ? term : term + "." + lang;
}

export const conceptName = (i: number) => "#" + i.toString(36);

export class Expander {
  readonly chains: Chain[];
  readonly langs: string[];
  groups: Group[] = [];
  terms: Term[] = [];
  meant: Record<string, string> = {};
  marks = new Set<string>();
  parts: string[] = []; // terms that are to be marked in German compounds as well

  constructor(readonly index: Index, chains: Map<string, Chain>, private more: () => Promise<More>) {
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
    const unknown = units.map((u, i) => (u.phrase || u.minus ? undefined : this.groups[groups[i]])).filter((g) => g && g.sources.length === 0) as Group[];
    if (unknown.length > 0) {
      const more = await this.more();
      for (const g of unknown) await more.unknown(this, g);
    }
    return this;
  }

  name(term: string, lang: number): string {
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
      g.phrase = await (await this.more()).phrase(this, u.words);
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

  async concepts(g: Group, e: Entry, weight: number, kind: Kind, word: string): Promise<void> {
    this.index.prefetch(e.concepts.map((c) => conceptName(c >> 1)));
    for (const c of e.concepts) {
      const concept = await this.index.entry(conceptName(c >> 1));
      const parts = concept?.text.split("\t") ?? [];
      if (!concept || parts.length < 3) continue;
      const [label, facet, key, ...names] = parts;
      add(g, { entry: concept, weight, kind, label });
      for (const name of names) this.marks.add(name);
      if (facet && !this.terms.some((t) => t.facet === facet && t.key === key)) {
        this.terms.push({ word, facet, key, label, applied: false, name: c % 2 === 1, concept: c >> 1 });
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
    const found = await this.goOn(prefix);
    found.sort((a, b) => b.df - a.df);
    for (const e of found.slice(0, mostPrefixes)) {
      add(g, { entry: e, weight: prefixWeight, kind: "prefix", label: "" });
      this.marks.add(e.name);
    }
  }

  // goOn returns the terms that go on with a prefix, from as many shards as a reader may wait for.
  private async goOn(prefix: string): Promise<Entry[]> {
    const found: Entry[] = [];
    let p = await this.index.find(prefix);
    if (p.at < 0) [p] = await this.index.next(p);
    for (let n = 0; n < mostShards; n++) {
      for (const e of (await this.index.shard(p)).entries) {
        if (e.df > 0 && e.name.startsWith(prefix) && !/[ .+\-#=]/.test(e.name)) found.push(e);
      }
      let first: string;
      [p, first] = await this.index.next(p);
      if (!first.startsWith(prefix)) break;
    }
    return found;
  }
}

export function chainOf(chains: Map<string, Chain>, lang: string): Chain {
  let chain = chains.get(lang);
  if (!chain) chains.set(lang, (chain = new Chain(lang)));
  return chain;
}

// add adds a source, or raises the weight of one that is there.
export function add(g: Group, s: Source): void {
  if (s.entry.df === 0) return;
  const i = g.sources.findIndex((o) => o.entry === s.entry);
  if (i < 0) g.sources.push(s);
  else if (s.weight > g.sources[i].weight) g.sources[i] = s;
}
