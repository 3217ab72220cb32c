import { createClient, type Client, type Fetch } from '@kontor/sdk';
import { checkAnswers } from '@kontor/sdk/check';
import { afterEach } from 'vitest';

import { largestProduct } from '../../gateway/src/demo/ids.js';
import { demoPassword } from '../../gateway/src/demo/users.js';
import { announce } from '../../gateway/src/modules/events/service.js';
import { raisePriceEpoch } from '../../gateway/src/modules/pricing/service.js';
import { useTestGateway, type TestGateway } from '../../gateway/test/test-gateway.js';
import { createShop, type KeyValueStorage, type Shop, type ShopOptions } from '../src/index.js';

export const owner = 'owner@stroymaster.example.test';
export const bolts = 'DIN933-8.8-M8X40-ZN';

/** A shop of a test, with a network that can be cut. */
export interface TestShop extends Shop {
  /** Requests so far, as `POST /v1/carts/…`. */
  readonly requests: string[];
  /** While set, answers of matching requests are lost after the gateway has done its work, or never sent. */
  cut: { path: RegExp; when: 'before' | 'after' } | undefined;
  /** SKUs of the largest product. */
  skus(count: number): Promise<string[]>;
  /** Holds back answers to matching requests until it is called. */
  hold(path: RegExp): () => void;
  /** Holds back the next matching request on its way to the gateway, or its answer (default). */
  holdOnce(path: RegExp, when?: Held['when']): () => void;
}

/** Shops over one gateway in this process. */
export function useTestShops(): {
  gateway: () => TestGateway;
  /** A client of the gateway, for shops of a test's own. */
  client(): Client;
  open(options?: ShopOptions): TestShop;
  /** The supplier's prices are higher from now on, and everybody is told. */
  raisePrices(): Promise<void>;
  signedIn(email?: string, options?: ShopOptions & { token?: string }): Promise<TestShop>;
} {
  const gateway = useTestGateway();
  const opened: Shop[] = [];
  afterEach(() => {
    for (const shop of opened.splice(0)) shop.close();
  });

  const open = ({ token, ...options }: ShopOptions & { token?: string } = {}): TestShop => {
    const requests: string[] = [];
    const held: Held[] = [];
    const holdBack = (path: RegExp, times: number, when: Held['when'] = 'after'): (() => void) => {
      let release = (): void => undefined;
      const opening = new Promise<void>((resolve) => (release = resolve));
      held.push({ path, opening, times, when });
      return release;
    };
    const network: Pick<TestShop, 'cut'> = { cut: undefined };
    const fetch: Fetch = async (request) => {
      const path = `${request.method} ${new URL(request.url).pathname}`;
      requests.push(path);
      const isCut = network.cut?.path.test(path);
      if (isCut && network.cut?.when === 'before') throw new TypeError('The network is cut');
      const wait = async (when: Held['when']): Promise<void> => {
        for (const each of [...held]) if (each.when === when && each.path.test(path)) await takeTurn(each);
      };
      await wait('before');
      const answer = await gateway().gateway.fetch(request);
      await wait('after');
      if (isCut) throw new TypeError('The network is cut');
      return answer;
    };
    const client = createClient({
      baseUrl: 'http://gateway.test',
      fetch,
      check: checkAnswers,
      retries: 0,
      ...(token === undefined ? {} : { getToken: () => token }),
    });
    const shop = createShop(client, { gatherFor: 1, firstPause: 5, ...options });
    opened.push(shop);
    return Object.assign(network, shop, {
      requests,
      async skus(count: number) {
        const skus: string[] = [];
        for await (const { sku } of client.products.variants(largestProduct, { limit: 200 }))
          if (skus.push(sku) === count) break;
        return skus;
      },
      hold: (path: RegExp) => holdBack(path, Infinity),
      holdOnce: (path: RegExp, when?: Held['when']) => holdBack(path, 1, when),
    });
  };

  return {
    gateway,
    client: () =>
      createClient({ baseUrl: 'http://gateway.test', fetch: (request) => gateway().gateway.fetch(request) }),
    open,
    async raisePrices() {
      const { database, clock } = gateway().deps;
      await database.system.transaction().execute(async (db) => {
        await db
          .updateTable('price')
          .set((update) => ({ amount: update('amount', '+', '1') }))
          .execute();
        await raisePriceEpoch(db);
        await announce({ db, now: clock.now() }, ['prices.changed']);
      });
    },
    async signedIn(email = owner, options = {}) {
      const shop = open(options);
      if (options.token === undefined) await shop.session.signIn({ email, password: demoPassword });
      return shop;
    },
  };
}

interface Held {
  readonly path: RegExp;
  readonly opening: Promise<void>;
  /** `before`: the gateway gets the request late; `after`: the shop its answer. */
  readonly when: 'before' | 'after';
  /** Answers that are still held back. */
  times: number;
}

async function takeTurn(held: Held): Promise<void> {
  if (held.times <= 0) return;
  held.times -= 1;
  await held.opening;
}

/** A storage in memory. */
export function memoryStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** Tabs of one browser: what one posts, the others hear. */
export function tabChannels(): NonNullable<ShopOptions['openChannel']> {
  const ends = new Set<ReturnType<NonNullable<ShopOptions['openChannel']>>>();
  return () => {
    const end: ReturnType<NonNullable<ShopOptions['openChannel']>> = {
      onmessage: null,
      postMessage(message) {
        for (const other of ends)
          if (other !== end)
            queueMicrotask(() => other.onmessage?.({ data: structuredClone(message) } as MessageEvent));
      },
      close: () => void ends.delete(end),
    };
    ends.add(end);
    return end;
  };
}
