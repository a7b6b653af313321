// Keys that save a hand's way: "/" goes to the search box, "." to the as-of day. Reading needs no script.
document.addEventListener("keydown", (event) => {
  const inField = event.target.closest("input, textarea, select, [contenteditable]");
  if (inField || event.ctrlKey || event.metaKey || event.altKey) return;
  const wanted = { "/": "#q", ".": ".looking input[name=as_of]" }[event.key];
  if (!wanted) return;
  event.preventDefault();
  document.querySelector(wanted)?.focus();
});

// On a narrow screen the form over a list begins closed; without a script it stands open.
if (matchMedia("(max-width: 640px)").matches) {
  for (const form of document.querySelectorAll("details.narrow")) form.open = false;
}
