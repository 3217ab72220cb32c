import {
  operations,
  type Address,
  type Company,
  type Page,
  type Problem,
  type RequisitesForm,
} from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies } from '../../demo/ids.js';

const { company } = operations;
const gateway = useTestGateway({
  settings: { clientAddress: (request) => request.headers.get('x-test-address') ?? 'unknown' },
});
const owner = 'owner@stroymaster.example.test';
const address = { label: 'Объект', location: { country: 'RU', city: 'Пермь' }, street: 'ул. Мира, д. 1' };

const listed = async (token: string) =>
  (await gateway().request<Page<Address>>('GET', company.listAddresses.path, { token })).body.items;

test('shows the selected company with its personal manager', async () => {
  const token = await gateway().signIn(owner);
  const { body } = await gateway().request<Company>('GET', company.get.path, { token });
  expect(body).toMatchObject({
    id: demoCompanies.stroymaster,
    legalType: 'ru_company',
    requisites: { kpp: '667101001' },
    manager: { name: 'Игорь Савельев', email: 'manager@kontor.example.test' },
  });
});

test('needs a company for what is of a company', async () => {
  const token = await gateway().signIn('buyer2@stroymaster.example.test');
  const { body } = await gateway().request<Problem>('GET', company.get.path, { token });
  expect(body.code).toBe('no_company');
});

test("tells the fields of a legal type in the caller's language", async () => {
  const { body } = await gateway().request<RequisitesForm>('GET', '/v1/requisites-forms/ua_company', {
    headers: { 'accept-language': 'uk' },
  });
  expect(body).toMatchObject({ country: 'UA', label: 'Юридична особа' });
  expect(body.fields[0]).toEqual({ name: 'edrpou', label: 'ЄДРПОУ', required: true });
});

test('knows no other legal type', async () => {
  for (const type of ['unknown', '__proto__', 'constructor'])
    expect((await gateway().request('GET', `/v1/requisites-forms/${type}`)).status).toBe(404);
});

describe('addresses', () => {
  test('are added and removed by those who order', async () => {
    const token = await gateway().signIn(owner);
    const created = await gateway().request<Address>('POST', company.createAddress.path, {
      token,
      body: address,
    });
    expect(created).toMatchObject({ status: 201, body: { ...address, postalCode: null } });
    expect(await listed(token)).toContainEqual(created.body);
    const path = `/v1/company/addresses/${created.body.id}`;
    expect((await gateway().request('DELETE', path, { token })).status).toBe(204);
    expect((await gateway().request('DELETE', path, { token })).status).toBe(404);
    expect(await listed(token)).not.toContainEqual(created.body);
  });

  test('are not for those who only look', async () => {
    const token = await gateway().signIn('viewer@stroymaster.example.test');
    const { status } = await gateway().request('POST', company.createAddress.path, { token, body: address });
    expect(status).toBe(403);
  });

  test('of another company are like unknown ones', async () => {
    const token = await gateway().signIn(owner);
    const remove = async (id: string) =>
      gateway().request<Problem>('DELETE', `/v1/company/addresses/${id}`, { token });
    const [foreign, unknown] = [await remove('adr_lokon-office'), await remove('adr_unknown')];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(await listed(await gateway().signIn('owner@lokon.example.test'))).toHaveLength(2);
  });
});

describe('a request for access', () => {
  const ask = async (from: string) =>
    gateway().request<Problem>('POST', company.createAccessRequest.path, {
      body: { name: 'Пётр', contact: '+7 900 111-22-33', message: 'ООО «Шуруп»' },
      headers: { 'x-test-address': from },
    });

  test('is kept for staff', async () => {
    expect((await ask('203.0.113.1')).status).toBe(202);
    const rows = await gateway()
      .database.database.system.selectFrom('access_request')
      .select(['name', 'status'])
      .execute();
    expect(rows).toContainEqual({ name: 'Пётр', status: 'open' });
  });

  test('is told to the admins of the supplier, in one line each', async () => {
    const before = gateway().letters.length;
    await gateway().request('POST', company.createAccessRequest.path, {
      body: {
        name: 'Анна\nBcc: all@example.test',
        contact: 'anna@new.example.test',
        message: 'Шурупы, 5 тонн',
      },
      headers: { 'x-test-address': '203.0.113.9' },
    });
    await gateway().gateway.jobs.settle();
    const admins = await gateway()
      .database.database.system.selectFrom('person')
      .select('email')
      .where('staff_role', '=', 'admin')
      .execute();
    const letters = gateway()
      .letters.slice(before)
      .filter(({ subject }) => subject.includes('Анна'));
    expect(letters.map(({ to }) => to).sort()).toEqual(admins.map(({ email }) => email).sort());
    expect(letters[0]?.subject).toMatch(/Анна Bcc: all@example.test просит доступ$/);
    expect(letters[0]?.text).toContain('anna@new.example.test\n\nШурупы, 5 тонн');
  });

  test('can be made five times an hour from one address', async () => {
    for (let count = 0; count < 5; count += 1) expect((await ask('203.0.113.2')).status).toBe(202);
    expect((await ask('203.0.113.2')).body.code).toBe('too_many_requests');
    expect((await ask('203.0.113.3')).status).toBe(202);
    gateway().clock.advance(3_600_000);
    expect((await ask('203.0.113.2')).status).toBe(202);
  });
});
