import { readCommerceML } from '@kontor/commerceml';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { confirmOrders } from './confirm-orders.js';
import { offerOrders } from './offer-orders.js';
import { addTestOrder, changeTestOrder } from './order-rows.test-data.js';
import { defineOrderExchange } from './order-settings.js';

const shop = useTestGateway();
let runs = 0;

/** A 1C that keeps the last version of each order, and a shop whose changes have versions. */
class Exchange {
  readonly #since: Date;
  readonly #run: number;
  /** In 1C: all versions that arrived. */
  readonly #arrived = new Map<string, Set<number>>();
  /** In the shop: versions by order, and of each revision. */
  readonly #versions = new Map<string, number>();
  readonly #versionOf = new Map<number, number>();
  #sessions = 1;
  #batch = 1;
  #hasOpen = false;

  constructor(run: number) {
    this.#run = run;
    this.#since = new Date(Date.UTC(2031, 0, run));
  }

  get #db() {
    return shop().database.database.system;
  }

  async place(): Promise<void> {
    const { id } = await addTestOrder(this.#db, { placedAt: this.#since });
    await this.#change(id);
  }

  async change(which: number): Promise<void> {
    const id = [...this.#versions.keys()][which % Math.max(this.#versions.size, 1)];
    if (id !== undefined) await this.#change(id);
  }

  async #change(id: string): Promise<void> {
    const version = (this.#versions.get(id) ?? 0) + 1;
    this.#versions.set(id, version);
    this.#versionOf.set(await changeTestOrder(this.#db, id, 'placed', String(version)), version);
  }

  /** A query whose reply arrives or is lost; answers how many orders arrived. */
  async query(isLost: boolean): Promise<number> {
    const { document, count } = await offerOrders(this.#db, {
      ...this.#at(),
      isFirst: this.#batch === 1,
      limit: 2,
      now: this.#since,
      settings: defineOrderExchange({ since: this.#since }),
      timeZone: 'UTC',
      run: null,
    });
    if (isLost) return 0;
    for await (const record of readCommerceML(document)) {
      if (record.type !== 'document') continue;
      const versions = this.#arrived.get(record.id) ?? new Set();
      this.#arrived.set(record.id, versions.add(Number(record.comment)));
    }
    this.#hasOpen = count > 0;
    return count;
  }

  /** 1C says success only after it got something, and may say it twice. */
  async success(): Promise<void> {
    if (!this.#hasOpen) return;
    await confirmOrders(this.#db, { ...this.#at(), now: this.#since });
    await confirmOrders(this.#db, { ...this.#at(), now: this.#since });
    this.#batch += 1;
    this.#hasOpen = false;
  }

  newSession(): void {
    this.#sessions += 1;
    this.#batch = 1;
    this.#hasOpen = false;
  }

  #at(): { session: string; batch: number } {
    return { session: `${String(this.#run)}-${String(this.#sessions)}`, batch: this.#batch };
  }

  /** Orders that count as exported in a revision that never arrived. */
  async falselyExported(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('order_exchange')
      .select(['order_id', 'exported_revision'])
      .execute();
    return rows
      .filter(({ order_id: id, exported_revision: revision }) => {
        const version = this.#versionOf.get(revision);
        return this.#versions.has(id) && version !== undefined && !this.#hasSince(id, version);
      })
      .map(({ order_id: id }) => id);
  }

  #hasSince(id: string, version: number): boolean {
    return [...(this.#arrived.get(id) ?? [])].some((arrived) => arrived >= version);
  }

  async drain(): Promise<number> {
    this.newSession();
    while ((await this.query(false)) > 0) await this.success();
    this.newSession();
    return this.query(false);
  }

  /** Orders whose newest version 1C lacks. */
  lacking(): string[] {
    return [...this.#versions].filter(([id, version]) => !this.#hasSince(id, version)).map(([id]) => id);
  }
}

it('loses no order, whatever replies are lost and sessions begun', async () => {
  const step = fc.oneof(
    fc.constant({ do: 'place' as const }),
    fc.record({ do: fc.constant('change' as const), which: fc.nat(9) }),
    fc.record({ do: fc.constant('query' as const), isLost: fc.boolean() }),
    fc.constant({ do: 'success' as const }),
    fc.constant({ do: 'newSession' as const }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const exchange = new Exchange((runs += 1));
      for (const each of steps) {
        if (each.do === 'change') await exchange.change(each.which);
        else if (each.do === 'query') await exchange.query(each.isLost);
        else await exchange[each.do]();
        if (each.do === 'success') expect(await exchange.falselyExported()).toEqual([]);
      }
      expect([await exchange.drain(), exchange.lacking()]).toEqual([0, []]);
    }),
    { numRuns: 25 },
  );
});
