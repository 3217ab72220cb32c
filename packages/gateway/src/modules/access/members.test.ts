import { operations, type Member, type Page, type Problem, type Session } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoMembers } from '../../demo/people/people.js';

const { session, company } = operations;
const gateway = useTestGateway();
const owner = 'owner@stroymaster.example.test';
const pathOf = (id: string) => `/v1/company/members/${id}`;

const update = async <Body = Member>(token: string, id: string, body: object) =>
  gateway().request<Body>('PATCH', pathOf(id), { token, body });
const remove = async (token: string, id: string) =>
  gateway().request<Problem>('DELETE', pathOf(id), { token });
const setMember = async (id: string, overrides: object) =>
  gateway()
    .database.database.system.updateTable('member')
    .set({ overrides: JSON.stringify(overrides) })
    .where('id', '=', id)
    .execute();

describe('the list of members', () => {
  test('has removed members and pages without a gap', async () => {
    const token = await gateway().signIn(owner);
    const list = async (query: string) =>
      (await gateway().request<Page<Member>>('GET', `${company.listMembers.path}${query}`, { token })).body;
    const all = await list('');
    const found: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Page<Member> = await list(`?limit=2${after === '' ? '' : `&after=${after}`}`);
      found.push(...page.items.map(({ id }) => id));
      after = page.nextCursor;
    }
    expect(found).toEqual(all.items.map(({ id }) => id));
    expect(all.items.find(({ id }) => id === demoMembers.stroymasterRemoved)?.status).toBe('removed');
    expect(all.items.every(({ email }) => email.endsWith('@stroymaster.example.test'))).toBe(true);
  });

  test('is for those who manage members', async () => {
    const token = await gateway().signIn('buyer@stroymaster.example.test');
    const { status, body } = await gateway().request<Problem>('GET', company.listMembers.path, { token });
    expect({ status, params: body.params }).toEqual({ status: 403, params: { permission: 'manageMembers' } });
  });
});

describe('changing a member', () => {
  test('holds at once in the open sessions of that member', async () => {
    const token = await gateway().signIn(owner);
    const theirs = await gateway().signIn('viewer@stroymaster.example.test');
    await update(token, 'mbr_stroymaster-viewer', { role: 'buyer', overrides: { seeStock: false } });
    const { body } = await gateway().request<Session>('GET', session.get.path, { token: theirs });
    expect(body.can).toMatchObject({ placeOrders: true, seeStock: false });
    expect(body.context?.revision).toBe(2);
  });

  test('keeps the switches when only the role is given', async () => {
    const token = await gateway().signIn(owner);
    await update(token, 'mbr_stroymaster-accountant', { overrides: { seeOrders: 'none' } });
    const { body } = await update(token, 'mbr_stroymaster-accountant', { role: 'viewer' });
    expect(body).toMatchObject({ role: 'viewer', can: { seeOrders: 'none' } });
  });

  test('keeps the last owner, also through switches', async () => {
    const token = await gateway().signIn(owner);
    const { stroymasterOwner: id } = demoMembers;
    const answers = [
      await update<Problem>(token, id, { role: 'buyer' }),
      await update<Problem>(token, id, { overrides: { manageMembers: false } }),
      await remove(token, id),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['last_owner', 'last_owner', 'last_owner']);
  });

  test('keeps one of two owners who remove each other', async () => {
    const [first, second] = [
      await gateway().signIn('owner@metiz.example.test'),
      await gateway().signIn('buyer2@stroymaster.example.test'),
    ];
    await gateway().request('POST', session.selectCompany.path, {
      token: second,
      body: { companyId: 'cmp_metiz' },
    });
    const answers = await Promise.all([
      remove(first, demoMembers.metizSecondOwner),
      remove(second, demoMembers.metizOwner),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  test('gives nobody what the changer lacks', async () => {
    await setMember('mbr_lokon-buyer', { manageMembers: true });
    const token = await gateway().signIn('buyer@lokon.example.test');
    const raise = async (id: string, body: object) => (await update(token, id, body)).status;
    expect(await raise('mbr_lokon-requester', { role: 'owner' })).toBe(403);
    expect(await raise('mbr_lokon-buyer', { overrides: { manageMembers: true, seeBalance: true } })).toBe(
      403,
    );
    expect(await raise('mbr_lokon-requester', { role: 'buyer' })).toBe(200);
    const invited = await gateway().request<Problem>('POST', company.inviteMember.path, {
      token,
      body: { email: 'accomplice@lokon.example.test', name: 'Сообщник', role: 'approver' },
    });
    expect(invited.status).toBe(403);
  });

  test('is not for those who have more', async () => {
    await setMember('mbr_lokon-buyer', { manageMembers: true });
    const token = await gateway().signIn('buyer@lokon.example.test');
    expect((await update(token, 'mbr_lokon-owner', { role: 'viewer' })).status).toBe(403);
    expect((await remove(token, 'mbr_lokon-approver')).status).toBe(403);
  });
});

describe('removing a member', () => {
  test('ends the sessions of the membership alone', async () => {
    const { system } = gateway().database.database;
    const both = [demoMembers.metizSecondOwner, 'mbr_stroymaster-buyer2'];
    await system.updateTable('member').set({ removed_at: null }).where('id', 'in', both).execute();
    const token = await gateway().signIn(owner);
    const there = await gateway().signIn('buyer2@stroymaster.example.test');
    const elsewhere = await gateway().signIn('buyer2@stroymaster.example.test');
    for (const [theirs, companyId] of [
      [there, 'cmp_stroymaster'],
      [elsewhere, 'cmp_metiz'],
    ] as const)
      await gateway().request('POST', session.selectCompany.path, { token: theirs, body: { companyId } });
    expect((await remove(token, 'mbr_stroymaster-buyer2')).status).toBe(204);
    expect((await gateway().request('GET', session.get.path, { token: there })).status).toBe(401);
    expect((await gateway().request('GET', session.get.path, { token: elsewhere })).status).toBe(200);
  });

  test('leaves no way back into the company', async () => {
    const token = await gateway().signIn('former@stroymaster.example.test');
    const { body } = await gateway().request<Session>('GET', session.get.path, { token });
    expect(body).toMatchObject({ companies: [], context: null });
    const selected = await gateway().request('POST', session.selectCompany.path, {
      token,
      body: { companyId: 'cmp_stroymaster' },
    });
    expect(selected.status).toBe(404);
  });

  test('refuses a session that still points to the membership', async () => {
    const token = await gateway().signIn('accountant@lokon.example.test');
    await gateway()
      .database.database.system.updateTable('member')
      .set({ removed_at: gateway().clock.now() })
      .where('id', '=', 'mbr_lokon-accountant')
      .execute();
    expect((await gateway().request('GET', session.get.path, { token })).status).toBe(401);
  });
});

test('members of another company are like unknown ones', async () => {
  const token = await gateway().signIn(owner);
  for (const act of [
    (id: string) => update<Problem>(token, id, { role: 'viewer' }),
    (id: string) => remove(token, id),
  ]) {
    const [foreign, unknown] = [await act('mbr_lokon-stylist'), await act('mbr_unknown')];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  }
});
