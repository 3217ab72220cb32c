/** Requests that are being answered: long work beside them gives way to whoever waits. */
export interface Traffic {
  /** Counts a request until it is answered. */
  count<Answer>(answer: () => Promise<Answer>): Promise<Answer>;
  /** Waits until nobody waits for an answer, at the longest about so many milliseconds. */
  pause(longest: number): Promise<void>;
}

export function createTraffic(): Traffic {
  let underWay = 0;
  /** Who waits until nobody is under way. */
  const waiting = new Set<() => void>();
  const leave = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const release of waiting) release();
  };
  const quietWithin = (longest: number): Promise<void> =>
    new Promise((resolve) => {
      const release = (): void => {
        clearTimeout(timer);
        waiting.delete(release);
        resolve();
      };
      const timer = setTimeout(release, longest);
      waiting.add(release);
    });
  return {
    async count(answer) {
      underWay += 1;
      try {
        return await answer();
      } finally {
        leave();
      }
    },
    async pause(longest) {
      const until = performance.now() + longest;
      for (;;) {
        await breath();
        const left = until - performance.now();
        if (underWay === 0 || left <= 0) return;
        await quietWithin(left);
      }
    },
  };
}

/** Requests that came while nothing listened are taken up, and answers that are ready are sent. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
