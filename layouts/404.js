// Shows the texts of the language that stands in the address, else of the one that the reader
// chose or the browser prefers, and hides the others.
(function () {
  var sections = Array.prototype.slice.call(document.querySelectorAll("section[data-lang]"));
  var wanted = location.pathname.split("/");
  try {
    wanted.push(localStorage.getItem("praxisblatt-language"));
  } catch (_) {
    // A browser that may keep nothing has kept nothing.
  }
  wanted = wanted.concat((navigator.languages || []).map(function (code) { return code.split("-")[0]; }));
  for (var i = 0; i < wanted.length; i++) {
    var found = sections.filter(function (s) { return s.getAttribute("data-lang") === wanted[i]; })[0];
    if (found) {
      show(found);
      return;
    }
  }

  function show(section) {
    for (var i = 0; i < sections.length; i++) {
      sections[i].hidden = sections[i] !== section;
    }
    document.documentElement.lang = section.lang;
    document.documentElement.dir = section.dir;
    var heading = section.querySelector("h2");
    if (heading) {
      var h1 = document.createElement("h1");
      h1.textContent = heading.textContent;
      section.replaceChild(h1, heading);
    }
    document.title = section.querySelector("h1").textContent;
  }
})();
