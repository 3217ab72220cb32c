// @ts-check
import { Connection, Stopped } from './connection.mjs';
import { exchangeCatalogue, exchangeOrders } from './jobs.mjs';

/**
 * @import { Base } from './base.mjs'
 * @import { Faults } from './connection.mjs'
 * @import { JobOptions } from './jobs.mjs'
 */

/**
 * @typedef {object} OneCOptions
 * @property {Base} base
 * @property {() => string} url address of the exchange, as it is typed into 1C
 * @property {string} user
 * @property {string} password
 * @property {'3.1' | 'classic'} [dialect]
 * @property {boolean} [zip]
 * @property {'query' | 'success'} [confirms] UT 11 never says `success`: it asks again
 * @property {number} [partSize]
 * @property {(id: string) => boolean} [knows] ids that are its own although no list has them
 * @property {Faults} [faults]
 * @property {(line: string) => void} [log]
 * @property {number} [timeout] milliseconds that it waits for a reply
 * @property {number} [pause] milliseconds between questions how far an import is
 * @property {typeof fetch} [fetch]
 */

/** A 1C with its scheduled jobs: always the client, and the one that begins anew after every failure. */
export class OneC {
  #site;
  /** @type {JobOptions} */
  #job;

  /** @param {OneCOptions} options */
  constructor({ base, url, user, password, faults = {}, timeout = 30_000, pause = 300, ...options }) {
    this.base = base;
    this.#site = {
      ...{ url, user, password, faults, timeout, pause, random: base.random },
      fetch: options.fetch ?? globalThis.fetch,
    };
    this.#job = {
      dialect: options.dialect ?? 'classic',
      zip: options.zip ?? false,
      confirms: options.confirms ?? 'success',
      partSize: options.partSize ?? Infinity,
      knows: options.knows ?? (() => false),
      log: options.log ?? (() => undefined),
    };
  }

  /**
   * The job of the catalogue.
   * @param {{ isFull?: boolean }} [options] everything, or what the site was not told of
   * @returns whether it came to its end
   */
  exchangeCatalogue({ isFull = false } = {}) {
    return this.#run('catalog', (connection) =>
      exchangeCatalogue(this.base, connection, { ...this.#job, isFull }),
    );
  }

  /** The job of orders. @returns whether it came to its end */
  exchangeOrders() {
    return this.#run('sale', (connection) => exchangeOrders(this.base, connection, this.#job));
  }

  /** Both jobs at the same time, each in a session of its own. */
  async exchange() {
    const ended = await Promise.all([this.exchangeCatalogue(), this.exchangeOrders()]);
    return ended.every(Boolean);
  }

  /**
   * @param {'catalog' | 'sale'} type
   * @param {(connection: Connection) => Promise<void>} job
   */
  async #run(type, job) {
    try {
      await job(new Connection(this.#site, type));
      return true;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#job.log(`обмен (${type}) прерван: ${error.message}`);
      return false;
    }
  }
}
