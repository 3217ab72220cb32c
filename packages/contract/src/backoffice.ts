import * as z from 'zod/mini';

import { Address } from './company.js';
import { exchangeOperations } from './exchange.js';
import { named } from './named.js';
import { operation } from './operation.js';
import { OrderListQuery, OrderStatus, OrderSummary, Order } from './orders.js';
import { page, pageQuery } from './paging.js';
import { PermissionOverrides, Role } from './permissions.js';
import { Email, Id, Instant, requiredText, text } from './primitives.js';

/** A company as staff see it. */
export const CompanyRow = named(
  'CompanyRow',
  "A company as the supplier's staff see it.",
  z.object({
    id: Id,
    name: z.string(),
    legalType: z.string(),
    region: z.nullable(z.string()),
    segment: z.nullable(z.string()),
    managerId: z.nullable(Id),
    memberCount: z.number(),
    agreementCount: z.number(),
  }),
);
export type CompanyRow = z.infer<typeof CompanyRow>;

export const CreateInvitation = named(
  'CreateInvitation',
  'Invites a person into a company by e-mail.',
  z.strictObject({
    companyId: Id,
    email: Email,
    name: requiredText(120),
    role: Role,
    overrides: z.optional(PermissionOverrides),
  }),
);
export type CreateInvitation = z.infer<typeof CreateInvitation>;

export const Invitation = named(
  'Invitation',
  'An invitation that was sent.',
  z.object({
    id: Id,
    companyId: Id,
    email: Email,
    role: Role,
    expiresAt: Instant,
    status: z.enum(['open', 'accepted', 'expired']),
  }),
);
export type Invitation = z.infer<typeof Invitation>;

export const AccessRequest = named(
  'AccessRequest',
  'A request for access.',
  z.object({
    id: Id,
    name: z.string(),
    contact: z.string(),
    message: z.string(),
    createdAt: Instant,
    status: z.enum(['open', 'accepted', 'rejected']),
  }),
);
export type AccessRequest = z.infer<typeof AccessRequest>;

export const AcceptAccessRequest = named(
  'AcceptAccessRequest',
  'Accepts the person into a company and sends an invitation.',
  z.strictObject({ companyId: Id, email: Email, role: Role }),
);
export type AcceptAccessRequest = z.infer<typeof AcceptAccessRequest>;

export const UpdateOrderStatus = named(
  'UpdateOrderStatus',
  'The next status of an order.',
  z.strictObject({ status: OrderStatus, comment: z.optional(text(500)) }),
);
export type UpdateOrderStatus = z.infer<typeof UpdateOrderStatus>;

export const StaffOrderSummary = named(
  'StaffOrderSummary',
  'An order with its company.',
  z.object({ ...OrderSummary.shape, companyId: Id, companyName: z.string() }),
);
export type StaffOrderSummary = z.infer<typeof StaffOrderSummary>;

/** A line of the audit log. */
export const AuditEntry = named(
  'AuditEntry',
  'Who did what to whom, and when.',
  z.object({
    id: Id,
    at: Instant,
    action: z.string(),
    personId: z.nullable(Id),
    companyId: z.nullable(Id),
    subject: z.nullable(z.string()),
    details: z.record(z.string(), z.unknown()),
  }),
);
export type AuditEntry = z.infer<typeof AuditEntry>;

const byId = z.object({ id: Id });

export const backofficeOperations = {
  listCompanies: operation({
    method: 'GET',
    path: '/v1/backoffice/companies',
    summary: 'Companies; a manager sees own ones',
    access: 'staff',
    query: z.strictObject({ ...pageQuery, query: z.optional(text(120)) }),
    answer: page(CompanyRow),
  }),
  listCompanyAddresses: operation({
    method: 'GET',
    path: '/v1/backoffice/companies/{id}/addresses',
    summary: 'Addresses of a company',
    access: 'staff',
    params: byId,
    answer: z.object({ items: z.array(Address) }),
    problems: ['not_found'],
  }),
  createInvitation: operation({
    method: 'POST',
    path: '/v1/backoffice/invitations',
    summary: 'Invite a person into a company',
    access: 'staff',
    body: CreateInvitation,
    answer: Invitation,
    status: 201,
    problems: ['not_found', 'already_exists'],
  }),
  listAccessRequests: operation({
    method: 'GET',
    path: '/v1/backoffice/access-requests',
    summary: 'Requests for access, newest first',
    access: 'staff',
    query: z.strictObject({ ...pageQuery, status: z.optional(z.enum(['open', 'accepted', 'rejected'])) }),
    answer: page(AccessRequest),
  }),
  acceptAccessRequest: operation({
    method: 'POST',
    path: '/v1/backoffice/access-requests/{id}/accept',
    summary: 'Accept into a company',
    access: 'staff',
    params: byId,
    body: AcceptAccessRequest,
    answer: AccessRequest,
    problems: ['not_found', 'already_exists'],
  }),
  rejectAccessRequest: operation({
    method: 'POST',
    path: '/v1/backoffice/access-requests/{id}/reject',
    summary: 'Reject a request',
    access: 'staff',
    params: byId,
    answer: AccessRequest,
    problems: ['not_found'],
  }),
  listOrders: operation({
    method: 'GET',
    path: '/v1/backoffice/orders',
    summary: 'Orders of all companies that the staff member sees',
    access: 'staff',
    query: z.strictObject({ ...OrderListQuery.shape, company: z.optional(Id) }),
    answer: page(StaffOrderSummary),
  }),
  getOrder: operation({
    method: 'GET',
    path: '/v1/backoffice/orders/{id}',
    summary: 'An order',
    access: 'staff',
    params: byId,
    answer: Order,
    problems: ['not_found'],
  }),
  updateOrderStatus: operation({
    method: 'POST',
    path: '/v1/backoffice/orders/{id}/status',
    summary: 'Move an order on',
    access: 'staff',
    params: byId,
    body: UpdateOrderStatus,
    answer: Order,
    problems: ['not_found', 'status_not_allowed'],
  }),
  listAudit: operation({
    method: 'GET',
    path: '/v1/backoffice/audit',
    summary: 'The audit log, newest first',
    access: 'admin',
    query: z.strictObject({ ...pageQuery, company: z.optional(Id) }),
    answer: page(AuditEntry),
  }),
  ...exchangeOperations,
} as const;
