// @ts-check
/** @import { Random } from './random.mjs' */

/**
 * What goes wrong on the way, as probabilities of a request.
 * @typedef {object} Faults
 * @property {number} [loseReply] the site does its work, its reply never comes
 * @property {number} [loseOrders] the same of a reply with orders
 * @property {number} [loseRequest] the request never comes
 * @property {number} [repeat] what was answered is sent once more
 */

/** The exchange is over for this time; the next one begins anew. */
export class Stopped extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.name = 'Stopped';
  }
}

/** No reply came; whether the site got the request is not known. */
class NoReply extends Error {}

/** Modes that may be said again in the same session: a site cannot tell a repeated `query` from the next one. */
const repeatable = new Set(['file', 'import', 'deactivate', 'complete']);
const tries = 4;

/** One session of 1C with a site. */
export class Connection {
  #site;
  #type;
  /** @type {string | undefined} */
  #cookie;
  /** What the site wants to have appended to every address. @type {string | undefined} */
  #sessid;
  #startedAt = '';

  /**
   * @param {object} site
   * @param {() => string} site.url
   * @param {string} site.user
   * @param {string} site.password
   * @param {Faults} site.faults
   * @param {Random} site.random
   * @param {typeof fetch} site.fetch
   * @param {number} site.timeout milliseconds
   * @param {number} site.pause milliseconds between questions how far an import is
   * @param {'catalog' | 'sale'} type
   */
  constructor(site, type) {
    this.#site = site;
    this.#type = type;
  }

  get startedAt() {
    return this.#startedAt;
  }

  /** Signs in. @throws {Stopped} */
  async begin() {
    const [, name = '', value = '', ...more] = await this.say('checkauth');
    this.#cookie = `${name}=${value}`;
    for (const line of more) {
      if (line.startsWith('sessid=')) this.#sessid = line.slice('sessid='.length);
      if (line.startsWith('timestamp=')) this.#startedAt = line.slice('timestamp='.length);
    }
  }

  /**
   * Asks for the terms of the site.
   * @param {string | undefined} version
   */
  async init(version) {
    const lines = await this.text('init', version === undefined ? {} : { version });
    const terms = new Map(lines.map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]));
    const fileLimit = Number(terms.get('file_limit'));
    if (!terms.has('zip') || !(fileLimit > 0)) throw new Stopped(`init: ${lines.join(' ')}`);
    return { acceptsZip: terms.get('zip') === 'yes', fileLimit, version: terms.get('version') };
  }

  /**
   * Sends a file in parts, one after the other: they have neither number nor offset.
   * @param {string} filename
   * @param {Uint8Array} bytes
   * @param {number} limit bytes of a part
   */
  async upload(filename, bytes, limit) {
    for (let at = 0; at < bytes.length; at += limit)
      await this.say('file', { filename }, bytes.slice(at, at + limit));
  }

  /**
   * Asks until it is neither at work nor unanswered.
   * @param {string} mode
   * @param {Record<string, string>} [parameters]
   */
  async poll(mode, parameters) {
    for (;;) {
      const lines = await this.text(mode, parameters);
      if (lines[0] === 'success') return lines;
      if (lines[0] !== 'progress') throw new Stopped(`${mode}: ${lines.join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, this.#site.pause));
    }
  }

  /**
   * Says something that has to succeed at once.
   * @param {string} mode
   * @param {Record<string, string>} [parameters]
   * @param {Uint8Array} [body]
   */
  async say(mode, parameters, body) {
    const lines = await this.text(mode, parameters, body);
    if (lines[0] !== 'success') throw new Stopped(`${mode}: ${lines.join(' ')}`);
    return lines;
  }

  /**
   * @param {string} mode
   * @param {Record<string, string>} [parameters]
   * @param {Uint8Array} [body]
   */
  async text(mode, parameters, body) {
    const reply = new TextDecoder().decode(await this.ask(mode, parameters, body));
    if (reply === '') throw new Stopped(`${mode}: получен пустой ответ сервера`);
    return reply.split('\n');
  }

  /**
   * @param {string} mode
   * @param {Record<string, string>} [parameters]
   * @param {Uint8Array} [body]
   */
  async ask(mode, parameters = {}, body = undefined) {
    const { random, faults } = this.#site;
    for (let left = repeatable.has(mode) ? tries : 1; ; left -= 1) {
      try {
        const reply = await this.#send(mode, parameters, body);
        if (left > 1 && random.happens(faults.repeat ?? 0)) continue;
        return reply;
      } catch (error) {
        if (!(error instanceof NoReply) || left <= 1)
          throw error instanceof Stopped ? error : new Stopped(`${mode}: ${String(error)}`);
      }
    }
  }

  /**
   * @param {string} mode
   * @param {Record<string, string>} parameters
   * @param {Uint8Array | undefined} body
   */
  async #send(mode, parameters, body) {
    const { url, user, password, faults, random, timeout } = this.#site;
    const query = new URLSearchParams({ type: this.#type, mode, ...parameters });
    if (this.#sessid !== undefined) query.set('sessid', this.#sessid);
    if (random.happens(faults.loseRequest ?? 0)) throw new NoReply('нет ответа');
    let response;
    let bytes;
    try {
      response = await this.#site.fetch(`${url()}?${query}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
          ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        },
        signal: AbortSignal.timeout(timeout),
        ...(body === undefined ? {} : { body: /** @type {Uint8Array<ArrayBuffer>} */ (body) }),
      });
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw new NoReply(`нет связи (${error instanceof Error ? error.message : String(error)})`);
    }
    if (response.status !== 200) {
      const told = new TextDecoder().decode(bytes).replaceAll('\n', ' ');
      throw new Stopped(`${mode}: HTTP ${String(response.status)} ${told}`);
    }
    const loss = (mode === 'query' ? faults.loseOrders : undefined) ?? faults.loseReply ?? 0;
    if (random.happens(loss)) throw new NoReply('ответ потерян');
    return bytes;
  }
}
