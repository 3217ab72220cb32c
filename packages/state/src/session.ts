import {
  isSignedOut,
  type AcceptInvitation,
  type Agreement,
  type AgreementPreview,
  type AgreementSwitch,
  type BuyerContext,
  type Client,
  type CompanySummary,
  type Location,
  type Permissions,
  type Session,
  type SignedIn,
} from '@kontor/sdk';
import { atom, computed, onMount, type ReadableAtom } from 'nanostores';

import type { Loaded } from './loaded.js';
import type { Newsroom } from './news.js';
import { createRemote } from './remote.js';

/** What a change of the agreement did, for whoever shows it. */
export type Switching =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly to: string }
  | { readonly status: 'failed'; readonly to: string; readonly error: unknown }
  /** Done here: `result` has what was re-priced; `from` is the way back. */
  | {
      readonly status: 'done';
      readonly from: string | null;
      readonly to: string;
      readonly result: AgreementSwitch;
    }
  /** Done in another tab or on another device. */
  | { readonly status: 'elsewhere'; readonly from: string | null; readonly to: string | null };

/** Who looks, for which company, under which agreement. */
export interface SessionPart {
  readonly $session: ReadableAtom<Loaded<Session>>;
  /** Changes with every buyer context; undefined until it is known, `visitor` when nobody buys. */
  readonly $buyer: ReadableAtom<string | undefined>;
  /** Like `$buyer`, and with the language too: whoever shows names and texts reads them anew when it changes. */
  readonly $reader: ReadableAtom<string | undefined>;
  /** Person and company, as a text to compare: what one has loaded is not shown to another. */
  readonly owner: () => string;
  readonly $context: ReadableAtom<BuyerContext | null>;
  /** What the caller may do; nothing until it is known. */
  readonly $can: ReadableAtom<Permissions>;
  readonly $company: ReadableAtom<CompanySummary | null>;
  readonly $agreement: ReadableAtom<Agreement | null>;
  readonly $switching: ReadableAtom<Switching>;

  signIn(credentials: { email: string; password: string }): Promise<void>;
  /** Signs in with a token of the supplier's own site. */
  exchange(hostToken: string): Promise<void>;
  acceptInvitation(input: AcceptInvitation): Promise<void>;
  /** Sends a reset link, if there is such a person; the answer does not tell. */
  requestPasswordReset(email: string): Promise<void>;
  /** Sets a password with the token of the letter; all sessions of the person end. @throws ApiError `invalid_token` */
  resetPassword(input: { token: string; password: string }): Promise<void>;
  signOut(): Promise<void>;
  selectCompany(id: string): Promise<void>;
  /** Buys under another agreement; what is still to be saved of the cart is saved before. */
  selectAgreement(id: string): Promise<void>;
  /** Back to the agreement before the last switch; does nothing when there was none. */
  switchBack(): Promise<void>;
  /** The message about the last switch was read. */
  dismissSwitch(): void;
  previewAgreements(signal?: AbortSignal): Promise<AgreementPreview>;
  setLocation(location: Location | null): Promise<void>;
  /** Names and texts are wanted in another language now: the one that the client's `getLocale` tells. */
  setLocale(locale: string): void;
  reload(): Promise<void>;
  /**
   * Whether an answer belongs to the buyer of this moment. One of a newer context means that somebody switched elsewhere:
   * the session is read anew.
   */
  isCurrent(stamp: { contextId: string; revision: number }): boolean;
  /** Takes note of a failed call: after a session that has ended, nobody is signed in. */
  heed(error: unknown): void;
}

/** What a session needs of the shop around it. */
export interface SessionOptions {
  /** Keeps the token over reloads; undefined forgets it. */
  keepToken?: ((token: string | undefined) => void) | undefined;
  /** Runs before a switch, for example to save the cart. */
  beforeSwitch: () => Promise<void>;
}

const nothing: Permissions = {
  seePrices: 'none',
  seeStock: false,
  fillCart: false,
  placeOrders: false,
  approveOrders: false,
  manageMembers: false,
  seeDocuments: false,
  seeBalance: false,
  seeOrders: 'none',
};

export function createSession(
  client: Pick<Client, 'session'>,
  newsroom: Newsroom,
  { keepToken, beforeSwitch }: SessionOptions,
): SessionPart {
  const remote = createRemote<Session>(async (signal) => {
    try {
      return await client.session.get({ signal });
    } catch (error) {
      // Whoever signed in meanwhile has another token by now.
      if (!isSignedOut(error) || signal.aborted) throw error;
      // Ended elsewhere, or too old: whoever was signed in is a visitor now, and the next call says who that is.
      keepToken?.(undefined);
      return client.session.get({ signal });
    }
  });
  const $session = remote.$state;
  const $value = computed($session, ({ value }) => value);
  const $context = computed($value, (session) => session?.context ?? null);
  const $buyer = computed($value, (session) => session && buyerOf(session));
  const $locale = atom('');
  const $reader = computed([$buyer, $locale], (buyer, locale) => buyer && `${buyer} ${locale}`);
  const $switching = atom<Switching>({ status: 'none' });

  const enter = ({ token, session }: SignedIn): void => {
    keepToken?.(token ?? undefined);
    $switching.set({ status: 'none' });
    remote.set(session);
    newsroom.tell({ type: 'session' });
  };

  /** After a change made elsewhere: says so if the agreement is another one. */
  const notice = (before: Session | undefined, after: Session | undefined): void => {
    if (!before || !after || before.person?.id !== after.person?.id) return;
    const [from, to] = [before.context?.agreementId ?? null, after.context?.agreementId ?? null];
    if (before.context?.companyId === after.context?.companyId && from !== to)
      $switching.set({ status: 'elsewhere', from, to });
  };

  const reload = async (): Promise<void> => {
    const before = $session.get().value;
    await remote.reload();
    const { status, value } = $session.get();
    if (status === 'ready') notice(before, value);
  };

  onMount($session, () => {
    const stopHearing = newsroom.listen(({ type }) => {
      // The event of a switch that is made here may come before its answer.
      if (type === 'session' && $switching.get().status !== 'running') void reload();
    });
    const stopFollowing = $buyer.subscribe((buyer) => {
      if (buyer === undefined || buyer === visitor) newsroom.unfollow();
      else newsroom.follow();
    });
    return () => {
      stopHearing();
      stopFollowing();
      newsroom.unfollow();
    };
  });

  const part: SessionPart = {
    $session,
    $buyer,
    $reader,
    owner() {
      const { value } = $session.get();
      return `${value?.person?.id ?? ''}:${value?.context?.companyId ?? ''}`;
    },
    $context,
    $can: computed($value, (session) => session?.can ?? nothing),
    $company: computed(
      $value,
      (session) => session?.companies.find(({ id }) => id === session.context?.companyId) ?? null,
    ),
    $agreement: computed(
      $value,
      (session) => session?.agreements.find(({ id }) => id === session.context?.agreementId) ?? null,
    ),
    $switching,

    async signIn(credentials) {
      enter(await client.session.signIn(credentials));
    },
    async exchange(hostToken) {
      enter(await client.session.exchange(hostToken));
    },
    async acceptInvitation(input) {
      enter(await client.session.acceptInvitation(input));
    },
    requestPasswordReset: (email) => client.session.requestPasswordReset(email),
    async resetPassword(input) {
      await client.session.resetPassword(input);
      // It may have been the one of this page.
      if ($session.get().value?.person) void reload();
    },
    async signOut() {
      // Who wants to leave leaves, saved or not; what is unsaved stays kept for the next time.
      await beforeSwitch().catch(() => undefined);
      await client.session.signOut();
      keepToken?.(undefined);
      $switching.set({ status: 'none' });
      remote.set(await client.session.get());
      newsroom.tell({ type: 'session' });
    },
    async selectCompany(id) {
      await beforeSwitch().catch(() => undefined);
      remote.set(await client.session.selectCompany(id));
      $switching.set({ status: 'none' });
      newsroom.tell({ type: 'session' });
    },
    async selectAgreement(id) {
      const session = $session.get().value;
      const from = session?.context?.agreementId ?? null;
      if (from === id || !session) return;
      $switching.set({ status: 'running', to: id });
      try {
        await beforeSwitch();
        const result = await client.session.selectAgreement(id);
        // The message first: whoever repaints for the new context finds the former prices to strike.
        $switching.set({ status: 'done', from, to: id, result });
        remote.set({ ...session, context: result.context });
        newsroom.tell({ type: 'session' });
      } catch (error) {
        $switching.set({ status: 'failed', to: id, error });
        part.heed(error);
      }
    },
    async switchBack() {
      const last = $switching.get();
      if (last.status === 'done' && last.from !== null) await part.selectAgreement(last.from);
    },
    dismissSwitch: () => $switching.set({ status: 'none' }),
    previewAgreements: (signal) => client.session.previewAgreement(undefined, { signal }),
    async setLocation(location) {
      const session = $session.get().value;
      const context = await client.session.setLocation(location);
      if (session) remote.set({ ...session, context });
      newsroom.tell({ type: 'session' });
    },
    setLocale: (locale) => $locale.set(locale),
    reload,
    isCurrent({ contextId, revision }) {
      const context = $context.get();
      if (context?.id === contextId && context.revision === revision) return true;
      // The answer to a switch that is made here is on its way.
      if ((!context || context.revision < revision) && $switching.get().status !== 'running') void reload();
      return false;
    },
    heed(error) {
      if (isSignedOut(error)) void reload();
    },
  };
  return part;
}

const visitor = 'visitor';

function buyerOf({ context, can }: Session): string {
  if (!context?.agreementId) return visitor;
  // Permissions are part of it: who may no longer see prices must not go on seeing them.
  return [context.id, context.revision, can.seePrices, can.seeStock, can.fillCart].join(':');
}
