import { problems, type ErrorCode, type Problem } from '@kontor/contract';

/** What a problem may say besides its code. */
export interface ProblemDetails {
  detail?: string;
  /** JSON pointer into the request, for example `/operations/3/quantity`. */
  pointer?: string;
  /** Values for a message; never anything that the caller may not see. */
  params?: Record<string, unknown>;
  cause?: unknown;
}

/** The only errors that a caller may read. Everything else is answered as `internal`. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = problems[code].status;
    this.details = details;
  }

  /** The RFC 9457 body. */
  toProblem(requestId: string): Problem {
    const { detail, pointer, params } = this.details;
    return {
      type: `urn:kontor:problem:${this.code}`,
      code: this.code,
      title: problems[this.code].title,
      status: this.status,
      ...(detail === undefined ? {} : { detail }),
      ...(pointer === undefined ? {} : { pointer }),
      ...(params === undefined ? {} : { params }),
      requestId,
    };
  }
}
