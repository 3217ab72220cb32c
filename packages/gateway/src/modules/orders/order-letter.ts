import type { Letter, Settings } from '../../ports.js';
import type { FullOrder } from './types.js';

interface LetterTexts {
  subject: (number: string, supplier: string) => string;
  thanks: (number: string) => string;
  received: (number: string) => string;
  total: string;
  delivery: string;
  comment: string;
  documents: string;
}

const texts: Record<string, LetterTexts> = {
  ru: {
    subject: (number, supplier) => `Заказ ${number} — ${supplier}`,
    thanks: (number) => `Спасибо! Заказ ${number} принят.`,
    received: (number) => `Получен заказ ${number}.`,
    total: 'Итого',
    delivery: 'Доставка',
    comment: 'Комментарий',
    documents: 'Счёт появится в заказе через несколько секунд.',
  },
  uk: {
    subject: (number, supplier) => `Замовлення ${number} — ${supplier}`,
    thanks: (number) => `Дякуємо! Замовлення ${number} прийнято.`,
    received: (number) => `Отримано замовлення ${number}.`,
    total: 'Разом',
    delivery: 'Доставка',
    comment: 'Коментар',
    documents: 'Рахунок з’явиться в замовленні за кілька секунд.',
  },
  en: {
    subject: (number, supplier) => `Order ${number} – ${supplier}`,
    thanks: (number) => `Thank you! We have received order ${number}.`,
    received: (number) => `Order ${number} has come in.`,
    total: 'Total',
    delivery: 'Delivery',
    comment: 'Comment',
    documents: 'The invoice will be with the order in a few seconds.',
  },
  de: {
    subject: (number, supplier) => `Bestellung ${number} – ${supplier}`,
    thanks: (number) => `Vielen Dank! Die Bestellung ${number} ist eingegangen.`,
    received: (number) => `Die Bestellung ${number} ist eingegangen.`,
    total: 'Gesamt',
    delivery: 'Lieferung',
    comment: 'Kommentar',
    documents: 'Die Rechnung finden Sie in wenigen Sekunden bei der Bestellung.',
  },
};

/** The letter about a placed order: to the person who ordered, or to a seller whose channel is e-mail. */
export function orderLetter(
  order: FullOrder,
  topic: string,
  channel: { to: string; locale?: string },
  settings: Settings,
): Letter {
  const text = texts[channel.locale ?? 'ru'] ?? texts['ru'];
  if (!text) throw new Error('No texts for letters');
  const lines = order.lines.map(
    ({ position, sku, name, quantity, unitName, total }) =>
      `${String(position)}. ${sku}  ${name}  ${quantity} ${unitName}${total === null ? '' : `  ${total} ${order.currency}`}`,
  );
  const body = [
    topic === 'order.confirmation' ? text.thanks(order.number) : text.received(order.number),
    '',
    ...lines,
    '',
    ...(order.deliveryCost === null ? [] : [`${text.delivery}: ${order.deliveryCost} ${order.currency}`]),
    `${text.total}: ${order.totals.total} ${order.currency}`,
    ...(order.comment ? ['', `${text.comment}: ${order.comment}`] : []),
    ...(topic === 'order.confirmation' ? ['', text.documents] : []),
  ];
  return {
    to: channel.to,
    subject: text.subject(order.number, settings.supplier),
    text: body.join('\n'),
    messageId: `${topic}.${order.number}@${new URL(settings.publicUrl).hostname}`,
  };
}
