import type { Row } from '../../../scripts/bench-row.js';
import { interleave, median } from '../../../scripts/measure.mjs';
import { against, limit } from './bench-rows.js';
import { openBenchPage, type BenchPage } from './in-browser.js';
import { traced } from './scripting.js';

const runs = 7;
const steps = 60;
const reference = 'ag-grid-community';

/** What was measured of one table, one value a run. */
interface Times {
  readonly open: number[];
  readonly script: number[];
  readonly work: number[];
  readonly jump: number[];
  readonly heap: number[];
  readonly keys: number[];
  readonly frames: { blank: number; stale: number; elements: number };
}

const unmeasured = (): Times => ({
  open: [],
  script: [],
  work: [],
  jump: [],
  heap: [],
  keys: [],
  frames: { blank: 0, stale: 0, elements: 0 },
});

/**
 * Ten thousand rows with a field in each: our table, with its element and shop, beside its peers with plain cells and the same
 * fields. From data to the first frame with rows; scrolling by ten rows a frame; a jump to the last row; heap after all of it.
 */
export async function run(): Promise<Row[]> {
  const bench = await openBenchPage('table-page.ts');
  try {
    const names = await bench.page.evaluate<string[]>('bench.names');
    const times = new Map(names.map((name) => [name, unmeasured()]));
    const jobs = names.map((name) => [name, () => measure(bench, name, times.get(name) ?? unmeasured())]);
    await interleave(Object.fromEntries(jobs) as Record<string, () => Promise<void>>, { runs });
    return rowsOf(times);
  } finally {
    await bench.close();
  }
}

async function measure({ browser, page, call }: BenchPage, name: string, times: Times): Promise<void> {
  await page.evaluate('gc()');
  const before = await heap(page);
  times.open.push(await call<number>(`open(${JSON.stringify(name)})`));
  await call('filled()');
  const { scripting, all } = await traced(browser, page, () => call(`scroll(${String(steps)}, false)`));
  times.script.push(scripting / steps);
  times.work.push(all / steps);
  const seen = await call<Times['frames']>(`scroll(${String(steps)}, true)`);
  times.frames.blank += seen.blank;
  times.frames.stale += seen.stale;
  times.frames.elements = Math.max(times.frames.elements, seen.elements);
  times.jump.push(await call<number>('jump()'));
  if (name === 'ours') times.keys.push(...(await call<number[]>('type(20)')));
  await page.evaluate('gc()');
  times.heap.push(((await heap(page)) - before) / 1e6);
  await call('close()');
}

const heap = async (page: BenchPage['page']): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
};

// The first of each compiles the page's script.
const middle = (values: readonly number[]): number => median(values.slice(1));

function rowsOf(all: ReadonlyMap<string, Times>): Row[] {
  const ours = all.get('ours') ?? unmeasured();
  const peers = [...all].filter(([name]) => name !== 'ours');
  const compare = (job: string, key: 'open' | 'script' | 'work' | 'jump' | 'heap', most?: number): Row[] =>
    peers.map(([name, times]) =>
      against(
        `10,000 variants: ${job}`,
        middle(ours[key]),
        { name, value: middle(times[key]) },
        {
          ...(key === 'heap' ? { unit: 'MB' } : {}),
          ...(most !== undefined && name === reference ? { most } : {}),
        },
      ),
    );
  const keys = ours.keys.sort((left, right) => left - right);
  const each = (of: (times: Times) => number): string =>
    peers.map(([name, times]) => `${name} ${String(of(times))}`).join(', ');
  return [
    ...compare('data → first painted rows', 'open', 0.25),
    ...compare('scripting per scroll step', 'script', 0.4),
    ...compare('all main-thread work per scroll step', 'work'),
    ...compare('jump to the last row → painted', 'jump'),
    ...compare('heap', 'heap'),
    limit(
      '10,000 variants: frames without rows',
      ours.frames.blank,
      0,
      'frames',
      each(({ frames }) => frames.blank),
    ),
    limit(
      '10,000 variants: frames with wrong rows',
      ours.frames.stale,
      0,
      'frames',
      each(({ frames }) => frames.stale),
    ),
    limit(
      '10,000 variants: DOM elements',
      ours.frames.elements,
      400,
      'elements',
      each(({ frames }) => frames.elements),
    ),
    limit(
      '10,000 variants: key in a quantity → painted, p95',
      keys[Math.floor(keys.length * 0.95)] ?? 0,
      50,
      'ms',
    ),
  ];
}
