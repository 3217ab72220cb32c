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

/** What somebody was before. */
export type FormerRole = 'admin' | 'buyer' | 'manager' | 'nobody';

/** An admin, and how to get in. */
export interface MadeAdmin {
  readonly former: FormerRole;
  /** Sets a password, once and within an hour; undefined when a letter is to bring it. */
  readonly token: string | undefined;
}

/** Somebody who may not sign in. */
export class DisabledPersonError extends Error {
  constructor(email: string) {
    super(`${email} is disabled here: choose another address.`);
    this.name = 'DisabledPersonError';
  }
}

/**
 * Makes a person an admin of the supplier who has the database anyway, so nobody has to allow it; in one transaction. Somebody
 * who is there already keeps everything else, the password too until a new one is set.
 * @throws DisabledPersonError
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
  if (known && known.disabledAt !== null) throw new DisabledPersonError(email);
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
  const former = known ? (known.role ?? 'buyer') : 'nobody';
  if (former !== 'admin')
    await audit({ db, now, caller: visitor }, 'staff.adminMade', { subject: id, details: { former } });
  if (!byLetter) return { former, token: await openReset({ db, now }, id) };
  await requestResetLetter({ db, now }, email);
  return { former, token: undefined };
}
