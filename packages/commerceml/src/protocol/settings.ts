/** How a site takes part in exchanges. */
export interface ExchangeSettings {
  /** Name of the session's cookie. @default 'kontor_exchange' */
  readonly cookieName: string;
  /** Whether 1C may pack what it sends. @default true */
  readonly acceptsZip: boolean;
  /** Bytes of one part; above the proxy's limit for bodies every exchange fails. @default 8388608 */
  readonly fileLimit: number;
  /** Bytes of all files of a session. @default 10737418240 */
  readonly inboxLimit: number;
  /** The highest version that is accepted, which selects the split exchange; `undefined` keeps 1C to two files. */
  readonly catalogVersion: string | undefined;
  /** The same for orders. */
  readonly saleVersion: string | undefined;
  /** Seconds without a request after which a session is over. @default 7200 */
  readonly sessionSeconds: number;
  /** Seconds after which files that nobody had imported may be cleared by an `init`. @default 21600 */
  readonly staleSeconds: number;
  /** UT 11 never says `success`: a second `query` of a session confirms what the first gave. @default true */
  readonly confirmsByQuery: boolean;
}

export const defaultExchangeSettings: ExchangeSettings = {
  cookieName: 'kontor_exchange',
  acceptsZip: true,
  fileLimit: 8 * 2 ** 20,
  inboxLimit: 10 * 2 ** 30,
  catalogVersion: undefined,
  saleVersion: undefined,
  sessionSeconds: 7200,
  staleSeconds: 21_600,
  confirmsByQuery: true,
};
