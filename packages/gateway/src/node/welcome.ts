import { demoPassword, demoUsers } from '../demo/users.js';
import type { Environment } from './environment.js';

/** What a person reads after `npm start`. */
export function welcome(
  url: string,
  {
    DATABASE_URL,
    KONTOR_FOLDER,
    KONTOR_DEMO_SITE: site,
  }: Pick<Environment, 'DATABASE_URL' | 'KONTOR_FOLDER' | 'KONTOR_DEMO_SITE'>,
): string {
  const width = Math.max(...demoUsers.map(({ email }) => email.length));
  const people = demoUsers.map(
    ({ email, role, company, note }) =>
      `    ${email.padEnd(width)}  ${role.padEnd(10)}  ${company === undefined ? '' : `${company}: `}${note}`,
  );
  return [
    '',
    `  Kontor is at ${url}`,
    '',
    ...(site === undefined ? [] : [`  Demo site       ${site}`]),
    `  API reference   ${url}/docs`,
    `  OpenAPI         ${url}/v1/openapi.json`,
    `  Data            ${DATABASE_URL === undefined ? `${KONTOR_FOLDER} (embedded; letters in ${KONTOR_FOLDER}/letters)` : 'PostgreSQL'}`,
    '',
    `  Sign in as one of these, password ${demoPassword}:`,
    '',
    ...people,
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}
