/**
 * One line of the performance table. A bench is `packages/<package>/bench/<name>.bench.ts` (or `.mjs`) that exports
 * `async function run(): Promise<Row[]>`; `npm run bench` runs them one at a time, each in a process of its own.
 */
export interface Row {
  /** The job, in the words of a user: "prices of 500 SKUs". */
  readonly name: string;
  /** What was measured for our code, in `unit`. */
  readonly ours: number;
  /** `ms`, `MB/s`, `req/s`, `MB` … of both figures. */
  readonly unit: string;
  /** The same job by the peer or the floor, measured in the same run. */
  readonly reference: number;
  /** What the reference is: "bare SQL", "saxes alone". */
  readonly referenceName: string;
  /** `ours / reference`. */
  readonly ratio: number;
  /** The bar as printed: "≤ 2.5 ×"; empty where there is none and the row is for information. */
  readonly goal: string;
  /** Whether the bar is met. A bar that is not met stays in the table. */
  readonly pass: boolean;
}
