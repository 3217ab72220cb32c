import type { LineOperation } from '@kontor/sdk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createCartEdits, quantityAfter, type CartEdits } from './cart-edits.js';
import { memoryStorage } from '../test/test-shop.js';
import { openDrawer } from './storage.js';

const amount = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, thousandths]) => `${String(whole)}.${String(thousandths).padStart(3, '0')}`);
const sku = fc.constantFrom('A', 'B', 'C');
const edit: fc.Arbitrary<LineOperation> = fc.oneof(
  fc.record({ sku, quantity: amount }),
  fc.record({ sku, add: amount }),
  fc.record({ sku, comment: fc.option(fc.string()) }),
);
/** Edits, with moments between them at which the shop sends what waits, or hears that it was done. */
const moments = fc.array(fc.oneof(edit, fc.constant('take' as const), fc.constant('settle' as const)));

const thousandths = (quantity: string): number => Math.round(Number(quantity) * 1000);

/** A cart that applies operations one by one. */
function createLedger(): {
  apply(operation: LineOperation): void;
  quantityOf(sku: string): number;
  commentOf(sku: string): string | null | undefined;
} {
  const lines = new Map<string, { quantity: number; comment: string | null | undefined }>();
  const lineOf = (sku: string): { quantity: number; comment: string | null | undefined } =>
    lines.get(sku) ?? { quantity: 0, comment: undefined };
  return {
    apply({ sku, quantity, add, comment }) {
      const former = lineOf(sku);
      lines.set(sku, {
        quantity:
          quantity === undefined
            ? former.quantity + (add === undefined ? 0 : thousandths(add))
            : thousandths(quantity),
        comment: comment === undefined ? former.comment : comment,
      });
    },
    quantityOf: (sku) => lineOf(sku).quantity,
    commentOf: (sku) => lineOf(sku).comment,
  };
}

const newEdits = (most = 1000): CartEdits => createCartEdits(openDrawer(memoryStorage(), 'cart'), most);

describe('edits of a cart', () => {
  test('come to the same joined as one by one', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 3 }), (happenings, most) => {
        const edits = newEdits(most);
        const [wanted, saved] = [createLedger(), createLedger()];
        const send = (): void => {
          for (const operation of edits.take()?.operations ?? []) saved.apply(operation);
          edits.settle();
        };
        let isSent = false;
        for (const happening of happenings) {
          if (happening === 'take') {
            if (!isSent) for (const operation of edits.take()?.operations ?? []) saved.apply(operation);
            isSent = true;
          } else if (happening === 'settle') {
            if (isSent) edits.settle();
            isSent = false;
          } else {
            edits.put(happening);
            wanted.apply(happening);
          }
        }
        if (isSent) edits.settle();
        while (!edits.isEmpty()) send();
        for (const each of ['A', 'B', 'C']) {
          expect(saved.quantityOf(each)).toBe(wanted.quantityOf(each));
          expect(saved.commentOf(each)).toBe(wanted.commentOf(each));
        }
      }),
    );
  });

  test('show at once what they will come to', () => {
    fc.assert(
      fc.property(fc.array(edit), fc.nat(10), amount, (list, sentAfter, before) => {
        const edits = newEdits();
        const wanted = createLedger();
        wanted.apply({ sku: 'A', quantity: before });
        for (const [index, each] of list.entries()) {
          if (index === sentAfter) edits.take();
          edits.put(each);
          wanted.apply(each);
        }
        expect(thousandths(quantityAfter(before, edits.of('A')))).toBe(wanted.quantityOf('A'));
      }),
    );
  });

  test('go out again with their key until they are settled', () => {
    const edits = newEdits();
    edits.put({ sku: 'A', quantity: '1' });
    const first = edits.take();
    edits.put({ sku: 'A', quantity: '2' });
    expect(edits.take()).toBe(first);
    edits.settle();
    const second = edits.take();
    expect([second?.operations, second?.key === first?.key]).toEqual([[{ sku: 'A', quantity: '2' }], false]);
  });

  test('come back for their own cart after a reload', () => {
    const drawer = openDrawer<never>(memoryStorage(), 'cart');
    const before = createCartEdits(drawer, 1000);
    before.bind('crt_1');
    before.put({ sku: 'A', add: '5' });
    const after = createCartEdits(drawer, 1000);
    after.bind('crt_2');
    expect(after.isEmpty()).toBe(true);
    after.bind(undefined);
    after.bind('crt_1');
    expect(after.take()?.operations).toEqual([{ sku: 'A', add: '5' }]);
  });
});
