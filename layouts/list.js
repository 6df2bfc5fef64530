// Narrows the list of all entries down by facets. Values of one facet are
// alternatives, facets combine; what is chosen stands in the address and above the
// list. Without this script the links to the terms' pages stay.
(function () {
  "use strict";
  var nav = document.querySelector("nav.facets");
  var found = document.querySelector(".found");
  var words = nav.dataset;
  var lang = document.documentElement.lang;
  var list, terms, chosen, sort, shown, pieces = {}, own, view;
  var STEP = 50;

  // The data file calls this.
  window.praxisblattList = function (data) {
    list = data;
    terms = {};
    list.facets.forEach(function (facet) {
      facet.terms.forEach(function (term) {
        var last = 0;
        term.at = term.rows.map(function (step) { return (last += step); });
        terms[facet.key + "=" + term.key] = term;
      });
    });
    own = Array.from(found.childNodes);
    build();
    read();
    update();
    window.addEventListener("popstate", function () { read(); update(); });
  };

  // Pieces of rows call this.
  window.praxisblattRows = function (number, rows) { pieces[number] = rows; };

  function element(name, attributes, children) {
    var e = document.createElement(name);
    for (var key in attributes) e.setAttribute(key, attributes[key]);
    [].concat(children || []).forEach(function (c) { e.append(c); });
    return e;
  }

  // Address

  function read() {
    var query = new URLSearchParams(location.search || location.hash.slice(1));
    chosen = {};
    list.facets.forEach(function (facet) {
      chosen[facet.key] = (query.get(facet.key) || "").split(",").filter(function (key) { return terms[facet.key + "=" + key]; });
    });
    sort = Object.keys(list.orders).indexOf(query.get("sort")) >= 0 ? query.get("sort") : "title";
    shown = STEP;
  }

  function write() {
    var parts = [];
    list.facets.forEach(function (facet) {
      if (chosen[facet.key].length) parts.push(facet.key + "=" + chosen[facet.key].map(encodeURIComponent).join(","));
    });
    if (sort !== "title") parts.push("sort=" + sort);
    var query = parts.join("&");
    try {
      history.pushState(null, "", query ? "?" + query : location.pathname);
    } catch (e) { // some browsers keep pages from a folder to their address
      location.replace("#" + query);
    }
  }

  // Widgets

  function build() {
    view = {
      status: element("p", {role: "status", class: "total"}),
      chosen: element("ul", {class: "chosen", "aria-label": words.chosen}),
      sort: element("select"),
      rows: element("ul", {class: "rows", tabindex: "-1"}),
      more: element("button", {type: "button"}, words.more),
      boxes: {}
    };
    ["title", "newest", "changed"].forEach(function (order) {
      view.sort.append(element("option", {value: order}, words[order]));
    });
    view.sort.addEventListener("change", function () { sort = view.sort.value; shown = STEP; write(); update(); });
    view.more.addEventListener("click", function () {
      var first = view.rows.children.length;
      shown += STEP;
      show().then(function () {
        var row = view.rows.children[first];
        if (row) row.querySelector("a").focus();
      });
    });
    var filters = element("details", {class: "narrow"}, [element("summary", {}, words.filter)].concat(list.facets.map(group)));
    filters.open = matchMedia("(min-width: 48rem)").matches;
    filters.querySelector("details").open = filters.open;
    nav.replaceChildren(filters);
    found.before(element("div", {class: "over"}, [view.status, element("label", {}, [words.sort + " ", view.sort]), view.chosen]));
    document.querySelector(".intro .lead").hidden = true;
  }

  function group(facet) {
    var items = facet.terms.map(function (term) {
      var box = element("input", {type: "checkbox"});
      var count = element("span", {class: "count"});
      var text = element("span", term.lang ? {lang: term.lang} : {}, term.label);
      var item = element("li", {class: "depth-" + (term.depth || 0)}, element("label", {}, [box, text, "\u00a0", count]));
      view.boxes[facet.key + "=" + term.key] = {box: box, count: count, item: item};
      box.addEventListener("change", function () { choose(facet.key, term.key, box.checked); });
      return item;
    });
    return element("details", {}, [
      element("summary", {}, facet.label),
      element("fieldset", {}, [element("legend", {class: "unseen"}, facet.label), element("ul", {class: "checks"}, items)])
    ]);
  }

  function choose(facet, key, on) {
    chosen[facet] = chosen[facet].filter(function (k) { return k !== key; });
    if (on) chosen[facet].push(key);
    shown = STEP;
    write();
    update();
  }

  // Counting: a row is found if it fails no facet; a term's number is of the rows
  // that would be found if it were chosen alone in its facet.

  function update() {
    var fails = new Uint8Array(list.rows), alone = new Array(list.rows);
    list.facets.forEach(function (facet) {
      var keys = chosen[facet.key];
      if (!keys.length) return;
      var passes = new Uint8Array(list.rows);
      keys.forEach(function (key) {
        terms[facet.key + "=" + key].at.forEach(function (row) { passes[row] = 1; });
      });
      for (var row = 0; row < list.rows; row++) if (!passes[row]) { fails[row]++; alone[row] = facet; }
    });
    list.facets.forEach(function (facet) {
      facet.terms.forEach(function (term) {
        var w = view.boxes[facet.key + "=" + term.key], on = chosen[facet.key].indexOf(term.key) >= 0;
        var n = term.at.filter(function (row) { return !fails[row] || fails[row] === 1 && alone[row] === facet; }).length;
        w.box.checked = on;
        w.item.hidden = !n && !on;
        w.count.textContent = n.toLocaleString(lang);
      });
    });
    var order = list.orders[sort];
    view.result = [];
    for (var i = 0; i < list.rows; i++) {
      var row = order ? order[i] : i;
      if (!fails[row]) view.result.push(row);
    }
    view.sort.value = sort;
    chips();
    show();
  }

  // chips are what is chosen, each with a way to take it back.
  function chips() {
    var items = [];
    list.facets.forEach(function (facet) {
      chosen[facet.key].forEach(function (key) {
        var label = terms[facet.key + "=" + key].label;
        items.push(chip(label, words.remove.replace("{term}", function () { return label; }), function () { choose(facet.key, key, false); }));
      });
    });
    if (items.length > 1) {
      items.push(chip(words.all, "", function () {
        for (var key in chosen) chosen[key] = [];
        write();
        update();
      }));
    }
    view.chosen.replaceChildren.apply(view.chosen, items);
    view.chosen.hidden = !items.length;
  }

  function chip(text, name, act) {
    var button = element("button", {type: "button"}, text);
    if (name) {
      button.setAttribute("aria-label", name);
      button.append(element("span", {"aria-hidden": "true"}, " ×"));
    }
    button.addEventListener("click", function () {
      var at = Array.prototype.indexOf.call(view.chosen.children, button.parentNode);
      act();
      var next = view.chosen.querySelectorAll("button")[at] || view.chosen.querySelector("button") || view.sort;
      next.focus();
    });
    return element("li", {}, button);
  }

  // show puts the rows on the page, or leaves those that came with it.
  function show() {
    var result = view.result;
    view.status.textContent = words.found.replace("{n}", result.length.toLocaleString(lang)).replace("{all}", list.rows.toLocaleString(lang));
    if (sort === "title" && result.length === list.rows && shown === STEP) {
      found.replaceChildren.apply(found, own);
      return Promise.resolve();
    }
    var part = result.slice(0, shown);
    return Promise.all(part.map(function (row) { return load(Math.floor(row / list.size)); })).then(function () {
      if (result !== view.result) return; // something else was chosen meanwhile
      view.rows.innerHTML = part.map(function (row) { return pieces[Math.floor(row / list.size)][row % list.size]; }).join("");
      var heading = own.filter(function (n) { return n.nodeName === "H2"; });
      found.replaceChildren.apply(found, heading.concat(view.rows, result.length > part.length ? view.more : []));
    }, function () {
      view.status.textContent = words.failed;
    });
  }

  var loading = {};
  function load(number) {
    if (!loading[number]) {
      loading[number] = new Promise(function (done, fail) {
        var s = document.createElement("script");
        s.src = list.pieces[number];
        s.onload = done;
        s.onerror = function () { delete loading[number]; fail(); };
        document.head.append(s);
      });
    }
    return loading[number];
  }
})();
