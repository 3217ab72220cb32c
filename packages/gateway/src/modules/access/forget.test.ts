import { operations } from '@kontor/contract';
import { expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { sha256 } from '../../identifiers.js';

const gateway = useTestGateway();
const day = 86_400_000;
const later = (milliseconds: number) => new Date(gateway().clock.now().getTime() + milliseconds);

test('deletes what is over and keeps what is not', async () => {
  const { system } = gateway().database.database;
  const { clock, gateway: server, signIn } = gateway();
  await system
    .insertInto('rate_limit')
    .values([
      { key: 'over', points: 1, expires_at: later(0) },
      { key: 'open', points: 1, expires_at: later(60 * day) },
    ])
    .execute();
  await system
    .insertInto('password_reset')
    .values([
      {
        token_hash: await sha256('used'),
        person_id: 'per_admin',
        expires_at: later(60 * day),
        used_at: later(0),
      },
      {
        token_hash: await sha256('open'),
        person_id: 'per_admin',
        expires_at: later(60 * day),
        used_at: null,
      },
    ])
    .execute();
  const ended = await signIn('owner@stroymaster.example.test');
  await gateway().request('POST', operations.session.signOut.path, { token: ended });
  clock.advance(29 * day);
  const open = await signIn('owner@stroymaster.example.test');
  await server.jobs.settle();
  const count = async () => {
    const sessions = await system.selectFrom('session').select('id').execute();
    return sessions.length;
  };
  expect(await count()).toBe(2);
  clock.advance(2 * day);
  await server.jobs.settle();

  const sessions = await system.selectFrom('session').select('token_hash').execute();
  expect(sessions.map(({ token_hash }) => Buffer.from(token_hash).toString('hex'))).toEqual([
    Buffer.from(await sha256(open)).toString('hex'),
  ]);
  expect(await system.selectFrom('rate_limit').select('key').execute()).toEqual([{ key: 'open' }]);
  expect(await system.selectFrom('password_reset').select('used_at').execute()).toEqual([{ used_at: null }]);
});
