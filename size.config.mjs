/** What `npm run size` weighs: a row is our code beside its peers, all bundled the same way. kB = min + brotli. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

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

/** Modules of the elements that are there, as one page would import them. */
const elements = (...names) =>
  names
    .filter((name) =>
      existsSync(join(import.meta.dirname, `packages/elements/src/components/${name}/${name}.ts`)),
    )
    .map((name) => `import '@kontor/elements/${name}';`)
    .join('');
const dropIn = (...names) =>
  names.map((name) => `import '@commercelayer/drop-in.js/dist/components/cl-${name}.js';`).join('');

export const rows = [
  {
    name: 'SDK, everything, also what is loaded on use',
    isWhole: true,
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
  {
    name: "Price, stock, add to cart on a supplier's own card",
    folder: 'packages/elements',
    entry: 'packages/elements/src/components/price/price.ts',
    code: elements('shop', 'price', 'stock', 'add-to-cart'),
    budget: 26,
    peers: [
      {
        name: 'Commerce Layer drop-in, the same three (checkout hosted elsewhere)',
        code: dropIn('price', 'price-amount', 'availability', 'availability-status', 'add-to-cart'),
      },
    ],
  },
  {
    name: 'Catalogue, product, variant table, analogues, cart, checkout',
    folder: 'packages/elements',
    entry: 'packages/elements/src/components/cart/cart.ts',
    code: elements('shop', 'catalog', 'product', 'variant-table', 'analogues', 'cart', 'checkout'),
    budget: 75,
    peers: [
      {
        name: 'ag-grid alone',
        code: "import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community'; ModuleRegistry.registerModules([AllCommunityModule]); export { createGrid };",
      },
    ],
  },
  {
    name: 'Autoloader',
    folder: 'packages/elements',
    entry: 'packages/elements/src/autoloader.ts',
    code: "import '@kontor/elements/autoloader';",
    budget: 1,
    peers: [{ name: 'Web Awesome', code: "import '@awesome.me/webawesome/dist/webawesome.loader.js';" }],
  },
];
