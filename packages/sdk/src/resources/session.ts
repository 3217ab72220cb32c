import type {
  AcceptInvitation,
  AgreementPreview,
  AgreementSwitch,
  BuyerContext,
  Location,
  Session as SessionAnswer,
  SignedIn,
} from '@kontor/contract';

import { isSignedOut } from '../errors.js';
import type { Http } from '../http.js';
import type { CallOptions, ChangeOptions, CompleteOptions } from '../options.js';
import type { TokenStore } from '../token-store.js';

/** Who calls, for which company, under which agreement. */
export class Session {
  readonly #http: Http;
  readonly #tokens: TokenStore;
  /** How the gateway hands a token to this client. */
  readonly #transport: { transport?: 'cookie' };

  constructor(http: Http, tokens: TokenStore, { useCookies }: Pick<CompleteOptions, 'useCookies'>) {
    this.#http = http;
    this.#tokens = tokens;
    this.#transport = useCookies ? { transport: 'cookie' } : {};
  }

  /**
   * The caller with companies, agreements and permissions; a visitor when nobody is signed in. A client that had signed in forgets
   * the token of a session that has ended. @throws ApiError `invalid_token` for such a token, or a wrong key
   */
  async get(options?: CallOptions): Promise<SessionAnswer> {
    const token = this.#tokens.get();
    try {
      return await this.#http.get<SessionAnswer>('session', undefined, options);
    } catch (error) {
      // Somebody may have signed in meanwhile.
      if (isSignedOut(error) && this.#tokens.get() === token) this.#tokens.set(undefined);
      throw error;
    }
  }

  /** Signs in; the client keeps the token. @throws ApiError `invalid_credentials`, `too_many_requests` */
  signIn(
    credentials: { email: string; password: string; transport?: 'bearer' | 'cookie' },
    options?: CallOptions,
  ): Promise<SignedIn> {
    return this.#open('session/sign-in', credentials, options);
  }

  /** Signs in with a token of the supplier's own site. @throws ApiError `invalid_token` */
  exchange(hostToken: string, options?: CallOptions): Promise<SignedIn> {
    return this.#open('session/exchange', { token: hostToken }, options);
  }

  /** Accepts an invitation and signs in. @throws ApiError `invalid_token` */
  acceptInvitation(input: AcceptInvitation, options?: CallOptions): Promise<SignedIn> {
    return this.#open('session/invitation', input, options);
  }

  /** Replaces the token of this session; the former one is dead at once. */
  async rotate(options?: CallOptions): Promise<SignedIn> {
    return this.#keep(await this.#http.changeOnce<SignedIn>('session/rotate', undefined, options));
  }

  /** Ends the session; one that has ended already is no error. */
  async signOut(options?: CallOptions): Promise<void> {
    try {
      await this.#http.commandOnce('session/sign-out', undefined, options);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
    }
    this.#tokens.set(undefined);
  }

  /** Acts for another company. */
  selectCompany(companyId: string, options?: ChangeOptions): Promise<SessionAnswer> {
    return this.#http.change('POST', 'session/company', { companyId }, options);
  }

  /** Buys under another agreement: the cart moves and everything re-prices. @throws ApiError `agreement_not_valid` */
  selectAgreement(agreementId: string, options?: ChangeOptions): Promise<AgreementSwitch> {
    return this.#http.change('POST', 'session/agreement', { agreementId }, options);
  }

  /** What the current cart would be under agreements; all valid ones when none is named. Changes nothing. */
  previewAgreement(agreementIds?: string[], options?: CallOptions): Promise<AgreementPreview> {
    return this.#http.ask(
      'session/agreement-preview',
      agreementIds === undefined ? {} : { agreementIds },
      options,
    );
  }

  /** Where goods go; null forgets it. */
  setLocation(location: Location | null, options?: ChangeOptions): Promise<BuyerContext> {
    return this.#http.change('POST', 'session/location', { location }, options);
  }

  /** Changes the own password; all other sessions end. */
  changePassword(input: { current: string; password: string }, options?: CallOptions): Promise<void> {
    return this.#http.commandOnce('session/password', input, options);
  }

  /** Sends a reset link, if there is such a person; the answer does not tell. */
  requestPasswordReset(email: string, options?: CallOptions): Promise<void> {
    return this.#http.commandOnce('session/password-reset-request', { email }, options);
  }

  /** Sets a password with the token of the e-mail. @throws ApiError `invalid_token` */
  resetPassword(input: { token: string; password: string }, options?: CallOptions): Promise<void> {
    return this.#http.commandOnce('session/password-reset', input, options);
  }

  async #open(path: string, input: object, options: CallOptions | undefined): Promise<SignedIn> {
    return this.#keep(await this.#http.changeOnce<SignedIn>(path, { ...this.#transport, ...input }, options));
  }

  #keep(signedIn: SignedIn): SignedIn {
    if (signedIn.token !== null) this.#tokens.set(signedIn.token);
    return signedIn;
  }
}
