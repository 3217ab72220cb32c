import { warnOnce } from './warn-once.js';

/** Defines an element. A second copy of the package on the page leaves the first in charge, and nothing happens in Node. */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
  if (!registry) return;
  const former = registry.get(tag);
  if (former === undefined) registry.define(tag, element);
  else if (former !== element)
    warnOnce(`<${tag}> is defined already, by another copy of this package. The first one stays.`);
}
