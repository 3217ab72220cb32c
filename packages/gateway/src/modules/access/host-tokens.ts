import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import type { Fetch, HostSignIn } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import { createHostKeys } from './host-keys.js';

/** What the supplier's site says of a person. */
export interface HostClaims {
  email: string;
  /** Id or external id of the company to act for. */
  company: string | null;
  tokenId: string;
  /** The token is worth nothing from then on. */
  expiresAt: Date;
}

/** Checks tokens of the supplier's site. */
export interface HostTokens {
  /** @throws ProblemError `invalid_token`, `unavailable` when the key set cannot be had */
  verify(token: string, now: Date): Promise<HostClaims>;
}

/** Seconds by which clocks may differ. */
const tolerance = 30;
/** Seconds for which a token may live at most. */
const longestLife = 600;
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];

/** @throws Error for a shared secret of fewer than 32 bytes */
export function createHostTokens({ issuer, audience, key }: HostSignIn, fetch: Fetch): HostTokens {
  // A shared secret never meets a public key: which algorithms count is settled here, not by the token.
  const algorithms = 'secret' in key ? ['HS256'] : publicKeyAlgorithms;
  const keyAt = 'secret' in key ? sharedSecret(key.secret) : createHostKeys(key.jwksUrl, fetch);
  return {
    async verify(token, now) {
      try {
        const { payload } = await jwtVerify(token, keyAt(now), {
          issuer,
          audience,
          algorithms,
          clockTolerance: tolerance,
          currentDate: now,
          requiredClaims: ['exp', 'jti', 'sub', 'email'],
        });
        return claimsOf(payload, now.getTime() / 1000);
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError)
          throw new ProblemError('invalid_token', { pointer: '/token', cause: error });
        throw error;
      }
    },
  };
}

function claimsOf({ exp = Infinity, iat = 0, jti, ...claims }: JWTPayload, now: number): HostClaims {
  const { email, company } = claims as Record<string, unknown>;
  const isShortLived = exp - now <= longestLife + tolerance && iat - now <= tolerance;
  if (!isShortLived || typeof email !== 'string' || typeof jti !== 'string' || jti.length > 200)
    throw new ProblemError('invalid_token', { pointer: '/token' });
  if (company !== undefined && company !== null && typeof company !== 'string')
    throw new ProblemError('invalid_token', { pointer: '/token' });
  return {
    email: email.toLowerCase(),
    company: company ?? null,
    tokenId: jti,
    expiresAt: new Date((exp + tolerance) * 1000),
  };
}

function sharedSecret(secret: string): () => JWTVerifyGetKey {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < 32) throw new Error('The shared secret of the host sign-in must have at least 32 bytes');
  return () => () => bytes;
}
