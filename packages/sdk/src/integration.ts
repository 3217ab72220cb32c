import type {
  AgreementRow,
  AnalogueRow,
  CompanyBalanceRow,
  CustomerCodeRow,
  DocumentRow,
  IndividualPriceRow,
  RowOutcome,
} from '@kontor/contract';
import { limits } from '@kontor/contract/limits';

import { Http } from './http.js';
import { completeOptions, type CallOptions, type ClientOptions } from './options.js';
import { createTokenStore } from './token-store.js';

/** How another system of the supplier reaches the gateway. */
export interface IntegrationOptions extends Pick<
  ClientOptions,
  'baseUrl' | 'check' | 'fetch' | 'logger' | 'onError' | 'onRequest' | 'onResponse' | 'retries' | 'timeout'
> {
  /** Secret of an integration key, `kik_…`; an admin makes it. */
  key: string;
}

/**
 * What other systems of the supplier push. Each row says the whole of something: pushing it again changes nothing. Any number
 * of rows is sent in as many requests as it takes, one after another; the outcomes are in the order of the rows. A rejected row
 * changed nothing and keeps nobody else back.
 */
export interface IntegrationClient {
  /** All individual prices of a variant for a company or an agreement; an empty list removes them. */
  setIndividualPrices(rows: readonly IndividualPriceRow[], options?: CallOptions): Promise<RowOutcome[]>;
  setAgreements(rows: readonly AgreementRow[], options?: CallOptions): Promise<RowOutcome[]>;
  /** Debt and credit limit of companies. */
  setCompanyBalances(rows: readonly CompanyBalanceRow[], options?: CallOptions): Promise<RowOutcome[]>;
  /** All analogues of a variant, best first. */
  setAnalogues(rows: readonly AnalogueRow[], options?: CallOptions): Promise<RowOutcome[]>;
  setCustomerCodes(rows: readonly CustomerCodeRow[], options?: CallOptions): Promise<RowOutcome[]>;
  /** Documents without their files. */
  setDocuments(rows: readonly DocumentRow[], options?: CallOptions): Promise<RowOutcome[]>;
  /**
   * The PDF of a document, by the id that it was told with.
   * @throws ApiError `not_found`, `unsupported_media_type`, `body_too_large`
   */
  setDocumentFile(id: string, pdf: Uint8Array, options?: CallOptions): Promise<void>;
}

/**
 * Makes a client for another system of the supplier.
 *
 * @example
 * const kontor = createIntegrationClient({ baseUrl: 'https://b2b.example.com', key: process.env.KONTOR_KEY });
 * const outcomes = await kontor.setCompanyBalances([{ company, currency: 'RUB', debt: '1200.50', asOf }]);
 */
export function createIntegrationClient({ key, ...options }: IntegrationOptions): IntegrationClient {
  const http = new Http(completeOptions({ ...options, getToken: () => key }), createTokenStore());
  const put =
    (what: string) =>
    async (rows: readonly object[], callOptions?: CallOptions): Promise<RowOutcome[]> => {
      const outcomes: RowOutcome[] = [];
      for (const body of bodiesOf(rows)) {
        const answer = await http.put<{ outcomes: RowOutcome[] }>(`integration/${what}`, body, callOptions);
        outcomes.push(...answer.outcomes);
      }
      return outcomes;
    };
  return {
    setIndividualPrices: put('individual-prices'),
    setAgreements: put('agreements'),
    setCompanyBalances: put('company-balances'),
    setAnalogues: put('analogues'),
    setCustomerCodes: put('customer-codes'),
    setDocuments: put('documents'),
    setDocumentFile: (id, pdf, callOptions) =>
      http.putFile(
        `integration/documents/${encodeURIComponent(id)}/file`,
        new Blob([pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }),
        callOptions,
      ),
  };
}

/** Rows in parts that a request may have, by their number and by their bytes. */
function* bodiesOf<Row>(rows: readonly Row[]): Generator<{ rows: Row[] }> {
  const encoder = new TextEncoder();
  let part: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).byteLength + 1;
    if (part.length > 0 && (part.length === limits.integrationRowsPerCall || bytes + size > bodyBytes)) {
      yield { rows: part };
      [part, bytes] = [[], 0];
    }
    part.push(row);
    bytes += size;
  }
  if (part.length > 0) yield { rows: part };
}

/** What is left of a body for its rows. */
const bodyBytes = limits.bodyBytes - 100;
