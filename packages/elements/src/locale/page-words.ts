import { atom, type ReadableAtom } from 'nanostores';

import { loadMessages } from './load-messages.js';
import { createWords, type Words } from './words.js';

const $none = atom<Words | undefined>(undefined);
let $page: ReadableAtom<Words | undefined> | undefined;

/** The language of the page, for elements that have a shop of their own and no `<kontor-shop>` around them. */
export function pageWords(): ReadableAtom<Words | undefined> {
  const page = (globalThis as { document?: Document }).document;
  if (!page) return $none;
  if ($page) return $page;
  const $words = atom<Words | undefined>(undefined);
  $page = $words;
  const locale = page.documentElement.lang || 'en';
  void loadMessages(locale).then(({ locale: found, messages }) => $words.set(createWords(found, messages)));
  return $words;
}
