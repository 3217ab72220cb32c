import type { Role } from '@kontor/contract';

/** The password of every demo user. */
export const demoPassword = 'kontor-demo-2026';

/** Somebody who may sign in to the demo. */
export interface DemoUser {
  readonly email: string;
  readonly role: Role | 'manager' | 'admin';
  /** Name of the company; absent for staff. */
  readonly company?: string;
  /** What there is to see. */
  readonly note: string;
}

/** The people to try the demo with; they share {@link demoPassword}. */
export const demoUsers: readonly DemoUser[] = [
  { email: 'admin@kontor.example.test', role: 'admin', note: 'the whole back office' },
  { email: 'manager@kontor.example.test', role: 'manager', note: 'personal manager of most companies' },
  {
    email: 'manager2@kontor.example.test',
    role: 'manager',
    note: 'manager of the salons and the foreign companies',
  },
  {
    email: 'owner@stroymaster.example.test',
    role: 'owner',
    company: 'СтройМастер',
    note: 'four agreements, exact stock',
  },
  {
    email: 'buyer@stroymaster.example.test',
    role: 'buyer',
    company: 'СтройМастер',
    note: 'orders every week',
  },
  {
    email: 'buyer2@stroymaster.example.test',
    role: 'buyer',
    company: 'СтройМастер',
    note: 'also the owner of «Метиз у дома»',
  },
  {
    email: 'accountant@stroymaster.example.test',
    role: 'accountant',
    company: 'СтройМастер',
    note: 'documents, no cart',
  },
  {
    email: 'viewer@stroymaster.example.test',
    role: 'viewer',
    company: 'СтройМастер',
    note: 'looks, does not buy',
  },
  {
    email: 'owner@metiz.example.test',
    role: 'owner',
    company: 'Метиз у дома',
    note: 'a small shop: retail prices, stock as levels',
  },
  {
    email: 'owner@lokon.example.test',
    role: 'owner',
    company: 'Локон',
    note: 'a chain of salons with an assortment of its own',
  },
  { email: 'buyer@lokon.example.test', role: 'buyer', company: 'Локон', note: 'buys for all salons' },
  { email: 'buyer2@lokon.example.test', role: 'buyer', company: 'Локон', note: 'buys for one salon' },
  { email: 'approver@lokon.example.test', role: 'approver', company: 'Локон', note: 'approves requests' },
  {
    email: 'requester@lokon.example.test',
    role: 'requester',
    company: 'Локон',
    note: 'fills carts, sees no prices',
  },
  {
    email: 'accountant@lokon.example.test',
    role: 'accountant',
    company: 'Локон',
    note: 'documents, no cart',
  },
  {
    email: 'stylist@lokon.example.test',
    role: 'requester',
    company: 'Локон',
    note: "sees base prices instead of the agreement's",
  },
  {
    email: 'buyer@competitor.example.test',
    role: 'owner',
    company: 'Крепёж-Конкурент',
    note: 'stock is capped at 10, 100 and 1000',
  },
  {
    email: 'buyer@uralprom.example.test',
    role: 'owner',
    company: 'Уралпром-Холдинг',
    note: 'an assortment with private lines',
  },
  {
    email: 'buyer@dnipro.example.test',
    role: 'owner',
    company: 'Дніпро-Кріп',
    note: 'a Ukrainian company that pays in euros',
  },
  {
    email: 'buyer@hansa.example.test',
    role: 'owner',
    company: 'Hansa Schrauben GmbH',
    note: 'a German company, no VAT',
  },
];
