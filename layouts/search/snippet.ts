// Reasons and pieces of text, as in internal/search/snippet.go.

import { Chain, tokens } from "./analyze";
import { chainOf, Expander, Kind, qualified, Source } from "./expand";
import { Index, Record6 } from "./index";
import { impactOf } from "./rank";

export interface Reason {
  word: string;
  kind: Kind;
  label: string;
}

// reasons names, for every word that the document does not have itself, the
// source that brought it.
export function reasons(doc: number, x: Expander): Reason[] {
  const all: Reason[] = [];
  for (const g of x.groups) {
    if (g.minus || g.phrase) continue;
    let best = 0;
    let why: Source | undefined;
    for (const s of g.sources) {
      const impact = impactOf(s.entry, doc);
      if (impact < 0) continue;
      if (s.kind === "exact") {
        why = undefined;
        best = 0;
        break;
      }
      const w = impact * s.weight;
      if (w > best) [best, why] = [w, s];
    }
    if (why) all.push({ word: g.word, kind: why.kind, label: why.label || why.entry.name.split(".")[0].replace(/^(.*)\+$/, "…$1").replace(/-$/, "…") });
  }
  return all;
}

export interface Snippet {
  text: string;
  lang: string;
  marks: [number, number][];
}

const snippetLength = 200;

// snippet cuts the piece of a sheet in which most different words were found.
export async function snippet(index: Index, record: Record6, x: Expander, chains: Map<string, Chain>): Promise<Snippet | undefined> {
  let best: Snippet | undefined;
  let most = -1;
  for (const [lang, text] of await index.text(record)) {
    const [s, found] = cut(text, lang || index.manifest.lang, x, chains);
    if (found > most) [best, most] = [s, found];
  }
  return best;
}

function cut(text: string, lang: string, x: Expander, chains: Map<string, Chain>): [Snippet, number] {
  const chain = chainOf(chains, lang);
  const marks = tokens(text).flatMap(({ start, end }) => {
    const term = chain.term(text.slice(start, end));
    const name = qualified(term, lang, x.langs[0]);
    return term !== "" && marked(x, term, name, lang) ? [{ start, end, name }] : [];
  });
  let from = 0;
  let most = 0;
  marks.forEach((first, i) => {
    const names = new Set<string>();
    for (let k = i; k < marks.length && length(text.slice(first.start, marks[k].end)) < (snippetLength * 3) / 4; k++) names.add(marks[k].name);
    if (names.size > most) [from, most] = [first.start, names.size];
  });
  const [start, end] = window(text, from);
  const before = start > 0 ? "… " : "";
  const shift = before.length - start;
  const snippet: Snippet = {
    text: before + text.slice(start, end) + (end < text.length ? " …" : ""),
    lang,
    marks: marks.filter((m) => m.start >= start && m.end <= end).map((m) => [m.start + shift, m.end + shift]),
  };
  return [snippet, most];
}

function length(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

// window returns the bounds of a piece around a place, between words.
function window(text: string, at: number): [number, number] {
  let start = 0;
  const before = Array.from(text.slice(0, at));
  if (before.length > snippetLength / 4) {
    start = at - before.slice(-snippetLength / 4).join("").length;
    const gap = text.slice(start, at).search(/[ \n]/);
    if (gap >= 0) start += gap + 1;
  }
  let end = start + Array.from(text.slice(start, start + 2 * snippetLength)).slice(0, snippetLength).join("").length;
  if (end < text.length) {
    const piece = text.slice(start, end);
    const gap = Math.max(piece.lastIndexOf(" "), piece.lastIndexOf("\n"));
    if (gap > 0) end = start + gap;
  }
  return [start, end];
}

// marked reports whether a term of the text is one that was looked for, or a
// compound of one.
function marked(x: Expander, term: string, name: string, lang: string): boolean {
  return x.marks.has(name) || (lang === "de" && x.parts.some((part) => term.startsWith(part) || term.endsWith(part)));
}
