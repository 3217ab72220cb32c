import type { Settings } from '../ports.js';
import { defineSettings } from '../settings.js';
import type { Environment } from './environment.js';

/** Pages that letters link to, by the environment. */
export function linksOf({
  KONTOR_INVITATION_URL,
  KONTOR_PASSWORD_RESET_URL,
}: Pick<Environment, 'KONTOR_INVITATION_URL' | 'KONTOR_PASSWORD_RESET_URL'>): Settings['links'] {
  const { invitation, passwordReset } = defineSettings().links;
  return {
    invitation: KONTOR_INVITATION_URL ?? invitation,
    passwordReset: KONTOR_PASSWORD_RESET_URL ?? passwordReset,
  };
}
