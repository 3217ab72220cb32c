import type { MemberScope } from '../../scope.js';

/** Keeps the number of a buyer who had none, so that nobody types it twice. That of the supplier's staff is shown to buyers and stays. */
export async function keepPhone({ db, caller }: MemberScope, phone: string): Promise<void> {
  if (caller.person.phone !== null) return;
  await db
    .updateTable('person')
    .set({ phone })
    .where('id', '=', caller.person.id)
    .where('staff_role', 'is', null)
    .execute();
}
