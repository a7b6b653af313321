// The article page: words that are selected fill the form that adds a missed record; notes and their words point at
// one another. Without this module the form takes the words letter by letter.
import { placeOf } from "./places.js";

const form = document.querySelector("[data-add-record]");

function fill(place) {
  form.elements.start.value = place.start;
  form.elements.end.value = place.end;
  form.elements.words.value = place.text;
  form.querySelector("[data-chosen]").textContent = `${place.start}–${place.end}`;
}

if (form) {
  const bar = document.querySelector("[data-selection-bar]");
  const shown = bar.querySelector("[data-selection-words]");
  let place = null;
  document.addEventListener("selectionchange", () => {
    const found = placeOf(document.getSelection());
    if (found === null) {
      if (!bar.contains(document.activeElement)) bar.hidden = true;
      return;
    }
    place = found;
    fill(place);
    shown.textContent = place.text.length > 70 ? `${place.text.slice(0, 67)}…` : place.text;
    bar.hidden = false;
  });
  bar.querySelector("button").addEventListener("click", () => form.requestSubmit());
  form.elements.words.addEventListener("input", () => {
    if (place !== null && form.elements.words.value === place.text) return;
    form.elements.start.value = "";
    form.elements.end.value = "";
    form.querySelector("[data-chosen]").textContent = "";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    if (!bar.hidden) form.requestSubmit();
    else form.elements.words.focus();
  });
}

/** Mark the words of one record, and its note, while a pointer or the focus is on either. */
function point(short, on) {
  for (const element of document.querySelectorAll("[data-records]")) {
    if (element.dataset.records.split(" ").includes(short)) element.classList.toggle("pointed", on);
  }
}

for (const note of document.querySelectorAll("[data-note]")) {
  for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
    note.addEventListener(event, () => point(note.dataset.note, on));
  }
}
