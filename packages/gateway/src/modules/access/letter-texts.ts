import type { Locale } from '@kontor/contract';

/** Words of the letters that access sends. */
export interface LetterTexts {
  resetSubject: (supplier: string) => string;
  reset: (supplier: string, link: string) => string;
  invitationSubject: (supplier: string) => string;
  invitation: (supplier: string, company: string, link: string) => string;
  accessSubject: (supplier: string, name: string) => string;
  access: (name: string, contact: string) => string;
}

export const letterTexts: Readonly<Record<Locale, LetterTexts>> = {
  ru: {
    resetSubject: (supplier) => `${supplier}: новый пароль`,
    reset: (supplier, link) =>
      `Здравствуйте!\n\nЧтобы задать новый пароль для входа в магазин «${supplier}», откройте ссылку. Она действует один час и только один раз.\n\n${link}\n\nЕсли вы не просили новый пароль, ничего делать не нужно: прежний действует.\n`,
    invitationSubject: (supplier) => `${supplier}: приглашение`,
    invitation: (supplier, company, link) =>
      `Здравствуйте!\n\nВас пригласили заказывать товары «${supplier}» от имени компании «${company}». Чтобы принять приглашение, откройте ссылку. Она действует семь дней.\n\n${link}\n`,
    accessSubject: (supplier, name) => `${supplier}: ${name} просит доступ`,
    access: (name, contact) => `${name} просит доступ в магазин.\n\nСвязаться: ${contact}`,
  },
  uk: {
    resetSubject: (supplier) => `${supplier}: новий пароль`,
    reset: (supplier, link) =>
      `Вітаємо!\n\nЩоб задати новий пароль для входу до магазину «${supplier}», відкрийте посилання. Воно діє одну годину й лише один раз.\n\n${link}\n\nЯкщо ви не просили новий пароль, нічого робити не потрібно: попередній діє.\n`,
    invitationSubject: (supplier) => `${supplier}: запрошення`,
    invitation: (supplier, company, link) =>
      `Вітаємо!\n\nВас запросили замовляти товари «${supplier}» від імені компанії «${company}». Щоб прийняти запрошення, відкрийте посилання. Воно діє сім днів.\n\n${link}\n`,
    accessSubject: (supplier, name) => `${supplier}: ${name} просить доступ`,
    access: (name, contact) => `${name} просить доступ до магазину.\n\nЗв’язок: ${contact}`,
  },
  en: {
    resetSubject: (supplier) => `${supplier}: new password`,
    reset: (supplier, link) =>
      `Hello,\n\nTo set a new password for ${supplier}, open this link. It works once, for one hour.\n\n${link}\n\nIf you did not ask for it, there is nothing to do: your password stays as it is.\n`,
    invitationSubject: (supplier) => `${supplier}: invitation`,
    invitation: (supplier, company, link) =>
      `Hello,\n\nYou were invited to order from ${supplier} on behalf of ${company}. To accept, open this link. It works for seven days.\n\n${link}\n`,
    accessSubject: (supplier, name) => `${supplier}: ${name} asks for access`,
    access: (name, contact) => `${name} asks for access to the shop.\n\nTo be reached at: ${contact}`,
  },
  de: {
    resetSubject: (supplier) => `${supplier}: neues Passwort`,
    reset: (supplier, link) =>
      `Guten Tag,\n\num ein neues Passwort für ${supplier} zu setzen, öffnen Sie diesen Link. Er gilt eine Stunde und nur einmal.\n\n${link}\n\nFalls Sie das nicht wollten, ist nichts zu tun: Ihr bisheriges Passwort gilt weiter.\n`,
    invitationSubject: (supplier) => `${supplier}: Einladung`,
    invitation: (supplier, company, link) =>
      `Guten Tag,\n\nSie wurden eingeladen, bei ${supplier} für ${company} zu bestellen. Um die Einladung anzunehmen, öffnen Sie diesen Link. Er gilt sieben Tage.\n\n${link}\n`,
    accessSubject: (supplier, name) => `${supplier}: ${name} bittet um Zugang`,
    access: (name, contact) => `${name} bittet um Zugang zum Shop.\n\nErreichbar unter: ${contact}`,
  },
};
