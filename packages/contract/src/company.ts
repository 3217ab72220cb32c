import * as z from 'zod/mini';

import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { page, pageQuery } from './paging.js';
import { PermissionOverrides, Permissions, Role } from './permissions.js';
import { Email, Id, Instant, Location, Money, Phone, requiredText, Sku, text } from './primitives.js';

/** A postal address of a company. */
export const Address = named(
  'Address',
  'A delivery address of the company.',
  z.object({
    id: Id,
    label: z.string(),
    location: Location,
    street: z.string(),
    postalCode: z.nullable(z.string()),
    contact: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
);
export type Address = z.infer<typeof Address>;

export const AddressInput = named(
  'AddressInput',
  'A delivery address.',
  z.strictObject({
    label: requiredText(120),
    location: Location,
    street: requiredText(240),
    postalCode: z.optional(z.nullable(text(20))),
    contact: z.optional(z.nullable(text(120))),
    phone: z.optional(z.nullable(text(40))),
  }),
);
export type AddressInput = z.infer<typeof AddressInput>;

/** The personal manager of a company. */
export const Manager = named(
  'Manager',
  "The company's personal manager on the supplier's side.",
  z.object({
    name: z.string(),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    messenger: z.nullable(z.string()),
    photo: z.nullable(z.string()),
  }),
);
export type Manager = z.infer<typeof Manager>;

/** A business customer (контрагент). */
export const Company = named(
  'Company',
  'A business customer.',
  z.object({
    id: Id,
    name: z.string(),
    legalType: z.string(),
    requisites: z.record(z.string(), z.string()),
    region: z.nullable(z.string()),
    manager: z.nullable(Manager),
  }),
);
export type Company = z.infer<typeof Company>;

/** What the company owes and may owe. */
export const Balance = named(
  'Balance',
  'What the company owes and may owe, as the accounting system told at `asOf`.',
  z.object({
    debt: described('Negative: paid in advance.', Money),
    overdue: Money,
    creditLimit: z.nullable(Money),
    available: described('What is left of the credit limit; null without one.', z.nullable(Money)),
    asOf: Instant,
  }),
);
export type Balance = z.infer<typeof Balance>;

/** A person's membership in the company. */
export const Member = named(
  'Member',
  "A person's membership. The role sits here, never on the person.",
  z.object({
    id: Id,
    name: z.string(),
    email: Email,
    role: Role,
    can: Permissions,
    status: z.enum(['active', 'invited', 'removed']),
    createdAt: Instant,
  }),
);
export type Member = z.infer<typeof Member>;

export const InviteMember = named(
  'InviteMember',
  'A colleague to invite by e-mail.',
  z.strictObject({
    email: Email,
    name: requiredText(120),
    role: Role,
    overrides: z.optional(PermissionOverrides),
  }),
);
export type InviteMember = z.infer<typeof InviteMember>;

export const UpdateMember = named(
  'UpdateMember',
  'A new role or switches.',
  z.strictObject({ role: z.optional(Role), overrides: z.optional(PermissionOverrides) }),
);
export type UpdateMember = z.infer<typeof UpdateMember>;

/** A key for scripts; the secret is told only at creation. */
export const ApiKey = named(
  'ApiKey',
  'A key for scripts. It acts as the member that made it, with at most these scopes.',
  z.object({
    id: Id,
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: Instant,
    lastUsedAt: z.nullable(Instant),
  }),
);
export type ApiKey = z.infer<typeof ApiKey>;

/** What an API key may do. */
export const ApiKeyScope = named(
  'ApiKeyScope',
  'What an API key may do.',
  z.enum(['read', 'cart', 'orders']),
);
export type ApiKeyScope = z.infer<typeof ApiKeyScope>;

export const CreateApiKey = named(
  'CreateApiKey',
  'A key for scripts under one agreement.',
  z.strictObject({
    name: requiredText(120),
    scopes: z.array(ApiKeyScope).check(z.minLength(1), z.maxLength(3)),
    agreementId: z.optional(Id),
  }),
);
export type CreateApiKey = z.infer<typeof CreateApiKey>;

export const CreatedApiKey = named(
  'CreatedApiKey',
  'The key and, only here, its secret.',
  z.object({ key: ApiKey, secret: z.string() }),
);
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;

/** Three fields by which a visitor asks for access. */
export const AccessRequestInput = named(
  'AccessRequestInput',
  'Three fields by which a visitor asks for access.',
  z.strictObject({ name: requiredText(120), contact: requiredText(160), message: text(2000) }),
);
export type AccessRequestInput = z.infer<typeof AccessRequestInput>;

/** What somebody wants to talk about: everything of it that is known. */
export const CallSubject = named(
  'CallSubject',
  'What somebody wants to talk about: everything of it that is known. The caller must see each thing.',
  z.strictObject({
    productId: z.optional(Id),
    sku: z.optional(Sku),
    cartId: z.optional(Id),
    orderId: z.optional(Id),
    query: z.optional(described('What was searched for in vain.', requiredText(limits.queryLength))),
  }),
);
export type CallSubject = z.infer<typeof CallSubject>;

/** "Call me about this". */
export const CallRequest = named(
  'CallRequest',
  'A wish to be called back.',
  z.strictObject({ phone: Phone, note: z.optional(text(1000)), about: z.optional(CallSubject) }),
);
export type CallRequest = z.infer<typeof CallRequest>;

/** Who was told that a call is wanted. */
export const CallRequested = named(
  'CallRequested',
  'Who was told that a call is wanted.',
  z.object({
    managerName: described(
      "The company's manager; null: there is none, and the supplier was told.",
      z.nullable(z.string()),
    ),
  }),
);
export type CallRequested = z.infer<typeof CallRequested>;

/** A field of a requisites form. */
export const RequisitesForm = named(
  'RequisitesForm',
  'Fields that a legal type asks for.',
  z.object({
    legalType: z.string(),
    country: z.string(),
    label: z.string(),
    fields: z.array(z.object({ name: z.string(), label: z.string(), required: z.boolean() })),
  }),
);
export type RequisitesForm = z.infer<typeof RequisitesForm>;

const byId = z.object({ id: Id });

export const companyOperations = {
  get: operation({
    method: 'GET',
    path: '/v1/company',
    summary: 'The selected company',
    access: 'member',
    answer: Company,
  }),
  requisitesForm: operation({
    method: 'GET',
    path: '/v1/requisites-forms/{legalType}',
    summary: 'Fields of a legal type',
    access: 'anyone',
    params: z.object({ legalType: z.string() }),
    answer: RequisitesForm,
    problems: ['not_found'],
  }),
  balance: operation({
    method: 'GET',
    path: '/v1/company/balance',
    summary: 'Debt and credit limit',
    access: 'member',
    needs: 'seeBalance',
    answer: z.object({ balance: described('Null: nothing is known.', z.nullable(Balance)) }),
  }),
  callMe: operation({
    method: 'POST',
    path: '/v1/company/call-me',
    summary: 'Ask the manager for a call',
    access: 'member',
    body: CallRequest,
    answer: CallRequested,
    status: 202,
    problems: ['not_found', 'too_many_requests'],
  }),
  listAddresses: operation({
    method: 'GET',
    path: '/v1/company/addresses',
    summary: 'Delivery addresses',
    access: 'member',
    query: z.strictObject(pageQuery),
    answer: page(Address),
  }),
  createAddress: operation({
    method: 'POST',
    path: '/v1/company/addresses',
    summary: 'Add a delivery address',
    access: 'member',
    needs: 'placeOrders',
    body: AddressInput,
    answer: Address,
    status: 201,
  }),
  removeAddress: operation({
    method: 'DELETE',
    path: '/v1/company/addresses/{id}',
    summary: 'Remove a delivery address',
    access: 'member',
    needs: 'placeOrders',
    params: byId,
    problems: ['not_found'],
  }),
  listMembers: operation({
    method: 'GET',
    path: '/v1/company/members',
    summary: 'Members, removed ones included',
    access: 'member',
    needs: 'manageMembers',
    query: z.strictObject(pageQuery),
    answer: page(Member),
  }),
  inviteMember: operation({
    method: 'POST',
    path: '/v1/company/members',
    summary: 'Invite a colleague',
    access: 'member',
    needs: 'manageMembers',
    body: InviteMember,
    answer: Member,
    status: 201,
    problems: ['already_exists'],
  }),
  updateMember: operation({
    method: 'PATCH',
    path: '/v1/company/members/{id}',
    summary: 'Change role or permissions',
    access: 'member',
    needs: 'manageMembers',
    params: byId,
    body: UpdateMember,
    answer: Member,
    problems: ['not_found', 'last_owner'],
  }),
  removeMember: operation({
    method: 'DELETE',
    path: '/v1/company/members/{id}',
    summary: 'Remove a member; the orders stay, the sessions end',
    access: 'member',
    needs: 'manageMembers',
    params: byId,
    problems: ['not_found', 'last_owner'],
  }),
  listApiKeys: operation({
    method: 'GET',
    path: '/v1/company/api-keys',
    summary: 'Own API keys',
    access: 'member',
    query: z.strictObject(pageQuery),
    answer: page(ApiKey),
  }),
  createApiKey: operation({
    method: 'POST',
    path: '/v1/company/api-keys',
    summary: 'Make an API key',
    access: 'member',
    needs: 'placeOrders',
    body: CreateApiKey,
    answer: CreatedApiKey,
    status: 201,
    idempotency: 'none',
    problems: ['not_found', 'forbidden'],
  }),
  removeApiKey: operation({
    method: 'DELETE',
    path: '/v1/company/api-keys/{id}',
    summary: 'Revoke an API key',
    access: 'member',
    params: byId,
    problems: ['not_found'],
  }),
  createAccessRequest: operation({
    method: 'POST',
    path: '/v1/access-requests',
    summary: 'Ask for access',
    access: 'anyone',
    body: AccessRequestInput,
    status: 202,
    problems: ['too_many_requests'],
  }),
} as const;
