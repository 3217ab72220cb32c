import * as z from 'zod/mini';

import { named } from './named.js';

/** Role presets of a membership; a preset is a set of permissions, nothing more. */
export const Role = named(
  'Role',
  'A preset of permissions of a membership.',
  z.enum(['owner', 'buyer', 'requester', 'approver', 'accountant', 'viewer']),
);
export type Role = z.infer<typeof Role>;

/** What a member may do and see. The server answers it with every session. */
export const Permissions = named(
  'Permissions',
  'What a member may do and see.',
  z.object({
    seePrices: z.enum(['own', 'base', 'none']),
    seeStock: z.boolean(),
    fillCart: z.boolean(),
    placeOrders: z.boolean(),
    approveOrders: z.boolean(),
    manageMembers: z.boolean(),
    seeDocuments: z.boolean(),
    seeBalance: z.boolean(),
    seeOrders: z.enum(['all', 'own', 'none']),
  }),
);
export type Permissions = z.infer<typeof Permissions>;

/** Per-member changes to a preset. */
export const PermissionOverrides = named(
  'PermissionOverrides',
  'Changes to the preset for one member.',
  z.strictObject({
    seePrices: z.optional(z.enum(['own', 'base', 'none'])),
    seeStock: z.optional(z.boolean()),
    fillCart: z.optional(z.boolean()),
    placeOrders: z.optional(z.boolean()),
    approveOrders: z.optional(z.boolean()),
    manageMembers: z.optional(z.boolean()),
    seeDocuments: z.optional(z.boolean()),
    seeBalance: z.optional(z.boolean()),
    seeOrders: z.optional(z.enum(['all', 'own', 'none'])),
  }),
);
export type PermissionOverrides = z.infer<typeof PermissionOverrides>;

/** What each preset allows before overrides. */
export const rolePresets: Readonly<Record<Role, Permissions>> = {
  owner: preset({
    placeOrders: true,
    approveOrders: true,
    manageMembers: true,
    seeDocuments: true,
    seeBalance: true,
  }),
  buyer: preset({ placeOrders: true, seeDocuments: true }),
  requester: preset({ seePrices: 'none', seeOrders: 'own' }),
  approver: preset({ placeOrders: true, approveOrders: true, seeDocuments: true }),
  accountant: preset({ seeStock: false, fillCart: false, seeDocuments: true, seeBalance: true }),
  viewer: preset({ fillCart: false, seeOrders: 'none' }),
};

/** What a visitor may do: look at the public assortment. */
export const visitorPermissions: Permissions = preset({
  seePrices: 'none',
  seeStock: false,
  fillCart: false,
  seeOrders: 'none',
});

function preset(changes: Partial<Permissions>): Permissions {
  return {
    seePrices: 'own',
    seeStock: true,
    fillCart: true,
    placeOrders: false,
    approveOrders: false,
    manageMembers: false,
    seeDocuments: false,
    seeBalance: false,
    seeOrders: 'all',
    ...changes,
  };
}
