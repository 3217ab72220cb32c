import { operations, type Problem, type SignedIn } from '@kontor/contract';
import { afterAll, beforeAll } from 'vitest';

import { demoPassword } from '../src/demo/users.js';
import { createGateway, type Gateway } from '../src/gateway.js';
import { createPasswords } from '../src/node/passwords.js';
import type { Blobs, GatewayDeps, Letter, Settings } from '../src/ports.js';
import { defineSettings } from '../src/settings.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createTestClock, testCost, type TestClock } from './test-time.js';

/** A request of a test. */
export interface TestRequest {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An answer with its parsed body. */
export interface TestAnswer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

/** A gateway on a database of its own, with doors for tests. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly deps: GatewayDeps;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly letters: Letter[];
  readonly blobs: Map<string, Uint8Array>;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  request<Body = never>(method: string, path: string, request?: TestRequest): Promise<TestAnswer<Body>>;
  /** Signs a demo person in and answers the token. */
  signIn(email: string): Promise<string>;
  close(): Promise<void>;
}

export async function createTestGateway(
  given: { settings?: Partial<Settings>; deps?: Partial<GatewayDeps> } = {},
): Promise<TestGateway> {
  const database = await createTestDatabase();
  const clock = createTestClock();
  const letters: Letter[] = [];
  const kept = new Map<string, Uint8Array>();
  const logged: string[] = [];
  const write = (fields: object, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields, errorsAsText)}`);
  const blobs: Blobs = {
    put: (key, content) => Promise.resolve(void kept.set(key, content)),
    get: (key) => Promise.resolve(kept.get(key)),
  };
  const deps: GatewayDeps = {
    database: database.database,
    clock,
    mailer: { send: (letter) => Promise.resolve(void letters.push(letter)) },
    blobs,
    passwords: createPasswords(testCost),
    log: { info: write, warn: write, error: write },
    fetch: () => Promise.reject(new TypeError('This test gateway reaches nothing outside')),
    loadFonts: async () => (await import('../src/node/invoice-fonts.js')).loadInvoiceFonts(),
    settings: defineSettings({ supplier: 'Крепёж-Центр', requestsPerMinute: 1_000_000, ...given.settings }),
    ...given.deps,
  };
  const gateway = createGateway(deps);
  const request: TestGateway['request'] = async (method, path, { token, body, headers } = {}) => {
    const response = await gateway.fetch(
      new Request(`http://gateway.test${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as never,
    };
  };
  return {
    gateway,
    deps,
    database,
    clock,
    letters,
    blobs: kept,
    logged,
    request,
    async signIn(email) {
      const answer = await request<SignedIn & Problem>('POST', operations.session.signIn.path, {
        body: { email, password: demoPassword },
      });
      if (answer.body.token === null || answer.status !== 200)
        throw new Error(`Sign-in of ${email} failed: ${answer.text}`);
      return answer.body.token;
    },
    async close() {
      await gateway.close();
      await database.remove();
    },
  };
}

/** One gateway for all tests of a file; closed after them. */
export function useTestGateway(given: Parameters<typeof createTestGateway>[0] = {}): () => TestGateway {
  let current: TestGateway | undefined;
  beforeAll(async () => {
    current = await createTestGateway(given);
  });
  afterAll(() => current?.close());
  return () => {
    if (!current) throw new Error('The gateway is there only inside of tests');
    return current;
  };
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error
    ? `${value.stack ?? value.message} ${value.cause instanceof Error ? (value.cause.stack ?? '') : ''}`
    : value;
}
