import type { Locale } from '@kontor/contract';

/** Words of the letter that says that a buyer wants to be called. */
export interface CallLetterTexts {
  subject: (name: string, company: string) => string;
  wish: (name: string, company: string) => string;
  phone: string;
  email: string;
  product: string;
  cart: string;
  lines: (count: number) => string;
  order: string;
  query: string;
}

export const callLetterTexts: Readonly<Record<Locale, CallLetterTexts>> = {
  ru: {
    subject: (name, company) => `Просят перезвонить: ${name}, ${company}`,
    wish: (name, company) => `${name} (${company}) просит перезвонить.`,
    phone: 'Телефон',
    email: 'Почта',
    product: 'О товаре',
    cart: 'О корзине',
    lines: (count) => `строк — ${String(count)}`,
    order: 'О заказе',
    query: 'Искали и не нашли',
  },
  uk: {
    subject: (name, company) => `Просять передзвонити: ${name}, ${company}`,
    wish: (name, company) => `${name} (${company}) просить передзвонити.`,
    phone: 'Телефон',
    email: 'Пошта',
    product: 'Про товар',
    cart: 'Про кошик',
    lines: (count) => `рядків — ${String(count)}`,
    order: 'Про замовлення',
    query: 'Шукали й не знайшли',
  },
  en: {
    subject: (name, company) => `Wants a call: ${name}, ${company}`,
    wish: (name, company) => `${name} (${company}) would like to be called.`,
    phone: 'Phone',
    email: 'E-mail',
    product: 'About the article',
    cart: 'About the cart',
    lines: (count) => `lines: ${String(count)}`,
    order: 'About the order',
    query: 'Searched in vain for',
  },
  de: {
    subject: (name, company) => `Rückruf erbeten: ${name}, ${company}`,
    wish: (name, company) => `${name} (${company}) bittet um einen Rückruf.`,
    phone: 'Telefon',
    email: 'E-Mail',
    product: 'Zum Artikel',
    cart: 'Zum Warenkorb',
    lines: (count) => `Positionen: ${String(count)}`,
    order: 'Zur Bestellung',
    query: 'Vergeblich gesucht',
  },
};
