/** Serves a folder of pages, the elements at `/kontor` and the gateway at `/b2b`. */
export function serveSite(options: {
  /** Where the gateway is, as soon as that is known. */
  gateway: () => string | undefined;
  /** @default 0 any that is free */
  port?: number;
  /** @default the pages of this example */
  folder?: string;
  /** Name of the one Trusted Types policy. @default 'kontor-elements' that of `kontor.js` */
  policy?: string;
}): Promise<{ url: string; close: () => Promise<void> }>;
