// Files of the index are scripts, since a page that was opened from a disk may
// load nothing else. Each hands its content over to a function, pb.

import { Damaged } from "./damaged";

export type Loader = (name: string) => Promise<any>;

// script adds a script element to the page, and resolves when it has run.
function script(address: string): Promise<HTMLScriptElement> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = () => (element.remove(), resolve(element));
    element.onerror = () => (element.remove(), reject(new Error(address)));
    document.head.append(element);
  });
}

// once returns a function that loads a script when it is first called, and returns
// what that made. A script that failed may be asked for again.
export function once<T>(address: string, made: (script: HTMLScriptElement) => T | undefined): () => Promise<T> {
  let pending: Promise<T> | undefined;
  const load = async () => {
    const content = made(await script(address));
    if (content === undefined) throw new Damaged(address);
    return content;
  };
  return () => {
    if (!pending) {
      pending = load();
      pending.catch(() => (pending = undefined));
    }
    return pending;
  };
}

// What scripts have handed over.
const contents = new WeakMap<object, unknown>();
(globalThis as any).pb = (content: unknown) => contents.set(document.currentScript!, content);

// scripts returns a loader of the files in a folder. After something was wrong with
// one of them, suffix makes other addresses, or a browser would give what it kept.
export function scripts(folder: string, suffix = ""): Loader {
  const loading = new Map<string, () => Promise<unknown>>();
  return (name) => {
    let load = loading.get(name);
    if (!load) loading.set(name, (load = once(folder + name + ".js" + suffix, (script) => contents.get(script))));
    return load();
  };
}
