import * as z from 'zod/mini';

import { Agreement } from './agreement.js';
import { CartSummary, LineChange, RemovedLine } from './carts.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { Permissions, Role } from './permissions.js';
import { Email, Id, Instant, Location, Password, requiredText } from './primitives.js';

/** A natural person who may sign in. */
export const Person = named(
  'Person',
  'A person who may sign in.',
  z.object({
    id: Id,
    name: z.string(),
    email: Email,
    phone: described('Number to call back; null: nobody told it.', z.nullable(z.string())),
  }),
);
export type Person = z.infer<typeof Person>;

/** A company that the person belongs to. */
export const CompanySummary = named(
  'CompanySummary',
  'A company that the person belongs to, with the role there.',
  z.object({ id: Id, name: z.string(), memberId: Id, role: Role }),
);
export type CompanySummary = z.infer<typeof CompanySummary>;

/** Who buys for whom, under what, delivered where. Prices, stock and carts are keyed by it. */
export const BuyerContext = named(
  'BuyerContext',
  'Member, company, agreement and delivery location. `revision` grows with each switch; drop answers of another revision.',
  z.object({
    id: Id,
    revision: z.number(),
    companyId: Id,
    memberId: Id,
    agreementId: z.nullable(Id),
    location: z.nullable(Location),
  }),
);
export type BuyerContext = z.infer<typeof BuyerContext>;

/** Who is calling and what that allows. */
export const Session = named(
  'Session',
  'Who is calling and what that allows. A visitor has no person, no company and no context.',
  z.object({
    kind: z.enum(['visitor', 'member', 'staff', 'apiKey']),
    person: z.nullable(Person),
    staff: z.nullable(z.enum(['manager', 'admin'])),
    companies: z.array(CompanySummary),
    agreements: described('Agreements of the selected company that are valid now.', z.array(Agreement)),
    context: z.nullable(BuyerContext),
    can: Permissions,
    expiresAt: z.nullable(Instant),
  }),
);
export type Session = z.infer<typeof Session>;

/** A new session; the token stands only here. */
export const SignedIn = named(
  'SignedIn',
  'A new session. `token` is for the Authorization header and is told only once; a cookie is set where it was asked for.',
  z.object({ token: z.nullable(z.string()), session: Session }),
);
export type SignedIn = z.infer<typeof SignedIn>;

/** How a token is handed over. */
const transport = z.optional(
  described(
    '`bearer`: the answer holds the token. `cookie`: an HttpOnly cookie is set and the token is null.',
    z.enum(['bearer', 'cookie']),
  ),
);

export const SignIn = named(
  'SignIn',
  'Credentials of a person.',
  z.strictObject({ email: Email, password: z.string().check(z.minLength(1), z.maxLength(200)), transport }),
);
export type SignIn = z.infer<typeof SignIn>;

export const ExchangeToken = named(
  'ExchangeToken',
  "A short-lived token of the supplier's own site.",
  z.strictObject({ token: z.string().check(z.maxLength(8192)), transport }),
);
export type ExchangeToken = z.infer<typeof ExchangeToken>;

export const SelectCompany = named(
  'SelectCompany',
  'The company to act for.',
  z.strictObject({ companyId: Id }),
);
export type SelectCompany = z.infer<typeof SelectCompany>;

export const SelectAgreement = named(
  'SelectAgreement',
  'The agreement to buy under.',
  z.strictObject({ agreementId: Id }),
);
export type SelectAgreement = z.infer<typeof SelectAgreement>;

/** What a switch of the agreement did to the cart. */
export const AgreementSwitch = named(
  'AgreementSwitch',
  'The new context, the cart under it, the lines whose price changed and the lines that are not in this agreement.',
  z.object({
    context: BuyerContext,
    cart: z.nullable(CartSummary),
    repriced: z.array(LineChange),
    removed: z.array(RemovedLine),
    difference: described(
      'Change of the total in the new currency, null when the currencies differ or prices are hidden.',
      z.nullable(z.object({ amount: z.string(), percent: z.nullable(z.string()) })),
    ),
  }),
);
export type AgreementSwitch = z.infer<typeof AgreementSwitch>;

export const PreviewAgreement = named(
  'PreviewAgreement',
  'Agreements to compare for the current cart; all valid ones when left out.',
  z.strictObject({ agreementIds: z.optional(z.array(Id).check(z.maxLength(20))) }),
);
export type PreviewAgreement = z.infer<typeof PreviewAgreement>;

/** What the current cart would be under each agreement. */
export const AgreementPreview = named(
  'AgreementPreview',
  'What the current cart would be under each agreement; nothing is changed.',
  z.object({
    items: z.array(
      z.object({
        agreement: Agreement,
        isCurrent: z.boolean(),
        totals: z.nullable(CartSummary.shape.totals),
        repriced: z.array(LineChange),
        removed: z.array(RemovedLine),
        difference: AgreementSwitch.shape.difference,
      }),
    ),
  }),
);
export type AgreementPreview = z.infer<typeof AgreementPreview>;

export const SetLocation = named(
  'SetLocation',
  'Where goods go; null forgets it.',
  z.strictObject({ location: z.nullable(Location) }),
);
export type SetLocation = z.infer<typeof SetLocation>;

export const ChangePassword = named(
  'ChangePassword',
  'Ends all other sessions.',
  z.strictObject({ current: z.string().check(z.maxLength(200)), password: Password }),
);
export type ChangePassword = z.infer<typeof ChangePassword>;

export const RequestPasswordReset = named(
  'RequestPasswordReset',
  'Answers the same for unknown addresses.',
  z.strictObject({ email: Email }),
);
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>;

export const ResetPassword = named(
  'ResetPassword',
  'The token of the e-mail and the new password.',
  z.strictObject({ token: z.string().check(z.maxLength(200)), password: Password }),
);
export type ResetPassword = z.infer<typeof ResetPassword>;

export const AcceptInvitation = named(
  'AcceptInvitation',
  'The token of the invitation, the name and the password of the invitee.',
  z.strictObject({
    token: z.string().check(z.maxLength(200)),
    name: requiredText(120),
    password: Password,
    transport,
  }),
);
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const sessionOperations = {
  get: operation({
    method: 'GET',
    path: '/v1/session',
    summary: 'Who is calling and what that allows',
    access: 'anyone',
    answer: Session,
  }),
  signIn: operation({
    method: 'POST',
    path: '/v1/session/sign-in',
    summary: 'Sign in with e-mail and password',
    access: 'anyone',
    body: SignIn,
    answer: SignedIn,
    idempotency: 'none',
    problems: ['invalid_credentials', 'too_many_requests'],
  }),
  signOut: operation({
    method: 'POST',
    path: '/v1/session/sign-out',
    summary: 'End this session',
    access: 'anyone',
    idempotency: 'none',
  }),
  exchange: operation({
    method: 'POST',
    path: '/v1/session/exchange',
    summary: "Sign in with a token of the supplier's site",
    access: 'anyone',
    body: ExchangeToken,
    answer: SignedIn,
    idempotency: 'none',
    problems: ['invalid_token'],
  }),
  rotate: operation({
    method: 'POST',
    path: '/v1/session/rotate',
    summary: 'Replace the token of this session',
    access: 'person',
    answer: SignedIn,
    idempotency: 'none',
  }),
  selectCompany: operation({
    method: 'POST',
    path: '/v1/session/company',
    summary: 'Act for another company',
    access: 'person',
    body: SelectCompany,
    answer: Session,
    problems: ['not_found'],
  }),
  selectAgreement: operation({
    method: 'POST',
    path: '/v1/session/agreement',
    summary: 'Buy under another agreement; the cart moves and re-prices',
    access: 'member',
    body: SelectAgreement,
    answer: AgreementSwitch,
    problems: ['not_found', 'agreement_not_valid'],
  }),
  previewAgreement: operation({
    method: 'POST',
    path: '/v1/session/agreement-preview',
    summary: 'Compare agreements for the current cart',
    access: 'buyer',
    body: PreviewAgreement,
    answer: AgreementPreview,
    problems: ['not_found'],
  }),
  setLocation: operation({
    method: 'POST',
    path: '/v1/session/location',
    summary: 'Set the delivery location',
    access: 'member',
    body: SetLocation,
    answer: BuyerContext,
  }),
  changePassword: operation({
    method: 'POST',
    path: '/v1/session/password',
    summary: 'Change the own password; all other sessions end',
    access: 'person',
    body: ChangePassword,
    idempotency: 'none',
    problems: ['invalid_credentials'],
  }),
  requestPasswordReset: operation({
    method: 'POST',
    path: '/v1/session/password-reset-request',
    summary: 'Send a reset link by e-mail',
    access: 'anyone',
    body: RequestPasswordReset,
    status: 202,
    idempotency: 'none',
    problems: ['too_many_requests'],
  }),
  resetPassword: operation({
    method: 'POST',
    path: '/v1/session/password-reset',
    summary: 'Set a password with the token of the e-mail',
    access: 'anyone',
    body: ResetPassword,
    idempotency: 'none',
    problems: ['invalid_token'],
  }),
  acceptInvitation: operation({
    method: 'POST',
    path: '/v1/session/invitation',
    summary: 'Accept an invitation and sign in',
    access: 'anyone',
    body: AcceptInvitation,
    answer: SignedIn,
    idempotency: 'none',
    problems: ['invalid_token'],
  }),
} as const;
