// The form as a tree. The page is made from the format: what a field is stands in its attributes
// data-key and data-kind, and those of groups and rows lie inside of them.

import { harmless } from "./markdown";
import { clean, Entry, Scalar, Value } from "./yaml";

// What is kept of a draft: texts, ticks, and the same for the fields inside.
export type Saved = string | boolean | Saved[] | { [key: string]: Saved };

export interface Field {
  key: string;
  root: HTMLElement;
  form: string;
  required: string[]; // for which types of entry; "row" is for a row in which anything stands
  or: string; // the key beside it that will do as well
  value(): Value | undefined; // undefined where nothing is filled in
  save(): Saved;
  load(saved: Saved | undefined): void;
  inside(): Field[][]; // the fields of a group, of a list those of each row
  control(): HTMLElement; // what gets the focus
}

// fieldsIn finds the fields that lie inside an element, but in no other field.
export function fieldsIn(root: Element): Field[] {
  return [...root.querySelectorAll<HTMLElement>("[data-key]")]
    .filter((e) => e.parentElement!.closest("[data-key], [data-row]") === (root.matches("[data-key], [data-row]") ? root : null))
    .map(field);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function field(root: HTMLElement): Field {
  const f = {
    root,
    key: root.dataset.key!,
    form: root.dataset.form ?? "line",
    required: (root.dataset.required ?? "").split(" "),
    or: root.dataset.or ?? "",
    inside: (): Field[][] => [],
    control: () => root.querySelector<HTMLElement>("input, select, textarea")!,
  };
  switch (root.dataset.kind) {
    case "group":
      return group(f);
    case "rows":
    case "list":
      return list(f, root.dataset.kind === "rows");
    case "choices":
      return choices(f);
    case "check":
      return check(f);
  }
  if (root.dataset.kind === "text") f.form = "markdown";
  const control = f.control() as Control;
  const first = control instanceof HTMLSelectElement ? control.options[Math.max(0, [...control.options].findIndex((o) => o.defaultSelected))].value : control.defaultValue;
  return {
    ...f,
    value: () => {
      const text = clean(control.value);
      return text === "" ? undefined : new Scalar(f.form === "markdown" ? harmless(text) : text, f.form);
    },
    save: () => (control.value === first ? "" : control.value),
    load: (saved) => void (control.value = typeof saved === "string" && saved !== "" ? saved : first),
  };
}

type Base = Omit<Field, "value" | "save" | "load">;

function check(f: Base): Field {
  const control = f.control() as HTMLInputElement;
  return {
    ...f,
    value: () => (control.checked ? new Scalar("true", "bool") : undefined),
    save: () => control.checked,
    load: (saved) => void (control.checked = saved === true),
  };
}

function choices(f: Base): Field {
  const boxes = [...f.root.querySelectorAll<HTMLInputElement>("input")];
  const chosen = () => boxes.filter((b) => b.checked).map((b) => b.value);
  return {
    ...f,
    value: () => (chosen().length > 0 ? chosen().map((v) => new Scalar(v, f.form)) : undefined),
    save: chosen,
    load: (saved) => boxes.forEach((b) => (b.checked = Array.isArray(saved) && saved.includes(b.value))),
  };
}

function group(f: Base): Field {
  const inside = fieldsIn(f.root);
  return {
    ...f,
    inside: () => [inside],
    value: () => shorthand(f.root.dataset.shorthand, entriesOf(inside)),
    save: () => saveAll(inside),
    load: (saved) => loadAll(inside, saved),
  };
}

// shorthand is a group in its shortest form: a text alone without its key, and a period that begins and ends
// at once as the one date that it is.
function shorthand(key: string | undefined, entries: Entry[]): Value | undefined {
  if (entries.length === 1 && entries[0][0] === key) return entries[0][1];
  const [from, to] = entries.map(([, value]) => value);
  if (key === "." && entries.length === 2 && from instanceof Scalar && to instanceof Scalar && entries[0][0] === "from" && from.text === to.text) {
    return from;
  }
  return entries.length > 0 ? entries : undefined;
}

export function entriesOf(fields: Field[]): Entry[] {
  return fields.flatMap((f): Entry[] => {
    const value = f.value();
    return value === undefined || f.root.closest("[data-off]") ? [] : [[f.key, value]];
  });
}

export const saveAll = (fields: Field[]): Saved => Object.fromEntries(fields.map((f) => [f.key, f.save()]));

export function loadAll(fields: Field[], saved: Saved | undefined): void {
  const of = saved && typeof saved === "object" && !Array.isArray(saved) ? saved : {};
  for (const f of fields) f.load(of[f.key]);
}

// list is a field of as many rows as are wanted. The first one is on the page, the others are copies of it.
function list(f: Base, maps: boolean): Field {
  const rows = () => [...f.root.querySelectorAll<HTMLElement>("[data-row]")];
  const inside = () => rows().map(fieldsIn);
  return {
    ...f,
    inside,
    value: () => {
      const values = inside().map(entriesOf).filter((entries) => entries.length > 0);
      if (values.length === 0) return undefined;
      return maps ? values : values.map((entries) => entries[0][1] as Scalar);
    },
    save: () => inside().map(saveAll),
    load: (saved) => {
      const all = Array.isArray(saved) && saved.length > 0 ? saved : [{}];
      while (rows().length > all.length) rows().at(-1)!.remove();
      while (rows().length < all.length) addRow(f.root);
      inside().forEach((fields, i) => loadAll(fields, all[i]));
    },
  };
}

// addRow appends an empty copy of the first row. Its ids say which row it is.
export function addRow(root: HTMLElement): HTMLElement {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-row]")];
  const n = Number(rows.at(-1)!.dataset.row) + 1;
  const row = rows[0].cloneNode(true) as HTMLElement;
  row.dataset.row = String(n);
  row.querySelector("[data-act=remove]")?.parentElement!.remove();
  for (const e of row.querySelectorAll<HTMLElement>("*")) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      const value = e.getAttribute(name);
      if (value) e.setAttribute(name, value.replaceAll(root.id + "-0", root.id + "-" + n));
    }
    if (e.matches(".wrong")) e.hidden = true;
    e.removeAttribute("aria-invalid");
  }
  rows.at(-1)!.after(row);
  for (const f of fieldsIn(row)) f.load(undefined);
  return row;
}
