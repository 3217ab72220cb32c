import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { loadMessages } from '../../src/locale/load-messages.js';
import { staffTexts } from '../../src/locale/staff/en.js';
import type { Message } from '../../src/locale/messages.js';

type Texts = Readonly<Record<string, Message>>;

const folder = join(import.meta.dirname, '../../src/locale');
for (const area of readdirSync(join(folder, 'en'))) await import(join(folder, 'en', area));
const languages = readdirSync(folder)
  .filter(
    (file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes(': Messages = {'),
  )
  .map((file) => file.replace('.ts', ''));
const english: Texts = { ...(await loadMessages('en')).messages, ...staffTexts };

/** Texts of a language: those that buyers load, and those for the staff. */
async function textsOf(language: string): Promise<Texts> {
  const staff = (await import(join(folder, 'staff', `${language}.ts`))) as { staffTexts: Texts };
  return { ...(await loadMessages(language)).messages, ...staff.staffTexts };
}

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const fillingsOf = (message: Message): string[] =>
  [...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe.each(languages)('%s', (language) => {
  it('is loaded when it is wanted', async () => {
    expect((await loadMessages(language)).locale).toBe(language);
  });

  it('has all texts, and fills in what English does', async () => {
    const messages = await textsOf(language);
    const others = Object.entries(english).filter(([key, message]) => {
      const own = messages[key];
      return own === undefined || fillingsOf(own).join() !== fillingsOf(message).join();
    });
    expect(others.map(([key]) => key)).toEqual([]);
  });

  it('has every plural form that its numbers take', async () => {
    const messages = await textsOf(language);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const incomplete = Object.entries(messages).filter(
      ([, message]) => typeof message !== 'string' && pluralCategories.some((form) => !message[form]),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });
});
