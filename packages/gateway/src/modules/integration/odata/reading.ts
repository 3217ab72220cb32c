import type { ODataClient } from './client.js';
import type { ODataPreset } from './presets.js';

/** What every reading works with. */
export interface Reading {
  readonly client: ODataClient;
  readonly preset: ODataPreset;
  /** Ids in 1C of companies that the shop has: nothing is read of others. */
  readonly companies: ReadonlySet<string>;
  /** Ids in 1C of agreements that the shop has and that have not ended there. */
  readonly agreements: ReadonlySet<string>;
  readonly now: Date;
  /** Calendar day before today. */
  readonly yesterday: string;
  /** Currency where 1C names none. ISO 4217. */
  readonly currency: string;
}
