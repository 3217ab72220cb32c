import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
import { login, OneCClient } from './onec-client.js';
import { catalogueFile, offersFile } from './onec-files.js';

/** Kills of one run, on each engine. */
const kills = Number(process.env['KONTOR_EXCHANGE_KILLS'] ?? 2);
const goods = 60;
const killTimeout = 120_000;

let gateway: GatewayProcess;
const client = new OneCClient(
  (request) => fetch(request),
  () => gateway.url(),
);

beforeAll(async () => {
  gateway = await startGatewayProcess(undefined, {
    KONTOR_1C_USER: login.user,
    KONTOR_1C_PASSWORD: login.password,
  });
  await client.exchange(filesOf(0), 4000);
});
afterAll(() => gateway.remove());

/** Everything that 1C has in a round: each round renames all goods. */
const filesOf = (round: number) => [
  catalogueFile(
    Array.from({ length: goods }, (_each, index) => ({
      id: `crash-${String(index)}`,
      name: `Аварийный товар ${String(index)} хода ${String(round)}`,
    })),
    { isFull: true },
  ),
  offersFile(
    Array.from({ length: goods }, (_each, index) => ({
      id: `crash-${String(index)}#a`,
      options: { Цвет: 'серый' },
      prices: { retail: String(round + 1) },
    })),
    { isFull: true },
  ),
];

/** Rounds that the names of visible goods are of, one per product. */
async function seen(): Promise<number[]> {
  const query = encodeURIComponent('аварийный');
  const response = await fetch(`${gateway.url()}/v1/products?query=${query}&limit=100`);
  const { items } = (await response.json()) as { items: { name: string }[] };
  return items.map(({ name }) => Number(/хода (\d+)/.exec(name)?.[1]));
}

describe('an exchange whose gateway is killed', () => {
  it.each(Array.from({ length: kills }, (_each, index) => index + 1))(
    'ends with every product once, as 1C has it (kill %i)',
    async (round) => {
      const cut = client.exchange(filesOf(round), 4000).catch(() => false);
      // Sometimes amid the upload, mostly amid the import, sometimes after it.
      await new Promise((resolve) => setTimeout(resolve, (round * 97) % 400));
      await gateway.kill();
      await cut;
      await gateway.start();
      const between = await seen();
      expect(between).toHaveLength(goods);
      expect(between.every((each) => each === round || each === round - 1)).toBe(true);
      // As 1C does it: at the next time of its schedule everything from the beginning.
      await expect.poll(() => client.exchange(filesOf(round), 4000), { timeout: 60_000 }).toBe(true);
      expect(await seen()).toEqual(Array.from({ length: goods }, () => round));
    },
    killTimeout,
  );
});
