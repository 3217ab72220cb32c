import {
  operations,
  type AgreementPreview,
  type AgreementSwitch,
  type BuyerContext,
  type Problem,
  type Session,
} from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoAgreements, demoCompanies } from '../../demo/ids.js';

const { session } = operations;
const gateway = useTestGateway();
const owner = 'owner@stroymaster.example.test';
const both = 'buyer2@stroymaster.example.test';

const post = async <Body>(path: string, token: string, body: object, headers = {}) =>
  gateway().request<Body>('POST', path, { token, body, headers });
const selectAgreement = async <Body = AgreementSwitch>(token: string, agreementId: string) =>
  post<Body>(session.selectAgreement.path, token, { agreementId });
const setAgreement = async (id: string, values: { valid_from?: string; valid_to?: string | null }) =>
  gateway().database.database.system.updateTable('agreement').set(values).where('id', '=', id).execute();
const events = async () =>
  gateway()
    .database.database.system.selectFrom('event')
    .selectAll()
    .where('type', '=', 'session.changed')
    .orderBy('id')
    .execute();

describe('the agreement', () => {
  test('changes with a new revision and context', async () => {
    const token = await gateway().signIn(owner);
    const { body } = await selectAgreement(token, demoAgreements.stroymaster45);
    const { body: after } = await gateway().request<Session>('GET', session.get.path, { token });
    expect(body.context).toMatchObject({ agreementId: demoAgreements.stroymaster45, revision: 2 });
    expect(after.context).toEqual(body.context);
  });

  test('is told to the pages of that person alone', async () => {
    const token = await gateway().signIn(owner);
    await selectAgreement(token, demoAgreements.stroymaster15);
    expect((await events()).at(-1)).toMatchObject({
      company_id: demoCompanies.stroymaster,
      person_id: 'per_stroymaster-owner',
      payload: { type: 'session.changed', revision: 2 },
    });
  });

  test('stays with its revision when selected again', async () => {
    const token = await gateway().signIn(owner);
    const { body } = await selectAgreement(token, demoAgreements.stroymasterPrepaid);
    expect(body).toMatchObject({ context: { revision: 1 }, repriced: [], removed: [], difference: null });
  });

  test('of another company is like an unknown one', async () => {
    const token = await gateway().signIn(owner);
    const foreign = await selectAgreement<Problem>(token, demoAgreements.lokon);
    const unknown = await selectAgreement<Problem>(token, 'agr_unknown');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('cannot be selected before it begins or after it ends', async () => {
    const token = await gateway().signIn(owner);
    await setAgreement(demoAgreements.stroymaster15, { valid_to: '2026-11-15' });
    await setAgreement(demoAgreements.stroymaster45, { valid_from: '2026-11-17' });
    for (const id of [demoAgreements.stroymaster15, demoAgreements.stroymaster45])
      expect((await selectAgreement<Problem>(token, id)).body.code).toBe('agreement_not_valid');
    const { body } = await gateway().request<Session>('GET', session.get.path, { token });
    expect(body.agreements.map(({ id }) => id)).toEqual([
      demoAgreements.stroymasterPrepaid,
      demoAgreements.stroymasterEur,
    ]);
    await setAgreement(demoAgreements.stroymaster15, { valid_to: null });
    await setAgreement(demoAgreements.stroymaster45, { valid_from: '2026-11-16' });
  });

  test('switches once for one idempotency key', async () => {
    const token = await gateway().signIn(owner);
    const switchOnce = async () =>
      gateway().request<AgreementSwitch>('POST', session.selectAgreement.path, {
        token,
        body: { agreementId: demoAgreements.stroymasterEur },
        headers: { 'idempotency-key': 'switch-to-euros-once' },
      });
    const first = await switchOnce();
    expect(first.status).toBe(200);
    expect((await switchOnce()).text).toBe(first.text);
  });

  test('previews all valid ones and changes nothing', async () => {
    const token = await gateway().signIn(owner);
    const { body } = await post<AgreementPreview>(session.previewAgreement.path, token, {});
    expect(body.items.map(({ agreement, isCurrent }) => [agreement.id, isCurrent])).toEqual([
      [demoAgreements.stroymasterPrepaid, true],
      [demoAgreements.stroymaster15, false],
      [demoAgreements.stroymaster45, false],
      [demoAgreements.stroymasterEur, false],
    ]);
  });

  test('of another company has no preview', async () => {
    const token = await gateway().signIn(owner);
    const { status, body } = await post<Problem>(session.previewAgreement.path, token, {
      agreementIds: [demoAgreements.stroymaster15, demoAgreements.lokon],
    });
    expect({ status, pointer: body.pointer }).toEqual({ status: 404, pointer: '/agreementIds/1' });
  });
});

describe('the company', () => {
  test('changes with its default agreement and role', async () => {
    const token = await gateway().signIn(both);
    await post(session.selectCompany.path, token, { companyId: demoCompanies.stroymaster });
    const { body } = await post<Session>(session.selectCompany.path, token, {
      companyId: demoCompanies.metiz,
    });
    expect(body).toMatchObject({
      context: { companyId: demoCompanies.metiz, agreementId: demoAgreements.metiz, revision: 3 },
      agreements: [{ id: demoAgreements.metiz }],
      can: { manageMembers: true },
    });
  });

  test('must be one of the own', async () => {
    const token = await gateway().signIn(both);
    const foreign = await post<Problem>(session.selectCompany.path, token, {
      companyId: demoCompanies.lokon,
    });
    const unknown = await post<Problem>(session.selectCompany.path, token, { companyId: 'cmp_unknown' });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('can be selected with an idempotency key', async () => {
    const token = await gateway().signIn(both);
    const { status, body } = await post<Session>(
      session.selectCompany.path,
      token,
      { companyId: demoCompanies.stroymaster },
      { 'idempotency-key': 'choose-a-company' },
    );
    expect(status).toBe(200);
    expect(body.context?.companyId).toBe(demoCompanies.stroymaster);
  });
});

describe('the location', () => {
  test('is part of the context and can be forgotten', async () => {
    const token = await gateway().signIn(owner);
    const location = { country: 'RU', city: 'Пермь' };
    const set = await post<BuyerContext>(session.setLocation.path, token, { location });
    const forgotten = await post<BuyerContext>(session.setLocation.path, token, { location: null });
    expect(set.body).toMatchObject({ location, revision: 2 });
    expect(forgotten.body).toMatchObject({ location: null, revision: 3 });
    expect(set.body.id).not.toBe(forgotten.body.id);
  });
});
