import type { Address, AddressInput, Page } from '@kontor/contract';

import { json } from '../../database/json.js';
import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { newId } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope, Scope } from '../../scope.js';

/** A page of the selected company's addresses, oldest first. */
export async function pageOfAddresses(
  scope: MemberScope,
  { limit = defaultPageSize, after }: PageQuery,
): Promise<Page<Address>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = addressQuery(scope, scope.caller.company.id).limit(limit + 1);
  if (cursor)
    query = query.where((where) => where(where.refTuple('created_at', 'id'), '>', where.tuple(...cursor)));
  const rows = await query.execute();
  return pageOf(rows, limit, addressOf, (row) => [row.created_at.toISOString(), row.id]);
}

/** All addresses of a company that the scope shows. */
export async function listAddresses(scope: Scope, companyId: string): Promise<Address[]> {
  return (await addressQuery(scope, companyId).execute()).map(addressOf);
}

export async function createAddress(scope: MemberScope, input: AddressInput): Promise<Address> {
  const address: Address = {
    id: newId('adr'),
    label: input.label.trim(),
    location: input.location,
    street: input.street.trim(),
    postalCode: input.postalCode ?? null,
    contact: input.contact ?? null,
    phone: input.phone ?? null,
  };
  await scope.db
    .insertInto('company_address')
    .values({
      id: address.id,
      company_id: scope.caller.company.id,
      label: address.label,
      location: json(address.location),
      street: address.street,
      postal_code: address.postalCode,
      contact: address.contact,
      phone: address.phone,
      created_at: scope.now,
    })
    .execute();
  return address;
}

/**
 * Takes an address out of the list; orders that went there keep it.
 * @throws ProblemError `not_found`
 */
export async function removeAddress({ db, now, caller }: MemberScope, id: string): Promise<void> {
  const removed = await db
    .updateTable('company_address')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('company_id', '=', caller.company.id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new ProblemError('not_found');
}

function addressQuery({ db }: Scope, companyId: string) {
  return db
    .selectFrom('company_address')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id');
}

type AddressRow = Awaited<ReturnType<ReturnType<typeof addressQuery>['execute']>>[number];

function addressOf({ id, label, location, street, postal_code, contact, phone }: AddressRow): Address {
  return { id, label, location, street, postalCode: postal_code, contact, phone };
}

/** Addresses of the caller's company, for delivery. */
export const addressBook = {
  async address(scope: MemberScope, id: string): Promise<Address | undefined> {
    const row = await addressQuery(scope, scope.caller.company.id).where('id', '=', id).executeTakeFirst();
    return row && addressOf(row);
  },
};
