/** Every element below, through shadow roots, in the order of the document; `inert` parts and closed dialogs aside. */
export function* everythingIn(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    if (!element.checkVisibility({ visibilityProperty: true })) {
      // No box of its own, as `<kontor-shop>` and slots; what is inside may have one.
      if (getComputedStyle(element).display !== 'contents') continue;
    }
    yield element;
    if (element.shadowRoot) yield* everythingIn(element.shadowRoot);
    yield* everythingIn(element);
  }
}

const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];

/** Everything that a person reads or hears in a place: texts, names, hints. */
export function textsIn(root: ParentNode): string[] {
  return [...everythingIn(root)].flatMap((element) => {
    const own = [
      ...(element.shadowRoot ?? element).childNodes,
      ...(element.shadowRoot ? element.childNodes : []),
    ];
    const isText = !(element instanceof HTMLStyleElement);
    return [
      ...(isText ? own.filter((node) => node instanceof Text).map(({ data }) => data) : []),
      ...spoken.map((name) => element.getAttribute(name) ?? ''),
    ]
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
  });
}

/** What sticks out of the page to the sides, or is cut off there without dots; of parts of each other the outermost. */
export function overflowsOf(place: Element): string[] {
  const { clientWidth: width } = document.documentElement;
  const wide = [...everythingIn(place)].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    if (box.right > width + 1 || box.left < -1) return !scrollerOf(element, place);
    const isControl = element.matches('button, .button, label, h1, h2, h3, th');
    const hasDots = getComputedStyle(element).textOverflow === 'ellipsis';
    return isControl && !hasDots && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
  });
  return wide.filter((element) => !wide.includes(parentOf(element) as Element)).map(describe);
}

/** An ancestor that lets its inside be scrolled, or cuts it off on purpose. */
function scrollerOf(element: Element, place: Element): Element | undefined {
  for (let each = parentOf(element); each && each !== place; each = parentOf(each))
    if (getComputedStyle(each).overflowX !== 'visible') return each;
  return undefined;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

const describe = (element: Element): string => {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  return `${host}${element.localName}.${element.className} «${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 60)}»`;
};
