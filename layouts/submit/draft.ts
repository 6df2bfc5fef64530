// The draft of a sheet, kept in the browser and nowhere else. A browser may refuse to keep anything:
// then there is none, and the page says so.

import { Saved } from "./fields";

export class Draft {
  constructor(private readonly name: string) {}

  // read returns what was kept, undefined where there is nothing that can be read.
  read(): Saved | undefined {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? "") as Saved;
    } catch {
      return undefined;
    }
  }

  // write reports whether the browser keeps the draft.
  write(saved: Saved): boolean {
    try {
      localStorage.setItem(this.name, JSON.stringify(saved));
      return true;
    } catch {
      return false;
    }
  }

  remove(): void {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // What may not be kept is not there either.
    }
  }
}
