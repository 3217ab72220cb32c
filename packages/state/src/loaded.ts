/**
 * A value that comes from the gateway. A new load keeps what was there, so that a screen never goes blank:
 * `value` while loading and after a failure is the former one.
 */
export type Loaded<Value> =
  | { readonly status: 'loading'; readonly value: Value | undefined; readonly error: undefined }
  | { readonly status: 'ready'; readonly value: Value; readonly error: undefined }
  | { readonly status: 'failed'; readonly value: Value | undefined; readonly error: unknown };

export const loading = <Value>(former?: Value): Loaded<Value> => ({
  status: 'loading',
  value: former,
  error: undefined,
});

export const ready = <Value>(value: Value): Loaded<Value> => ({ status: 'ready', value, error: undefined });

export const failed = <Value>(error: unknown, former?: Value): Loaded<Value> => ({
  status: 'failed',
  value: former,
  error,
});
