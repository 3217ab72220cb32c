#!/usr/bin/env node
// @ts-check
// A simulated 1C beside a gateway: node bin.mjs --url http://127.0.0.1:4600 --password … [--demo] [--dialect 3.1]
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { Base, demoDictionaries, fillBase, isOfDemo, OneC, ownDictionaries, verify, work } from './index.mjs';

const { values: given } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4600' },
    user: { type: 'string', default: process.env['ONEC_USER'] ?? '1c' },
    password: { type: 'string', default: process.env['ONEC_PASSWORD'] ?? '' },
    dialect: { type: 'string', default: '3.1' },
    confirms: { type: 'string', default: 'success' },
    interval: { type: 'string', default: '5' },
    rounds: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    state: { type: 'string' },
    buyer: { type: 'string' },
    'buyer-password': { type: 'string', default: 'kontor-demo-2026' },
    zip: { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
  },
});
const { dialect, confirms } = given;
if ((dialect !== '3.1' && dialect !== 'classic') || (confirms !== 'success' && confirms !== 'query')) {
  console.error('--dialect takes 3.1 or classic, --confirms takes success or query');
  process.exit(1);
}

const log = (/** @type {string} */ line) => console.log(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
const origin = new URL(given.url);
const url = origin.pathname === '/' ? new URL('/1c/exchange', origin) : origin;
const base = openBase();
const oneC = new OneC({
  base,
  url: () => url.href,
  user: given.user,
  password: given.password,
  dialect,
  confirms,
  zip: given.zip,
  log,
  ...(given.demo ? { knows: isOfDemo } : {}),
  ...(given.faults ? { faults: { loseReply: 0.15, loseRequest: 0.05, repeat: 0.15 } } : {}),
});
const habits = { change: 0.1, cancel: 0.03, phone: 0.05, trade: 0.3 };

const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    leaving.abort();
  });

log(
  `обмен с ${url.href}, ${dialect === '3.1' ? 'раздельный (3.1)' : 'два файла'}, seed ${String(base.state.seed)}`,
);
let hasTold = existsSync(given.state ?? '');
for (let round = 0; round < Number(given.rounds) && !leaving.signal.aborted; round += 1) {
  if (!hasTold) hasTold = await oneC.exchangeCatalogue({ isFull: true });
  work(base, habits, log);
  await oneC.exchange();
  keep();
  await wait(Number(given.interval) * 1000, undefined, { signal: leaving.signal }).catch(() => undefined);
}
if (given.buyer !== undefined) {
  // What went wrong in the last round is made up for.
  for (let tries = 0; tries < 30 && !(await oneC.exchange()); tries += 1);
  keep();
  await compare(given.buyer, given['buyer-password']);
}

function openBase() {
  if (given.state !== undefined && existsSync(given.state))
    return new Base(JSON.parse(readFileSync(given.state, 'utf8')));
  const fresh = new Base({ seed: Number(given.seed) });
  fillBase(fresh, given.demo ? demoDictionaries : ownDictionaries);
  return fresh;
}

/** Whole or not at all. */
function keep() {
  if (given.state === undefined) return;
  writeFileSync(`${given.state}.new`, JSON.stringify(base.state));
  renameSync(`${given.state}.new`, given.state);
}

/**
 * Compares what a buyer sees in the shop with what is in 1C.
 * @param {string} email
 * @param {string} password
 */
async function compare(email, password) {
  const { token } = await ask('/v1/session/sign-in', '', { email, password });
  const orders = [];
  let after = '';
  do {
    const { items, nextCursor } = await ask(`/v1/orders?limit=200${after}`, token);
    for (const { id } of items) orders.push(await ask(`/v1/orders/${id}`, token));
    after = nextCursor === null ? '' : `&after=${nextCursor}`;
  } while (after !== '');
  // The demo's history is older than this 1C.
  const known = orders.filter(({ id, number, provenance }) =>
    provenance === 'online'
      ? base.state.orders.some(({ siteId }) => siteId === id)
      : base.state.orders.some((each) => each.siteId === null && number.startsWith(each.number)),
  );
  const problems = verify(base, known, { isEverything: false });
  for (const problem of problems) console.error(problem);
  console.log(`Сверено заказов: ${String(known.length)}, расхождений: ${String(problems.length)}`);
  if (problems.length > 0) {
    console.error(`Повторить: --seed ${String(base.state.seed)}`);
    process.exitCode = 1;
  }
}

/**
 * @param {string} path
 * @param {string} token
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function ask(path, token, body) {
  const response = await fetch(new URL(path, origin), {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}
