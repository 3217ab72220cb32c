import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../test/test-gateway.js';
import { addressGroup } from './address-group.js';

const gateway = useTestGateway({
  settings: {
    requestsPerMinute: 3,
    origins: ['https://shop.test'],
    clientAddress: (request) => request.headers.get('x-test-address') ?? 'unknown',
  },
});
const get = async (address: string, headers = {}) =>
  gateway().request('GET', '/v1/session', { headers: { 'x-test-address': address, ...headers } });

describe('the limit of requests', () => {
  test('holds for each address and ends with the minute', async () => {
    gateway().clock.advance(15_000);
    for (let count = 0; count < 3; count += 1) expect((await get('192.0.2.1')).status).toBe(200);
    const refused = await get('192.0.2.1');
    expect({ status: refused.status, wait: refused.headers.get('retry-after') }).toEqual({
      status: 429,
      wait: '45',
    });
    expect((await get('192.0.2.2')).status).toBe(200);
    gateway().clock.advance(45_000);
    expect((await get('192.0.2.1')).status).toBe(200);
  });

  test('counts unknown paths and is told to pages of other origins', async () => {
    const headers = { 'x-test-address': '192.0.2.3', origin: 'https://shop.test' };
    for (let count = 0; count < 3; count += 1)
      expect((await gateway().request('GET', '/v1/nothing', { headers })).status).toBe(404);
    const refused = await gateway().request('GET', '/v1/nothing', { headers });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://shop.test');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0001::', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('counts the address %s as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
