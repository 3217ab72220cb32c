/** The moment at which test gateways begin: a Monday morning in Moscow. */
export const testTime = new Date('2026-11-16T06:00:00Z');

/** Argon2 as cheap as it gets: tests sign in hundreds of times. */
export const testCost = { memory: 1024, time: 1 };

/** A clock that stands until it is told to go on. */
export interface TestClock {
  now(): Date;
  /** Moves on by milliseconds. */
  advance(milliseconds: number): void;
}

export function createTestClock(start: Date = testTime): TestClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
