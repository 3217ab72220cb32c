import type { Address, WarehouseRecord } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import type { StoredLocation } from '../../../database/stored-values.js';
import { newId } from '../../../identifiers.js';
import { findPending, settle } from './pending.js';
import type { Publishing } from './publishing.js';
import { ensureSeller } from './seller.js';

/** A warehouse as the shop needs it. */
export interface WantedWarehouse {
  /** Id of 1C. */
  readonly id: string;
  readonly name: string;
  readonly location: StoredLocation;
}

/** Makes warehouses of those that 1C declares. */
export async function publishWarehouses(publishing: Publishing): Promise<void> {
  const { db, settings } = publishing;
  const pending = await findPending<WarehouseRecord>(db, 'warehouse');
  if (pending.length === 0) return;
  await writeWarehouses(
    publishing,
    pending.map(({ id, record }) => ({
      id,
      name: record.name ?? id,
      location: { country: settings.country, city: cityOf(record.address) },
    })),
  );
  await settle(
    db,
    'warehouse',
    pending.map(({ id }) => id),
  );
}

/** Writes warehouses by the id of 1C; their place is what a table of cities knows of the city. */
export async function writeWarehouses(
  { db }: Pick<Publishing, 'db'>,
  warehouses: readonly WantedWarehouse[],
): Promise<void> {
  const seller = await ensureSeller(db, 'Основной продавец');
  const rows = warehouses.map(({ id, name, location }) => ({
    id: newId('whs'),
    external_id: id,
    name: { ru: name },
    location,
  }));
  await sql`
    insert into warehouse as w (id, external_id, seller_id, name, location, latitude, longitude)
    select r.id, r.external_id, ${seller}, r.name, r.location, coalesce(p.latitude, 0), coalesce(p.longitude, 0)
    from json_to_recordset(${json(rows)}::json) as r (id text, external_id text, name jsonb, location jsonb)
    left join place p on p.country = r.location->>'country' and p.city = r.location->>'city'
    -- Where a warehouse is may have been set by hand, because 1C tells it seldom.
    on conflict (external_id) do update set name = w.name || excluded.name`.execute(db);
}

function cityOf(address: Address | undefined): string {
  const field = (...types: readonly string[]): string | undefined =>
    address?.fields.find(({ type, value }) => types.includes(type) && value.trim() !== '')?.value;
  const city = field('Город', 'Населенный пункт', 'Регион') ?? '';
  return city.replace(/(?:^г\.?\s+)|(?:\s+г\.?$)/i, '').trim();
}
