import { expect, it } from 'vitest';

import { createBuyer } from '../../../test/buyer.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { wellKnown } from '../../demo/ids.js';

let isDown = true;
const sent: string[] = [];
const gateway = useTestGateway({
  deps: {
    mailer: {
      send: ({ messageId = '' }) => {
        if (isDown) return Promise.reject(new Error('The mail server is away'));
        sent.push(messageId);
        return Promise.resolve();
      },
    },
  },
});

it('keeps a message until its channel has taken it', async () => {
  const { clock, database, gateway: served } = gateway();
  const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
  const placed = await (await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }])).place();
  const waiting = async () =>
    (
      await database.database.system
        .selectFrom('outbox')
        .select('id')
        .where('dedup_key', '=', placed.body.number)
        .where('topic', '=', 'order.confirmation')
        .where('delivered_at', 'is', null)
        .execute()
    ).length;
  await served.jobs.settle();
  expect(await waiting()).toBe(1);
  isDown = false;
  clock.advance(60_000);
  await served.jobs.settle();
  expect([await waiting(), sent.filter((id) => id.includes(placed.body.number)).length > 0]).toEqual([
    0,
    true,
  ]);
});
