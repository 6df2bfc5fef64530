// The script of `praxisblatt serve`: loads the page again when the catalogue has
// changed, and shows what is wrong with it over the page.
"use strict";
(() => {
  const own = new URL(document.currentScript.src);
  let version = own.searchParams.get("v");

  const events = new EventSource(new URL("events", own));
  events.addEventListener("version", (e) => {
    if (e.data === version) return;
    version = e.data;
    update().catch(() => location.reload());
  });

  // update exchanges what the page says, which is quicker than to load it again and
  // keeps the place where one was reading. A page with scripts of its own, with other
  // styles than before, or with another frame around its text is loaded again.
  const update = async () => {
    const asked = version;
    const response = await fetch(location.href);
    const next = parse(await response.text());
    if (asked !== version) return; // a newer one is on its way
    if (!response.ok || needs(document) !== needs(next) || frame(next) !== around) return location.reload();
    document.title = next.title;
    document.querySelector("main").replaceChildren(...document.adoptNode(next.querySelector("main")).childNodes);
    painted();
    look();
  };

  const parse = (text) => new DOMParser().parseFromString(text, "text/html");

  // frame is a page without its text, as it came from the server: scripts may have
  // changed what stands in the document.
  const frame = (d) => {
    const body = d.body.cloneNode(true);
    body.querySelector("main")?.replaceChildren();
    return body.innerHTML;
  };
  let around;

  // painted notes when the page can be seen, for who measures it.
  const painted = () => requestAnimationFrame(() => performance.mark("praxisblatt"));
  painted();

  // needs names the styles and scripts of a document; one with scripts that know its text
  // is like no other. Those that every page has look after new text by themselves.
  const needs = (d) => {
    const foreign = (list, name) => [...list].map((e) => e.getAttribute(name) || "inline").filter((a) => !a.startsWith(folder));
    const scripts = foreign(d.querySelectorAll("script:not([type='application/ld+json'])"), "src");
    if (!scripts.every((src) => /assets\/(pack-[a-z-]+|language)\.[0-9a-f]+\.js$/.test(src))) return {};
    return foreign(d.querySelectorAll("link[rel=stylesheet]"), "href").concat(scripts).join(" ");
  };
  const folder = new URL(".", own).pathname;

  const element = (name, text, cls) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  };

  // show puts what was found in the place of what was found before.
  const show = (sum) => {
    document.querySelector(".praxisblatt-findings")?.remove();
    if (location.pathname === sum.editors || sum.findings.length === 0) return;
    const css = new URL("serve.css", own).pathname;
    if (!document.querySelector(`link[href="${css}"]`)) {
      const style = element("link");
      style.rel = "stylesheet";
      style.href = css;
      document.head.append(style);
    }

    const box = element("aside", "", "praxisblatt-findings");
    box.lang = sum.lang;
    box.setAttribute("aria-label", sum.title);
    const head = element("p");
    head.append(element("strong", sum.title), " ");
    const more = element("a", sum.more);
    more.href = sum.editors;
    const close = element("button", sum.close);
    close.type = "button";
    close.addEventListener("click", () => box.remove());
    head.append(more, " ", close);
    const list = element("ul");
    for (const f of sum.findings) {
      const item = element("li", "", f.severity);
      item.append(element("code", `${f.path}:${f.line}:${f.column}`), " " + f.message + " ", element("code", `[${f.rule}]`));
      list.append(item);
    }
    box.append(head, list);
    document.body.append(box);
  };

  const ask = new URL("findings.json", own);
  try {
    ask.searchParams.set("page", decodeURI(location.pathname));
  } catch {
    // No page has an address that can't be read.
  }
  // The page is painted before its findings are looked for.
  const idle = window.requestIdleCallback || setTimeout;
  const look = () => idle(() => fetch(ask).then((r) => r.json()).then(show, () => {}));
  addEventListener("load", () => {
    look();
    idle(() => fetch(location.href).then((r) => r.text()).then((text) => { around = frame(parse(text)); }, () => {}));
  });
})();
