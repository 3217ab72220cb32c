import type { MemberScope } from '../../scope.js';
import { findAdmins } from '../access/service.js';

/** Who hears that a call is wanted. */
export interface Receivers {
  /** The company's manager; null where others are told instead. */
  managerName: string | null;
  addresses: { to: string; locale?: string }[];
}

/** The company's manager, else the seller by e-mail, else the supplier's admins. */
export async function findReceivers(scope: MemberScope): Promise<Receivers> {
  const manager = await findManager(scope);
  if (manager) return { managerName: manager.name, addresses: [{ to: manager.to, locale: manager.locale }] };
  const sellerAddress = await findSellerAddress(scope);
  return { managerName: null, addresses: sellerAddress ? [sellerAddress] : await findAdmins(scope.db) };
}

function findManager({ db, caller }: MemberScope) {
  return db
    .selectFrom('company')
    .innerJoin('person', 'person.id', 'company.manager_id')
    .select(['person.name as name', 'person.email as to', 'person.locale as locale'])
    .where('company.id', '=', caller.company.id)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
}

async function findSellerAddress({
  db,
  caller,
}: MemberScope): Promise<Receivers['addresses'][number] | undefined> {
  const seller = await db
    .selectFrom('seller')
    .select('channel')
    .where('id', '=', caller.company.sellerId)
    .executeTakeFirst();
  if (seller?.channel.kind !== 'email') return undefined;
  const { to, locale } = seller.channel;
  return locale === undefined ? { to } : { to, locale };
}
