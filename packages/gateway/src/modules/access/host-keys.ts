import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

import type { Fetch } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';

type KeySet = JWTVerifyGetKey;

/** Milliseconds after which the key set is read anew. */
const fresh = 600_000;
/** Milliseconds for which an old set still counts when the site does not answer. */
const usable = 3_600_000;
/** Milliseconds between two reads for keys that are not in the set. */
const pause = 30_000;

/**
 * Finds keys in the site's key set, which is kept for ten minutes. An unknown key makes it read anew, at most twice a minute.
 * @throws ProblemError `unavailable` when the set cannot be had
 */
export function createHostKeys(url: string, fetch: Fetch): (now: Date) => KeySet {
  let kept: { set: KeySet; readAt: number } | undefined;
  let reading: Promise<KeySet> | undefined;

  const read = async (time: number): Promise<KeySet> => {
    try {
      const response = await fetch(url, {
        headers: { accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(5000),
      });
      if (!response.ok) throw new Error(`The key set answered ${response.status}`);
      const set = createLocalJWKSet((await response.json()) as JSONWebKeySet);
      kept = { set, readAt: time };
      return set;
    } catch (cause) {
      if (kept && time - kept.readAt < usable) return kept.set;
      throw new ProblemError('unavailable', { cause });
    } finally {
      reading = undefined;
    }
  };
  const setNotOlderThan = async (age: number, time: number): Promise<KeySet> =>
    kept && time - kept.readAt < age ? kept.set : (reading ??= read(time));

  return (now) => async (header, token) => {
    const time = now.getTime();
    const set = await setNotOlderThan(fresh, time);
    try {
      return await set(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await setNotOlderThan(pause, time))(header, token);
    }
  };
}
