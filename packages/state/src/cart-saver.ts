import { AbortError, isApiError, isKontorError, type CartChange } from '@kontor/sdk';

import type { Batch, CartEdits } from './cart-edits.js';

/** Sends edits one batch at a time until each is answered. */
export interface CartSaver {
  /** Something was edited: it is sent with what else comes within the gathering time. */
  gather(): void;
  /** Sends at once, also while waiting for a connection. */
  now(): void;
  /** Resolves when nothing is left to save. @throws what the last attempt failed with */
  settled(): Promise<void>;
  isSending(): boolean;
  /** Tells who waits that saving is not possible now; edits stay. */
  fail(error: unknown): void;
}

/** What a saver works with. */
export interface CartSaverOptions {
  edits: CartEdits;
  /** Where a batch can go to now; undefined: nowhere yet. */
  target: () => string | undefined;
  send: (cartId: string, batch: Batch) => Promise<CartChange>;
  /** A batch was saved. */
  onSaved: (change: CartChange) => void;
  /** The gateway said no; the batch is given up. */
  onRefused: (error: unknown, batch: Batch) => void;
  /** Whether saving waits for a connection, and why. */
  onOffline: (error: unknown) => void;
  /** Nothing is left to save. */
  onIdle: () => void;
  gatherFor: number;
  firstPause: number;
}

const longestPause = 30_000;

export function createCartSaver(options: CartSaverOptions): CartSaver {
  const { edits, target, gatherFor, firstPause } = options;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let pause = firstPause;
  let waiters: { resolve: () => void; reject: (error: unknown) => void }[] = [];

  const release = (call: (waiter: (typeof waiters)[number]) => void): void => {
    const all = waiters;
    waiters = [];
    for (const waiter of all) call(waiter);
  };

  const send = async (): Promise<void> => {
    if (isSending) return;
    if (edits.isEmpty()) {
      options.onIdle();
      release(({ resolve }) => resolve());
      return;
    }
    const cartId = target();
    const batch = cartId === undefined ? undefined : edits.take();
    if (cartId === undefined || batch === undefined) return;
    isSending = true;
    try {
      const change = await options.send(cartId, batch);
      isSending = false;
      edits.settle();
      pause = firstPause;
      options.onSaved(change);
    } catch (error) {
      isSending = false;
      judge(error, batch);
      release(({ reject }) => reject(error));
      if (mayPass(error) || isUnauthorised(error)) return;
    }
    await send();
  };

  const judge = (error: unknown, batch: Batch): void => {
    if (mayPass(error)) {
      options.onOffline(error);
      clearTimeout(retrying);
      // Half of it at random, so that many buyers do not come back at the same moment.
      retrying = setTimeout(() => void send(), pause * (0.5 + Math.random() / 2));
      pause = Math.min(pause * 2, longestPause);
      return;
    }
    // Signed out: the edits stay for whoever signs in again to the same cart.
    if (!isUnauthorised(error)) edits.settle();
    options.onRefused(error, batch);
  };

  return {
    gather() {
      // The first edit sets the time: who types without a pause is saved all the same.
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void send();
      }, gatherFor);
    },
    now() {
      clearTimeout(retrying);
      pause = firstPause;
      void send();
    },
    async settled() {
      if (edits.isEmpty()) return;
      await new Promise<void>((resolve, reject) => {
        waiters.push({ resolve, reject });
        void send();
      });
    },
    isSending: () => isSending,
    fail: (error) => release(({ reject }) => reject(error)),
  };
}

/** The gateway has not said no: the same batch with the same key may be sent again. */
function mayPass(error: unknown): boolean {
  if (isApiError(error)) return error.retryable || error.status >= 500;
  return isKontorError(error) && !(error instanceof AbortError);
}

const isUnauthorised = (error: unknown): boolean => isApiError(error) && error.status === 401;
