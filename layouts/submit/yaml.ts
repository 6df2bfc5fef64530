// Front matter as `praxisblatt fmt` leaves it: keys in the order in which they come, a line
// a value, quotes wherever YAML or another tool could take a value for something else.

// A Value is a text, a list of texts, a map in the order of its keys, or a list of maps.
export type Value = Scalar | Scalar[] | Entry[] | Entry[][];

// A Scalar knows the form of its field, since a number may be written without quotes where
// one is meant, and a year in a title may not.
export class Scalar {
  constructor(readonly text: string, readonly form: string = "line") {}
}

export type Entry = [key: string, value: Value];

// clean takes out of a text what gets in by pasting and means nothing: control characters, characters
// without width, overrides of the direction. Letters and their accents become one character, as they are when typed.
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\u202d\u202e\ufeff\ufffe\uffff]/g, "")
    .normalize("NFC")
    .trim();
}

// matter writes a file: the fields between their lines, then the text.
export function matter(entries: Entry[], body: string): string {
  return "---\n" + map(entries, "") + "---\n" + (body && body.replace(/[\u2028\u2029]/g, "\n") + "\n");
}

function map(entries: Entry[], indent: string): string {
  return entries.map(([key, value]) => pair(key, value, indent)).join("");
}

function pair(key: string, value: Value, indent: string): string {
  const head = indent + key + ":";
  if (value instanceof Scalar) return head + " " + scalar(value, indent + "  ") + "\n";
  if (isTexts(value)) return head + texts(value, indent + "  ") + "\n";
  if (isRows(value)) return head + "\n" + value.map((row) => item(row, indent + "  ")).join("");
  return head + "\n" + map(value, indent + "  ");
}

const isTexts = (v: Value): v is Scalar[] => Array.isArray(v) && v[0] instanceof Scalar;
const isRows = (v: Value): v is Entry[][] => Array.isArray(v) && Array.isArray(v[0]) && typeof v[0][0] !== "string";

// item writes a map behind a dash.
function item(row: Entry[], indent: string): string {
  return indent + "- " + map(row, indent + "  ").slice(indent.length + 2);
}

// texts writes keys on one line, sentences on a line each.
function texts(list: Scalar[], indent: string): string {
  if (list.every((s) => s.form !== "line")) return " [" + list.map((s) => scalar(s, indent)).join(", ") + "]";
  return list.map((s) => "\n" + indent + "- " + scalar(s, indent + "  ")).join("");
}

// block is a text that may stand below its key as it is: none of its lines could be taken for the end of the
// front matter, and no character has to be escaped.
const block = (text: string) => !/[\u2028\u2029]/.test(text) && !/^[ \t]*(---|\.\.\.)[ \t]*$/m.test(text);

function scalar(s: Scalar, indent: string): string {
  if (plain(s)) return s.text;
  if (s.form === "markdown" && block(s.text)) return "|\n" + s.text.replace(/^(?=.)/gm, indent);
  return quoted(s.text);
}

// Words that YAML 1.1 or 1.2 takes for nothing or a truth value.
const words = /^(y|yes|n|no|on|off|true|false|null|~)$/i;
const number = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?$/;
const date = /^[0-9]{4}(-[0-9]{2}){0,2}$/;
const key = /^[a-z][a-z0-9-]*$/;
const prose = /^[\p{L}][\p{L}\p{M}\p{N} .,()/’–-]*$/u;

// plain reports whether a value needs no quotes.
function plain({ text, form }: Scalar): boolean {
  if (words.test(text)) return form === "bool" && /^(true|false)$/.test(text);
  switch (form) {
    case "number":
      return number.test(text);
    case "edtf":
    case "edtf-end":
    case "day":
      return date.test(text);
    case "enum":
    case "term":
    case "lang":
      return key.test(text);
    case "url":
      return /^https?:\/\/[A-Za-z0-9._~/?=&%-]+$/.test(text);
    case "email":
      return /^[A-Za-z][A-Za-z0-9._-]*@[A-Za-z0-9.-]+$/.test(text);
    case "phone":
      return false; // 0651 is a number to other tools
  }
  return prose.test(text);
}

const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u2028": "\\u2028", "\u2029": "\\u2029" };

function quoted(text: string): string {
  return '"' + text.replace(/[\\"\n\t\u2028\u2029]/g, (c) => escapes[c]) + '"';
}
