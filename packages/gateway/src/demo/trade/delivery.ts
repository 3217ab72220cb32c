import { json } from '../../database/json.js';
import type { DemoRows } from '../demo-rows.js';
import { demoWarehouses } from '../ids.js';

/** Delivery methods of the demo supplier. */
export const demoDeliveryMethods = {
  pickup: 'dlm_pickup',
  ownTransport: 'dlm_own-transport',
  carrier: 'dlm_carrier',
  dropshipping: 'dlm_dropshipping',
  other: 'dlm_other',
} as const;

const methods = [
  {
    id: demoDeliveryMethods.pickup,
    kind: 'pickup',
    needsAddress: false,
    name: { ru: 'Самовывоз', en: 'Pickup', uk: 'Самовивіз', de: 'Abholung' },
    conditions: {
      ru: 'Бесплатно со склада. Заказ ждёт три рабочих дня.',
      en: 'Free from the warehouse. The order waits for three working days.',
      uk: 'Безкоштовно зі складу. Замовлення чекає три робочі дні.',
      de: 'Kostenlos ab Lager. Die Ware liegt drei Werktage bereit.',
    },
  },
  {
    id: demoDeliveryMethods.ownTransport,
    kind: 'ownTransport',
    needsAddress: true,
    name: {
      ru: 'Доставка нашим транспортом',
      en: 'Our own transport',
      uk: 'Доставка нашим транспортом',
      de: 'Eigener Transport',
    },
    conditions: {
      ru: 'В городах складов и области. Разгрузка силами покупателя.',
      en: 'In the cities of our warehouses and around. The buyer unloads.',
      uk: 'У містах складів та області. Розвантаження силами покупця.',
      de: 'In den Lagerstädten und Umgebung. Entladung durch den Käufer.',
    },
  },
  {
    id: demoDeliveryMethods.carrier,
    kind: 'carrier',
    needsAddress: true,
    name: { ru: 'Транспортная компания', en: 'Carrier', uk: 'Транспортна компанія', de: 'Spedition' },
    conditions: {
      ru: 'До терминала бесплатно, далее по тарифам перевозчика.',
      en: "Free to the terminal, then at the carrier's rates.",
      uk: 'До термінала безкоштовно, далі за тарифами перевізника.',
      de: 'Bis zum Terminal kostenlos, danach zum Tarif der Spedition.',
    },
  },
  {
    id: demoDeliveryMethods.dropshipping,
    kind: 'dropshipping',
    needsAddress: true,
    name: {
      ru: 'Отправка вашему клиенту',
      en: 'Dropshipping',
      uk: 'Відправлення вашому клієнту',
      de: 'Streckengeschäft',
    },
    conditions: {
      ru: 'Отправим без наших документов от вашего имени.',
      en: 'We ship in your name, without our papers.',
      uk: 'Відправимо без наших документів від вашого імені.',
      de: 'Versand in Ihrem Namen ohne unsere Papiere.',
    },
  },
  {
    id: demoDeliveryMethods.other,
    kind: 'other',
    needsAddress: false,
    name: { ru: 'Другой способ', en: 'Another way', uk: 'Інший спосіб', de: 'Andere Versandart' },
    conditions: {
      ru: 'Менеджер свяжется и согласует условия.',
      en: 'A manager gets in touch to agree on the terms.',
      uk: "Менеджер зв'яжеться та узгодить умови.",
      de: 'Wir melden uns, um die Bedingungen abzustimmen.',
    },
  },
] as const;

type Rule = NonNullable<DemoRows['delivery_rule']>[number];
const rule = (method_id: string, changes: Partial<Rule>): Rule => ({
  method_id,
  warehouse_id: null,
  country: null,
  city: null,
  cost: null,
  currency: 'RUB',
  free_from: null,
  min_days: null,
  max_days: null,
  priority: 0,
  ...changes,
});

const homeCities: readonly (readonly [string, string, string])[] = [
  [demoWarehouses.yekaterinburg, 'Екатеринбург', '900.00'],
  [demoWarehouses.moscow, 'Москва', '1500.00'],
  [demoWarehouses.petersburg, 'Санкт-Петербург', '1300.00'],
  [demoWarehouses.novosibirsk, 'Новосибирск', '900.00'],
  [demoWarehouses.krasnodar, 'Краснодар', '800.00'],
];

/** Delivery methods and their rules; the most exact rule has the highest priority. */
export function deliveryRows(): Required<Pick<DemoRows, 'delivery_method' | 'delivery_rule'>> {
  const { pickup, ownTransport, carrier, dropshipping, other } = demoDeliveryMethods;
  return {
    delivery_method: methods.map(({ id, kind, needsAddress, name, conditions }, index) => ({
      id,
      seller_id: null,
      kind,
      name: json(name),
      conditions: json(conditions),
      needs_address: needsAddress,
      warehouse_ids: null,
      position: index + 1,
      is_active: true,
    })),
    delivery_rule: [
      rule(pickup, { cost: '0.00', min_days: 0, max_days: 1 }),
      ...homeCities.flatMap(([warehouse_id, city, cost]) => [
        rule(ownTransport, {
          warehouse_id,
          country: 'RU',
          city,
          cost,
          free_from: '50000.00',
          min_days: 1,
          max_days: 2,
          priority: 20,
        }),
        rule(carrier, {
          warehouse_id,
          country: 'RU',
          cost: '700.00',
          free_from: '100000.00',
          min_days: 3,
          max_days: 10,
          priority: 10,
        }),
        rule(carrier, {
          warehouse_id,
          country: 'RU',
          city: 'Мурманск',
          cost: warehouse_id === demoWarehouses.petersburg ? '1800.00' : '3900.00',
          min_days: warehouse_id === demoWarehouses.petersburg ? 3 : 7,
          max_days: warehouse_id === demoWarehouses.petersburg ? 5 : 14,
          priority: 20,
        }),
      ]),
      rule(carrier, { country: 'KZ', cost: '2500.00', min_days: 7, max_days: 18, priority: 5 }),
      rule(carrier, {
        country: 'UA',
        cost: '45.00',
        currency: 'EUR',
        min_days: 9,
        max_days: 20,
        priority: 5,
      }),
      rule(carrier, {
        country: 'DE',
        cost: '60.00',
        currency: 'EUR',
        free_from: '2000.00',
        min_days: 10,
        max_days: 20,
        priority: 5,
      }),
      rule(carrier, { min_days: 10, max_days: 25 }),
      rule(dropshipping, { country: 'RU', cost: '450.00', min_days: 3, max_days: 9 }),
      rule(other, {}),
    ],
  };
}
