import { warnOnce } from './base/warn-once.js';

const prefix = 'kontor-';
const asked = new Set<string>();

/**
 * Loads the elements that stand in a document or a shadow root and are not defined yet. The page itself is looked through, and
 * followed, as soon as this module is there; shadow roots of a page's own elements are not: give them to this function.
 */
export function loadElements(root: ParentNode): void {
  for (const element of root.querySelectorAll(':not(:defined)')) load(element);
}

function load({ localName }: Element): void {
  if (!localName.startsWith(prefix) || asked.has(localName) || customElements.get(localName)) return;
  asked.add(localName);
  const name = localName.slice(prefix.length);
  import(`./components/${name}/${name}.js`).catch(() => {
    // What was lost on the way may be there when it stands on the page again.
    asked.delete(localName);
    warnOnce(`<${localName}> could not be loaded.`);
  });
}

const page = (globalThis as { document?: Document }).document;
if (page) {
  loadElements(page);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          load(node);
          loadElements(node);
        }
  }).observe(page, { childList: true, subtree: true });
}
