import type { PermissionOverrides, Role } from '@kontor/contract';

import { demoCompanies } from '../ids.js';
import type { DemoCompany } from './companies.js';

/** A person as it is generated. */
export interface DemoPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly locale: string;
  readonly staffRole: 'manager' | 'admin' | null;
}

/** A membership as it is generated. */
export interface DemoMember {
  readonly id: string;
  readonly company: string;
  readonly person: string;
  readonly role: Role;
  readonly overrides: PermissionOverrides;
  readonly isRemoved: boolean;
}

/** Memberships that tests ask for by name. */
export const demoMembers = {
  stroymasterOwner: 'mbr_stroymaster-owner',
  stroymasterBuyer: 'mbr_stroymaster-buyer',
  stroymasterRemoved: 'mbr_stroymaster-former',
  metizOwner: 'mbr_metiz-owner',
  metizSecondOwner: 'mbr_metiz-buyer2',
} as const;

const staff: readonly DemoPerson[] = [
  {
    id: 'per_admin',
    email: 'admin@kontor.example.test',
    name: 'Ольга Крылова',
    phone: '+7 343 000-00-01',
    locale: 'ru',
    staffRole: 'admin',
  },
  {
    id: 'per_manager',
    email: 'manager@kontor.example.test',
    name: 'Игорь Савельев',
    phone: '+7 343 000-00-02',
    locale: 'ru',
    staffRole: 'manager',
  },
  {
    id: 'per_manager2',
    email: 'manager2@kontor.example.test',
    name: 'Марина Белова',
    phone: '+7 343 000-00-03',
    locale: 'ru',
    staffRole: 'manager',
  },
];

type Seed = readonly [
  company: string,
  domain: string,
  mailbox: string,
  name: string,
  role: Role,
  overrides?: PermissionOverrides,
];
const { stroymaster, metiz, lokon, competitor, uralprom, ukrainian, german } = demoCompanies;
const seeds: readonly Seed[] = [
  [stroymaster, 'stroymaster', 'owner', 'Андрей Мастеров', 'owner'],
  [stroymaster, 'stroymaster', 'buyer', 'Елена Закупкина', 'buyer'],
  [stroymaster, 'stroymaster', 'buyer2', 'Анна Соколова', 'buyer'],
  [stroymaster, 'stroymaster', 'accountant', 'Тамара Счётова', 'accountant'],
  [stroymaster, 'stroymaster', 'viewer', 'Павел Смотров', 'viewer'],
  [stroymaster, 'stroymaster', 'former', 'Виктор Ушедший', 'buyer'],
  [metiz, 'metiz', 'owner', 'Сергей Соколов', 'owner'],
  [lokon, 'lokon', 'owner', 'Ирина Локонова', 'owner'],
  [lokon, 'lokon', 'buyer', 'Юлия Красина', 'buyer'],
  [lokon, 'lokon', 'buyer2', 'Дарья Стрижова', 'buyer'],
  [lokon, 'lokon', 'approver', 'Наталья Решетова', 'approver'],
  [lokon, 'lokon', 'requester', 'Ксения Просина', 'requester', { seePrices: 'none' }],
  [lokon, 'lokon', 'accountant', 'Вера Балансова', 'accountant'],
  [lokon, 'lokon', 'stylist', 'Алиса Феноменова', 'requester', { seePrices: 'base' }],
  [competitor, 'competitor', 'buyer', 'Роман Соперников', 'owner'],
  [uralprom, 'uralprom', 'buyer', 'Борис Уралов', 'owner'],
  [ukrainian, 'dnipro', 'buyer', 'Тарас Дніпренко', 'owner'],
  [german, 'hansa', 'buyer', 'Jonas Petersen', 'owner'],
];

/** People and their memberships, staff first. */
export function peopleOf(small: readonly DemoCompany[]): { people: DemoPerson[]; members: DemoMember[] } {
  const known = seeds.map(([company, domain, mailbox, name, role, overrides = {}]) => ({
    person: {
      id: `per_${domain}-${mailbox}`,
      email: `${mailbox}@${domain}.example.test`,
      name,
      phone: '+7 900 000-00-00',
      locale: company === ukrainian ? 'uk' : company === german ? 'de' : 'ru',
      staffRole: null,
    },
    member: {
      id: `mbr_${domain}-${mailbox}`,
      company,
      person: `per_${domain}-${mailbox}`,
      role,
      overrides,
      isRemoved: mailbox === 'former',
    },
  }));
  const owners = small.map(({ id }, index) => {
    const code = id.replace('cmp_', '');
    return {
      person: {
        id: `per_${code}`,
        email: `owner@${code}.example.test`,
        name: `${firstNames[index % firstNames.length] ?? ''} ${lastNames[index % lastNames.length] ?? ''}`,
        phone: '+7 900 000-00-00',
        locale: 'ru',
        staffRole: null,
      },
      member: {
        id: `mbr_${code}`,
        company: id,
        person: `per_${code}`,
        role: 'owner' as const,
        overrides: {},
        isRemoved: false,
      },
    };
  });
  // One person in two companies, with different roles.
  const second: DemoMember = {
    id: demoMembers.metizSecondOwner,
    company: metiz,
    person: 'per_stroymaster-buyer2',
    role: 'owner',
    overrides: {},
    isRemoved: false,
  };
  const all = [...known, ...owners];
  return {
    people: [...staff, ...all.map(({ person }) => person)],
    members: [...all.map(({ member }) => member), second],
  };
}

const firstNames = ['Алексей', 'Дмитрий', 'Николай', 'Максим', 'Артём', 'Владимир', 'Константин'];
const lastNames = [
  'Гайкин',
  'Шайбин',
  'Болтов',
  'Винтов',
  'Шурупов',
  'Клёпов',
  'Анкеров',
  'Скобин',
  'Петлин',
  'Хомутов',
  'Тросов',
];
