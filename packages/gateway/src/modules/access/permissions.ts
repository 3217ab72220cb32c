import { rolePresets, type PermissionOverrides, type Permissions, type Role } from '@kontor/contract';

/** A member's permissions: the preset of the role with the switches that were set for the member. */
export function permissionsOf(role: Role, overrides: PermissionOverrides): Permissions {
  const set = Object.entries(overrides).filter(([, value]) => value !== undefined);
  return { ...rolePresets[role], ...(Object.fromEntries(set) as Partial<Permissions>) };
}
