// The page of the reader's own pack. A pack stands in the address, behind the #,
// which is sent to no server, and in the browser's storage. One that came by a link changes in
// the address alone until the reader makes it their own. The texts of its sheets
// are loaded as scripts, each with those of some sheets in a language, since a page that was
// opened from a folder may load nothing else.
(function () {
  "use strict";
  var base = window.praxisblattPack;
  var part = {}, act = {};
  document.querySelectorAll("[data-part]").forEach(function (e) { part[e.dataset.part] = e; });
  document.querySelectorAll("[data-act]").forEach(function (e) { act[e.dataset.act] = e; });
  var words = JSON.parse(part.own.dataset.words);
  var lang = document.documentElement.lang;
  var languages = Array.from(part.first.options, function (o) { return o.value; });
  var mine, pack, before, dragged, turn = 0;

  function fill(text, values) { return base.fill(text, values); }
  function say(text) { part.status.textContent = text; }
  function counted(n) {
    var form = words["count_" + new Intl.PluralRules(lang).select(n)] || words.count_other;
    return fill(form, {n: n.toLocaleString(lang)});
  }
  function element(name, attributes, children) {
    var e = document.createElement(name);
    for (var key in attributes) e.setAttribute(key, attributes[key]);
    [].concat(children || []).forEach(function (c) { e.append(c); });
    return e;
  }

  // Address

  var LONGEST = 25000;

  function fromAddress() {
    var text = location.hash.slice(1, LONGEST + 1);
    if (text.indexOf("sheets=") < 0) return null;
    var query = new URLSearchParams(text);
    var asked = (query.get("sheets") || "").split(",").filter(Boolean);
    if (location.hash.length > LONGEST) asked.pop(); // cut off in its middle
    var known = asked.filter(function (id) { return base.id.test(id) && id.length <= 100; });
    var p = tidy({ids: known, langs: (query.get("lang") || "").split(","), title: query.get("title") || ""});
    if (known.length < asked.length || location.hash.length > LONGEST) say(words.left_out);
    if (known.length > base.max) say(fill(words.too_many, {n: base.max.toLocaleString(lang)}));
    return p;
  }

  function tidy(p) {
    p = base.tidy(p);
    p.langs = p.langs.filter(function (l) { return languages.indexOf(l) >= 0; });
    return p;
  }

  function inAddress(p) {
    if (!p.ids.length) return "";
    return "#sheets=" + p.ids.join(",") + "&lang=" + langs(p).join(",") + (p.title ? "&title=" + encodeURIComponent(p.title) : "");
  }

  function langs(p) { return p.langs.length ? p.langs : [languages.indexOf(lang) < 0 ? languages[0] : lang]; }
  function same(a, b) { return inAddress(a) === inAddress(b); }

  // The state of the history tells the reader's own pack from one that came by a
  // link: it stays with this tab, and is in no link.
  function address() {
    var hash = inAddress(pack);
    try {
      history.replaceState({own: mine}, "", hash || location.pathname + location.search);
    } catch (e) { // some browsers keep pages from a folder to their address
      if (location.hash !== hash) location.replace(hash || "#");
    }
    document.querySelectorAll(".languages a").forEach(function (a) { a.hash = hash; });
  }

  // open decides which pack is shown: that of the address, or the stored one.
  function open() {
    var given = fromAddress(), stored = tidy(base.read());
    mine = base.stores && (!given || (history.state && history.state.own) || same(given, stored));
    pack = mine ? stored : given || tidy();
    before = null;
    update();
  }

  // Changes

  function change(edit, text) {
    if (mine) pack = tidy(base.read());
    before = JSON.parse(JSON.stringify(pack));
    edit(pack);
    keep();
    update();
    if (text) say(text);
  }

  function keep() { if (mine && !base.write(pack)) mine = false; }

  function title(id) {
    var card = cards[langs(pack)[0] + "/" + id];
    return card ? card.title : id;
  }

  // move puts an entry at a place of the list and keeps the focus on its button.
  function move(id, to, direction) {
    change(function (p) {
      var at = p.ids.indexOf(id);
      if (at < 0) return;
      p.ids.splice(at, 1);
      p.ids.splice(to, 0, id);
    });
    say(fill(words.moved, {title: title(id), n: (pack.ids.indexOf(id) + 1).toLocaleString(lang), all: pack.ids.length.toLocaleString(lang)}));
    if (!direction) return;
    var buttons = part.list.children[pack.ids.indexOf(id)].querySelectorAll("button");
    var button = buttons[direction < 0 ? 0 : 1];
    (button.disabled ? buttons[direction < 0 ? 1 : 0] : button).focus();
  }

  function remove(id) {
    var at = pack.ids.indexOf(id), name = title(id);
    change(function (p) { p.ids = p.ids.filter(function (i) { return i !== id; }); }, fill(words.removed, {title: name}));
    var next = part.list.children[Math.min(at, pack.ids.length - 1)];
    (next ? next.querySelector("button:last-of-type") : act.undo).focus();
  }

  // Sheets: a card is loaded once for each language that it is wanted in, with those beside it.

  var cards = {}, loading = {};

  // file is the script that holds a sheet's text: FNV-1a of its id, as plan/cards.go has it.
  function file(lang, id) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
    return new URL("assets/cards/" + lang + "/" + hash % part.own.dataset.files + ".js", base.root).href;
  }

  window.praxisblattCard = function (lang, id, page, html) {
    if (pack.ids.indexOf(id) < 0) return; // one that stands beside what is wanted
    var parsed = new DOMParser().parseFromString(html, "text/html");
    var article = parsed.querySelector("article") || parsed.querySelector("main") || parsed.body;
    var heading = article.querySelector("h1") || article;
    article.querySelectorAll("svg.map, #related").forEach(function (e) { e.remove(); });
    article.removeAttribute("data-sheet");
    article.lang = lang;
    cards[lang + "/" + id] = {
      article: article, url: new URL(lang + "/sheets/" + page, base.root).href,
      title: heading.textContent.trim(), lang: heading.lang || lang
    };
  };

  function load(lang, id) {
    var src = file(lang, id);
    if (!loading[src]) {
      loading[src] = new Promise(function (done) {
        var s = element("script", {src: src});
        s.onload = s.onerror = function () {
          delete loading[src]; // what did not come is tried again
          s.remove();
          done();
        };
        document.head.append(s);
      });
    }
    return loading[src];
  }

  // update shows the pack, and what it needs loaded once that has come.
  function update() {
    var now = ++turn, wanted = [];
    part.plain.hidden = true;
    part.own.hidden = false;
    part.empty.hidden = pack.ids.length > 0;
    part.filled.hidden = !part.empty.hidden;
    part.shared.hidden = mine || !base.stores || !pack.ids.length;
    part.unsaved.hidden = base.stores;
    act.undo.hidden = !before || same(before, pack);
    act.merge.hidden = act.leave.hidden = !base.read().ids.length;
    part.count.textContent = counted(pack.ids.length);
    address();
    langs(pack).forEach(function (lang) {
      pack.ids.forEach(function (id) { if (!cards[lang + "/" + id]) wanted.push(load(lang, id)); });
    });
    list();
    fields(); // after loading has begun, which tells what is lost from what is on its way
    if (!wanted.length) return booklet();
    part.booklet.setAttribute("aria-busy", "true");
    Promise.all(wanted).then(function () {
      if (now !== turn) return; // something has changed meanwhile
      part.booklet.removeAttribute("aria-busy");
      fields();
      list();
      booklet();
    });
  }

  function fields() {
    var chosen = langs(pack), file = fileName();
    if (document.activeElement !== part.title) part.title.value = pack.title;
    part.first.value = chosen[0];
    part.second.value = chosen[1] || "";
    Array.from(part.second.options).forEach(function (o) { o.disabled = o.value === chosen[0]; });
    part.second.closest("label").hidden = languages.length < 2;
    part.first.closest("label").hidden = languages.length < 2;
    part.link.value = new URL(inAddress(pack) || "#", location.href).href;
    part.command.value = "praxisblatt pack " + there().join(" ") + " --lang " + chosen.join(",") + " -o " + file + ".pdf";
    part.file.value = yaml(chosen);
    part["file-name"].textContent = fill(words.file_about, {name: "content/packs/" + file + ".yaml"});
    part.download.download = file + ".yaml";
  }

  // there are the entries that the catalogue has, as far as is known yet.
  function there() { return pack.ids.filter(function (id) { return !lost(id); }); }
  function lost(id) {
    var lang = langs(pack)[0];
    return !cards[lang + "/" + id] && !loading[file(lang, id)];
  }

  // fileName makes an id of the title, as the catalogue has them.
  function fileName() {
    var name = pack.title.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    name = name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50).replace(/-$/, "");
    return base.id.test(name) && name !== "index" ? name : words.file;
  }

  // yaml writes the pack file. A text in JSON's quotes is one in YAML too.
  function yaml(chosen) {
    var title = JSON.stringify(pack.title || ownName);
    return "title: {" + chosen.map(function (l) { return l + ": " + title; }).join(", ") + "}\n" +
      "languages: [" + chosen.join(", ") + "]\n" +
      "sheets:\n" + there().map(function (id) { return "  - " + id + "\n"; }).join("");
  }

  // The list: order by buttons, or by dragging.

  function list() {
    var focused = document.activeElement, row = focused && focused.closest(".order > li"), name = row && row.dataset.id;
    var at = row && Array.from(row.querySelectorAll("a, button")).indexOf(focused);
    part.list.replaceChildren.apply(part.list, pack.ids.map(item));
    if (!row || pack.ids.indexOf(name) < 0) return;
    var again = part.list.children[pack.ids.indexOf(name)].querySelectorAll("a, button")[at];
    if (again) again.focus();
  }

  function item(id, i) {
    var card = cards[langs(pack)[0] + "/" + id], gone = lost(id);
    var name = card ? element("a", {href: card.url}, card.title) : element("span", {class: gone ? "lost" : "none"}, gone ? fill(words.failed, {id: id}) : id);
    if (card && card.lang !== lang) name.lang = card.lang;
    var handle = element("span", {class: "handle", draggable: "true", "aria-hidden": "true", title: words.drag}, "⋮⋮");
    var li = element("li", {}, [handle, name, element("span", {class: "moves"}, [
      button(words.up, id, i === 0, function () { move(id, i - 1, -1); }),
      button(words.down, id, i === pack.ids.length - 1, function () { move(id, i + 1, 1); }),
      button(words.remove, id, false, function () { remove(id); })
    ])]);
    li.dataset.id = id;
    handle.addEventListener("dragstart", function (e) {
      dragged = li;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", title(id));
      e.dataTransfer.setDragImage(li, 0, 0);
    });
    handle.addEventListener("dragend", function () {
      var to = Array.from(part.list.children).indexOf(li);
      dragged = null;
      if (to >= 0 && to !== pack.ids.indexOf(id)) move(id, to);
    });
    return li;
  }

  // button shows what it does, and says to what.
  function button(name, id, disabled, done) {
    var b = element("button", {type: "button", "aria-label": fill(name, {title: title(id)})}, name.split(":")[0].trim());
    b.disabled = disabled;
    b.addEventListener("click", done);
    return b;
  }

  part.list.addEventListener("dragover", function (e) {
    if (!dragged) return;
    e.preventDefault();
    var over = e.target.closest(".order > li");
    if (!over || over === dragged) return;
    var box = over.getBoundingClientRect();
    over[e.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  part.list.addEventListener("drop", function (e) { e.preventDefault(); });

  // Print: cover, contents, every sheet on a page of its own.

  var ownName = document.querySelector("h1").textContent;
  var siteName = document.title.slice(ownName.length);

  function booklet() {
    var chosen = langs(pack);
    document.title = (pack.title || ownName) + siteName; // which browsers propose as the file's name
    part["cover-title"].textContent = pack.title || ownName;
    part["cover-languages"].textContent = chosen.map(function (l) { return part.first.options[languages.indexOf(l)].text; }).join(" · ");
    part["cover-date"].textContent = fill(words.printed, {date: new Date().toLocaleDateString(lang, {dateStyle: "long"})});
    part.contents.replaceChildren.apply(part.contents, there().map(function (id) {
      var links = chosen.map(function (l) { return cards[l + "/" + id]; }).filter(Boolean).map(function (card) {
        return element("a", {href: "#sheet-" + id, lang: card.lang}, card.title);
      });
      if (links[1] && links[1].textContent === links[0].textContent) links.pop();
      return element("li", {}, links.length > 1 ? [links[0], " · ", links[1]] : links);
    }));
    part.sheets.replaceChildren.apply(part.sheets, there().map(function (id) {
      var columns = chosen.map(function (l) { return copy(l, id); }).filter(Boolean);
      var sheet = columns.length > 1 ? sideBySide(columns) : columns[0];
      sheet.id = "sheet-" + id;
      return sheet;
    }));
  }

  // copy makes a sheet ready to stand here beside others: its addresses are those of
  // its own page, its ids its own. All that is done in the document that was parsed, where
  // nothing is loaded.
  function copy(lang, id) {
    var card = cards[lang + "/" + id];
    if (!card) return null;
    var sheet = card.article.cloneNode(true), prefix = sheet.dataset.prefix = lang + "-" + id + "-";
    sheet.querySelectorAll("[id]").forEach(function (e) { e.id = prefix + e.id; });
    sheet.querySelectorAll("[aria-labelledby]").forEach(function (e) { e.setAttribute("aria-labelledby", prefix + e.getAttribute("aria-labelledby")); });
    sheet.querySelectorAll("[href], [src]").forEach(function (e) {
      var name = e.hasAttribute("src") ? "src" : "href", to = e.getAttribute(name);
      try {
        e.setAttribute(name, to[0] === "#" ? "#" + prefix + to.slice(1) : new URL(to, card.url).href);
      } catch (_) {
        e.removeAttribute(name); // no address, whatever its author meant
      }
    });
    sheet.querySelectorAll("[loading]").forEach(function (e) { e.removeAttribute("loading"); });
    return sheet;
  }

  // sideBySide puts the parts of two languages beside one another; what a column would
  // only repeat of the other stands there once.
  function sideBySide(columns) {
    var named = columns.map(parts);
    var names = Object.keys(named[0]);
    Object.keys(named[1]).forEach(function (name, i, all) { // what only the second has stands behind the same as there
      if (names.indexOf(name) < 0) names.splice(names.indexOf(all[i - 1]) + 1, 0, name);
    });
    return element("article", {class: "pair"}, names.map(function (name) {
      var left = named[0][name], right = named[1][name];
      var foreign = [right, left].filter(function (e) { return e && e.querySelector(".prose[lang]"); })[0];
      if (foreign && left && right && says(left) === says(right)) {
        foreign.replaceChildren.apply(foreign, Array.from(foreign.querySelectorAll("h2")).concat(element("p", {class: "absent", lang: lang}, words.same)));
      }
      return element("div", {class: "across"}, [left, right].map(function (cell, i) {
        return element("div", {lang: columns[i].lang}, cell || []);
      }));
    }));
  }

  // parts names the parts of a sheet by what is the same in all languages.
  function parts(column) {
    var named = {};
    Array.from(column.children).forEach(function (e) {
      var name = e.id ? e.id.slice(column.dataset.prefix.length) : e.nodeName + " " + e.className, n = 1;
      while (named[name + " " + n]) n++;
      named[name + " " + n] = e;
    });
    return named;
  }

  // says is the text of a part without its labels.
  function says(part) {
    var text = part.cloneNode(true);
    text.querySelectorAll("h2, h3, .mark").forEach(function (e) { e.remove(); });
    return text.textContent.trim();
  }

  // Widgets

  act.clear.addEventListener("click", function () {
    change(function (p) { p.ids = []; }, words.cleared);
    act.undo.focus();
  });
  act.undo.addEventListener("click", function () {
    pack = before;
    before = null;
    keep();
    update();
    say(words.undone);
    (part.list.querySelector("a, button") || act.clear).focus();
  });
  act.print.addEventListener("click", function () {
    say(words.loading);
    Promise.all(Object.keys(loading).map(function (key) { return loading[key]; })).then(function () {
      say("");
      window.print();
    });
  });
  act.keep.addEventListener("click", function () { own(pack, words.kept); });
  act.merge.addEventListener("click", function () {
    var p = tidy(base.read());
    pack.ids.forEach(function (id) { if (p.ids.indexOf(id) < 0) p.ids.push(id); });
    own(p, p.ids.length > base.max ? fill(words.too_many, {n: base.max.toLocaleString(lang)}) : words.merged);
  });
  act.leave.addEventListener("click", function () {
    pack = tidy(base.read());
    own(pack, "");
  });
  // own makes a pack the reader's own; what was before can be had back.
  function own(p, text) {
    before = tidy(base.read());
    pack = tidy(p);
    mine = base.write(pack);
    update();
    say(text);
    part.list.querySelector("a, button, span").focus();
  }

  part.title.addEventListener("input", function () { quietly(function (p) { p.title = part.title.value; }); });
  // quietly changes what needs no undoing.
  function quietly(edit) {
    change(edit);
    before = null;
    act.undo.hidden = true;
  }
  function chooseLanguages() {
    quietly(function (p) { p.langs = [part.first.value, part.second.value].filter(function (l, i, all) { return l && all.indexOf(l) === i; }); });
  }
  part.first.addEventListener("change", chooseLanguages);
  part.second.addEventListener("change", chooseLanguages);

  document.querySelectorAll("[data-copy]").forEach(function (b) {
    b.addEventListener("click", function () {
      var field = part[b.dataset.copy];
      function byHand() {
        field.select();
        say(document.execCommand("copy") ? words.copied : words.not_copied);
      }
      if (!navigator.clipboard) return byHand();
      navigator.clipboard.writeText(field.value).then(function () { say(words.copied); }, byHand);
    });
  });
  part.download.addEventListener("click", function () {
    var url = URL.createObjectURL(new Blob([part.file.value], {type: "application/yaml"}));
    part.download.href = url;
    setTimeout(function () {
      URL.revokeObjectURL(url);
      part.download.href = "#main";
    }, 10000);
  });

  base.changed = function () { if (mine) { pack = tidy(base.read()); before = null; update(); } };
  window.addEventListener("hashchange", function () {
    if (location.hash.indexOf("sheets=") < 0) address(); // a link inside of the page
    else if (location.hash !== inAddress(pack)) open();
  });
  open();
})();
