// What leads on from a query without results: internal/search/ways.go.

import { Chain, words as wordsOf } from "./analyze";
import { qualified } from "./expand";
import { columns, extra } from "./facets";
import { parse, Unit } from "./query";
import type { Filters, Query, Search } from "./search";
import { apart, edits, lettersOf, list } from "./typo";

export interface Way {
  kind: "unfiltered" | "unquoted" | "included" | "alone" | "near" | "named";
  label: string;
  text: string;
  filters: Filters;
  count: number;
}

const mostNear = 5;
const mostNamed = 3;
const alike = 500;
const alikeNames = 600;
const fewestAlike = 4;

export async function ways(search: Search, q: Query): Promise<Way[]> {
  const units = parse(q.text);
  const tries = looser(q, units);
  const unknown = await nowhere(search, units);
  if (unknown.length > 0) {
    for (const word of await nearWords(search, unknown)) tries.push({ kind: "near", label: word, text: word, filters: {}, count: 0 });
  }
  const found: Way[] = [];
  for (const w of tries) {
    const { total } = await search.run({ text: w.text, filters: w.filters, most: 0, facets: false, decline: [] });
    if (total) found.push({ ...w, count: total });
  }
  return unknown.length > 0 ? [...found, ...(await nearNames(search, unknown))] : found;
}

// looser returns the ways that ask for less.
function looser(q: Query, units: Unit[]): Way[] {
  const { filters } = q;
  const wanted = units.filter((u) => !u.minus);
  const tries: Way[] = [];
  if (Object.values(filters).some((keys) => keys.length > 0) && units.length > 0) tries.push({ kind: "unfiltered", label: "", text: q.text, filters: {}, count: 0 });
  if (wanted.some((u) => u.phrase)) tries.push({ kind: "unquoted", label: "", text: written(units, false), filters, count: 0 });
  if (wanted.length < units.length && wanted.length > 0) tries.push({ kind: "included", label: "", text: written(wanted, true), filters, count: 0 });
  for (const u of wanted.length > 1 ? wanted : []) {
    const text = written([u], true);
    if (!tries.some((w) => w.text === text)) tries.push({ kind: "alone", label: u.words.join(" "), text, filters, count: 0 });
  }
  return tries;
}

// written is a query of units; without quotes they are words all the same.
function written(units: Unit[], quotes: boolean): string {
  const texts = units.map((u) => {
    const text = u.words.join(" ");
    return (u.minus ? "-" : "") + (u.phrase && (quotes || u.minus) ? `"${text}"` : text);
  });
  return texts.join(" ");
}

const letters = (word: string) => Array.from(word).length;

// nowhere returns the words of a query, folded, that the dictionary does not have in any language.
async function nowhere(search: Search, units: Unit[]): Promise<string[]> {
  const own = search.chain();
  const unknown: string[] = [];
  for (const word of units.flatMap((u) => (u.minus ? [] : u.words))) {
    const folded = own.fold(word);
    if (!unknown.includes(folded) && !(await knows(search, word)) && letters(folded) >= fewestAlike) unknown.push(folded);
  }
  return unknown;
}

// knows reports whether a word has an entry, or is too small for one.
async function knows(search: Search, word: string): Promise<boolean> {
  const { langs } = search.index.manifest;
  for (const lang of langs) {
    const term = search.chain(lang).term(word);
    if (term === "" || (await search.index.entry(qualified(term, lang, langs[0])))) return true;
  }
  return false;
}

// nearWords returns the frequent words that are most like one of some folded words, one of those with the same term.
async function nearWords(search: Search, unknown: string[]): Promise<string[]> {
  const own = search.chain();
  const files = (await extra(search.index)).words;
  const wanted = unknown.map(probe);
  const near: { word: string; alike: number }[] = [];
  const lengths = Object.keys(files).filter((n) => +n >= fewestAlike);
  for (const { words, folded, letters } of await Promise.all(lengths.map((n) => list(search.index, own, "w" + n + "-" + files[n])))) {
    for (let i = 0; i < words.length; i++) {
      for (const u of wanted) {
        const n = likeness(u, folded[i], letters[i]);
        if (n >= alike) near.push({ word: words[i], alike: n });
      }
    }
  }
  near.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
  const byTerm = new Map<string, string>();
  for (const { word } of near) {
    const term = own.term(word);
    if (byTerm.size < mostNear && !byTerm.has(term)) byTerm.set(term, word);
  }
  return [...byTerm.values()];
}

// nearNames returns the themes and places with practices of whose names a word is most like one of some folded words.
async function nearNames(search: Search, unknown: string[]): Promise<Way[]> {
  const wanted = unknown.map(probe);
  const near: { way: Way; alike: number }[] = [];
  for (const { facet, values } of await columns(search.index, ["places", "themes"])) {
    for (const v of values) {
      const n = nameLikeness(search.chain(), wanted, v.label);
      const way: Way = { kind: "named", label: v.label, text: "", filters: { [facet]: [v.key] }, count: v.docs.length };
      if (n >= alikeNames && way.count > 0) near.push({ way, alike: n });
    }
  }
  near.sort((a, b) => b.alike - a.alike);
  return near.slice(0, mostNamed).map((n) => n.way);
}

function nameLikeness(chain: Chain, wanted: Probe[], name: string): number {
  let best = 0;
  for (const word of wordsOf(name)) {
    const folded = chain.fold(word);
    for (const u of wanted) best = Math.max(best, likeness(u, folded, lettersOf(folded)));
  }
  return best;
}

// A Probe is a word that many others are compared with.
interface Probe {
  word: string;
  letters: string[];
  marks: number;
}

const probe = (word: string): Probe => ({ word, letters: Array.from(word), marks: lettersOf(word) });

// likeness says in thousandths how much of the longer of two folded words is in the other one as well.
function likeness(a: Probe, b: string, marks: number): number {
  const other = Array.from(b);
  const [short, long] = a.letters.length > other.length ? [other, a.letters] : [a.letters, other];
  const [begin, whole] = short === other ? [b, a.word] : [a.word, b];
  if (short.length < fewestAlike) return 0;
  const n = long.length;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  let best = shared >= fewestAlike ? Math.floor((1000 * shared) / n) : 0;
  if (whole.startsWith(begin) || whole.endsWith(begin)) best = Math.max(best, 500 + Math.floor((500 * short.length) / n));
  const most = Math.min(Math.floor(n / 3), 4);
  if (long.length - short.length > most || apart(a.marks, marks) > most) return best;
  const d = edits(short, long, most);
  return d <= most ? Math.max(best, 1000 - Math.floor((1000 * d) / n)) : best;
}
