import * as z from 'zod/mini';

import { named } from './named.js';
import { operation } from './operation.js';
import { Currency, Locale } from './primitives.js';

/** What this gateway is and can. */
export const Capabilities = named(
  'Capabilities',
  'What this gateway is and can.',
  z.object({
    version: z.string(),
    supplier: z.string(),
    locales: z.array(Locale),
    currencies: z.array(Currency),
    limits: z.record(z.string(), z.number()),
    features: z.record(z.string(), z.boolean()),
  }),
);
export type Capabilities = z.infer<typeof Capabilities>;

export const capabilityOperations = {
  get: operation({
    method: 'GET',
    path: '/v1/capabilities',
    summary: 'Version, limits, locales, features',
    access: 'anyone',
    answer: Capabilities,
    caching: 'public',
  }),
} as const;
