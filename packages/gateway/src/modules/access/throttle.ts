import { addressGroup } from '../../http/address-group.js';
import type { Allowance } from '../../http/allowance.js';
import type { Settings } from '../../ports.js';
import { addressMark } from './audit.js';

const quarterHour = 900;
const hour = 3600;

/** Wrong passwords for one e-mail address. */
export async function passwordTries(email: string): Promise<Allowance> {
  return { key: `password:${await addressMark(email)}`, tries: 10, seconds: quarterHour };
}

/** Wrong credentials of any kind from one client. */
export async function clientTries(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `client:${await clientMark(settings, request)}`, tries: 50, seconds: quarterHour };
}

/** Reset letters to one e-mail address, whether or not anybody has it. */
export async function resetLetters(email: string): Promise<Allowance> {
  return { key: `reset:${await addressMark(email)}`, tries: 5, seconds: hour };
}

/** Reset letters asked for by one client. */
export async function resetRequests(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `reset-client:${await clientMark(settings, request)}`, tries: 20, seconds: hour };
}

/** Requests for access by one client. */
export async function accessRequests(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `access-request:${await clientMark(settings, request)}`, tries: 5, seconds: hour };
}

/** Invitations that one person sends. */
export function invitations(personId: string): Allowance {
  return { key: `invitation:${personId}`, tries: 60, seconds: hour };
}

function clientMark({ clientAddress }: Settings, request: Request): Promise<string> {
  return addressMark(addressGroup(clientAddress(request)));
}
