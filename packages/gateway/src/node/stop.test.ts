import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SignedIn } from '@kontor/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { demoPassword } from '../demo/users.js';
import { readEnvironment } from './environment.js';
import { start, type Started } from './start.js';

let folder: string;
let started: Started;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-stop-'));
  const environment = readEnvironment({
    KONTOR_FOLDER: folder,
    KONTOR_PORT: '0',
    KONTOR_LOG_LEVEL: 'silent',
  });
  started = await start({ environment, demo: 'small', isFresh: false, say: () => undefined });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('stops at once though somebody listens to events', async () => {
  const call = (path: string, init?: RequestInit) => fetch(`${started.url}${path}`, init);
  const signedIn = await call('/v1/session/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@stroymaster.example.test', password: demoPassword }),
  });
  const { token } = (await signedIn.json()) as SignedIn;
  const events = await call('/v1/events', { headers: { authorization: `Bearer ${token ?? ''}` } });
  const export_ = call('/v1/prices/export?format=csv', {
    headers: { authorization: `Bearer ${token ?? ''}` },
  });
  // The export is under way when the stop comes: it finishes, and so does the stream.
  const csv = await export_;
  const stopping = started.stop();
  const [heard, lines] = await Promise.all([events.text(), csv.text(), stopping]);
  expect(heard).toMatch(/^retry:/);
  expect(lines.split('\n').length).toBeGreaterThan(100);
});

it('frees its port when it has stopped', async () => {
  const port = Number(new URL(started.url).port);
  await expect(fetch(started.url)).rejects.toThrow();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await new Promise((resolve) => server.close(resolve));
});
