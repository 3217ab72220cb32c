import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { makeAdmin, type AdminToBe } from './make-admin.js';

const shop = useTestGateway();
const make = (given: Partial<AdminToBe> & Pick<AdminToBe, 'email'>) =>
  shop()
    .database.database.system.transaction()
    .execute((db) =>
      makeAdmin({ db, now: shop().clock.now() }, { name: 'Первый', locale: 'ru', byLetter: false, ...given }),
    );
/** Sets a password with a token and signs in. @returns what the journal of the exchange answers then */
async function enter(email: string, token: string): Promise<number> {
  const password = 'совсем новый пароль 7';
  await shop().request('POST', '/v1/session/password-reset', { body: { token, password } });
  const { body } = await shop().request<{ token: string }>('POST', '/v1/session/sign-in', {
    body: { email, password },
  });
  return (await shop().request('GET', '/v1/backoffice/exchange/runs', { token: body.token })).status;
}

describe('whoever has the database', () => {
  it('makes an admin out of nobody', async () => {
    const { former, token = '' } = await make({ email: 'First@kontor.example.test' });
    expect([former, await enter('first@kontor.example.test', token)]).toEqual(['nobody', 200]);
  });

  it('makes an admin out of a manager', async () => {
    const email = 'manager@kontor.example.test';
    const { former, token = '' } = await make({ email });
    expect([former, await enter(email, token), (await make({ email })).former]).toEqual([
      'manager',
      200,
      'admin',
    ]);
  });

  it('may let a letter bring the link', async () => {
    const { token } = await make({ email: 'letter@kontor.example.test', byLetter: true });
    await shop().gateway.jobs.settle();
    const letter = shop().letters.find(({ to }) => to === 'letter@kontor.example.test');
    const [, sent = ''] = /token=(\w+)/.exec(letter?.text ?? '') ?? [];
    expect([token, await enter('letter@kontor.example.test', sent)]).toEqual([undefined, 200]);
  });

  it('makes no admin out of a member of a company', async () => {
    await expect(make({ email: 'owner@metiz.example.test' })).rejects.toThrow('orders for a company');
  });

  it('makes no admin out of somebody who is disabled', async () => {
    const email = 'gone@kontor.example.test';
    await make({ email });
    await shop()
      .database.database.system.updateTable('person')
      .set({ disabled_at: shop().clock.now() })
      .where('email', '=', email)
      .execute();
    await expect(make({ email })).rejects.toThrow('gone@kontor.example.test is disabled');
  });
});
