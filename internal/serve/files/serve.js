// The script of `praxisblatt serve`: loads the page again when the catalogue has
// changed, and shows what is wrong with it over the page.
"use strict";
(() => {
  const own = new URL(document.currentScript.src);
  const version = own.searchParams.get("v");

  const events = new EventSource(new URL("events", own));
  events.addEventListener("version", (e) => {
    if (e.data !== version) {
      events.close();
      location.reload();
    }
  });

  const element = (name, text, cls) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  };

  const show = (sum) => {
    if (location.pathname === sum.editors || sum.findings.length === 0) return;
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL("serve.css", own);
    document.head.append(style);

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
  ask.searchParams.set("page", decodeURI(location.pathname));
  // The page is painted before its findings are looked for.
  const idle = window.requestIdleCallback || setTimeout;
  addEventListener("load", () => idle(() => fetch(ask).then((r) => r.json()).then(show, () => {})));
})();
