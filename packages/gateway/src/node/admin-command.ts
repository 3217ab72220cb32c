import { mkdir } from 'node:fs/promises';

import { Email } from '@kontor/contract';

import { migrate } from '../database/migrate.js';
import { passwordResetLink } from '../modules/access/letters.js';
import { makeAdmin, type FormerRole, type MadeAdmin } from '../modules/access/make-admin.js';
import { defineSettings } from '../settings.js';
import { usualPort, type Environment } from './environment.js';
import { linksOf } from './links.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';

export interface AdminCommand {
  readonly environment: Environment;
  readonly email: string;
  /** @default the address */
  readonly name?: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * `kontor admin`: somebody who may do everything, the first one of a new installation too. Says who that was before, and a link
 * that sets a password where no letter can bring it.
 * @throws NoAdminError
 * @throws Error for what is no e-mail address
 */
export async function runAdmin(command: AdminCommand): Promise<MadeAdmin> {
  const { environment, email, name = email, say } = command;
  if (!Email.safeParse(email).success) throw new Error(`"${email}" is no e-mail address.`);
  const { host, isGiven } = publicUrlOf(environment);
  const settings = defineSettings({ publicUrl: host, links: linksOf(environment) });
  await mkdir(environment.KONTOR_FOLDER, { recursive: true });
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const { database, close } = await openDatabase(environment, log);
  try {
    await migrate(database);
    const made = await database.system
      .transaction()
      .execute((db) =>
        makeAdmin(
          { db, now: new Date() },
          { email, name, locale: settings.locales[0] ?? 'ru', byLetter: environment.SMTP_URL !== undefined },
        ),
      );
    say(`${email} ${became[made.former]}.`);
    if (made.token === undefined)
      say('A letter with a link that sets a password leaves as soon as a gateway runs, within an hour.');
    else for (const line of linkLines(passwordResetLink(settings, made.token), made.token, host)) say(line);
    if (made.token !== undefined && !isGiven && environment.KONTOR_PASSWORD_RESET_URL === undefined)
      say(`KONTOR_PUBLIC_URL is not set: the link leads to ${host}.`);
    return made;
  } finally {
    await close();
  }
}

const became: Readonly<Record<FormerRole, string>> = {
  nobody: 'is an admin now',
  person: 'was nothing here any more and is an admin now',
  manager: 'was a manager and is an admin now',
  admin: 'is an admin already',
};

function linkLines(link: string, token: string, host: string): string[] {
  const body = JSON.stringify({ token, password: '…' });
  return [
    'This link sets a password, once and within an hour:',
    `  ${link}`,
    'Where your site has no page for it yet:',
    `  curl -X POST ${host}/v1/session/password-reset -H 'Content-Type: application/json' -d '${body}'`,
  ];
}

function publicUrlOf({ KONTOR_PUBLIC_URL, KONTOR_HOST, KONTOR_PORT }: Environment): {
  host: string;
  isGiven: boolean;
} {
  if (KONTOR_PUBLIC_URL !== undefined) return { host: KONTOR_PUBLIC_URL.replace(/\/$/, ''), isGiven: true };
  return { host: `http://${KONTOR_HOST}:${String(KONTOR_PORT ?? usualPort)}`, isGiven: false };
}
