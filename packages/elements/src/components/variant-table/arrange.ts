/** Puts the children of a body into this order. The one with the focus is never moved: moved in a document, it would lose it. */
export function arrange(body: HTMLElement, items: readonly HTMLElement[]): void {
  const focused = (body.getRootNode() as Document | ShadowRoot).activeElement;
  let at = body.firstElementChild;
  for (const item of items) {
    if (item !== at && item.contains(focused))
      while (at && at !== item) {
        const next: Element | null = at.nextElementSibling;
        // It has its turn later.
        body.append(at);
        at = next;
      }
    if (item === at) at = at.nextElementSibling;
    else body.insertBefore(item, at);
  }
}
