import { json } from '../../database/json.js';
import { newId, sha256 } from '../../identifiers.js';
import type { Scope } from '../../scope.js';

/** What of it goes into the audit log besides who and when. */
export interface AuditDetails {
  /** Id of what was changed. */
  subject?: string;
  /** Who did it, where the scope does not know yet. */
  personId?: string | null;
  companyId?: string | null;
  /** Never names, addresses or secrets. */
  details?: Record<string, unknown>;
}

/** Writes down who did what, in the scope's transaction. */
export async function audit(
  { db, caller, now }: Pick<Scope, 'db' | 'caller' | 'now'>,
  action: string,
  { subject, personId, companyId, details = {} }: AuditDetails = {},
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      id: newId('aud'),
      at: now,
      action,
      person_id: personId === undefined ? (caller.person?.id ?? null) : personId,
      company_id: companyId === undefined ? (caller.context?.companyId ?? null) : companyId,
      subject: subject ?? null,
      details: json(details),
    })
    .execute();
}

/** Stands for an e-mail address where the address itself must not be kept. */
export async function addressMark(email: string): Promise<string> {
  const hash = await sha256(email.toLowerCase());
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
