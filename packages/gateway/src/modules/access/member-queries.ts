import type { Member, PermissionOverrides, Role } from '@kontor/contract';
import { sql } from 'kysely';

import type { MemberScope } from '../../scope.js';
import { permissionsOf } from './permissions.js';

/** A member or an open invitation, as stored. */
export interface MemberEntry {
  id: string;
  name: string;
  email: string;
  role: Role;
  overrides: PermissionOverrides;
  createdAt: Date;
  status: Member['status'];
}

/** Members of the selected company, removed ones included. */
export function memberQuery({ db, caller }: MemberScope) {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .where('member.company_id', '=', caller.company.id)
    .select([
      'member.id as id',
      'person.name as name',
      'person.email as email',
      'member.role as role',
      'member.overrides as overrides',
      'member.created_at as createdAt',
      sql<Member['status']>`case when member.removed_at is null then 'active' else 'removed' end`.as(
        'status',
      ),
    ]);
}

/** Its invitations that wait for an answer. */
export function invitationQuery({ db, caller, now }: MemberScope) {
  return db
    .selectFrom('invitation')
    .where('invitation.company_id', '=', caller.company.id)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .select([
      'invitation.id as id',
      'invitation.name as name',
      'invitation.email as email',
      'invitation.role as role',
      'invitation.overrides as overrides',
      'invitation.created_at as createdAt',
      sql<Member['status']>`'invited'`.as('status'),
    ]);
}

/** The public shape of an entry. */
export function memberOf({ id, name, email, role, overrides, createdAt, status }: MemberEntry): Member {
  return {
    id,
    name,
    email,
    role,
    can: permissionsOf(role, overrides),
    status,
    createdAt: createdAt.toISOString(),
  };
}
