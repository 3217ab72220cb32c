import { operations, type Page, type Variant } from '@kontor/contract';

import type { Row } from '../../../scripts/bench-row.js';
import { interleave } from '../../../scripts/measure.mjs';
import { createClient } from '../src/client.js';

/**
 * What the client does with an answer of a megabyte, beside `JSON.parse` of it: a production client checks the outline of
 * answers; every field is checked by `@kontor/sdk/check`, which is for tests and development.
 */
export async function run(): Promise<Row[]> {
  const text = JSON.stringify(page(2000));
  const parse = () => Promise.resolve(JSON.parse(text) as unknown);
  const client = (check?: (method: string, path: string, answer: unknown) => void) =>
    createClient({
      baseUrl: 'http://gateway.test',
      fetch: () => Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } })),
      ...(check ? { check } : {}),
    });
  const outline = client();
  const { checkAnswers } = await import('../src/check.js');
  const checked = client(checkAnswers);
  const call = async (of: ReturnType<typeof createClient>): Promise<void> => {
    await of.products.variants('prd').pages().next();
  };
  const bytes = async (): Promise<void> => {
    await new Response(text).text();
  };
  const times = await interleave(
    { parse, bytes, outline: () => call(outline), whole: () => call(checked) },
    { runs: 21, warmups: 5 },
  );
  const kB = Math.round(text.length / 1000);
  return [
    row(
      `checking an answer of ${String(kB)} kB, outline (production)`,
      Math.max(times.outline - times.bytes - times.parse, 0),
      times.parse,
    ),
    row(
      `checking an answer of ${String(kB)} kB, every field (development)`,
      Math.max(times.whole - times.bytes - times.parse, 0),
      times.parse,
    ),
  ];
}

function row(name: string, ours: number, reference: number): Row {
  const ratio = ours / reference;
  return {
    name,
    ours,
    unit: 'ms',
    reference,
    referenceName: 'JSON.parse',
    ratio,
    goal: '≤ 0.5 ×',
    pass: ratio <= 0.5,
  };
}

function page(count: number): Page<Variant> {
  const items = Array.from({ length: count }, (_each, index) => ({
    sku: `DIN933-8.8-M8X${String(index)}-ZN`,
    productId: 'prd_din-933-8-8',
    name: `Болт DIN 933 М8×${String(index)} 8.8 оцинкованный`,
    options: { diameter: 'M8', length: String(index), coating: 'цинк' },
    attributes: [{ code: 'standard', name: 'Стандарт', value: 'DIN 933', unit: null }],
    barcodes: ['4607012345678'],
    unit: { code: '796', name: 'шт' },
    orderingRule: { min: '20', step: '20', max: null, packs: [{ name: 'коробка', quantity: '100' }] },
    picture: null,
    status: 'active' as const,
    analogueCount: 2,
  }));
  const answer = { items, nextCursor: null };
  const parsed = operations.catalog.listVariants.answer.safeParse(answer);
  if (!parsed.success)
    throw new Error('The bench measures an answer that the contract has not', { cause: parsed.error });
  return answer;
}
