import type { Database } from './database/database.js';
import type { StreamLimits } from './modules/events/types.js';
import type { ExchangeSettings, OrderExchangeSettings } from './modules/exchange/types.js';
import type { ODataSettings } from './modules/integration/types.js';

/** Time; a test may stop it. */
export interface Clock {
  now(): Date;
}

/** A letter to one person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Lets a receiver recognise a letter that is sent again. */
  messageId?: string;
}

/** Sends e-mail. */
export interface Mailer {
  /** @throws when the letter was not accepted; the caller tries again. */
  send(letter: Letter): Promise<void>;
}

/** Keeps files such as invoices. */
export interface Blobs {
  put(key: string, content: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
}

/** Keeps what 1C uploads until it is imported. Paths are made by the gateway, never by 1C. */
export interface Inbox {
  /** Writes bytes at an offset and cuts what is behind them: doing it twice does no harm. */
  write(path: string, offset: number, bytes: Uint8Array): Promise<void>;
  read(path: string): AsyncIterable<Uint8Array>;
  /**
   * Unpacks the XML files and pictures of an archive beside it, as `<path>.<number>`.
   * @throws Error when it is no whole archive, or unpacks to too much
   */
  unpack(path: string): Promise<readonly { name: string; path: string; bytes: number }[]>;
  /** Forgets a file, or everything below a folder. */
  remove(path: string): Promise<void>;
}

/** A picture in one of the widths that were asked for. */
export interface ResizedPicture {
  readonly width: number;
  readonly height: number;
  /** WebP, upright, without anything that the camera wrote into it. */
  readonly content: Uint8Array;
}

/** Makes pictures small enough for pages. */
export interface PictureResizer {
  /**
   * Gives a picture in every width that is below its own, and in the largest that it fills; narrowest first, in its own
   * proportions. Undefined where pictures can't be resized at all.
   * @throws Error when it is no whole picture
   */
  resize(picture: Uint8Array, widths: readonly number[]): Promise<readonly ResizedPicture[] | undefined>;
}

/** Hashes passwords, slowly on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** A message that a broker keeps until its receiver has taken it. */
export interface BrokerMessage {
  readonly routingKey: string;
  /** The same for every attempt: receivers recognise what they have. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/** What becomes of a received message: done with, kept apart for a person, or tried again later. */
export type Receipt = 'taken' | 'refused' | 'again';

/** Carries orders to sellers, and statuses back. */
export interface Broker {
  /** @throws when no queue has the message for certain; the caller tries again */
  publish(message: BrokerMessage): Promise<void>;
  /** Takes messages from now on, until the connection is lost; does nothing while it does so already. */
  receive(handle: (message: Omit<BrokerMessage, 'id'>) => Promise<Receipt>): Promise<void>;
}

/** Structured log. Never give it tokens, passwords, names, addresses or prices. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Calls other systems over HTTP (webhooks, key sets). */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Fonts of rendered documents, as TrueType bytes. */
export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

/** Numbers for a monitoring system. */
export interface Metrics {
  /** A request begins (1) or ends (-1). */
  inFlight(change: 1 | -1): void;
  /** An answer, by the template of its path. */
  observe(method: string, route: string, status: number, seconds: number): void;
  /** A number that is read whenever somebody asks. */
  gauge(name: string, help: string, read: () => Promise<number>): void;
  text(): Promise<string>;
}

/** Files of the reference page by name; undefined for unknown ones. */
export type DocsAssets = (name: string) => Promise<{ body: Uint8Array | string; type: string } | undefined>;

/** What the outside must provide. */
export interface GatewayDeps {
  database: Database;
  clock: Clock;
  mailer: Mailer;
  blobs: Blobs;
  passwords: Passwords;
  log: Log;
  fetch: Fetch;
  loadFonts(): Promise<Fonts>;
  /** A picture that the blobs do not have, by name such as `bolt.svg`. */
  pictureFallback?: (name: string) => string | undefined;
  /** Channel of sellers who have `rabbitmq` for it. */
  broker?: Broker;
  /** Uploads of 1C; its address is not there without it. */
  inbox?: Inbox;
  /** Pictures are shown as they came without it. */
  pictureResizer?: PictureResizer;
  /** Numbers of this process; nobody counts without it and `/metrics` is not there. */
  metrics?: Metrics;
  /** Files of the reference page; `/docs` is not there without them. */
  docsAssets?: DocsAssets;
  /** Bounds of open event streams. */
  streamLimits?: Partial<StreamLimits>;
  settings: Settings;
}

/** What of a request tells who sent it and which answer they want. */
export interface RequestHead {
  readonly method: string;
  /** Headers by name in lower case. */
  readonly headers: { get(name: string): string | null };
}

/** How the supplier's site vouches for a signed-in person. */
export interface HostSignIn {
  /** Expected `iss`. */
  issuer: string;
  /** Expected `aud`. */
  audience: string;
  /** Address of the key set (JWKS), or a shared secret of at least 32 bytes for HS256. */
  key: { jwksUrl: string } | { secret: string };
}

/** How 1C may come in and what becomes of what it brings. */
export interface OneC extends ExchangeSettings {
  /** The integration user of 1C; null: 1C cannot come in. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Whether 1C may use the split exchange of its module for 3.1. */
  readonly allowsSplit: boolean;
  readonly orders: OrderExchangeSettings;
  /** Where 1C tells what CommerceML cannot; null: nowhere. */
  readonly odata: ODataSettings | null;
}

/** Everything that a supplier may set; complete, defaults are merged by `defineSettings`. */
export interface Settings {
  supplier: string;
  /** Where the gateway is reached from outside, without a trailing slash. */
  publicUrl: string;
  /** Addresses that mails link to; `{token}` is replaced. */
  links: { invitation: string; passwordReset: string };
  /** Origins that browsers may call from, exact. */
  origins: readonly string[];
  locales: readonly ('ru' | 'uk' | 'en' | 'de')[];
  /** Currency that rates convert to. */
  baseCurrency: string;
  /** IANA zone in which agreements begin and end and documents are dated. */
  timeZone: string;
  sessionDays: number;
  /** Prices and stock older than this are `stale`; null: never. */
  staleAfterHours: number | null;
  isCookieSecure: boolean;
  hostSignIn: HostSignIn | null;
  /** Bearer token for `/metrics` from other machines; null: only this machine may read them. */
  metricsToken: string | null;
  oneC: OneC;
  /** Requests of one address per minute. */
  requestsPerMinute: number;
  /** Address of the caller from the connection or a trusted proxy's header. */
  clientAddress: (request: RequestHead) => string;
}
