import { operations } from '@kontor/contract';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { testCost } from '../../../test/test-time.js';
import { demoPassword } from '../../demo/users.js';
import { createGateway, type Gateway } from '../../gateway.js';
import { createPasswords } from '../../node/passwords.js';

const { session } = operations;
const base = useTestGateway();
const real = createPasswords(testCost);
const verified: string[] = [];
let queries: string[] = [];
let gateway: Gateway;

beforeAll(async () => {
  const { deps, database } = base();
  const note: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries.push(node.kind);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  gateway = createGateway({
    ...deps,
    database: { ...database.database, system: database.database.system.withPlugin(note) },
    passwords: {
      hash: real.hash,
      verify(hash, password) {
        verified.push(hash);
        return real.verify(hash, password);
      },
    },
  });
  const { system } = database.database;
  const people = system.updateTable('person');
  await people.set({ password_hash: null }).where('email', '=', 'owner@lokon.example.test').execute();
  await people
    .set({ disabled_at: new Date(0) })
    .where('email', '=', 'buyer@lokon.example.test')
    .execute();
});
afterAll(() => gateway.close());

/** What a request makes the gateway do: statements, and the cost of each hash that a password is compared with. */
async function workOf(path: string, body: object): Promise<{ status: number; work: string[] }> {
  verified.length = 0;
  queries = [];
  const { status } = await gateway.fetch(
    new Request(`http://gateway.test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  const costs = verified.map((hash) => hash.split('$').slice(0, 4).join('$'));
  return { status, work: [...costs, ...queries] };
}

test.each([
  ['a wrong password', 'owner@stroymaster.example.test'],
  ['a person without a password', 'owner@lokon.example.test'],
  ['a disabled person', 'buyer@lokon.example.test'],
])('an unknown address is as much work as %s', async (_what, email) => {
  const unknown = await workOf(session.signIn.path, { email: 'nobody@nowhere.test', password: 'a guess' });
  const known = await workOf(session.signIn.path, { email, password: 'a guess' });
  expect(known).toEqual(unknown);
  expect(unknown.work.filter((each) => each.startsWith('$argon2id$'))).toHaveLength(1);
});

test('a right password is compared as often as a wrong one', async () => {
  const right = await workOf(session.signIn.path, {
    email: 'owner@stroymaster.example.test',
    password: demoPassword,
  });
  expect([right.status, right.work.filter((each) => each.startsWith('$argon2id$')).length]).toEqual([200, 1]);
});

test('asking for a new password is the same work for everybody', async () => {
  const known = await workOf(session.requestPasswordReset.path, { email: 'owner@metiz.example.test' });
  const unknown = await workOf(session.requestPasswordReset.path, { email: 'nobody@nowhere.test' });
  expect(known).toEqual(unknown);
  expect(known.status).toBe(202);
});
