import { operations, type Problem } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../test/test-gateway.js';
import { encodeCursor } from './cursor.js';

const gateway = useTestGateway();
const owner = 'owner@stroymaster.example.test';
const { company, session } = operations;

describe('text that the database cannot keep is refused', () => {
  const unstorable = (answer: { status: number; body: Problem }) => ({
    status: answer.status,
    pointer: answer.body.pointer,
  });

  test('in paths', async () => {
    const token = await gateway().signIn(owner);
    const answer = await gateway().request<Problem>('DELETE', '/v1/company/members/mbr%00', { token });
    expect(unstorable(answer)).toEqual({ status: 422, pointer: '/path/id' });
  });

  test.each(['\\u0000', '\\ud800', '\\udc00x'])('in bodies, as %s', async (text) => {
    const token = await gateway().signIn(owner);
    const body = `{"location":{"country":"RU","city":"${text}"}}`;
    const answer = await gateway().request<Problem>('POST', session.setLocation.path, { token, body });
    expect(unstorable(answer)).toEqual({ status: 422, pointer: '/location/city' });
  });

  test('but not a whole surrogate pair', async () => {
    const token = await gateway().signIn(owner);
    const body = { location: { country: 'RU', city: 'Пермь 🔩' } };
    const { status } = await gateway().request('POST', session.setLocation.path, { token, body });
    expect(status).toBe(200);
  });
});

test.each([
  ['no instant', encodeCursor(['yesterday', 'x'])],
  ['an instant beyond time', encodeCursor(['9999-99-99T99:99:99.999Z', 'x'])],
  ['a NUL', encodeCursor(['2026-11-16T06:00:00.000Z', 'x\0'])],
  ['other values', encodeCursor([1, 2])],
  ['too few values', encodeCursor([])],
  ['no JSON', 'AAAA'],
  ['no Base64', '***'],
])('refuses a cursor with %s', async (_what, after) => {
  const token = await gateway().signIn(owner);
  const path = `${company.listMembers.path}?after=${encodeURIComponent(after)}`;
  const { status, body } = await gateway().request<Problem>('GET', path, { token });
  expect({ status, pointer: body.pointer }).toEqual({ status: 422, pointer: '/query/after' });
});
