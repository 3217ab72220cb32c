import type { Counterparty } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { newId } from '../../../identifiers.js';
import { findPending, settle } from './pending.js';
import type { Publishing } from './publishing.js';
import { ensureSeller } from './seller.js';

/** Makes companies of counterparties; nobody can sign in for one until staff invite a person. */
export async function publishCompanies(publishing: Publishing): Promise<void> {
  const { db, now, settings } = publishing;
  const pending = await findPending<Counterparty>(db, 'counterparty');
  if (pending.length === 0) return;
  const seller = await ensureSeller(db, 'Основной продавец');
  const companies = pending.filter(({ record, isAbsent }) => record.isDeleted !== true && !isAbsent);
  const rows = companies.map(({ id, record }) => ({
    id: newId('cmp'),
    external_id: id,
    name: record.name ?? record.officialName ?? record.fullName ?? id,
    legal_type: legalTypeOf(record, settings.country),
    requisites: requisitesOf(record),
    address: (record.legalAddress ?? record.registrationAddress ?? record.address)?.text ?? '',
  }));
  const written = await sql`
    insert into company as c (id, external_id, name, legal_type, requisites, address, seller_id, created_at)
    select r.*, ${seller}, ${now}::timestamptz
    from json_to_recordset(${json(rows)}::json)
      as r (id text, external_id text, name text, legal_type text, requisites jsonb, address text)
    on conflict (external_id) do update
      set name = excluded.name, legal_type = excluded.legal_type, requisites = c.requisites || excluded.requisites,
        address = case when excluded.address = '' then c.address else excluded.address end
    returning 1`.execute(db);
  publishing.changes.companies += written.rows.length;
  await settle(
    db,
    'counterparty',
    pending.map(({ id }) => id),
  );
}

/**
 * CommerceML has no agreements: companies of 1C without any get one with the price type that the supplier chose, as soon as
 * both are there.
 */
export async function giveAgreements({ db, settings }: Publishing): Promise<void> {
  if (settings.priceTypeOfNewCompanies === null) return;
  const { rows } = await sql<{ company: string }>`
    select c.id as company from company c join exchange_source s on s.kind = 'counterparty' and s.id = c.external_id
    where not s.is_absent and not s.record @> '{"isDeleted":true}' and not exists (select from agreement a where a.company_id = c.id)`.execute(
    db,
  );
  if (rows.length === 0) return;
  await sql`
    insert into agreement (id, company_id, seller_id, name, currency, vat_mode, price_type_id, payment_kind, is_default)
    select r.id, c.id, c.seller_id, t.name, t.currency, case when t.includes_vat then 'included' else 'excluded' end,
      t.id, 'prepayment', true
    from json_to_recordset(${json(rows.map((row) => ({ id: newId('agr'), ...row })))}::json) as r (id text, company text)
    join company c on c.id = r.company
    join price_type t on t.external_id = ${settings.priceTypeOfNewCompanies}`.execute(db);
}

/** Advisory, by the requisites that are there: an import takes what 1C has. */
function legalTypeOf({ inn, kpp, kind }: Partial<Counterparty>, country: string): string {
  if (country === 'UA') return inn?.length === 10 ? 'ua_sole_proprietor' : 'ua_company';
  if (inn?.length === 10 || kpp) return 'ru_company';
  if (inn?.length === 12) return 'ru_sole_proprietor';
  return kind === 'person' ? 'person' : 'ru_company';
}

function requisitesOf({ inn, kpp, okpo, accounts }: Partial<Counterparty>): Record<string, string> {
  const account = accounts?.[0];
  const told = {
    inn,
    kpp,
    okpo,
    bik: account?.bik,
    account: account?.number,
    correspondentAccount: account?.correspondentAccount,
  };
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
