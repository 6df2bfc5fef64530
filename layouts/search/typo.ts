// What was meant by words that stand for nothing: internal/search/typo.go.

import type { Chain } from "./analyze";
import { add, broaderWeight, Expander, Group } from "./expand";
import { extra } from "./facets";
import type { Index } from "./index";

const oneEdit = 128;
const twoEdits = 77;
const shortestTypo = 4;
const longTypo = 8;
const mostTypos = 3;

export async function unknown(x: Expander, g: Group): Promise<void> {
  if (!(await unknownCompound(x, g))) await typos(x, g);
}

// unknownCompound takes a German word for two of the dictionary.
async function unknownCompound(x: Expander, g: Group): Promise<boolean> {
  if (x.langs[0] !== "de") return false;
  const chain = x.chains[0];
  const letters = Array.from(chain.fold(g.word));
  for (let i = shortestTypo; i <= letters.length - shortestTypo; i++) {
    const front = await x.index.entry(chain.stem(letters.slice(0, i).join("")));
    if (!front) continue;
    const tail = await x.index.entry(chain.stem(letters.slice(i).join("")));
    if (!tail) continue;
    add(g, { entry: tail, weight: broaderWeight, kind: "broader", label: "" });
    add(g, { entry: front, weight: broaderWeight, kind: "broader", label: "" });
    await x.concepts(g, tail, broaderWeight / 2, "broader", g.word);
    return g.sources.length > 0;
  }
  return false;
}

async function typos(x: Expander, g: Group): Promise<void> {
  const folded = x.chains[0].fold(g.word);
  const length = Array.from(folded).length;
  if (length < shortestTypo) return;
  for (const [word, distance] of await candidates(x, folded, length, length >= longTypo ? 2 : 1)) {
    await meantWord(x, g, word, distance > 1 ? twoEdits : oneEdit);
    if (!Object.hasOwn(x.meant, g.word) && g.sources.length > 0) x.meant[g.word] = word;
  }
}

// A list is the words of one length, folded as well, with marks of the letters that each has.
export interface List {
  words: string[];
  folded: string[];
  letters: Int32Array;
}

export function list(index: Index, chain: Chain, name: string): Promise<List> {
  return index.once(name, ([text]) => {
    const words: string[] = text.split("\n");
    const folded = words.map((w) => chain.fold(w));
    return { words, folded, letters: Int32Array.from(folded, lettersOf) };
  });
}

// lettersOf marks which letters a word has. A word within n edits of another has
// at most n letters that the other has not.
export function lettersOf(word: string): number {
  let marks = 0;
  for (let i = 0; i < word.length; i++) marks |= 1 << (word.charCodeAt(i) & 31);
  return marks;
}

// apart returns how many edits lie between two words at least, by the letters that they have.
export function apart(a: number, b: number): number {
  return Math.max(bits(a & ~b), bits(b & ~a));
}

function bits(n: number): number {
  let count = 0;
  for (; n !== 0; n &= n - 1) count++;
  return count;
}

async function candidates(x: Expander, folded: string, length: number, most: number): Promise<[string, number][]> {
  const near: [string, number][][] = Array.from({ length: most + 1 }, () => []);
  const files = (await extra(x.index)).words;
  const loading: Promise<List>[] = [];
  for (let n = length - most; n <= length + most; n++) if (files[n]) loading.push(list(x.index, x.chains[0], "w" + n + "-" + files[n]));
  const own = lettersOf(folded);
  const wanted = Array.from(folded);
  for (const { words, folded, letters } of await Promise.all(loading)) {
    for (let i = 0; i < words.length; i++) {
      if (apart(own, letters[i]) > most) continue;
      const d = edits(wanted, Array.from(folded[i]), most);
      if (d <= most) near[d].push([words[i], d]);
    }
  }
  return (near.find((list) => list.length > 0) ?? []).slice(0, mostTypos);
}

async function meantWord(x: Expander, g: Group, word: string, weight: number): Promise<void> {
  for (let i = 0; i < x.chains.length; i++) {
    const term = x.chains[i].term(word);
    const e = term === "" ? undefined : await x.index.entry(x.name(term, i));
    if (!e) continue;
    add(g, { entry: e, weight, kind: "typo", label: word });
    x.marks.add(e.name);
    await x.concepts(g, e, Math.floor(weight / 2), "typo", word);
  }
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
