// @ts-check
import { zipSync } from 'fflate';

import { classicFiles } from './classic-files.mjs';
import { orderFile } from './order-files.mjs';
import { splitFiles } from './split-files.mjs';
import { takeOrders } from './take-orders.mjs';

/**
 * @import { Base } from './base.mjs'
 * @import { Connection } from './connection.mjs'
 * @import { Knows } from './take-orders.mjs'
 */

/**
 * @typedef {object} JobOptions
 * @property {'3.1' | 'classic'} dialect
 * @property {boolean} zip packs files where the site takes archives
 * @property {'query' | 'success'} confirms how 1C says that it has the orders: UT 11 asks for the next ones
 * @property {number} partSize bytes of a part at most; the site's limit where it is smaller
 * @property {Knows} knows
 * @property {(line: string) => void} log
 */

/**
 * Tells the site of goods, prices, stock and counterparties.
 * @param {Base} base
 * @param {Connection} connection
 * @param {JobOptions & { isFull: boolean }} options
 */
export async function exchangeCatalogue(base, connection, { isFull, dialect, zip, partSize, log }) {
  await connection.begin();
  const terms = await connection.init(dialect === '3.1' ? dialect : undefined);
  const isSplit = dialect === '3.1' && terms.version === '3.1';
  const changes = base.changes(['counterparty', 'goods', 'price', 'rest']);
  if (changes.size === 0 && !isFull) return;
  const files = (isSplit ? splitFiles : classicFiles)(base, { isFull, changes });
  const limit = Math.min(partSize, terms.fileLimit);
  if (zip && terms.acceptsZip) {
    const archive = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
    await connection.upload(`v8_${base.random.guid().slice(0, 8)}.zip`, archive, limit);
  } else for (const { name, bytes } of files) await connection.upload(name, bytes, limit);
  for (const { name } of files) await connection.poll('import', { filename: name });
  if (isFull && isSplit) {
    await connection.poll('deactivate', { timestamp: connection.startedAt });
    await connection.poll('complete');
  }
  base.settle(changes);
  log(
    `${isFull ? 'полная выгрузка' : 'изменения'}: файлов ${String(files.length)}, записей ${String(changes.size)}`,
  );
}

/**
 * Takes the site's orders and tells it what has become of them.
 * @param {Base} base
 * @param {Connection} connection
 * @param {JobOptions} options
 */
export async function exchangeOrders(base, connection, { dialect, confirms, partSize, knows, log }) {
  await connection.begin();
  const terms = await connection.init(dialect === '3.1' ? '2.09' : undefined);
  const isSplit = dialect === '3.1' && terms.version !== undefined;
  for (;;) {
    const taken = takeOrders(base, await connection.ask('query'), { knows, log });
    if (taken === 0) break;
    if (confirms === 'query') continue;
    await connection.say('success');
    if (!isSplit) break;
  }
  const changes = base.changes(['order']);
  const orders = base.state.orders.filter(({ guid }) => changes.has(`order ${guid}`));
  if (orders.length === 0) return;
  const { name, bytes } = orderFile(base, orders, isSplit);
  // Without a version a site reads a part that is smaller than its limit as the last one.
  await connection.upload(name, bytes, isSplit ? Math.min(partSize, terms.fileLimit) : terms.fileLimit);
  if (isSplit) await connection.poll('import', { filename: name });
  base.settle(changes);
  log(`на сайт переданы заказы: ${orders.map(({ number }) => number).join(', ')}`);
}
