// Names of files, and what fits into an address.

import { Entry, Scalar } from "./yaml";

const longest = 60; // letters of a folder's name

// slug makes a folder's name of a text: small letters and digits with hyphens between them.
export function slug(text: string): string {
  const letters: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", œ: "oe", æ: "ae" };
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßœæ]/g, (c) => letters[c])
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

// folder names a new sheet's folder by its place and title. A title in letters that no address has, or none
// but a word that is taken, is named by the day.
export function folder(entries: Entry[], today: string): string {
  const carrier = entries.find(([key]) => key === "carrier")?.[1] as Entry[] | undefined;
  const place = Array.isArray(carrier) ? carrier.find(([key]) => key === "place")?.[1] : undefined;
  const first = Array.isArray(place) ? place[0] : place;
  const title = slug(text(entries, "title")) || "sheet-" + today;
  const key = first instanceof Scalar ? first.text : "";
  const name = key && !(title + "-").startsWith(key + "-") ? key + "-" + title : title.includes("-") || key ? title : title + "-" + today;
  return name.length <= longest ? name : name.slice(0, longest + 1).replace(/-[^-]*$/, "").slice(0, longest);
}

// text is that of a field which is one.
export function text(entries: Entry[], key: string): string {
  const value = entries.find(([k]) => k === key)?.[1];
  return value instanceof Scalar ? value.text : "";
}

// fill replaces {names} in a word of the interface, or in an address.
export const fill = (word: string, values: Record<string, string>) => word.replace(/\{([a-z]+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));

// What programs take as an address: Windows hands a mail program some 2,000 letters, and servers read 8 KiB.
const mailLimit = 1900;
const linkLimit = 6000;

export interface Way {
  href: string;
  whole: boolean; // the text is in it
}

export function mail(to: string, subject: string, body: string, instead: string): Way {
  const address = (body: string) => "mailto:" + to + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body.replace(/\n/g, "\r\n"));
  const whole = address(body).length <= mailLimit;
  return { href: address(whole ? body : instead), whole };
}

// newFile is the page of a repository on which a file is made.
export function newFile(address: string, path: string, text: string): Way {
  const filled = (text: string) => fill(address, { path: encodeURIComponent(path), text: encodeURIComponent(text) });
  const whole = address.includes("{text}") && filled(text).length <= linkLimit;
  return { href: filled(whole ? text : ""), whole };
}
