// @ts-check
// Saves the price list of each agreement of the company: node export-price-list.mjs [folder]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { signIn } from './sign-in.mjs';

const folder = process.argv[2] ?? 'price-lists';
await mkdir(folder, { recursive: true });

const kontor = await signIn();
const { agreements, context } = await kontor.session.get();
for (const { id, name, currency } of agreements) {
  await kontor.session.selectAgreement(id);
  // Tens of thousands of rows take their time.
  const file = await kontor.prices.export({ format: 'xlsx' }, { timeout: 120_000 });
  const path = join(folder, `${id}.xlsx`);
  await writeFile(path, file.stream());
  console.log(`${name}, ${currency}: ${path}, ${String(file.size)} bytes`);
}

// The session goes on under the agreement that it began with.
if (context?.agreementId) await kontor.session.selectAgreement(context.agreementId);
await kontor.session.signOut();
