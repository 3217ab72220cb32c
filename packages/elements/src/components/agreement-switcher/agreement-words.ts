import type { Agreement } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';

/** What tells agreements apart, in one line: `deferral 15 days · RUB · incl. VAT`. */
export function agreementTerms(words: Words, { paymentTerm, currency, vatMode }: Agreement): string {
  const { kind, days } = paymentTerm;
  const term =
    kind === 'deferral' ? words.t('agreement.deferral', { n: days ?? 0 }) : words.t(`agreement.${kind}`);
  const vat = {
    included: 'price.vatIncluded',
    excluded: 'price.vatExcluded',
    none: 'price.vatNone',
  } as const;
  return [term, currency, words.t(vat[vatMode])].join(' · ');
}
