import { visitor } from '../../caller.js';
import { newId } from '../../identifiers.js';
import type { Scope } from '../../scope.js';
import { audit } from './audit.js';
import { openReset, requestResetLetter } from './send-letters.js';

/** Whom to make an admin. */
export interface AdminToBe {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  /** Sends a letter with a link instead of answering its token. */
  readonly byLetter: boolean;
}

/** What somebody was before; `person`: known, but nothing of it any more. */
export type FormerRole = 'admin' | 'manager' | 'nobody' | 'person';

/** An admin, and how to get in. */
export interface MadeAdmin {
  readonly former: FormerRole;
  /** Sets a password, once and within an hour; undefined when a letter is to bring it. */
  readonly token: string | undefined;
}

/** Somebody who could not act as an admin. */
export class NoAdminError extends Error {
  constructor(email: string, why: string) {
    super(`${email} ${why}: choose another address.`);
    this.name = 'NoAdminError';
  }
}

/**
 * Makes a person an admin of the supplier who has the database anyway, so nobody has to allow it; in one transaction. Somebody
 * who is there already keeps everything else, the password too until a new one is set.
 * @throws NoAdminError for somebody who is disabled, and for a member of a company: whoever is one signs in as that
 */
export async function makeAdmin(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { email: given, name, locale, byLetter }: AdminToBe,
): Promise<MadeAdmin> {
  const email = given.toLowerCase();
  const known = await db
    .selectFrom('person')
    .select(['id', 'staff_role as role', 'disabled_at as disabledAt'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst();
  if (known && known.disabledAt !== null) throw new NoAdminError(email, 'is disabled');
  if (known && (await isMember(db, known.id)))
    throw new NoAdminError(email, 'orders for a company, and signs in for it');
  const id = known?.id ?? newId('per');
  if (known) await db.updateTable('person').set({ staff_role: 'admin' }).where('id', '=', id).execute();
  else
    await db
      .insertInto('person')
      .values({
        id,
        email,
        name,
        phone: null,
        messenger: null,
        photo: null,
        password_hash: null,
        staff_role: 'admin',
        locale,
        disabled_at: null,
        created_at: now,
      })
      .execute();
  const former = known ? (known.role ?? 'person') : 'nobody';
  if (former !== 'admin')
    await audit({ db, now, caller: visitor }, 'staff.adminMade', { subject: id, details: { former } });
  if (!byLetter) return { former, token: await openReset({ db, now }, id) };
  await requestResetLetter({ db, now }, email);
  return { former, token: undefined };
}

async function isMember(db: Scope['db'], personId: string): Promise<boolean> {
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return member !== undefined;
}
