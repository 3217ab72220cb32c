import type { RequestHead } from '../ports.js';
import { IncomingHead } from './incoming-head.js';

/** Knows from which address a request came. */
export interface ClientAddresses {
  /** Notes the connection's address of a request. */
  note(request: RequestHead, address: string | undefined): void;
  /** Address of the caller; `unknown` when nobody noted it. */
  of(request: RequestHead): string;
}

/**
 * The caller is who is connected, or behind trusted proxies the last address of X-Forwarded-For that is not one of them.
 * A client cannot choose it.
 */
export function createClientAddresses(trustedProxies: readonly string[]): ClientAddresses {
  const trusted = new Set(trustedProxies);
  const peers = new WeakMap<RequestHead, string>();
  return {
    note(request, address) {
      if (address !== undefined) peers.set(request, address);
    },
    of(request) {
      const noted = request instanceof IncomingHead ? request.peer : peers.get(request);
      const peer = noted?.replace(/^::ffff:/, '') ?? 'unknown';
      if (!trusted.has(peer)) return peer;
      const chain = (request.headers.get('x-forwarded-for') ?? '')
        .split(',')
        .map((address) => address.trim());
      return chain.reverse().find((address) => address !== '' && !trusted.has(address)) ?? peer;
    },
  };
}
