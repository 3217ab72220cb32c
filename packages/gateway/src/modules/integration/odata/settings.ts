import type { PresetName } from './presets.js';

/** How the gateway reads what CommerceML cannot tell from the standard interface of 1C. */
export interface ODataSettings {
  /** Address that ends with `/odata/standard.odata`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Which configuration answers: its names. */
  readonly preset: PresetName;
  /** Minutes between two readings. */
  readonly minutes: number;
}
