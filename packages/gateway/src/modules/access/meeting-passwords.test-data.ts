import { testCost } from '../../../test/test-time.js';
import { createPasswords } from '../../node/passwords.js';
import type { Passwords } from '../../ports.js';

/** Passwords whose hashing can be made to wait, so that parallel requests surely meet between two looks at the database. */
export function meetingPasswords(): { passwords: Passwords; expect(callers: number): void } {
  const real = createPasswords(testCost);
  let missing = 0;
  let waiting: (() => void)[] = [];
  return {
    expect(callers) {
      missing = callers;
    },
    passwords: {
      verify: real.verify,
      async hash(password) {
        if (missing > 0) {
          missing -= 1;
          if (missing > 0) await new Promise<void>((resolve) => waiting.push(resolve));
          else {
            for (const go of waiting) go();
            waiting = [];
          }
        }
        return real.hash(password);
      },
    },
  };
}
