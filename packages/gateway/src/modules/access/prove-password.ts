import { forgive, giveBack, spend } from '../../http/allowance.js';
import type { Scope } from '../../scope.js';
import { visitor } from '../../caller.js';
import { ProblemError } from '../../problem-error.js';
import { addressMark, audit } from './audit.js';
import { clientTries, passwordTries } from './throttle.js';
import type { AccessDeps } from './types.js';

/** A claim to be the person with this address. */
export interface PasswordClaim {
  email: string;
  password: string;
  request: Request;
}

/**
 * Proves a claim and answers the person's id. An unknown address, a wrong password, a person without one and a disabled person
 * take the same steps to the same answer. Never call it in a transaction: it hashes.
 * @throws ProblemError `invalid_credentials`, `too_many_requests`
 */
export async function provePassword(
  { database: { system }, passwords, decoy, settings }: AccessDeps,
  { now }: Pick<Scope, 'now'>,
  { email: given, password, request }: PasswordClaim,
): Promise<string> {
  const email = given.toLowerCase();
  const byAddress = await passwordTries(email);
  const byClient = await clientTries(settings, request);
  await spend(system, byAddress, now);
  await spend(system, byClient, now);
  const person = await system
    .selectFrom('person')
    .select(['id', 'password_hash as hash', 'disabled_at as disabledAt'])
    .where('email', '=', email)
    .executeTakeFirst();
  const isRight = await passwords.verify(person?.hash ?? (await decoy), password);
  if (person?.hash && isRight && person.disabledAt === null) {
    await forgive(system, byAddress);
    await giveBack(system, byClient);
    return person.id;
  }
  await audit({ db: system, caller: visitor, now }, 'session.refused', {
    personId: person?.id ?? null,
    details: { address: await addressMark(email) },
  });
  throw new ProblemError('invalid_credentials');
}
