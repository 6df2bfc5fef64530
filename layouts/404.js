// Shows the texts of the language that stands in the address, and hides the others.
(function () {
  var parts = location.pathname.split("/");
  var sections = document.querySelectorAll("section[data-lang]");
  for (var i = 0; i < sections.length; i++) {
    if (parts.indexOf(sections[i].getAttribute("data-lang")) >= 0) {
      show(sections[i]);
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
