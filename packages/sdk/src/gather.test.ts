import { describe, expect, it } from 'vitest';

import { problem, scripted, silence } from '../test/scripted.js';

interface Asked {
  items: { sku: string; quantity?: string }[];
}

/** A gateway that prices everything by its name. */
const prices = async (request: Request): Promise<Response> => {
  const { items } = (await request.json()) as Asked;
  if (items.some(({ sku }) => sku === 'invalid')) return problem(422, 'invalid_request');
  return Response.json({ contextId: 'ctx', revision: 1, items: items.map(({ sku }) => ({ sku })) });
};
const skus = (count: number): { sku: string }[] =>
  Array.from({ length: count }, (_, index) => ({ sku: `S${String(index)}` }));
const asked = ({ body }: { body: string }): string[] =>
  (JSON.parse(body) as Asked).items.map(({ sku }) => sku);

describe('calls of one moment', () => {
  it('make one request', async () => {
    const { client, sent } = scripted([prices]);
    await Promise.all(skus(100).map((item) => client.prices.resolve([item])));
    expect(sent.map((each) => asked(each).length)).toEqual([100]);
  });

  it('go in parts of five hundred', async () => {
    const { client, sent } = scripted([prices]);
    const { items } = await client.prices.resolve(skus(1201));
    expect(sent.map((each) => asked(each).length)).toEqual([500, 500, 201]);
    expect(items).toEqual(skus(1201));
  });

  it('ask for the same thing once, and for two quantities of it twice', async () => {
    const { client, sent } = scripted([prices]);
    const [first, second] = await Promise.all([
      client.prices.resolve([{ sku: 'A' }, { sku: 'B' }, { sku: 'A' }]),
      client.prices.resolve([{ sku: 'B' }, { sku: 'B', quantity: '20' }]),
    ]);
    expect(sent.map(asked)).toEqual([['A', 'B', 'B']]);
    expect(first.items.map(({ sku }) => sku)).toEqual(['A', 'B', 'A']);
    expect(second.items.map(({ sku }) => sku)).toEqual(['B', 'B']);
  });

  it('share nothing with another client', async () => {
    const [first, second] = [scripted([prices]), scripted([prices])];
    await Promise.all([
      first.client.prices.resolve([{ sku: 'A' }]),
      second.client.prices.resolve([{ sku: 'B' }]),
    ]);
    expect([first.sent, second.sent].map((sent) => sent.map(asked))).toEqual([[['A']], [['B']]]);
  });

  it('all fail with the error of their request', async () => {
    const { client, sent } = scripted([problem(403, 'prices_hidden')]);
    const calls = skus(3).map((item) => client.prices.resolve([item]));
    const answers = await Promise.allSettled(calls);
    expect(
      answers.map((answer) => answer.status === 'rejected' && (answer.reason as { code: string }).code),
    ).toEqual(['prices_hidden', 'prices_hidden', 'prices_hidden']);
    expect(sent).toHaveLength(1);
  });

  it("survive one caller's invalid item", async () => {
    const { client } = scripted([prices]);
    const calls = [...skus(7), { sku: 'invalid' }].map((item) => client.prices.resolve([item]));
    const answers = await Promise.allSettled(calls);
    expect(answers.map(({ status }) => status)).toEqual([...Array<string>(7).fill('fulfilled'), 'rejected']);
  });

  it('carry the oldest stamp when the context changes between two parts', async () => {
    let revision = 4;
    const { client } = scripted([
      async (request) => {
        const answer = (await (await prices(request)).json()) as object;
        return Response.json({ ...answer, revision: (revision += 1) });
      },
    ]);
    expect((await client.prices.resolve(skus(600))).revision).toBe(5);
  });

  it('refuse an answer with too few items', async () => {
    const { client } = scripted([Response.json({ contextId: 'ctx', revision: 1, items: [] })]);
    await expect(client.prices.resolve([{ sku: 'A' }])).rejects.toMatchObject({ name: 'ContractError' });
  });

  it('refuse to ask for nothing', async () => {
    const { client, sent } = scripted([prices]);
    await expect(client.stock.resolve([])).rejects.toBeInstanceOf(RangeError);
    expect(sent).toHaveLength(0);
  });
});

describe('a caller that aborts', () => {
  it('leaves the others their answer', async () => {
    const controller = new AbortController();
    const { client, sent } = scripted([prices]);
    const leaving = client.prices.resolve([{ sku: 'A' }], { signal: controller.signal });
    const staying = client.prices.resolve([{ sku: 'B' }]);
    controller.abort('left');
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError', cause: 'left' });
    await expect(staying).resolves.toMatchObject({ items: [{ sku: 'B' }] });
    expect(sent.map(asked)).toEqual([['B']]);
  });

  it('during the request leaves the others their answer', async () => {
    const controller = new AbortController();
    const { client } = scripted([(request) => (controller.abort(), prices(request))]);
    const leaving = client.prices.resolve([{ sku: 'A' }], { signal: controller.signal });
    const staying = client.prices.resolve([{ sku: 'B' }]);
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    await expect(staying).resolves.toMatchObject({ items: [{ sku: 'B' }] });
  });

  it('ends the request when it is the last', async () => {
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const { client } = scripted([
      (request) => {
        ({ signal } = request);
        setTimeout(() => controller.abort(), 1);
        return silence();
      },
    ]);
    const calls = skus(2).map((item) => client.prices.resolve([item], { signal: controller.signal }));
    await Promise.allSettled(calls);
    expect(signal?.aborted).toBe(true);
  });

  it('before it began asks for nothing', async () => {
    const { client, sent } = scripted([prices]);
    await expect(
      client.prices.resolve([{ sku: 'A' }], { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(sent).toHaveLength(0);
  });
});

it("a caller's own time ends its waiting alone", async () => {
  const { client } = scripted([
    async (request) => (await new Promise((wake) => setTimeout(wake, 60)), prices(request)),
  ]);
  const hurried = client.prices.resolve([{ sku: 'A' }], { timeout: 10 });
  const patient = client.prices.resolve([{ sku: 'B' }]);
  await expect(hurried).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(patient).resolves.toMatchObject({ items: [{ sku: 'B' }] });
});
