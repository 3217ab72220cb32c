import type { Locale } from '@kontor/contract';

import type { Localized } from '../database/tables.js';
import type { RequestHead } from '../ports.js';

/** The best of our locales for a request's `Accept-Language`; the first one when none fits. */
export function localeOf({ headers }: RequestHead, locales: readonly Locale[]): Locale {
  const accepted = headers.get('accept-language');
  const wanted = (accepted === null ? [] : accepted.split(','))
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return {
        language: tag.toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .sort((left, right) => right.quality - left.quality);
  for (const { language } of wanted) {
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return locales[0] ?? 'ru';
}

/** A text in the locale, else in one that the supplier has. */
export function localized(text: Localized | null, locale: Locale): string {
  if (!text) return '';
  return (
    text[locale] ??
    (locale === 'uk' ? text.ru : undefined) ??
    (locale === 'de' ? text.en : undefined) ??
    text.ru ??
    text.en ??
    Object.values(text)[0] ??
    ''
  );
}
