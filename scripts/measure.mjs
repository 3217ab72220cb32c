/** The value in the middle; of an even number of values the mean of the two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs the named jobs by turns, the order reversed every other time, so that a busy machine slows all alike. */
export async function interleave(jobs, { runs = 7, warmups = 1 } = {}) {
  const names = Object.keys(jobs);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = -warmups; run < runs; run += 1) {
    for (const name of run % 2 === 0 ? names : [...names].reverse()) {
      const began = performance.now();
      await jobs[name]();
      if (run >= 0) times[name].push(performance.now() - began);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}
