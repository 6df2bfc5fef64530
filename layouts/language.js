// Remembers the language that a reader chose, in this browser only, and brings it forward where
// languages are offered. Nobody is sent anywhere.
(function () {
  var key = "praxisblatt-language";

  document.addEventListener("click", function (e) {
    var link = e.target.closest && e.target.closest(".languages a[hreflang], .choices a[hreflang]");
    if (!link) return;
    try {
      localStorage.setItem(key, link.hreflang);
    } catch (_) {
      // A browser that may keep nothing offers the languages as they are.
    }
  });

  var choices = document.querySelector(".choices");
  if (!choices) return;
  var last = null;
  try {
    last = localStorage.getItem(key);
  } catch (_) {}
  var links = Array.prototype.slice.call(choices.querySelectorAll("a[hreflang]"));
  var wanted = [last].concat(navigator.languages || []);
  for (var i = 0; i < wanted.length; i++) {
    var code = wanted[i];
    var found = code && links.filter(function (a) { return a.hreflang === code || a.hreflang === code.split("-")[0]; })[0];
    if (!found) continue;
    choices.insertBefore(found.parentNode, choices.firstChild);
    var note = found.querySelector(".last");
    if (code === last && note) note.hidden = false;
    return;
  }
})();
