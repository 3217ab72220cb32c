import { hash, verify } from '@node-rs/argon2';

import type { Passwords } from '../ports.js';

/** Cost of a hash. OWASP's minimum for argon2id is the default. */
export interface PasswordCost {
  /** KiB. @default 19456 */
  memory?: number;
  /** Passes. @default 2 */
  time?: number;
}

/** Argon2id; two at a time, so that a rush of sign-ins does not take all memory and processors. */
export function createPasswords({ memory = 19_456, time = 2 }: PasswordCost = {}): Passwords {
  const inTurn = limitTo(2);
  const options = { memoryCost: memory, timeCost: time, parallelism: 1 };
  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFKC'), options)),
    verify: (digest, password) => inTurn(() => verify(digest, password.normalize('NFKC'))),
  };
}

function limitTo(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
