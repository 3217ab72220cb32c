import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** Milliseconds on the main thread of a page. */
export interface MainThread {
  /** As the panel of Chromium's tools sums "Scripting": handlers, timers, frames, microtasks, collection of garbage. */
  readonly scripting: number;
  /** All tasks: scripting, style, layout, paint. */
  readonly all: number;
}

const scripts =
  /^(FunctionCall|RunMicrotasks|EvaluateScript|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|MinorGC|MajorGC|V8\..+)$/;

/** Traces what the main thread does while something runs. */
export async function traced(browser: Browser, page: Page, run: () => Promise<unknown>): Promise<MainThread> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'toplevel'] });
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const whole = traceEvents.filter(
    (event): event is Required<TraceEvent> => event.ph === 'X' && event.dur !== undefined,
  );
  const { pid, tid } = busiest(whole);
  const own = whole.filter((event) => event.pid === pid && event.tid === tid);
  const times = selfTimes(own.sort((left, right) => left.ts - right.ts || right.dur - left.dur));
  const sum = (wanted: RegExp): number =>
    times.reduce((total, { name, self }) => total + (wanted.test(name) ? self : 0), 0) / 1000;
  return { scripting: sum(scripts), all: sum(/./) };
}

/** The thread that scripts run on. */
function busiest(events: readonly TraceEvent[]): { pid: number; tid: number } {
  const counts = new Map<string, { pid: number; tid: number; count: number }>();
  for (const { name, pid, tid } of events) {
    if (name !== 'FunctionCall' && name !== 'RunMicrotasks') continue;
    const key = `${String(pid)}:${String(tid)}`;
    counts.set(key, { pid, tid, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count)[0] ?? { pid: 0, tid: 0 };
}

/** What each event took without those inside it: layout that a script forces is layout. @param events by begin, outer first */
function selfTimes(events: readonly Required<TraceEvent>[]): { name: string; self: number }[] {
  const open: { end: number; at: { name: string; self: number } }[] = [];
  return events.map(({ name, ts, dur }) => {
    while ((open.at(-1)?.end ?? Infinity) <= ts) open.pop();
    const around = open.at(-1);
    if (around) around.at.self -= dur;
    const at = { name, self: dur };
    open.push({ end: ts + dur, at });
    return at;
  });
}
