// The review queue by keyboard: j and k (or arrows) go from case to case, the other keys press the current case's buttons.
const cases = [...document.querySelectorAll("[data-case]")];
let current = Math.max(0, cases.findIndex((one) => `#${one.id}` === location.hash));

function go(to, focus = true) {
  if (cases.length === 0) return;
  cases[current].removeAttribute("aria-current");
  current = Math.min(cases.length - 1, Math.max(0, to));
  cases[current].setAttribute("aria-current", "true");
  if (focus) {
    cases[current].focus({ preventScroll: true });
    cases[current].scrollIntoView({ block: "nearest" });
  }
}

function press(key) {
  const here = cases[current]?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`[data-page-key="${key}"]`);
  if (!here) return false;
  if (here.matches("input, select, textarea")) here.focus();
  else here.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j" || event.key === "ArrowDown") go(current + 1);
  else if (event.key === "k" || event.key === "ArrowUp") go(current - 1);
  else if (event.key.length !== 1 || !press(event.key)) return;
  event.preventDefault();
});

for (const [number, one] of cases.entries()) {
  one.addEventListener("focusin", () => { if (number !== current) go(number, false); });
}
go(current);
