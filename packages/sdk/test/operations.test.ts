import { operations, type Operation } from '@kontor/contract';
import { expect, it } from 'vitest';

import type { Client } from '../src/client.js';
import { scripted } from './scripted.js';

/** One call of each verb of the client. */
const calls: Record<string, (client: Client) => unknown> = {
  capabilities: (client) => client.capabilities(),
  'session.get': ({ session }) => session.get(),
  'session.signIn': ({ session }) => session.signIn({ email: 'a@b.test', password: 'x' }),
  'session.exchange': ({ session }) => session.exchange('token'),
  'session.acceptInvitation': ({ session }) =>
    session.acceptInvitation({ token: 't', name: 'n', password: 'p' }),
  'session.rotate': ({ session }) => session.rotate(),
  'session.signOut': ({ session }) => session.signOut(),
  'session.selectCompany': ({ session }) => session.selectCompany('id'),
  'session.selectAgreement': ({ session }) => session.selectAgreement('id'),
  'session.previewAgreement': ({ session }) => session.previewAgreement(),
  'session.setLocation': ({ session }) => session.setLocation(null),
  'session.changePassword': ({ session }) => session.changePassword({ current: 'a', password: 'b' }),
  'session.requestPasswordReset': ({ session }) => session.requestPasswordReset('a@b.test'),
  'session.resetPassword': ({ session }) => session.resetPassword({ token: 't', password: 'p' }),
  'accessRequests.create': ({ accessRequests }) =>
    accessRequests.create({ name: 'n', contact: 'c', message: 'm' }),
  'categories.tree': ({ categories }) => categories.tree(),
  'products.list': ({ products }) => products.list(),
  'products.facets': ({ products }) => products.facets(),
  'products.get': ({ products }) => products.get('id'),
  'products.variants': ({ products }) => products.variants('id'),
  'products.suggest': ({ products }) => products.suggest('bolt'),
  'variants.get': ({ variants }) => variants.get('sku'),
  'variants.find': ({ variants }) => variants.find(['sku']),
  'variants.analogues': ({ variants }) => variants.analogues('sku'),
  'prices.resolve': ({ prices }) => prices.resolve([{ sku: 'sku' }]),
  'prices.explain': ({ prices }) => prices.explain('sku'),
  'prices.export': ({ prices }) => prices.export({ format: 'csv' }),
  'stock.resolve': ({ stock }) => stock.resolve(['sku']),
  'stock.warehouses': ({ stock }) => stock.warehouses(),
  'carts.current': ({ carts }) => carts.current(),
  'carts.list': ({ carts }) => carts.list(),
  'carts.create': ({ carts }) => carts.create({ name: 'n' }),
  'carts.get': ({ carts }) => carts.get('id'),
  'carts.update': ({ carts }) => carts.update('id', { name: 'n' }),
  'carts.remove': ({ carts }) => carts.remove('id'),
  'carts.lines': ({ carts }) => carts.lines('id'),
  'carts.setLines': ({ carts }) => carts.setLines('id', [{ sku: 'sku', quantity: '1' }]),
  'carts.clear': ({ carts }) => carts.clear('id'),
  'carts.check': ({ carts }) => carts.check('id'),
  'carts.merge': ({ carts }) => carts.merge('id', { from: 'other' }),
  'delivery.methods': ({ delivery }) => delivery.methods(),
  'delivery.quote': ({ delivery }) => delivery.quote('id', { methodId: 'm' }),
  'checkout.start': ({ checkout }) => checkout.start('id'),
  'checkout.get': ({ checkout }) => checkout.get('id'),
  'checkout.update': ({ checkout }) => checkout.update('id', {}),
  'checkout.place': ({ checkout }) => checkout.place('id', { amount: '1.00', currency: 'RUB' }),
  'orders.list': ({ orders }) => orders.list(),
  'orders.get': ({ orders }) => orders.get('id'),
  'orders.cancel': ({ orders }) => orders.cancel('id'),
  'orders.documents': ({ orders }) => orders.documents('id'),
  'orders.watch': ({ orders }) => orders.watch().next(),
  'documents.get': ({ documents }) => documents.get('id'),
  'documents.content': ({ documents }) => documents.content('id'),
  'company.get': ({ company }) => company.get(),
  'company.balance': ({ company }) => company.balance(),
  'company.callMe': ({ company }) => company.callMe({ phone: '+7 900 000-00-00' }),
  'company.requisitesForm': ({ company }) => company.requisitesForm('ru_company'),
  'company.addresses.list': ({ company }) => company.addresses.list(),
  'company.addresses.create': ({ company }) => company.addresses.create({} as never),
  'company.addresses.remove': ({ company }) => company.addresses.remove('id'),
  'company.members.list': ({ company }) => company.members.list(),
  'company.members.invite': ({ company }) => company.members.invite({} as never),
  'company.members.update': ({ company }) => company.members.update('id', {}),
  'company.members.remove': ({ company }) => company.members.remove('id'),
  'company.apiKeys.list': ({ company }) => company.apiKeys.list(),
  'company.apiKeys.create': ({ company }) => company.apiKeys.create({ name: 'n', scopes: ['read'] }),
  'company.apiKeys.remove': ({ company }) => company.apiKeys.remove('id'),
  'events.watch': ({ events }) => events.watch().next(),
  'backoffice.companies': ({ backoffice }) => backoffice.companies(),
  'backoffice.companyAddresses': ({ backoffice }) => backoffice.companyAddresses('id'),
  'backoffice.invite': ({ backoffice }) => backoffice.invite({} as never),
  'backoffice.accessRequests': ({ backoffice }) => backoffice.accessRequests(),
  'backoffice.acceptAccessRequest': ({ backoffice }) => backoffice.acceptAccessRequest('id', {} as never),
  'backoffice.rejectAccessRequest': ({ backoffice }) => backoffice.rejectAccessRequest('id'),
  'backoffice.orders': ({ backoffice }) => backoffice.orders(),
  'backoffice.order': ({ backoffice }) => backoffice.order('id'),
  'backoffice.updateOrderStatus': ({ backoffice }) =>
    backoffice.updateOrderStatus('id', { status: 'confirmed' }),
  'backoffice.audit': ({ backoffice }) => backoffice.audit(),
  'backoffice.exchangeRuns': ({ backoffice }) => backoffice.exchangeRuns(),
  'backoffice.exchangeRun': ({ backoffice }) => backoffice.exchangeRun('1'),
  'backoffice.exchangeProblems': ({ backoffice }) => backoffice.exchangeProblems('1'),
  'backoffice.integrationKeys': ({ backoffice }) => backoffice.integrationKeys(),
  'backoffice.createIntegrationKey': ({ backoffice }) => backoffice.createIntegrationKey('n'),
  'backoffice.removeIntegrationKey': ({ backoffice }) => backoffice.removeIntegrationKey('id'),
};

const resources: readonly Readonly<Record<string, Operation>>[] = Object.values(operations);
const all = resources.flatMap((resource) => Object.values(resource));

/** The operations that a method and a path can mean; a literal path comes before one with parameters. */
function meant(method: string, path: string): Operation[] {
  const fitting = all.filter(
    (operation) =>
      operation.method === method &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  const literal = fitting.filter((operation) => operation.path === path);
  return literal.length > 0 ? literal : fitting;
}

/** Every verb of a client, resources within resources included. */
function verbsOf(resource: object, prefix = ''): string[] {
  const names = [
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(resource) as object),
    ...Object.getOwnPropertyNames(resource),
  ].filter((name) => name !== 'constructor' && !(name in Object.prototype));
  return names.flatMap((name) => {
    const value = (resource as Record<string, unknown>)[name];
    return typeof value === 'object' && value !== null
      ? verbsOf(value, `${prefix}${name}.`)
      : [`${prefix}${name}`];
  });
}

async function send(verb: string) {
  const { client, sent } = scripted([() => Response.json({ items: [], nextCursor: null })], { retries: 0 });
  // Some refuse so plain an answer; what counts is what they asked.
  await Promise.resolve(calls[verb]?.(client)).catch(() => undefined);
  return sent;
}

it('has a call here for every verb of the client', () => {
  // `resources` makes what has verbs, and asks nothing itself.
  const verbs = verbsOf(scripted([]).client).filter((verb) => verb !== 'resources');
  expect(verbs.sort()).toEqual(Object.keys(calls).sort());
});

it.each(Object.keys(calls))('%s asks one operation of the contract', async (verb) => {
  const sent = await send(verb);
  const [request] = sent;
  const [operation, ...others] = meant(request?.method ?? '', request?.path.replace(/\?.*/, '') ?? '');
  expect([sent.length, operation === undefined, others]).toEqual([1, false, []]);
  expect(request?.body === '').toBe(operation?.body === undefined);
  const isKeyed = operation?.method !== 'GET' && operation?.idempotency !== 'none';
  expect(request?.headers.has('idempotency-key')).toBe(isKeyed && !asksOnly.has(verb));
});

/** Calls that change nothing and may be repeated without a key. */
const asksOnly = new Set(
  Object.keys(calls).filter((verb) =>
    /^(prices|stock|variants|delivery)\.|session\.previewAgreement/.test(verb),
  ),
);

it('every operation of the contract can be reached', async () => {
  const reached = new Set<Operation>();
  for (const verb of Object.keys(calls))
    for (const { method, path } of await send(verb))
      for (const one of meant(method, path.replace(/\?.*/, ''))) reached.add(one);
  const missed = all
    // Those of other systems have a client of their own.
    .filter((operation) => !reached.has(operation) && operation.access !== 'integration')
    .map(({ method, path }) => `${method} ${path}`);
  expect(missed).toEqual([]);
});
