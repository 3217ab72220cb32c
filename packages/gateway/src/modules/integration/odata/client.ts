import type { Fetch } from '../../../ports.js';
import type { ODataSettings } from './settings.js';

/** One record as 1C tells it. */
export type ODataRow = Readonly<Record<string, unknown>>;

/** 1C refused, or could not be reached. */
export class ODataError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ODataError';
    this.status = status;
  }
}

/** What is asked of a resource; names may be Cyrillic, they are encoded here and only here. */
export interface ODataQuery {
  readonly filter?: string;
  readonly select?: readonly string[];
  /** What makes pages stable. Without it there is one page. */
  readonly orderBy?: string;
}

/** Reads the standard interface of 1C: OData 3 as JSON. */
export interface ODataClient {
  /**
   * Records of a resource, page by page.
   * @throws ODataError
   */
  pages(resource: string, query?: ODataQuery): AsyncGenerator<readonly ODataRow[]>;
  /**
   * All records of a resource.
   * @throws ODataError
   */
  all(resource: string, query?: ODataQuery): Promise<ODataRow[]>;
}

/** Records of one page: 1C answers some thousands within its time limit. */
const pageSize = 1000;
/** Milliseconds: registers of a year take 1C minutes. */
const longest = 300_000;

export function createODataClient(
  fetch: Fetch,
  { url, user, password }: Pick<ODataSettings, 'password' | 'url' | 'user'>,
): ODataClient {
  const base = url.replace(/\/+$/, '');
  const authorization = `Basic ${base64(`${user}:${password}`)}`;

  async function page(resource: string, query: ODataQuery, skip: number): Promise<readonly ODataRow[]> {
    const parameters = {
      $format: 'json',
      $filter: query.filter,
      $select: query.select?.join(','),
      $orderby: query.orderBy,
      ...(query.orderBy === undefined ? {} : { $top: String(pageSize), $skip: String(skip) }),
    };
    const search = Object.entries(parameters)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
      .join('&');
    const answer = await fetch(`${base}/${encodeURI(resource)}?${search}`, {
      headers: { authorization, accept: 'application/json;odata=nometadata' },
      signal: AbortSignal.timeout(longest),
    }).catch((cause: unknown) => {
      throw new ODataError(`1C did not answer for ${resource}`, 0, { cause });
    });
    const text = await answer.text();
    if (!answer.ok) throw new ODataError(`${resource}: ${reasonOf(text)}`, answer.status);
    return rowsOf(resource, text);
  }

  async function* pages(resource: string, query: ODataQuery = {}): AsyncGenerator<readonly ODataRow[]> {
    for (let skip = 0; ; skip += pageSize) {
      const rows = await page(resource, query, skip);
      if (rows.length > 0) yield rows;
      if (query.orderBy === undefined || rows.length < pageSize) return;
    }
  }

  return {
    pages,
    async all(resource, query) {
      const rows: ODataRow[] = [];
      for await (const found of pages(resource, query)) rows.push(...found);
      return rows;
    },
  };
}

function rowsOf(resource: string, text: string): readonly ODataRow[] {
  try {
    const { value } = JSON.parse(text) as { value?: unknown };
    if (Array.isArray(value)) return value as ODataRow[];
  } catch {
    // Said below.
  }
  throw new ODataError(`${resource}: the answer is no list of records`, 200);
}

/** What 1C says of a refusal, in its own words. */
function reasonOf(text: string): string {
  try {
    const { 'odata.error': error } = JSON.parse(text) as {
      'odata.error'?: { message?: { value?: string } };
    };
    return error?.message?.value ?? 'refused';
  } catch {
    return 'refused';
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
