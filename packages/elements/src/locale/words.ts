import { createFormats, type Formats } from './formats.js';
import type { Message, MessageKey } from './messages.js';
import type { StaffMessageKey } from './staff/messages.js';

/** Values that a text is filled with; numbers are written the way of the language. */
export type Fillings = Readonly<Record<string, string | number>>;

/** One language: its texts and its way to write figures. */
export interface Words<Key extends string = MessageKey> extends Formats {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** A text by its key; `n` chooses the plural form. */
  t(key: Key, fillings?: Fillings): string;
  /** What an error of a call means to a buyer, and what to do. */
  problem(error: unknown): string;
  /** The same language with more texts. */
  with<More extends string>(texts: Readonly<Record<More, Message>>): Words<Key | More>;
}

/** Changes to texts, by key. */
export type MessageChanges = Readonly<Partial<Record<MessageKey | StaffMessageKey, Message>>>;

export function createWords<Key extends string = MessageKey>(
  locale: string,
  messages: Readonly<Record<Key, Message>>,
  changes: MessageChanges = {},
): Words<Key> {
  const formats = createFormats(locale);
  const plurals = new Intl.PluralRules(locale);

  const formOf = (message: Message, n: string | number | undefined): string => {
    if (typeof message === 'string') return message;
    const form = plurals.select(Number(n ?? 0));
    return message[form] ?? message.other;
  };

  const t: Words<Key>['t'] = (key, fillings = {}) =>
    formOf((changes as Partial<Record<Key, Message>>)[key] ?? messages[key], fillings['n']).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => {
        const filling = fillings[name];
        if (filling === undefined) return whole;
        return typeof filling === 'number' ? formats.number(String(filling)) : filling;
      },
    );

  return {
    ...formats,
    locale,
    direction: rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr',
    t,
    problem(error) {
      const { code, name } = (error ?? {}) as { code?: string; name?: string };
      for (const part of [code, name]) {
        const key = `problem.${part ?? ''}`;
        if (key in messages) return t(key as Key);
      }
      return t('problem.unknown' as Key);
    },
    with: (texts) => createWords(locale, { ...messages, ...texts }, changes),
  };
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur']);
