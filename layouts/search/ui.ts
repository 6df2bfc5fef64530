// The search page: results as one types, everything in its address.
//
// Keys: / goes to the field, arrows through the results, Enter opens, Escape clears.

import { Index } from "./index";
import { once, scripts } from "./load";
import type { More } from "./more";
import { Filters, Results, Search } from "./search";
import { Actions, button, chips, counted, element, row, Words } from "./view";
import type { Way } from "./ways";

const page = 10; // results at first, and each time more are asked for
const pause = 60; // milliseconds without a key before a search begins
const separator = "~"; // between keys in the address; no key has it

interface State {
  text: string;
  filters: Filters;
  decline: string[];
}

function start(root: HTMLElement): void {
  const words: Words = JSON.parse(root.dataset.words!);
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>("[data-part=" + name + "]")!;
  const input = root.querySelector<HTMLInputElement>("input[type=search]")!;
  const status = part("status");
  const list = part("results");
  const notes = part("notes");
  const next = part("more");
  const panel = part<HTMLDetailsElement>("filters");
  const boxes = part("boxes");
  const browse = part("browse");

  let state = fromAddress();
  let most = page;
  let turn = 0; // of the latest search; what comes later than the next one is dropped
  let timer = 0;
  let search: Promise<Search> | undefined;
  let failures = 0;
  const more = once(root.dataset.more!, () => (globalThis as any).praxisblattMore as More | undefined);
  const open = () => {
    search ??= Index.open(scripts(root.dataset.index!, failures ? "?" + failures : ""), root.dataset.manifest!).then((index) => new Search(index, more));
    return search;
  };

  function fromAddress(): State {
    const given = new URLSearchParams(location.search);
    const s: State = { text: given.get("q") ?? "", filters: {}, decline: given.get("words")?.split(separator) ?? [] };
    for (const facet of words.facets.split(" ")) {
      const keys = given.get(facet)?.split(separator).filter(Boolean);
      if (keys?.length) s.filters[facet] = keys;
    }
    return s;
  }

  function addressOf(s: State): string {
    const q = new URLSearchParams();
    if (s.text) q.set("q", s.text);
    for (const [facet, keys] of Object.entries(s.filters)) if (keys.length) q.set(facet, keys.join(separator));
    if (s.decline.length) q.set("words", s.decline.join(separator));
    return location.pathname + (q.size ? "?" + q : "");
  }

  function toAddress(): void {
    try {
      history.replaceState(null, "", addressOf(state));
    } catch {
      // A browser may refuse for files; the search itself does not need it.
    }
  }

  const chosen = () => Object.values(state.filters).some((keys) => keys.length > 0);

  async function run(): Promise<void> {
    const mine = ++turn;
    toAddress();
    const idle = state.text.trim() === "" && !chosen();
    browse.hidden = !idle;
    if (idle && !panel.open) return show(undefined);
    root.setAttribute("aria-busy", "true");
    try {
      const s = await open();
      const query = { text: state.text, filters: state.filters, most, facets: panel.open, decline: state.decline };
      const results = await s.run(query);
      const extras = panel.open || results.total === 0 || Object.keys(results.meant).length > 0 ? await more() : undefined;
      if (mine !== turn) return;
      show(idle ? undefined : results, results, extras);
      if (results.total === undefined) {
        results.total = await results.rest!();
        if (mine === turn) announce(results);
      }
      if (results.total === 0 && !idle) {
        const ways = await extras!.ways(s, query);
        if (mine === turn) lead(ways, extras!);
      }
    } catch (err) {
      console.error(err);
      if (mine === turn) fail();
    }
    if (mine === turn) root.removeAttribute("aria-busy");
  }

  function show(results: Results | undefined, counts = results, extras?: More): void {
    list.replaceChildren(...(results?.hits ?? []).map((r) => row(r, words)));
    list.parentElement!.hidden = !results?.hits.length;
    notes.replaceChildren();
    next.replaceChildren();
    if (extras && counts && panel.open) boxes.replaceChildren(...extras.facetBoxes(counts.facets, state.filters, words, change));
    status.textContent = "";
    if (!results) return;
    const row_ = element("p", { class: "chips" }, ...chips(results, state.filters, results.facets, words, actions));
    if (row_.childElementCount > 0) notes.append(row_);
    if (extras) notes.append(...extras.meant(results, state.text, words, actions));
    browse.hidden = results.total !== 0;
    if (results.total !== undefined) announce(results);
  }

  // announce says how many results there are, which of frequent words is known after the first ones.
  function announce(results: Results): void {
    status.textContent = counted(words, "results", results.total!);
    if (results.total! > results.hits.length) {
      next.replaceChildren(button(words.more, () => ((most += page), void run().then(() => focusRow(most - page)))));
    }
  }

  // lead shows what leads on from here; that there is something is announced as well.
  function lead(ways: Way[], extras: More): void {
    notes.append(extras.leadOn(ways, words, actions));
    if (ways.length > 0) status.textContent += ", " + counted(words, "ways", ways.length);
  }

  // fail gives up what is there, whatever of it was wrong.
  function fail(): void {
    search = undefined;
    failures++;
    show(undefined);
    browse.hidden = false;
    status.textContent = words.failed;
    notes.replaceChildren(button(words.again, () => void run()));
  }

  function again(): Promise<void> {
    most = page;
    input.value = state.text;
    return run();
  }

  function set(facet: string, key: string, on: boolean): Promise<void> {
    const keys = (state.filters[facet] ?? []).filter((k) => k !== key);
    state.filters[facet] = on ? [...keys, key] : keys;
    if (state.filters[facet].length === 0) delete state.filters[facet];
    return again();
  }

  // The boxes are made anew: the one that was used has to have the focus again.
  function change(facet: string, key: string, on: boolean): void {
    void set(facet, key, on).then(() => boxes.querySelector<HTMLElement>(`[name="${facet}"][value="${key}"]`)?.focus());
  }

  const actions: Actions = {
    drop: (facet, key) => void set(facet, key, false).then(() => input.focus()),
    choose: (facet, key) => void set(facet, key, true).then(() => input.focus()),
    decline: (t) => (state.decline.push(t.facet + ":" + t.key), again(), input.focus()),
    ask: (text) => ((state.text = text), (state.decline = []), again(), input.focus()),
    go: (text, filters) => ((state = { text, filters, decline: [] }), again(), input.focus()),
    address: (text, filters) => addressOf({ text, filters, decline: [] }),
  };

  const links = () => [...list.querySelectorAll<HTMLElement>("h3 a")];

  function focusRow(i: number): void {
    const all = links();
    if (i < 0) input.focus();
    else all[Math.min(i, all.length - 1)]?.focus();
  }

  function clear(): void {
    state = { text: "", filters: {}, decline: [] };
    again();
    input.focus();
  }

  document.addEventListener("keydown", (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const at = links().indexOf(document.activeElement as HTMLElement);
    const typing = document.activeElement === input;
    if (e.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "")) input.focus(), input.select();
    else if (e.key === "ArrowDown" && (typing || at >= 0)) focusRow(at + 1);
    else if (e.key === "ArrowUp" && at >= 0) focusRow(at - 1);
    else if (e.key === "Escape" && (typing || at >= 0)) clear();
    else return;
    e.preventDefault();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.text = input.value;
      state.decline = [];
      most = page;
      void run();
    }, pause);
  });
  input.form!.addEventListener("submit", (e) => {
    e.preventDefault();
    clearTimeout(timer);
    state.text = input.value;
    again();
  });
  panel.addEventListener("toggle", () => void run());
  addEventListener("popstate", () => ((state = fromAddress()), again()));

  root.classList.add("live");
  if (input.value && !state.text) state.text = input.value; // typed before the script arrived
  again();
}

const root = document.querySelector<HTMLElement>("[data-manifest]");
if (root) start(root);
