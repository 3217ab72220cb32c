import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Records by the name of their set; a set that is not there is not published. */
export type PublishedSets = Record<string, Record<string, unknown>[]>;

/** The standard interface of a base of 1C, as far as the gateway asks it. */
export interface ODataBase {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly sets: PublishedSets;
  /** Resources that were asked for. */
  readonly asked: string[];
  /** Resources that answer 500 with a text of 1C. */
  readonly failing: Set<string>;
  close(): Promise<void>;
}

/** Starts a base that answers over HTTP as 1C does: OData 3, JSON when asked for, Basic authentication, errors as JSON. */
export async function startODataBase(sets: PublishedSets): Promise<ODataBase> {
  const [user, password] = ['обмен', 'пароль №1'];
  const asked: string[] = [];
  const failing = new Set<string>();
  const server = createServer((request, response) => {
    const refuse = (status: number, value: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ 'odata.error': { code: '6', message: { lang: 'ru', value } } }));
    };
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end('<html>Unauthorized</html>');
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://1c.test');
    // Decoded once: who encodes twice asks for something else.
    const resource = decodeURIComponent(pathname.replace('/base/odata/standard.odata/', ''));
    asked.push(resource);
    const rows = sets[resource];
    if (failing.has(resource)) return refuse(500, 'Ошибка при выполнении запроса');
    if (!rows) return refuse(404, `Сущность ${resource} не найдена`);
    if (searchParams.get('$format') !== 'json') {
      response.writeHead(200, { 'content-type': 'application/atom+xml' }).end('<feed/>');
      return;
    }
    const filter = searchParams.get('$filter');
    const order = searchParams.get('$orderby')?.split(',') ?? [];
    const skip = Number(searchParams.get('$skip') ?? 0);
    const top = Number(searchParams.get('$top') ?? Infinity);
    const select = searchParams.get('$select')?.split(',');
    const value = rows
      .filter((row) => filter === null || matches(row, filter))
      .sort((left, right) => compare(left, right, order))
      .slice(skip, skip + top)
      .map((row) => (select ? Object.fromEntries(select.map((name) => [name, row[name]])) : row));
    response.writeHead(200, { 'content-type': 'application/json;odata=nometadata;charset=utf-8' });
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/base/odata/standard.odata`,
    user,
    password,
    sets,
    asked,
    failing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The filters that 1C is asked with: comparisons joined by `or`. */
function matches(row: Record<string, unknown>, filter: string): boolean {
  return filter.split(' or ').some((part) => {
    const [, field = '', operator, value] =
      /^(\S+) (eq|gt) (?:cast\()?(?:guid|datetime)'([^']+)'/.exec(part) ?? [];
    if (value === undefined) throw new Error(`The base does not know the filter ${part}`);
    const own = row[field] as string;
    return operator === 'eq' ? own === value : own > value;
  });
}

function compare(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
  order: readonly string[],
): number {
  for (const field of order) {
    const [a, b] = [left[field] as string, right[field] as string];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
