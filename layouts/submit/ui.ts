// The form for new sheets: it makes a file of what is filled in, and offers ways to hand it in. The page sends
// nothing by itself. A draft stays in the browser.

import { faults, Fault } from "./check";
import { Draft } from "./draft";
import { addRow, entriesOf, Field, fieldsIn, loadAll, saveAll } from "./fields";
import { fill, folder, mail, newFile, text as textOf } from "./name";
import { Entry, matter, Scalar } from "./yaml";

const pause = 300; // milliseconds after the last key until the draft is kept

function start(page: HTMLElement): void {
  const words: Record<string, string> = JSON.parse(page.dataset.words!);
  const part = <T extends HTMLElement = HTMLElement>(name: string) => page.querySelector<T>("[data-part=" + name + "]");
  const form = page.querySelector("form")!;
  const lang = part<HTMLSelectElement>("lang")!;
  const problem = part("problem")!;
  const made = part("made")!;
  const fields = fieldsIn(form);
  const kind = fields.find((f) => f.key === "type")!;
  const draft = new Draft("praxisblatt-draft " + new URL(words.root || ".", location.href).pathname);
  const title = document.title;
  let timer = 0;
  let file = "";

  const type = () => (kind.value() as Scalar).text;
  const say = (text: string) => (part("said")!.textContent = text);

  // shape shows what the type of the entry asks for.
  function shape(): void {
    for (const e of form.querySelectorAll<HTMLElement>("[data-part-key=activities]")) {
      e.hidden = type() !== "partnership";
      e.toggleAttribute("data-off", e.hidden);
    }
    for (const e of form.querySelectorAll<HTMLElement>("[data-required]")) {
      const must = e.querySelector<HTMLElement>(":scope > :is(label, legend) > .must");
      if (must) must.hidden = !e.dataset.required!.split(" ").includes(type());
    }
  }

  // Rows that were added can be taken away, and all are numbered.
  function rows(): void {
    for (const list of form.querySelectorAll<HTMLElement>(".in-rows, .in-list")) {
      list.querySelectorAll<HTMLElement>("[data-row]").forEach((row, i) => {
        const name = fill(words.item, { name: list.getAttribute("aria-label")!, n: String(i + 1) });
        if (list.matches(".in-rows")) row.setAttribute("aria-label", name);
        else row.querySelector("label")!.textContent = i === 0 ? list.getAttribute("aria-label") : name;
        let remove = row.querySelector<HTMLElement>("[data-act=remove]");
        if (i > 0 && !remove) {
          remove = element("button", { type: "button", "data-act": "remove" });
          row.append(element("p", {}, remove));
        }
        if (remove) remove.textContent = fill(words.remove, { name });
      });
    }
  }

  function keep(): void {
    timer = 0;
    const kept = draft.write({ lang: lang.value, fields: saveAll(fields) });
    showDraft(kept ? words.kept : words.not_kept, kept ? button(words.delete, forget) : undefined);
  }

  function showDraft(text: string, more?: HTMLElement): void {
    const line = part("draft")!;
    line.replaceChildren(text, ...(more ? [" ", more] : []));
    line.hidden = false;
  }

  function forget(): void {
    const before = { lang: lang.value, fields: saveAll(fields) };
    draft.remove();
    restore({ lang: document.documentElement.lang, fields: {} });
    const undo = button(words.undo, () => {
      restore(before);
      keep();
    });
    showDraft(words.deleted, undo);
    say(words.deleted);
    undo.focus();
  }

  function restore(saved: ReturnType<Draft["read"]>): void {
    if (!saved || typeof saved !== "object" || Array.isArray(saved)) return;
    if ([...lang.options].some((o) => o.value === saved.lang)) lang.value = String(saved.lang);
    loadAll(fields, saved.fields);
    rows();
    shape();
    hide();
  }

  // hide takes back what was said of an earlier state.
  function hide(): void {
    made.hidden = problem.hidden = true;
    document.title = title;
    for (const e of form.querySelectorAll<HTMLElement>(".wrong")) e.hidden = true;
    for (const e of form.querySelectorAll("[aria-invalid]")) {
      e.removeAttribute("aria-invalid");
      const described = (e.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.endsWith("-wrong"));
      if (described.join("")) e.setAttribute("aria-describedby", described.join(" "));
      else e.removeAttribute("aria-describedby");
    }
  }

  function mark({ field, word }: Fault): HTMLElement {
    const control = field.control();
    const text = fill(words[word], { field: nameOf(field) });
    const wrong = document.getElementById((field.root.id || control.id) + "-wrong");
    if (wrong) {
      wrong.textContent = text;
      wrong.hidden = false;
      control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), wrong.id].filter(Boolean).join(" "));
    }
    control.setAttribute("aria-invalid", "true");
    const link = element("a", { href: "#" + control.id }, text);
    link.addEventListener("click", (e) => {
      e.preventDefault();
      control.focus();
    });
    return element("li", {}, link);
  }

  function make(): void {
    hide();
    const found = faults(fields, type());
    if (found.length > 0) {
      problem.querySelector("ul")!.replaceChildren(...found.map(mark));
      problem.hidden = false;
      document.title = fill(words.title_error, { title });
      problem.focus();
      return;
    }
    show();
    made.hidden = false;
    made.focus();
  }

  // show puts the file into all the ways to hand it in.
  function show(): void {
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const entries = entriesOf(fields.filter((f) => f.key !== "body"));
    const name = folder(entries, today);
    const path = "content/sheets/" + name + "/index." + lang.value + ".md";
    file = matter(dated(entries, today), textOf(entriesOf(fields), "body"));
    part("for")!.textContent = fill(words.file_for, { path });
    part<HTMLTextAreaElement>("text")!.value = file;
    const download = part("download")!.querySelector("a")!;
    if (download.href.startsWith("blob:")) URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([file], { type: "text/markdown;charset=utf-8" }));
    download.download = name + "." + lang.value + ".md";
    const values = { title: textOf(entries, "title"), path, file: download.download };
    const body = fill(words.mail_body, values) + "\n\n" + file;
    way("mail", mail(words.email, fill(words.mail_subject, values), body, fill(words.mail_attach, values)));
    if (words.new_file) way("open", newFile(words.new_file, path, file), fill(words.open, { host: words.host }));
  }

  function way(name: string, to: { href: string; whole: boolean }, label?: string): void {
    const link = part(name)?.querySelector("a");
    if (!link) return;
    link.href = to.href;
    if (label) link.textContent = label;
    part(name)!.querySelector<HTMLElement>(".aside")!.hidden = to.whole;
    link.onclick = name === "open" && !to.whole ? () => void copy() : null;
  }

  async function copy(): Promise<void> {
    const text = part<HTMLTextAreaElement>("text")!;
    try {
      await navigator.clipboard.writeText(file);
      say(words.copied);
    } catch {
      // Without the permission the old way is left: what is selected can be copied.
      text.closest("details")!.open = true;
      text.select();
      say(document.execCommand("copy") ? words.copied : words.copy_failed);
    }
  }

  // The button submits nothing: Enter in a field of a long form would come too early.
  part("make")!.querySelector("button")!.addEventListener("click", make);
  form.addEventListener("input", () => {
    made.hidden = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, pause);
  });
  kind.control().addEventListener("change", shape);
  form.addEventListener("click", (e) => {
    const act = (e.target as Element).closest<HTMLElement>("[data-act]");
    if (!act) return;
    const list = act.closest<HTMLElement>(".in-rows, .in-list")!;
    if (act.dataset.act === "add") {
      const row = addRow(list);
      rows();
      row.querySelector<HTMLElement>("input, select, textarea")!.focus();
    } else {
      act.closest("[data-row]")!.remove();
      rows();
      list.querySelector<HTMLElement>("[data-act=add]")!.focus();
      say(words.removed);
    }
    keep();
  });
  window.addEventListener("pagehide", () => timer && keep());
  part("copy")!.querySelector("button")!.addEventListener("click", () => void copy());
  for (const e of form.querySelectorAll<HTMLElement>(".more, .make")) e.hidden = false;
  const saved = draft.read();
  restore(saved ?? { fields: {} });
  if (saved) showDraft(words.kept, button(words.delete, forget));
  page.classList.add("live");
}

// dated adds the day to the entries, where the format has it: before what only comes after it.
function dated(entries: Entry[], today: string): Entry[] {
  return [...entries, ["published", new Scalar(today, "day")]];
}

// nameOf is what the page calls a field, with its row.
function nameOf(f: Field): string {
  const control = f.control() as HTMLInputElement;
  const label = control.labels?.[0] ?? document.getElementById(control.getAttribute("aria-labelledby") ?? "") ?? f.root.querySelector("legend");
  const copy = label?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelectorAll(".must, .number").forEach((e) => e.remove());
  const name = copy?.textContent?.trim() ?? f.root.getAttribute("aria-label") ?? f.key;
  const row = f.root.closest("[data-row]")?.getAttribute("aria-label");
  return row ? row + ", " + name : name;
}

function element(name: string, attributes: Record<string, string>, ...children: (string | Node)[]): HTMLElement {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
}

function button(text: string, act: () => void): HTMLElement {
  const b = element("button", { type: "button" }, text);
  b.addEventListener("click", act);
  return b;
}

const page = document.querySelector<HTMLElement>(".submit");
if (page) start(page);
