// Places in a text. Browsers count UTF-16 units; the record counts Unicode code points.

/** Return how many code points a string has: "😀" is one, "e" with a combining accent is two. */
export function codePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Return the block (an element that knows its own `data-start`) that holds a node, or null. */
export function blockOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element ? element.closest("[data-start]") : null;
}

/** Return {start, end, text} of a selection in code points of the article, without white space at its ends; null if
 *  nothing is selected, or not within one paragraph. */
export function placeOf(selection) {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const block = blockOf(range.startContainer);
  if (block === null) return null;
  const within = range.cloneRange();
  if (!block.contains(range.endContainer)) {
    if (blockOf(range.endContainer) !== null && range.endOffset > 0) return null;
    within.setEnd(block, block.childNodes.length); // a triple click ends at the beginning of the next block
    if (!range.toString().startsWith(within.toString()) || range.toString().trim() !== within.toString().trim()) return null;
  }
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(within.startContainer, within.startOffset);
  const words = within.toString();
  const text = words.trim();
  if (text === "") return null;
  const lead = words.slice(0, words.indexOf(text));
  const start = Number(block.dataset.start) + codePoints(before.toString()) + codePoints(lead);
  return { start, end: start + codePoints(text), text };
}
