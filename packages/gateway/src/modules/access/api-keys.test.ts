import {
  operations,
  type AgreementSwitch,
  type ApiKey,
  type CreatedApiKey,
  type Page,
  type Problem,
  type Session,
} from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoAgreements } from '../../demo/ids.js';

const { session, company } = operations;
const gateway = useTestGateway();
const owner = 'owner@stroymaster.example.test';
const buyer = 'buyer@stroymaster.example.test';

const create = async (token: string, scopes: string[], agreementId?: string) =>
  gateway().request<CreatedApiKey & Problem>('POST', company.createApiKey.path, {
    token,
    body: { name: 'Обмен с 1С', scopes, ...(agreementId === undefined ? {} : { agreementId }) },
  });
const list = async (token: string) =>
  (await gateway().request<Page<ApiKey>>('GET', company.listApiKeys.path, { token })).body.items;
const whoIs = async (token: string) => gateway().request<Session>('GET', session.get.path, { token });

describe('an API key', () => {
  test('acts as its member under its agreement', async () => {
    const { status, body } = await create(
      await gateway().signIn(buyer),
      ['read'],
      demoAgreements.stroymaster15,
    );
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^kak_[0-9a-z]{40}$/);
    expect((await whoIs(body.secret)).body).toMatchObject({
      kind: 'apiKey',
      person: { email: buyer },
      context: { agreementId: demoAgreements.stroymaster15 },
    });
  });

  test('is listed without its secret, to its owner alone', async () => {
    const token = await gateway().signIn(buyer);
    const { body } = await create(token, ['read', 'read']);
    const answer = await gateway().request<Page<ApiKey>>('GET', company.listApiKeys.path, { token });
    expect(answer.body.items.find(({ id }) => id === body.key.id)?.scopes).toEqual(['read']);
    expect(answer.text).not.toContain(body.secret);
    expect(await list(await gateway().signIn(owner))).toEqual([]);
  });

  test('tells when it was last used', async () => {
    const token = await gateway().signIn(buyer);
    const { body } = await create(token, ['read']);
    await whoIs(body.secret);
    await expect
      .poll(async () => (await list(token)).find(({ id }) => id === body.key.id)?.lastUsedAt)
      .toBe(gateway().clock.now().toISOString());
  });

  test('cannot have a scope that its member lacks', async () => {
    const { system } = gateway().database.database;
    await system
      .updateTable('member')
      .set({ overrides: JSON.stringify({ fillCart: false }) })
      .where('id', '=', 'mbr_lokon-buyer')
      .execute();
    const { status, body } = await create(await gateway().signIn('buyer@lokon.example.test'), [
      'read',
      'cart',
    ]);
    expect({ status, code: body.code, pointer: body.pointer }).toEqual({
      status: 403,
      code: 'forbidden',
      pointer: '/scopes',
    });
  });

  test('cannot be made under an agreement of another company', async () => {
    const token = await gateway().signIn(buyer);
    const foreign = await create(token, ['read'], demoAgreements.lokon);
    const unknown = await create(token, ['read'], 'agr_unknown');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('changes nothing with the scope read', async () => {
    const { body } = await create(await gateway().signIn(buyer), ['read']);
    const { status } = await gateway().request('POST', session.selectAgreement.path, {
      token: body.secret,
      body: { agreementId: demoAgreements.stroymaster15 },
    });
    expect(status).toBe(403);
  });

  test('switches its agreement with the scope cart', async () => {
    const { body } = await create(await gateway().signIn(buyer), ['read', 'cart']);
    const switched = await gateway().request<AgreementSwitch>('POST', session.selectAgreement.path, {
      token: body.secret,
      body: { agreementId: demoAgreements.stroymaster15 },
    });
    expect(switched.body.context.agreementId).toBe(demoAgreements.stroymaster15);
  });

  test('goes near no password, member, key or session', async () => {
    const { body } = await create(await gateway().signIn(owner), ['read', 'cart', 'orders']);
    const calls = [
      ['POST', session.rotate.path, undefined],
      ['POST', session.signOut.path, undefined],
      ['POST', session.selectCompany.path, { companyId: 'cmp_stroymaster' }],
      ['POST', session.changePassword.path, { current: 'x', password: 'another password' }],
      ['POST', company.createApiKey.path, { name: 'Ещё один', scopes: ['read'] }],
      ['DELETE', `/v1/company/api-keys/${body.key.id}`, undefined],
      ['POST', company.inviteMember.path, { email: 'a@b.test', name: 'Некто', role: 'viewer' }],
      ['DELETE', '/v1/company/members/mbr_stroymaster-viewer', undefined],
    ] as const;
    for (const [method, path, sent] of calls) {
      const { status } = await gateway().request(method, path, { token: body.secret, body: sent });
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });

  test('is worthless at once when revoked', async () => {
    const token = await gateway().signIn(buyer);
    const { body } = await create(token, ['read']);
    const removed = await gateway().request('DELETE', `/v1/company/api-keys/${body.key.id}`, { token });
    expect(removed.status).toBe(204);
    expect((await whoIs(body.secret)).status).toBe(401);
  });

  test('of a colleague cannot be revoked', async () => {
    const { body } = await create(await gateway().signIn(buyer), ['read']);
    const token = await gateway().signIn(owner);
    const { status } = await gateway().request('DELETE', `/v1/company/api-keys/${body.key.id}`, { token });
    expect(status).toBe(404);
    expect((await whoIs(body.secret)).status).toBe(200);
  });

  test('outlives the sessions when the password changes', async () => {
    const token = await gateway().signIn('buyer@uralprom.example.test');
    const { body } = await create(token, ['read']);
    await gateway().request('POST', session.changePassword.path, {
      token,
      body: { current: 'kontor-demo-2026', password: 'another password' },
    });
    expect((await whoIs(body.secret)).status).toBe(200);
  });

  test('dies with the membership and stays dead', async () => {
    const { body } = await create(await gateway().signIn(buyer), ['read']);
    const { system } = gateway().database.database;
    await gateway().request('DELETE', '/v1/company/members/mbr_stroymaster-buyer', {
      token: await gateway().signIn(owner),
    });
    expect((await whoIs(body.secret)).status).toBe(401);
    await system
      .updateTable('member')
      .set({ removed_at: null })
      .where('id', '=', 'mbr_stroymaster-buyer')
      .execute();
    expect((await whoIs(body.secret)).status).toBe(401);
  });
});
