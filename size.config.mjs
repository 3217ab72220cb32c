/** What `npm run size` weighs: a row is our code beside its peers, all bundled the same way. kB = min + brotli. */

const twentySchemas = Array.from(
  { length: 20 },
  (_, index) => `
export const Entity${index} = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  sku${index}: z.string(),
  quantity: z.string().check(z.regex(/^\\d{1,12}(\\.\\d{1,6})?$/)),
  state: z.enum(['draft', 'placed', 'shipped${index}']),
  createdAt: z.iso.datetime(),
  name: z.optional(z.string()),
  lines: z.array(z.object({ id: z.string(), total: z.nullable(z.string()) })),
});`,
).join('');

export const rows = [
  {
    name: 'SDK, everything',
    folder: 'packages/sdk',
    entry: 'packages/sdk/src/index.ts',
    code: "export * from '@kontor/sdk';",
    budget: 13,
    peers: [
      { name: 'Medusa js-sdk', code: "export { default } from '@medusajs/js-sdk';" },
      { name: 'Commerce Layer bundle', code: "export * from '@commercelayer/sdk/bundle';" },
      { name: 'shopify-buy', code: "export { default } from 'shopify-buy';" },
      { name: 'supabase-js', code: "export { createClient } from '@supabase/supabase-js';" },
      {
        name: 'ky + 20 zod/mini schemas',
        code: `export { default as ky } from 'ky'; import * as z from 'zod/mini'; ${twentySchemas}`,
      },
    ],
  },
];
