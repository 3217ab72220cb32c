import { openEmbedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { createGateway, type Gateway } from './gateway.js';
import type { Blobs, Clock, Letter, Passwords, Settings } from './ports.js';
import { defineSettings } from './settings.js';
import { sha256 } from './identifiers.js';

/** What a gateway in memory may be given. */
export interface InMemoryOptions {
  /** Demo supplier to fill it with. @default 'small' */
  demo?: 'small' | 'full' | false;
  /** A dumped data folder to start from: no migration and no filling, under a second. */
  from?: Blob;
  clock?: Clock;
  settings?: Partial<Settings>;
}

/** A whole gateway in memory, for tests and pages: the real rules on a real database, nothing outside of it is touched. */
export interface InMemoryGateway extends Gateway {
  /** Letters that were sent. */
  readonly letters: readonly Letter[];
  /** The whole state as a file, for `from`. */
  dump(): Promise<Blob>;
}

/**
 * Builds a gateway in memory. Give it to a client: `createClient({ baseUrl: 'http://gateway.test', fetch: gateway.fetch })`.
 * Works in Node and in browsers. Close it after use.
 */
export async function createInMemoryGateway({
  demo = 'small',
  from,
  clock = { now: () => new Date() },
  settings = {},
}: InMemoryOptions = {}): Promise<InMemoryGateway> {
  const database = await openEmbedded(from ? { from } : {});
  const letters: Letter[] = [];
  if (!from) {
    await migrate(database);
    if (demo !== false) {
      const { loadDemo } = await import('./demo/load-demo.js');
      await loadDemo(database, { size: demo, now: clock.now(), passwords: quickPasswords });
    }
  }
  const drawings = demo === false ? undefined : await import('./demo/pictures/demo-picture.js');
  const gateway = createGateway({
    database,
    clock,
    mailer: { send: (letter) => Promise.resolve(void letters.push(letter)) },
    blobs: memoryBlobs(),
    ...(drawings ? { pictureFallback: drawings.demoPicture } : {}),
    passwords: quickPasswords,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch: globalThis.fetch,
    loadFonts: async () => {
      const { loadInvoiceFonts } = await import('./node/invoice-fonts.js');
      return loadInvoiceFonts();
    },
    settings: defineSettings({ isCookieSecure: false, requestsPerMinute: 1_000_000, ...settings }),
  });
  return {
    ...gateway,
    letters,
    dump: () => database.dump(),
    async close() {
      await gateway.close();
      await database.close();
    },
  };
}

function memoryBlobs(): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (key, content) => Promise.resolve(void kept.set(key, content)),
    get: (key) => Promise.resolve(kept.get(key)),
  };
}

/** Not for production: nothing to protect in memory, and a page has no argon2. */
const quickPasswords: Passwords = {
  hash: async (password) => `quick:${hex(await sha256(password))}`,
  verify: async (digest, password) => digest === `quick:${hex(await sha256(password))}`,
};

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
