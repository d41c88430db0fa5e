
(function () {
  "use strict";
  var made = Date.parse(document.querySelector("time").getAttribute("datetime"));
  var old = document.querySelector(".old");
  function tellAge() {
    var minutes = Math.floor((Date.now() - made) / 60000);
    old.textContent = minutes < 60 ? "" : ", which is " + (minutes < 2880
      ? Math.floor(minutes / 60) + " h" : Math.floor(minutes / 1440) + " d") + " ago";
  }
  tellAge();
  setInterval(tellAge, 60000);
  var search = document.querySelector(".search");
  if (!search) {
    return;
  }
  search.hidden = false;
  var all = Array.prototype.map.call(document.querySelectorAll(".c"), function (node) {
    return { node: node, text: ((node.title || "") + " " + node.textContent).toLowerCase() };
  });
  var groups = Array.prototype.map.call(document.querySelectorAll(".group"), function (node) {
    return { node: node, name: node.querySelector("h3").firstChild.textContent.toLowerCase() };
  });
  var folded = document.querySelectorAll("details");
  var usual = Array.prototype.map.call(folded, function (each) { return each.open; });
  function unfold(isNarrowed) {
    Array.prototype.forEach.call(folded, function (each, i) { each.open = isNarrowed || usual[i]; });
  }
  function isFiltered() {
    return !document.getElementById("f-all").checked;
  }
  search.form.addEventListener("change", function () { unfold(isFiltered() || search.value !== ""); });
  search.addEventListener("input", function () {
    var words = search.value.toLowerCase().split(/\s+/);
    all.forEach(function (each) {
      each.node.classList.toggle("gone", !words.every(function (word) {
        return each.text.indexOf(word) >= 0;
      }));
    });
    groups.forEach(function (each) {
      each.node.classList.toggle("gone", !each.node.querySelector(".t:not(.gone)"));
    });
    unfold(isFiltered() || search.value !== "");
  });
  search.form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
