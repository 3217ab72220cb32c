import {
  operations,
  type AccessRequest,
  type Address,
  type AuditEntry,
  type CompanyRow,
  type Invitation,
  type Page,
  type Problem,
} from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies } from '../../demo/ids.js';

const { backoffice, company } = operations;
const gateway = useTestGateway();
const admin = 'admin@kontor.example.test';
const manager = 'manager@kontor.example.test';

const get = async <Body>(email: string, path: string) =>
  gateway().request<Body>('GET', path, { token: await gateway().signIn(email) });
const post = async <Body>(email: string, path: string, body?: object) =>
  gateway().request<Body>('POST', path, { token: await gateway().signIn(email), body });
const invitee = { email: 'guest@stroymaster.example.test', name: 'Гость', role: 'buyer' };

describe('companies', () => {
  test('are all there for an admin, counted and in pages', async () => {
    const path = backoffice.listCompanies.path;
    const all = (await get<Page<CompanyRow>>(admin, path)).body;
    const first = (await get<Page<CompanyRow>>(admin, `${path}?limit=5`)).body;
    const second = (await get<Page<CompanyRow>>(admin, `${path}?limit=5&after=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 10));
    expect(all.items.find(({ id }) => id === demoCompanies.stroymaster)).toMatchObject({
      segment: 'Опт',
      memberCount: 5,
      agreementCount: 4,
    });
  });

  test('are the own ones for a manager', async () => {
    const { body } = await get<Page<CompanyRow>>(manager, backoffice.listCompanies.path);
    expect(body.items.map(({ id }) => id)).toContain(demoCompanies.stroymaster);
    expect(new Set(body.items.map(({ managerId }) => managerId))).toEqual(new Set(['per_manager']));
  });

  test('are found by a part of the name, taken literally', async () => {
    const find = async (text: string) => {
      const path = `${backoffice.listCompanies.path}?query=${encodeURIComponent(text)}`;
      return (await get<Page<CompanyRow>>(admin, path)).body.items.map(({ id }) => id);
    };
    expect(await find('строймастер')).toEqual([demoCompanies.stroymaster]);
    expect(await find('%')).toEqual([]);
  });

  test('of another manager are like unknown ones', async () => {
    const addresses = (id: string) => get<Problem>(manager, `/v1/backoffice/companies/${id}/addresses`);
    const [foreign, unknown] = [await addresses(demoCompanies.lokon), await addresses('cmp_unknown')];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    const own = await get<{ items: Address[] }>(
      manager,
      `/v1/backoffice/companies/${demoCompanies.stroymaster}/addresses`,
    );
    expect(own.body.items).toHaveLength(3);
  });
});

test('is closed to members and visitors', async () => {
  const { status } = await get('owner@stroymaster.example.test', backoffice.listCompanies.path);
  const visitor = await gateway().request('GET', backoffice.listCompanies.path);
  expect([status, visitor.status]).toEqual([403, 401]);
});

describe('inviting', () => {
  test('sends a letter for an own company', async () => {
    const { status, body } = await post<Invitation>(manager, backoffice.createInvitation.path, {
      ...invitee,
      companyId: demoCompanies.stroymaster,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ companyId: demoCompanies.stroymaster, role: 'buyer', status: 'open' });
    await gateway().gateway.jobs.settle();
    expect(gateway().letters.some(({ to }) => to === invitee.email)).toBe(true);
  });

  test('is refused for a company of another manager', async () => {
    const { status } = await post(manager, backoffice.createInvitation.path, {
      ...invitee,
      companyId: demoCompanies.lokon,
    });
    expect(status).toBe(404);
  });
});

describe('a request for access', () => {
  const ask = async (name: string) => {
    await gateway().request('POST', company.createAccessRequest.path, {
      body: { name, contact: '+7 900 111-22-33', message: 'ООО «Шуруп»' },
    });
    const path = `${backoffice.listAccessRequests.path}?status=open`;
    const { body } = await get<Page<AccessRequest>>(manager, path);
    return body.items.find((request) => request.name === name)?.id ?? '';
  };
  const decide = <Body = AccessRequest>(id: string, how: 'accept' | 'reject', body?: object) =>
    post<Body>(manager, `/v1/backoffice/access-requests/${id}/${how}`, body);
  const acceptance = (email: string, companyId: string = demoCompanies.stroymaster) => ({
    companyId,
    email,
    role: 'buyer',
  });

  test('is accepted into a company once, by a letter', async () => {
    const id = await ask('Пётр');
    const { body } = await decide(id, 'accept', acceptance('peter@shurup.test'));
    expect(body).toMatchObject({ id, status: 'accepted' });
    await gateway().gateway.jobs.settle();
    expect(gateway().letters.some(({ to }) => to === 'peter@shurup.test')).toBe(true);
    expect((await decide<Problem>(id, 'accept', acceptance('other@shurup.test'))).body.code).toBe(
      'already_exists',
    );
    expect((await decide(id, 'reject')).status).toBe(404);
  });

  test('stays open when the company is not an own one', async () => {
    const id = await ask('Мария');
    const { status } = await decide(id, 'accept', acceptance('maria@shurup.test', demoCompanies.lokon));
    expect(status).toBe(404);
    expect((await decide(id, 'reject')).body).toMatchObject({ id, status: 'rejected' });
    expect((await decide(id, 'reject')).status).toBe(200);
  });

  test('must be there', async () => {
    expect((await decide('acr_unknown', 'accept', acceptance('a@b.test'))).status).toBe(404);
    expect((await decide('acr_unknown', 'reject')).status).toBe(404);
  });
});

describe('the audit log', () => {
  test('tells an admin who did what, newest first', async () => {
    const path = `${backoffice.listAudit.path}?company=${demoCompanies.stroymaster}`;
    const { body, text } = await get<Page<AuditEntry>>(admin, path);
    expect(body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['member.invited', 'accessRequest.accepted']),
    );
    expect(body.items.every(({ companyId }) => companyId === demoCompanies.stroymaster)).toBe(true);
    expect(text).not.toMatch(/@|Гость|Пётр/);
  });

  test('is closed to managers', async () => {
    expect((await get(manager, backoffice.listAudit.path)).status).toBe(403);
  });
});
