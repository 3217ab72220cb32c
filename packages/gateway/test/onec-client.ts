import type { TestFile } from './onec-files.js';

/** The integration user of tests. */
export const login = { user: 'обмен', password: 'пароль-для-обмена' };

/** What 1C says to a site, one request at a time. */
export class OneCClient {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #origin: () => string;
  #cookie: string | undefined;

  constructor(fetch: (request: Request) => Promise<Response>, origin = (): string => 'http://gateway.test') {
    this.#fetch = fetch;
    this.#origin = origin;
  }

  /** Answers the lines of the reply. */
  async call(
    query: string,
    { body, headers }: { body?: Uint8Array | string; headers?: Record<string, string> } = {},
  ): Promise<string[]> {
    const response = await this.send(query, {
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    });
    return (await response.text()).split('\n');
  }

  send(
    query: string,
    { body, headers }: { body?: Uint8Array | string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return this.#fetch(
      new Request(`${this.#origin()}/1c/exchange?${query}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }), ...headers },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
      }),
    );
  }

  async signIn(type: string, { user, password } = login): Promise<string[]> {
    const credentials = Buffer.from(`${user}:${password}`).toString('base64');
    const lines = await this.call(`type=${type}&mode=checkauth`, {
      headers: { authorization: `Basic ${credentials}` },
    });
    if (lines[0] === 'success') this.#cookie = `${lines[1] ?? ''}=${lines[2] ?? ''}`;
    return lines;
  }

  /** Sends a file in parts, as 1C does. */
  async upload(type: string, name: string, bytes: Uint8Array, partSize = 1000): Promise<void> {
    for (let at = 0; at < bytes.length; at += partSize)
      await this.call(`type=${type}&mode=file&filename=${encodeURIComponent(name)}`, {
        body: bytes.slice(at, at + partSize),
      });
  }

  /** Asks for an import until it is done or refused. */
  async import(type: string, name: string): Promise<string[]> {
    for (;;) {
      const lines = await this.call(`type=${type}&mode=import&filename=${encodeURIComponent(name)}`);
      if (lines[0] !== 'progress') return lines;
    }
  }

  /** A whole classic exchange of a catalogue; answers whether every step was a success. */
  async exchange(files: readonly TestFile[], partSize?: number): Promise<boolean> {
    const [verdict] = await this.signIn('catalog');
    if (verdict !== 'success') return false;
    const [terms = ''] = await this.call('type=catalog&mode=init');
    if (!terms.startsWith('zip=')) return false;
    for (const { name, bytes } of files) await this.upload('catalog', name, bytes, partSize);
    for (const { name } of files) if ((await this.import('catalog', name))[0] !== 'success') return false;
    return true;
  }
}
