(function () {
  "use strict";
  var check = document.getElementById("check");
  if (!check) {
    return;
  }
  var text = document.getElementById("text");
  var accepted = document.getElementById("accepted");
  var findings = Array.from(document.querySelectorAll(".finding"));

  function filter() {
    var words = text.value.toLowerCase();
    var shown = 0;
    findings.forEach(function (finding) {
      var matches =
        (!check.value || finding.dataset.check === check.value) &&
        (accepted.checked || !finding.classList.contains("accepted")) &&
        finding.textContent.toLowerCase().includes(words);
      finding.hidden = !matches;
      shown += matches ? 1 : 0;
    });
    document.querySelectorAll("main section").forEach(function (section) {
      section.hidden = !section.querySelector(".finding:not([hidden])");
    });
    document.getElementById("shown").textContent = shown + " of " + findings.length + " shown";
  }

  [check, text, accepted].forEach(function (control) {
    control.addEventListener("input", filter);
  });
  filter();
})();
