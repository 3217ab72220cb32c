import type { ReactiveControllerHost } from 'lit';

import type { MessageKey } from '../messages.js';
import type { Words } from '../words.js';
import { staffTexts as english } from './en.js';
import type { StaffMessageKey, StaffMessages } from './messages.js';

/** A language with its texts for the staff. */
export type StaffWords = Words<MessageKey | StaffMessageKey>;

const loaders: Readonly<Record<string, () => Promise<{ staffTexts: StaffMessages }>>> = {
  ru: () => import('./ru.js'),
  uk: () => import('./uk.js'),
  de: () => import('./de.js'),
};

/** Adds the texts for the staff to the language of an element: those that buyers load have none of them. */
export class StaffWordsController {
  readonly #host: ReactiveControllerHost;
  #of: Words | undefined;
  #words: StaffWords | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The language with its texts for the staff; the former one until they are loaded. */
  of(words: Words): StaffWords | undefined {
    if (this.#of !== words) {
      this.#of = words;
      void this.#load(words);
    }
    return this.#words;
  }

  async #load(words: Words): Promise<void> {
    const load = loaders[words.locale.split('-')[0] ?? ''];
    // A chunk that could not be loaded must not leave an empty page.
    const texts = await load?.().then(
      ({ staffTexts }) => staffTexts,
      () => undefined,
    );
    if (this.#of !== words) return;
    this.#words = words.with(texts ?? english);
    this.#host.requestUpdate();
  }
}
