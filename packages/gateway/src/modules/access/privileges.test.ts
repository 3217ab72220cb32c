import { rolePresets, type Permissions } from '@kontor/contract';
import { assert, constantFrom, property, record, boolean } from 'fast-check';
import { expect, test } from 'vitest';

import { exceeds } from './privileges.js';

const permissions = record<Permissions>({
  seePrices: constantFrom('own', 'base', 'none'),
  seeStock: boolean(),
  fillCart: boolean(),
  placeOrders: boolean(),
  approveOrders: boolean(),
  manageMembers: boolean(),
  seeDocuments: boolean(),
  seeBalance: boolean(),
  seeOrders: constantFrom('all', 'own', 'none'),
});
const allows = (own: Permissions, wanted: Permissions) =>
  Object.entries(wanted).every(([name, value]) => {
    const has = own[name as keyof Permissions];
    if (typeof value === 'boolean') return has === true || !value;
    const order = name === 'seePrices' ? ['none', 'base', 'own'] : ['none', 'own', 'all'];
    return order.indexOf(value) <= order.indexOf(has as string);
  });

test('exceeding means to hold something that the other lacks', () => {
  assert(
    property(permissions, permissions, (these, others) => exceeds(these, others) === !allows(others, these)),
  );
});

test('nobody exceeds an owner, and an owner exceeds everybody else', () => {
  const { owner, ...others } = rolePresets;
  for (const other of Object.values(others)) {
    expect(exceeds(other, owner)).toBe(false);
    expect(exceeds(owner, other)).toBe(true);
  }
});
