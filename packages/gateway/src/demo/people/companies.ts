import {
  demoAgreements,
  demoAssortments,
  demoCompanies,
  demoGrades,
  demoPriceTypes,
  demoSegments,
  demoSellers,
} from '../ids.js';
import { createRandom, type Random } from '../random.js';
import { placeOf, places } from '../trade/places.js';
import {
  companyInn,
  correspondentAccount,
  edrpou,
  iban,
  ogrn,
  ogrnip,
  personInn,
  ruAccount,
} from './requisite-digits.js';

/** An agreement as it is generated. */
export interface DemoAgreement {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly vatMode: 'included' | 'excluded' | 'none';
  readonly priceType: string;
  readonly coefficient: string;
  readonly payment: 'prepayment' | 'deferral' | 'cash';
  readonly days: number | null;
  readonly assortment?: string;
}

/** A company as it is generated. */
export interface DemoCompany {
  readonly id: string;
  readonly name: string;
  readonly legalType: string;
  readonly requisites: Readonly<Record<string, string>>;
  readonly city: string;
  readonly street: string;
  readonly segment: string;
  readonly seller: string;
  readonly assortment: string | null;
  readonly manager: string;
  readonly grade: string | null;
  readonly basePriceType: string | null;
  readonly agreements: readonly DemoAgreement[];
}

const agreement = (id: string, changes: Partial<DemoAgreement> = {}): DemoAgreement => ({
  id,
  name: 'Основной договор',
  currency: 'RUB',
  vatMode: 'included',
  priceType: demoPriceTypes.wholesale,
  coefficient: '1',
  payment: 'prepayment',
  days: null,
  ...changes,
});
const bank = (bik: string, tail: string): Record<string, string> => ({
  bik,
  account: ruAccount(bik, tail),
  correspondentAccount: correspondentAccount(bik),
});
const usual = {
  segment: demoSegments.wholesale,
  seller: demoSellers.main,
  assortment: null,
  manager: 'per_manager',
  grade: null,
  basePriceType: null,
} as const;

/** The companies that people sign in to. */
export const mainCompanies: readonly DemoCompany[] = [
  {
    ...usual,
    id: demoCompanies.stroymaster,
    name: 'ООО «СтройМастер»',
    legalType: 'ru_company',
    requisites: {
      inn: companyInn('667112233'),
      kpp: '667101001',
      ogrn: ogrn('109667112233'),
      ...bank('046577674', '00000077001'),
    },
    city: 'Екатеринбург',
    street: 'ул. Малышева, д. 36',
    agreements: [
      agreement(demoAgreements.stroymasterPrepaid, {
        name: 'Предоплата',
        priceType: demoPriceTypes.largeWholesale,
      }),
      agreement(demoAgreements.stroymaster15, { name: 'Отсрочка 15 дней', payment: 'deferral', days: 15 }),
      agreement(demoAgreements.stroymaster45, {
        name: 'Отсрочка 45 дней',
        payment: 'deferral',
        days: 45,
        coefficient: '1.04',
      }),
      agreement(demoAgreements.stroymasterEur, {
        name: 'Экспорт, EUR',
        currency: 'EUR',
        vatMode: 'none',
        priceType: demoPriceTypes.exportEur,
        assortment: demoAssortments.export,
      }),
    ],
  },
  {
    ...usual,
    id: demoCompanies.metiz,
    name: 'ИП Соколова А. В. («Метиз у дома»)',
    legalType: 'ru_sole_proprietor',
    requisites: {
      inn: personInn('6670445566'),
      ogrnip: ogrnip('31866700044556'),
      ...bank('046577674', '00000077002'),
    },
    city: 'Нижний Тагил',
    street: 'пр. Мира, д. 12',
    segment: demoSegments.retail,
    grade: demoGrades.regular,
    agreements: [agreement(demoAgreements.metiz, { priceType: demoPriceTypes.retail, payment: 'cash' })],
  },
  {
    ...usual,
    id: demoCompanies.lokon,
    name: 'ООО «Локон»',
    legalType: 'ru_company',
    requisites: {
      inn: companyInn('770112255'),
      kpp: '770101001',
      ogrn: ogrn('112770112255'),
      ...bank('044525225', '00000077003'),
    },
    city: 'Москва',
    street: 'ул. Покровка, д. 27',
    segment: demoSegments.salons,
    assortment: demoAssortments.salons,
    manager: 'per_manager2',
    grade: demoGrades.turnover,
    basePriceType: demoPriceTypes.retail,
    agreements: [
      agreement(demoAgreements.lokon, {
        priceType: demoPriceTypes.smallWholesale,
        payment: 'deferral',
        days: 30,
      }),
    ],
  },
  {
    ...usual,
    id: demoCompanies.competitor,
    name: 'ООО «Крепёж-Конкурент»',
    legalType: 'ru_company',
    requisites: {
      inn: companyInn('745112266'),
      kpp: '745101001',
      ogrn: ogrn('114745112266'),
      ...bank('047501602', '00000077004'),
    },
    city: 'Челябинск',
    street: 'ул. Труда, д. 78',
    segment: demoSegments.competitor,
    agreements: [agreement(demoAgreements.competitor, { priceType: demoPriceTypes.smallWholesale })],
  },
  {
    ...usual,
    id: demoCompanies.uralprom,
    name: 'АО «Уралпром-Холдинг»',
    legalType: 'ru_company',
    requisites: {
      inn: companyInn('590412277'),
      kpp: '590401001',
      ogrn: ogrn('102590412277'),
      ...bank('045773603', '00000077005'),
    },
    city: 'Пермь',
    street: 'ул. Ленина, д. 64',
    assortment: demoAssortments.uralprom,
    grade: demoGrades.turnover,
    agreements: [
      agreement(demoAgreements.uralprom, {
        priceType: demoPriceTypes.urals,
        vatMode: 'excluded',
        payment: 'deferral',
        days: 45,
      }),
    ],
  },
  {
    ...usual,
    id: demoCompanies.ukrainian,
    name: 'ТОВ «Дніпро-Кріп»',
    legalType: 'ua_company',
    requisites: {
      edrpou: edrpou('3214567'),
      iban: iban('UA', `305299${'26007233566001'.padStart(19, '0')}`),
    },
    city: 'Дніпро',
    street: 'вул. Робоча, 23',
    manager: 'per_manager2',
    agreements: [
      agreement(demoAgreements.ukrainian, {
        name: 'Експорт, EUR',
        currency: 'EUR',
        vatMode: 'none',
        priceType: demoPriceTypes.exportEur,
      }),
    ],
  },
  {
    ...usual,
    id: demoCompanies.german,
    name: 'Hansa Schrauben GmbH',
    legalType: 'eu_company',
    requisites: { vatId: 'DE136695976', iban: iban('DE', '200505500123456789') },
    city: 'Hamburg',
    street: 'Speicherstraße 8',
    manager: 'per_manager2',
    agreements: [
      agreement(demoAgreements.german, {
        name: 'Export, EUR',
        currency: 'EUR',
        vatMode: 'none',
        priceType: demoPriceTypes.exportEur,
      }),
    ],
  },
];

const names = [
  'Гвоздь',
  'Метизторг',
  'Ремстрой',
  'Сибстройснаб',
  'Волгакрепёж',
  'Мастеръ',
  'Балтметиз',
  'Юг-Строй',
  'Кровля-Плюс',
  'Фасад-Комплект',
  'Домострой',
  'Техснаб',
  'Промальянс',
  'Инструмент-Сервис',
  'Северный Крепёж',
  'Азимут',
  'Вектор',
  'Монтажник',
  'Опора',
  'Столяр и Ко',
  'Тагил-Метиз',
  'Каскад',
  'Вертикаль',
  'Прораб',
];
const banks = ['044525225', '046577674', '045004774', '040349700', '045773603', '047501602'];

/** Smaller companies that make the lists of the back office look like real ones. */
export function smallCompanies(): DemoCompany[] {
  const random = createRandom('companies');
  const russian = places.filter(({ country }) => country === 'RU');
  return names.map((name, index) => {
    const number = String(index + 1).padStart(2, '0');
    const id = `cmp_small-${number}`;
    const { city } = random.pick(russian);
    return {
      ...usual,
      id,
      name: `ООО «${name}»`,
      legalType: 'ru_company',
      requisites: {
        inn: companyInn(`77${digits(random, 7)}`),
        kpp: '770301001',
        ogrn: ogrn(`11577${digits(random, 7)}`),
        ...bank(random.pick(banks), digits(random, 11)),
      },
      city,
      street: `ул. Заводская, д. ${random.whole(1, 120)}`,
      segment:
        index % 8 === 7
          ? demoSegments.hidden
          : index % 3 === 0
            ? demoSegments.retail
            : demoSegments.wholesale,
      seller:
        placeOf(city).longitude > 68
          ? demoSellers.siberia
          : placeOf(city).latitude < 48
            ? demoSellers.south
            : demoSellers.main,
      manager: index % 4 === 3 ? 'per_manager2' : 'per_manager',
      grade: random.pick([demoGrades.new, demoGrades.regular, demoGrades.turnover]),
      agreements: [
        agreement(`agr_small-${number}`, {
          priceType: random.pick([
            demoPriceTypes.smallWholesale,
            demoPriceTypes.wholesale,
            demoPriceTypes.retail,
          ]),
        }),
      ],
    };
  });
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}
