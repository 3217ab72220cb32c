import './en/core.js';
import { english } from './en/texts.js';
import type { Messages } from './messages.js';

/** An element brings the English texts that it speaks of, so all that are asked for are there. */
const en = english as Messages;

/** Languages that come with the package; English is always there, the others are loaded when they are needed. */
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  ru: async () => (await import('./ru.js')).ru,
  uk: async () => (await import('./uk.js')).uk,
  de: async () => (await import('./de.js')).de,
};

/** Texts of the nearest language: `de-AT` finds `de`, an unknown one English. */
export async function loadMessages(wanted: string): Promise<{ locale: string; messages: Messages }> {
  const base = wanted.toLowerCase().split('-')[0] ?? '';
  const load = loaders[base];
  if (!load) return { locale: 'en', messages: en };
  try {
    // Formats follow the wanted region (de-AT), texts the language.
    return { locale: wanted.toLowerCase() === base ? base : wanted, messages: await load() };
  } catch {
    // A chunk that could not be loaded must not leave an empty page.
    return { locale: 'en', messages: en };
  }
}
