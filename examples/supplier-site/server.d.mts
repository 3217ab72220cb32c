/** Serves the site; `gateway` says where the gateway is as soon as that is known. */
export function serveSite(options: {
  gateway: () => string | undefined;
  port?: number;
}): Promise<{ url: string; close: () => Promise<void> }>;
