import type { DescribedElement } from './manifest.mjs';

/** The page of an element, in Markdown: everything that its header and its public members say. */
export function elementPage(element: DescribedElement): string;
/** The page that lists all of them; their pages are beside it. */
export function elementsPage(elements: readonly DescribedElement[]): string;
