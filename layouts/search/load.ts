// Files of the index are scripts, since a page that was opened from a disk may
// load nothing else. Each hands its content over under its own name.

export type Loader = (name: string) => Promise<any>;

export class Damaged extends Error {}

// scripts returns a loader that adds script elements to the page. Every file is
// loaded once; one that failed may be asked for again.
export function scripts(folder: string): Loader {
  const arrived = new Map<string, unknown>();
  const pending = new Map<string, Promise<unknown>>();
  (globalThis as any).praxisblattIndex = (name: string, content: unknown) => arrived.set(name, content);
  const load = (name: string) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = folder + name + ".js";
      script.onload = () => (arrived.has(name) ? resolve(arrived.get(name)) : reject(new Damaged(name)));
      script.onerror = () => reject(new Error(name));
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => script.remove());
      document.head.append(script);
    });
  return (name) => {
    let p = pending.get(name);
    if (!p) {
      p = load(name).catch((err) => {
        pending.delete(name);
        throw err;
      });
      pending.set(name, p);
    }
    return p;
  };
}
