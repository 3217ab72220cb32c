import type { en } from './en.js';

/** A text, or its plural forms by the categories of `Intl.PluralRules`; `{name}` is filled in. */
export type Message = string | Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Keys of all texts. */
export type MessageKey = keyof typeof en;

/** All texts of a language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
