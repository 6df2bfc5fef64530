// The reader's own pack: ids of entries, kept in the browser's storage. This script,
// on every page, puts a button on each entry and keeps the number in the navigation;
// my-pack.js works on the pack itself with what is handed over here.
(function () {
  "use strict";
  var nav = document.querySelector("[data-pack]");
  if (!nav) return;
  var words = window.praxisblattWords; // a build puts them before this script
  var lang = document.documentElement.lang;
  var root = new URL("../", nav.href); // of the site: one host may have several
  var KEY = "praxisblatt " + root.pathname;
  var MAX = 200;
  var own = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  // tidy makes a pack of whatever was stored, or came by a link.
  function tidy(p) {
    p = p && typeof p === "object" ? p : {};
    function list(value, good, most) {
      return (Array.isArray(value) ? value : []).filter(function (v, i, all) {
        return typeof v === "string" && v.length <= 100 && good.test(v) && all.indexOf(v) === i;
      }).slice(0, most);
    }
    return {
      ids: list(p.ids, own, MAX),
      langs: list(p.langs, /^[a-z]{2,3}$/, 2),
      // Half a letter, which a cut may leave, could stand in no address.
      title: typeof p.title === "string" ? p.title.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim().slice(0, 120).replace(/[\ud800-\udfff]/gu, "") : ""
    };
  }

  // Another tab may have written meanwhile, so every change reads first.
  function read() {
    try {
      return tidy(JSON.parse(localStorage.getItem(KEY)));
    } catch (e) { // no storage, or not what was written
      return tidy();
    }
  }

  function write(p) {
    try {
      localStorage.setItem(KEY, JSON.stringify(tidy(p)));
      show();
      return true;
    } catch (e) {
      return false;
    }
  }

  var stores = (function () {
    try {
      localStorage.setItem(KEY + "?", "1");
      localStorage.removeItem(KEY + "?");
      return true;
    } catch (e) {
      return false;
    }
  })();

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : whole; });
  }

  var status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);
  function say(text) { status.textContent = text; }

  // add puts entries into the pack and reports whether all are in it.
  function add(ids) {
    var p = read();
    ids.forEach(function (id) { if (p.ids.indexOf(id) < 0) p.ids.push(id); });
    var fits = p.ids.length <= MAX;
    if (!fits) say(fill(words.full, {n: MAX.toLocaleString(lang)}));
    if (!write(p)) location.href = nav.href + "#sheets=" + p.ids.join(","); // the storage is full: the address holds it
    return fits;
  }

  function toggle(id, title) {
    var p = read(), at = p.ids.indexOf(id);
    if (at < 0) {
      if (add([id])) say(fill(words.added, {title: title}));
      return;
    }
    p.ids.splice(at, 1);
    if (write(p)) say(fill(words.taken, {title: title}));
  }

  function heading(holder) { return holder.querySelector("h1, h3"); }

  // decorate puts buttons where there are none yet: rows come and go.
  function decorate() {
    document.querySelectorAll("main [data-sheet]").forEach(function (holder) {
      if (holder.querySelector(".collect") || !heading(holder)) return;
      var p = document.createElement("p");
      p.className = "collect";
      var control = document.createElement(stores ? "button" : "a");
      if (stores) control.type = "button";
      else control.href = nav.href + "#sheets=" + holder.dataset.sheet;
      control.addEventListener("click", function () {
        if (stores) toggle(holder.dataset.sheet, heading(holder).textContent);
      });
      p.append(control);
      (holder.querySelector("header") || holder).append(p);
      label(holder, control, read());
    });
    document.querySelectorAll("[data-sheets]:empty").forEach(function (holder) {
      if (!stores) return;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = words.take_all;
      button.addEventListener("click", function () {
        if (add(holder.dataset.sheets.split(" "))) say(words.added_all);
      });
      holder.className = "collect";
      holder.append(button);
    });
  }

  function label(holder, control, pack) {
    var text = pack.ids.indexOf(holder.dataset.sheet) < 0 ? words.add : words.take;
    if (control.textContent === text) return;
    control.textContent = text;
    control.classList.toggle("in", text === words.take);
    control.setAttribute("aria-label", text + ": " + heading(holder).textContent);
  }

  var name = nav.textContent;
  function show() {
    var pack = read();
    nav.textContent = name + (pack.ids.length ? " (" + pack.ids.length.toLocaleString(lang) + ")" : "");
    document.querySelectorAll("main [data-sheet]").forEach(function (holder) {
      var control = holder.querySelector(".collect > *");
      if (control) label(holder, control, pack);
    });
  }

  window.praxisblattPack = {root: root, max: MAX, stores: stores, id: own, tidy: tidy, read: read, write: write, fill: fill, changed: function () {}};
  decorate();
  show();
  new MutationObserver(decorate).observe(document.querySelector("main"), {childList: true, subtree: true});
  function refresh() {
    show();
    window.praxisblattPack.changed();
  }
  window.addEventListener("storage", function (e) { if (e.key === KEY || e.key === null) refresh(); });
  window.addEventListener("pageshow", function (e) { if (e.persisted) refresh(); });
})();
