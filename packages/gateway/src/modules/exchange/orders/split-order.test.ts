import fc from 'fast-check';
import { expect, it } from 'vitest';

import { add, decimal, decimalText, plain, zero } from '../../../money/decimal.js';
import { joinParts } from './change-part.js';
import type { LineToSend, OrderToSend } from './load-orders.js';
import { splitOrder } from './split-order.js';

const warehouses = ['msk', 'ekb', 'spb'].map((id) => ({ id, externalId: id, name: { ru: id } }));

type Reserved = Readonly<Record<string, string>>;

const line = (
  variantId: number,
  quantity: string,
  net: string,
  vat: string,
  reserved: Reserved,
): LineToSend => ({
  orderId: 'o',
  position: variantId,
  externalId: `1c-${String(variantId)}`,
  variantId,
  sku: `S-${String(variantId)}`,
  name: 'Болт',
  unitCode: '796',
  unitName: 'шт',
  quantity,
  unitPrice: '12',
  vatRate: '20',
  net,
  vat,
  reserved: Object.entries(reserved).map(([id, quantity]) => ({
    id,
    externalId: id,
    name: { ru: id },
    quantity,
  })),
});

const split = (lines: readonly LineToSend[], vatMode: OrderToSend['vatMode'] = 'included') =>
  splitOrder({ currency: 'RUB', vatMode, warehouses, lines });

const seen = (parts: ReturnType<typeof split>) =>
  parts.map(({ warehouseId, lines }) => [
    warehouseId,
    ...lines.map(({ sku, quantity, total }) => `${sku} × ${quantity} = ${total}`),
  ]);

it('gives each warehouse what was reserved in it', () => {
  const lines = [
    line(1, '10', '100.00', '20.00', { msk: '4', ekb: '6' }),
    line(2, '5', '50.00', '10.00', { ekb: '5' }),
  ];
  expect(seen(split(lines))).toEqual([
    ['msk', 'S-1 × 4 = 48.00'],
    ['ekb', 'S-1 × 6 = 72.00', 'S-2 × 5 = 60.00'],
  ]);
});

it('leaves what was reserved nowhere with its line, or with the first warehouse', () => {
  const lines = [line(1, '10', '100.00', '20.00', { ekb: '3', spb: '2' }), line(2, '1', '10.00', '2.00', {})];
  expect(seen(split(lines))).toEqual([
    ['msk', 'S-2 × 1 = 12.00'],
    ['ekb', 'S-1 × 8 = 96.00'],
    ['spb', 'S-1 × 2 = 24.00'],
  ]);
});

it('divides amounts to the last cent, so that the parts together are the order again', () => {
  const cents = (most: number) => fc.integer({ min: 0, max: most }).map((each) => (each / 100).toFixed(2));
  const reservations = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.boolean()), {
    minLength: 3,
    maxLength: 3,
  });
  const anyLine = fc.tuple(
    reservations,
    fc.integer({ min: 0, max: 500 }),
    cents(10_000_000),
    cents(2_000_000),
  );
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('included', 'excluded', 'none'),
      (given, vatMode) => {
        const lines = given.map(([reserved, more, net, vat], index) => {
          const held = reserved.flatMap(([thousandths, isHeld], place) =>
            isHeld ? [[warehouses[place]?.id ?? '', (thousandths / 1000).toFixed(3)] as const] : [],
          );
          const sum = held.reduce((whole, [, quantity]) => add(whole, decimal(quantity)), zero);
          const quantity = plain(add(sum, decimal((more + 1).toString())));
          return line(index, quantity, net, vat, Object.fromEntries(held));
        });
        const parts = split(lines, vatMode);
        const { lines: joined } = joinParts(parts.map((part) => ({ ...part, deliveryCost: null })));
        const figures = (each: (typeof joined)[number]) => [each.quantity, each.net, each.vat, each.total];
        const byId = [...joined].sort((left, right) => Number(left.variantId) - Number(right.variantId));
        expect(byId.map(figures)).toEqual(
          lines.map(({ quantity, net, vat }) => {
            const total = decimalText(add(decimal(net), decimal(vat)));
            return [quantity, net, vat, total];
          }),
        );
      },
    ),
  );
});
