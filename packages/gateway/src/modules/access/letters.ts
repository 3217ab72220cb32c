import type { Locale } from '@kontor/contract';

import { oneLine } from '../../one-line.js';
import type { Letter, Settings } from '../../ports.js';
import { letterTexts } from './letter-texts.js';

type LetterSettings = Pick<Settings, 'supplier' | 'publicUrl' | 'links' | 'locales'>;

/** The letter with a link that sets a new password, in the person's language. */
export function passwordResetLetter(
  settings: LetterSettings,
  { email, locale }: { email: string; locale: string },
  token: string,
): Letter {
  const texts = letterTexts[localeFor(settings, locale)];
  const link = passwordResetLink(settings, token);
  return {
    to: email,
    subject: texts.resetSubject(settings.supplier),
    text: texts.reset(settings.supplier, link),
  };
}

/** Where a person sets a new password. */
export function passwordResetLink(settings: Pick<Settings, 'links' | 'publicUrl'>, token: string): string {
  return linkTo(settings, settings.links.passwordReset, token);
}

/** The letter with a link that makes somebody a member of a company. */
export function invitationLetter(
  settings: LetterSettings,
  { email, locale, company }: { email: string; locale: string; company: string },
  token: string,
): Letter {
  const texts = letterTexts[localeFor(settings, locale)];
  const link = linkTo(settings, settings.links.invitation, token);
  return {
    to: email,
    subject: texts.invitationSubject(settings.supplier),
    text: texts.invitation(settings.supplier, company, link),
  };
}

/** The letter to an admin that somebody asks for access. */
export function accessRequestLetter(
  settings: LetterSettings,
  { to, locale = '' }: { to: string; locale?: string },
  { id, name, contact, message }: { id: string; name: string; contact: string; message: string },
): Letter {
  const texts = letterTexts[localeFor(settings, locale)];
  return {
    to,
    subject: texts.accessSubject(settings.supplier, oneLine(name)),
    text: [texts.access(oneLine(name), oneLine(contact)), ...(message.trim() ? [message.trim()] : [])]
      .join('\n\n')
      .concat('\n'),
    messageId: `access.${id}@${new URL(settings.publicUrl).hostname}`,
  };
}

function localeFor({ locales }: LetterSettings, wanted: string): Locale {
  return locales.find((locale) => locale === wanted) ?? locales[0] ?? 'ru';
}

function linkTo({ publicUrl }: Pick<Settings, 'publicUrl'>, template: string, token: string): string {
  return template.replace('{publicUrl}', publicUrl).replace('{token}', encodeURIComponent(token));
}
