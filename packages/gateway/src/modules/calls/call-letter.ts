import type { StoredCallSubject } from '../../database/tables.js';
import { oneLine } from '../../one-line.js';
import type { Letter, Settings } from '../../ports.js';
import { callLetterTexts, type CallLetterTexts } from './call-letter-texts.js';

/** A wish for a call, with who has it. */
export interface CallToTell {
  id: string;
  name: string;
  company: string;
  email: string;
  phone: string;
  note: string | null;
  about: StoredCallSubject;
}

/** The letter to whoever is to call: who, where, about what; an answer to it goes to the buyer by hand. No price stands in it. */
export function callLetter(
  { id, name, company, email, phone, note, about }: CallToTell,
  { to, locale }: { to: string; locale?: string },
  { locales, publicUrl }: Pick<Settings, 'locales' | 'publicUrl'>,
): Letter {
  const texts = callLetterTexts[locales.find((each) => each === locale) ?? locales[0] ?? 'ru'];
  const lines = [
    texts.wish(name, company),
    '',
    `${texts.phone}: ${phone}`,
    `${texts.email}: ${email}`,
    ...subjectLines(texts, about),
    ...(note === null ? [] : ['', note]),
  ];
  return {
    to,
    subject: oneLine(texts.subject(name, company)),
    text: `${lines.join('\n')}\n`,
    messageId: `call.${id}@${new URL(publicUrl).hostname}`,
  };
}

function subjectLines(
  texts: CallLetterTexts,
  { product, variant, cart, order, query }: StoredCallSubject,
): string[] {
  return [
    // The variant's name begins with that of its product.
    ...(variant ? [`${texts.product}: ${variant.name} (${variant.sku})`] : []),
    ...(product && !variant ? [`${texts.product}: ${product.name}`] : []),
    ...(cart ? [`${texts.cart}: ${texts.lines(cart.lineCount)}`] : []),
    ...(order ? [`${texts.order}: ${order.number}`] : []),
    ...(query === undefined ? [] : [`${texts.query}: ${oneLine(query)}`]),
  ];
}
