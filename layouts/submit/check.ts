// What `check` would refuse, said before the file is made.

import { Field } from "./fields";
import { Scalar } from "./yaml";

export interface Fault {
  field: Field;
  word: string; // which of the page's words says it
}

const phone = /^\+?[0-9][0-9 ()/.–-]*$|^\(?\+?[0-9]+\)[0-9 ()/.–-]*$/;
const mail = /^[^\s@<>(),;:"[\]\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u;
const numeral = /^[-+]?[0-9]+(\.[0-9]+)?$/;

// fits reports whether a text has the form of its field.
export function fits(text: string, form: string): boolean {
  switch (form) {
    case "url":
      return isAddress(text);
    case "email":
      return mail.test(text) && !/\.\.|^\.|\.@/.test(text);
    case "phone":
      return phone.test(text) && text.replace(/[^0-9]/g, "").length > 2;
    case "number":
      return numeral.test(text);
    case "day":
      return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && isDate(text);
    case "edtf":
      return isDate(text);
    case "edtf-end":
      return text === ".." || isDate(text);
  }
  return true;
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"<>\\]+$/.test(text)) return false;
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}

// isDate knows the dates of EDTF that people write: a year, a month or a season, a day, about or uncertain,
// and the end of a year left open. What is rarer is for those who write files.
export function isDate(text: string): boolean {
  if (/^[0-9]{3}X$|^[0-9]{2}XX$/.test(text)) return true;
  const m = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?$/.exec(text);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)];
  if (m[3] === undefined && month >= 21 && month <= 24) return true;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

// faults finds what is wrong in fields that stand together and in those inside, in the order of the page. type is
// that of the entry.
export function faults(fields: Field[], type: string): Fault[] {
  const filled = new Map(fields.filter((f) => f.value() !== undefined).map((f) => [f.key, f]));
  return fields.flatMap((f): Fault[] => {
    if (f.root.closest("[data-off]")) return [];
    const value = f.value();
    const inside = f.inside();
    const must = f.required.includes(type) || (f.required.includes("row") && filled.size > 0);
    if (value === undefined && must && !filled.has(f.or)) return [{ field: inside[0]?.[0] ?? f, word: "wrong_required" }];
    if (value instanceof Scalar && inside.length === 0 && !fits(value.text, f.form)) return [{ field: f, word: "wrong_" + f.form.replace("-end", "") }];
    return [...inside.flatMap((row) => faults(row, type)), ...order(inside[0] ?? [])];
  });
}

// order finds a period that ends before it begins. Texts of dates sort as their days do, as far as both are known.
function order(fields: Field[]): Fault[] {
  const [from, to] = ["from", "to"].map((key) => fields.find((x) => x.key === key));
  const [a, b] = [from?.value(), to?.value()].map((v) => (v instanceof Scalar ? v.text.replace(/[?~%]$/, "") : ""));
  const n = Math.min(a.length, b.length);
  return a && b && b !== ".." && !/X|-2[1-4]$/.test(a + b) && b.slice(0, n) < a.slice(0, n) ? [{ field: to!, word: "wrong_order" }] : [];
}
