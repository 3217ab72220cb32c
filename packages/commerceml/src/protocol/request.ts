/** What a request of 1C says, without its bytes. GET and POST mean the same. */
export interface ExchangeRequest {
  /** What stands after the `?`, as it came. */
  readonly query: string;
  /** Whether the request carries right credentials (Basic). */
  readonly isAuthentic: boolean;
  /** The part that is uploaded; `undefined` without a body. */
  readonly part: UploadedPart | undefined;
  /** Seconds since 1970. */
  readonly now: number;
  /** A new secret of at least 128 bits, for the session that this request may begin. */
  readonly newToken: string;
  /** An import of another session is at work: a new cycle has to wait. */
  readonly isBusy: boolean;
}

/** One part of a file. */
export interface UploadedPart {
  readonly size: number;
  /** Any hash that tells parts apart, SHA-256 for example. */
  readonly hash: string;
  readonly start: PartStart;
}

/** What a part begins like: a new XML file, a new archive, a new picture, or none of them. */
export type PartStart = 'other' | 'picture' | 'xml' | 'zip';

/** Tells by the first bytes whether a part begins a file. */
export function partStart(bytes: Uint8Array): PartStart {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (text.startsWith('PK\u0003\u0004')) return 'zip';
  if (/^(?:\xFF\xD8\xFF|\x89PNG|GIF8|RIFF[^]{4}WEBP)/.test(text)) return 'picture';
  return /^(?:\xEF\xBB\xBF)?\s*<\?xml\s|^(?:\xFF\xFE)?<\0\?\0x\0|^(?:\xFE\xFF)?\0<\0\?\0x/.test(text)
    ? 'xml'
    : 'other';
}
