// Words become terms as in internal/search/analyze, whose comments say why the
// filters stand in this order. A test compares the two over whole word lists.

import { stops } from "./stops";

const word = /[\p{L}\p{M}\p{N}\u00ad]+(?:['’][\p{L}\p{M}\p{N}\u00ad]+)*/gu;

export interface Token {
  start: number;
  end: number;
}

export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(word), (m) => ({ start: m.index!, end: m.index! + m[0].length }));
}

export function words(text: string): string[] {
  return text.match(word) ?? [];
}

// letters are those that Unicode does not take apart.
const letters: Record<string, string> = {
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ",
  "'": "", "’": "", "\u00ad": "",
};

function fold(term: string): string {
  return term.normalize("NFD").replace(/[ßæœøłđðþıς'’\u00ad]|\p{M}/gu, (c) => letters[c] ?? "");
}

// normalizeGerman writes ä, ae and a alike, and ß as ss.
function normalizeGerman(term: string): string {
  let out = "";
  let state = ""; // "U" where an e may follow that only marks an umlaut, "V" after a vowel
  for (const c of term) {
    switch (c) {
      case "a":
      case "o":
        state = "U";
        out += c;
        break;
      case "u":
        state = state === "" ? "U" : "V";
        out += c;
        break;
      case "e":
        if (state !== "U") out += c;
        state = "V";
        break;
      case "i":
      case "q":
      case "y":
        state = "V";
        out += c;
        break;
      case "ä":
      case "ö":
      case "ü":
        state = "V";
        out += c === "ä" ? "a" : c === "ö" ? "o" : "u";
        break;
      default:
        state = "";
        out += c === "ß" ? "ss" : c;
    }
  }
  return out;
}

const articles = /^(?:l|m|t|qu|n|s|j|d|c|jusqu|quoiqu|lorsqu|puisqu)['’]/;

function german(s: string): string {
  const cut = (n: number) => s.slice(0, -n);
  if (s.length > 5 && s.endsWith("ern")) s = cut(3);
  else if (s.length > 4 && /e[mnrs]$/.test(s)) s = cut(2);
  else if (s.length > 3 && s.endsWith("e")) s = cut(1);
  else if (s.length > 3 && /[bdfghklmnt]s$/.test(s)) s = cut(1);

  if (s.length > 5 && s.endsWith("est")) return cut(3);
  if (s.length > 4 && /e[rn]$/.test(s)) return cut(2);
  if (s.length > 4 && /[bdfghklmnt]st$/.test(s)) return cut(2);
  return s;
}

// frenchEndings are tried in order: longer than, ending, letters cut off, letters
// put there. Those without "go on" end the search.
const frenchEndings: [number, string, number, string, boolean?][] = [
  [9, "issement", 7, "r"],
  [8, "issant", 5, "r"],
  [6, "ement", 4, ""],
  [11, "ficatrice", 7, "er"],
  [10, "ficateur", 6, "er"],
  [9, "catrice", 7, "quer"],
  [8, "cateur", 6, "quer"],
  [8, "atrice", 6, "er"],
  [7, "ateur", 5, "er"],
  [6, "trice", 4, "eur", true],
  [7, "teuse", 3, "r"],
  [6, "teur", 2, "r"],
  [5, "euse", 2, ""],
  [7, "ive", 2, "f"],
  [4, "folle", 3, "u"],
  [4, "molle", 3, "u"],
  [9, "nnelle", 5, ""],
  [9, "nnel", 3, ""],
  [8, "ique", 4, "", true],
  [8, "esse", 3, ""],
  [7, "inage", 3, ""],
  [9, "isation", 7, ""],
  [9, "isateur", 7, ""],
  [8, "ation", 5, ""],
  [8, "ition", 5, ""],
];

function french(s: string): string {
  if (s.length > 5 && s.endsWith("x")) {
    if (/[^e]aux$/.test(s)) s = s.slice(0, -2) + "l" + "x";
    s = s.slice(0, -1);
  }
  if (s.length > 3 && s.endsWith("x")) s = s.slice(0, -1);
  if (s.length > 3 && s.endsWith("s")) s = s.slice(0, -1);
  for (const [longer, ending, cut, put, on] of frenchEndings) {
    if (s.length <= longer || !s.endsWith(ending)) continue;
    s = s.slice(0, -cut) + put;
    if (ending === "ement" && s.length > 3 && s.endsWith("ive")) s = s.slice(0, -2) + "f";
    if (ending === "isation" && s.length > 5 && s.endsWith("ual")) s = s.slice(0, -2) + "el";
    if (!on) break;
  }
  return frenchRest(s);
}

function frenchRest(s: string): string {
  if (s.length > 4) s = s.replace(/(\p{L})\1+/gu, "$1");
  if (s.length > 4 && s.endsWith("ie")) s = s.slice(0, -2);
  if (s.length > 4) {
    if (s.endsWith("r")) s = s.slice(0, -1);
    if (s.endsWith("e")) s = s.slice(0, -1);
    if (s.endsWith("e")) s = s.slice(0, -1);
    if (/(\p{L})\1$/u.test(s)) s = s.slice(0, -1);
  }
  return s;
}

function consonant(s: string, i: number): boolean {
  switch (s[i]) {
    case "a":
    case "e":
    case "i":
    case "o":
    case "u":
      return false;
    case "y":
      return i === 0 || !consonant(s, i - 1);
  }
  return true;
}

// measure counts the sequences of vowels that consonants follow.
function measure(s: string): number {
  let n = 0;
  for (let i = 1; i < s.length; i++) {
    if (consonant(s, i) && !consonant(s, i - 1)) n++;
  }
  return n;
}

function hasVowel(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    if (!consonant(s, i)) return true;
  }
  return false;
}

function shortEnd(s: string): boolean {
  const n = s.length;
  return n >= 3 && consonant(s, n - 3) && !consonant(s, n - 2) && consonant(s, n - 1) && !/[wxy]$/.test(s);
}

// The endings of steps 2 and 3 with what is put there, and those that step 4 cuts off.
const step2: [string, string][] = [
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"], ["bli", "ble"], ["alli", "al"], ["entli", "ent"],
  ["eli", "e"], ["ousli", "ous"], ["ization", "ize"], ["ation", "ate"], ["ator", "ate"], ["alism", "al"], ["iveness", "ive"], ["fulness", "ful"],
  ["ousness", "ous"], ["aliti", "al"], ["iviti", "ive"], ["biliti", "ble"], ["logi", "log"],
];
const step3: [string, string][] = [
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""], ["ness", ""],
];
const step4: [string, string][] = [
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
].map((e) => [e, ""]);

// ends reports whether a word has an ending and something before it.
function ends(s: string, ending: string): boolean {
  return s.length > ending.length && s.endsWith(ending);
}

function replaceEnd(s: string, table: [string, string][], least: number): string {
  for (const [ending, put] of table) {
    if (!ends(s, ending)) continue;
    const stem = s.slice(0, -ending.length);
    const allowed = measure(stem) > least && (ending !== "ion" || /[st]$/.test(stem));
    return allowed ? stem + put : s;
  }
  return s;
}

function pastOrGerund(s: string, stem: string): string {
  if (!hasVowel(stem)) return s;
  if (ends(stem, "at") || ends(stem, "bl") || ends(stem, "iz")) return stem + "e";
  const n = stem.length;
  if (n >= 2 && stem[n - 1] === stem[n - 2] && consonant(stem, n - 1) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && shortEnd(stem) ? stem + "e" : stem;
}

function porter(s: string): string {
  if (s.length <= 2) return s;
  if (ends(s, "sses") || ends(s, "ies")) s = s.slice(0, -2);
  else if (!ends(s, "ss") && ends(s, "s")) s = s.slice(0, -1);

  if (ends(s, "eed")) {
    if (measure(s.slice(0, -3)) > 0) s = s.slice(0, -1);
  } else if (ends(s, "ed")) s = pastOrGerund(s, s.slice(0, -2));
  else if (ends(s, "ing")) s = pastOrGerund(s, s.slice(0, -3));

  if (s.length >= 2 && s.endsWith("y") && hasVowel(s.slice(0, -1))) s = s.slice(0, -1) + "i";
  s = replaceEnd(s, step2, 0);
  s = replaceEnd(s, step3, 0);
  s = replaceEnd(s, step4, 1);
  if (s.endsWith("e")) {
    const stem = s.slice(0, -1);
    const m = measure(stem);
    if (m > 1 || (m === 1 && !shortEnd(stem))) s = stem;
  }
  return s.length > 2 && s.endsWith("ll") && measure(s.slice(0, -1)) > 1 ? s.slice(0, -1) : s;
}

// longest is how many letters a word may have, as in analyze.go: what is longer is looked for by nobody.
const longest = 100;

function tooLong(word: string): boolean {
  return word.length > longest && Array.from(word).length > longest;
}

type Filter = (s: string) => string;

const lower: Filter = (s) => s.toLowerCase();
const elide: Filter = (s) => s.replace(articles, "");
const possessive: Filter = (s) => s.replace(/['’＇][sS]$/, "");

// What comes before the stop words, between them and the stem, and the stemmer.
const chains: Record<string, { before: Filter[]; after: Filter[]; stem: Filter }> = {
  de: { before: [lower], after: [normalizeGerman, fold], stem: german },
  fr: { before: [lower, elide], after: [fold], stem: french },
  en: { before: [possessive, lower], after: [fold], stem: porter },
};
const plain = { before: [lower], after: [fold], stem: (s: string) => s };

export class Chain {
  private filters: typeof plain;
  private stops: Set<string>;
  private terms = new Map<string, string>();

  constructor(lang: string) {
    this.filters = chains[lang] ?? plain;
    this.stops = new Set(stops(lang));
  }

  // term returns the term of a word, "" for a stop word and for one that is too long.
  term(word: string): string {
    let term = this.terms.get(word);
    if (term === undefined) this.terms.set(word, (term = this.run(word)));
    return term;
  }

  private run(word: string): string {
    if (tooLong(word)) return "";
    for (const f of this.filters.before) {
      word = f(word);
      if (this.stops.has(word)) return "";
    }
    for (const f of this.filters.after) word = f(word);
    return this.stem(word);
  }

  // fold returns a word as far as it goes before stemming; "" for one that is too long.
  fold(word: string): string {
    if (tooLong(word)) return "";
    for (const f of this.filters.before) word = f(word);
    for (const f of this.filters.after) word = f(word);
    return word;
  }

  stem(folded: string): string {
    return folded === "" ? "" : this.filters.stem(folded);
  }
}
