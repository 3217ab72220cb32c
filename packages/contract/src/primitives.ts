import * as z from 'zod/mini';

import { described, named } from './named.js';

/** An opaque identifier; its form may change, compare it only for equality. */
export const Id = named(
  'Id',
  'An opaque identifier. Compare for equality only.',
  z.string().check(z.minLength(1), z.maxLength(120)),
);
export type Id = z.infer<typeof Id>;

/** A variant's article (артикул), unique within a supplier. */
export const Sku = named(
  'Sku',
  "A variant's article, unique within a supplier.",
  z.string().check(z.minLength(1), z.maxLength(120)),
);
export type Sku = z.infer<typeof Sku>;

/** ISO 4217 alphabetic code. */
export const Currency = named(
  'Currency',
  'ISO 4217 alphabetic code.',
  z.string().check(z.regex(/^[A-Z]{3}$/)),
);
export type Currency = z.infer<typeof Currency>;

/** A signed decimal string: at most 15 digits before the point, 6 after. Never a float. */
export const Decimal = named(
  'Decimal',
  'A signed decimal string, at most 15 digits before the point and 6 after.',
  z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,6})?$/)),
);
export type Decimal = z.infer<typeof Decimal>;

/** An amount with its currency. Totals have the currency's minor digits, unit prices up to 6. */
export const Money = named(
  'Money',
  "An amount with its currency. Totals carry the currency's minor digits, unit prices up to 6.",
  z.object({ amount: Decimal, currency: Currency }),
);
export type Money = z.infer<typeof Money>;

/** Money sent by a caller: unknown keys are refused. */
export const MoneyInput = named(
  'MoneyInput',
  'An amount with its currency.',
  z.strictObject({ amount: Decimal, currency: Currency }),
);
export type MoneyInput = z.infer<typeof MoneyInput>;

/** A non-negative quantity in the variant's unit: at most 9 digits before the point, 6 after. */
export const Quantity = named(
  'Quantity',
  "A non-negative decimal string in the variant's unit, at most 9 digits before the point and 6 after.",
  z.string().check(z.regex(/^\d{1,9}(\.\d{1,6})?$/)),
);
export type Quantity = z.infer<typeof Quantity>;

/** ISO 8601 instant with zone. */
export const Instant = named('Instant', 'ISO 8601 instant with zone.', z.iso.datetime({ offset: true }));
export type Instant = z.infer<typeof Instant>;

/** ISO 8601 calendar date. */
export const DateOnly = named('DateOnly', 'ISO 8601 calendar date.', z.iso.date());
export type DateOnly = z.infer<typeof DateOnly>;

/** Locales that the gateway speaks. */
export const Locale = named('Locale', 'A locale that the gateway speaks.', z.enum(['ru', 'uk', 'en', 'de']));
export type Locale = z.infer<typeof Locale>;

/** A place by country and city, as precise as delivery rules need. */
export const Location = named(
  'Location',
  'A place by ISO 3166-1 country and city; region where the country has them.',
  z.strictObject({
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    region: z.optional(z.string().check(z.maxLength(120))),
    city: z.string().check(z.minLength(1), z.maxLength(120)),
  }),
);
export type Location = z.infer<typeof Location>;

/** E-mail address; compared without regard to case. */
export const Email = named(
  'Email',
  'E-mail address, compared without regard to case.',
  z.string().check(z.maxLength(254), z.email()),
);

/** A telephone number as people write it: at least five digits, an extension may follow. */
export const Phone = described(
  'A telephone number as people write it: at least five digits, an extension may follow.',
  z.string().check(
    z.maxLength(40),
    // eslint-disable-next-line no-control-regex -- control characters are what this refuses
    z.regex(/^[^\u0000-\u001f\u007f]*(?:\d[^\d\u0000-\u001f\u007f]*){5}$/),
  ),
);

/** A password as a person types it. */
export const Password = described(
  'At least 10 characters.',
  z.string().check(z.minLength(10), z.maxLength(200)),
);

/** Free text up to `max` characters, without control characters except line breaks and tabs. */
export const text = (max: number) =>
  // eslint-disable-next-line no-control-regex -- control characters are what this refuses
  z.string().check(z.maxLength(max), z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/));

/** Non-empty {@link text}. */
export const requiredText = (max: number) => text(max).check(z.regex(/\S/));
