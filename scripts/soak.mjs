/**
 * Lets people buy at a real gateway for a long time and tells how it bears it: `npm run soak -- --minutes=30`.
 * Ends with 1 when an order was lost or doubled, an answer was a 5xx, or the gateway stopped.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildIfStale } from './bootstrap/build.mjs';
import { buy } from './soak/buyer.mjs';
import { startGateway } from './soak/gateway-process.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, buyers: { type: 'string', default: '12' } },
});
const duration = Number(values.minutes) * 60_000;
if (!(duration > 0)) throw new Error('--minutes takes a number');
const password = 'kontor-demo-2026';
const people = [
  'owner@stroymaster',
  'buyer@stroymaster',
  'owner@metiz',
  'buyer@lokon',
  'buyer@uralprom',
  'buyer@hansa',
].map((name) => `${name}.example.test`);

const root = join(import.meta.dirname, '..');
buildIfStale(root);
const { createClient, isApiError } = await import('../packages/sdk/dist/index.js');

const latencies = [];
const codes = new Map();
let failures = 0;
const placed = [];

function newClient(baseUrl) {
  const noteStatus = ({ status = 0, duration }) => {
    latencies.push(duration);
    if (status >= 500) failures += 1;
  };
  return createClient({ baseUrl, onResponse: noteStatus, onError: noteStatus });
}

function note(error) {
  const code = isApiError(error) ? error.code : error.name;
  codes.set(code, (codes.get(code) ?? 0) + 1);
}

/** Ids of all orders that one person's company has. */
async function ordersOf(baseUrl, email) {
  const client = createClient({ baseUrl });
  await client.session.signIn({ email, password });
  const ids = [];
  for await (const { id } of client.orders.list({ limit: 200 })) ids.push(id);
  return ids;
}

async function allOrders(baseUrl) {
  const ids = [];
  for (const email of people) ids.push(...(await ordersOf(baseUrl, email)));
  return ids;
}

/** Looks at the gateway every second until the end; answers what it saw. */
async function watch(gateway, began, until) {
  const seen = [];
  while (Date.now() < until) {
    const look = await gateway.look().catch(() => undefined);
    if (look) seen.push({ ...look, at: (Date.now() - began) / duration });
    await wait(1000);
  }
  return seen;
}

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

const gateway = await startGateway(root);
let problems = [];
try {
  const before = new Set(await allOrders(gateway.url));
  const began = Date.now();
  const until = began + duration;
  const watching = watch(gateway, began, until);
  await Promise.all(
    Array.from({ length: Number(values.buyers) }, (_each, index) =>
      buy({
        client: newClient(gateway.url),
        email: people[index % people.length],
        password,
        until,
        placed,
        note,
      }),
    ),
  );
  const seen = await watching;

  const intents = new Map(placed.map(({ key, id }) => [key, id]));
  const after = (await allOrders(gateway.url)).filter((id) => !before.has(id));
  const made = new Set(after);
  const lost = [...intents.values()].filter((id) => !made.has(id));
  const doubled = placed.filter(({ key, id }) => intents.get(key) !== id).length + made.size - intents.size;
  problems = [
    ...(lost.length > 0 ? [`${lost.length} orders lost`] : []),
    ...(doubled + lost.length > 0 ? [`${doubled + lost.length} orders too many`] : []),
    ...(intents.size === 0 ? ['nothing was ordered'] : []),
    ...(failures > 0 ? [`${failures} answers of 5xx`] : []),
    ...(gateway.isRunning() ? [] : ['the gateway stopped']),
  ];

  const sorted = [...latencies].sort((left, right) => left - right);
  const at = (share) => seen.find((look) => look.at >= share) ?? seen.at(-1);
  console.log(
    `requests        ${sorted.length} (${(sorted.length / (duration / 1000)).toFixed(1)} a second)`,
  );
  console.log(
    `latency         p50 ${percentile(sorted, 0.5).toFixed(1)} ms, p95 ${percentile(sorted, 0.95).toFixed(1)} ms, p99 ${percentile(sorted, 0.99).toFixed(1)} ms`,
  );
  console.log(
    `errors by code  ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`,
  );
  console.log(
    `memory          ${[0.1, 0.5, 1].map((share) => `${megabytes(at(share).rss)} at ${share * 100} %`).join(', ')}`,
  );
  console.log(
    `event loop      ${(Math.max(...seen.map(({ lag }) => lag).filter(Number.isFinite)) * 1000).toFixed(0)} ms late at most`,
  );
  console.log(
    `orders          ${intents.size} placed, ${made.size} there, ${placed.length - intents.size} asked for twice`,
  );
} finally {
  await gateway.stop();
}
console.log(problems.length === 0 ? 'held' : `NOT HELD: ${problems.join('; ')}`);
process.exitCode = problems.length === 0 ? 0 : 1;
