import { json } from '../../database/json.js';
import type { DemoVariant } from '../catalogue/catalogue-rows.js';
import type { DemoRows } from '../demo-rows.js';
import {
  demoAgreements,
  demoCompanies,
  demoGrades,
  demoPriceTypes,
  demoSegments,
  wellKnown,
} from '../ids.js';
import { dateOf, daysFrom } from '../instants.js';
import { createRandom } from '../random.js';
import { placeOf } from '../trade/places.js';
import { amountText, basePrice } from '../trade/prices.js';
import type { DemoCompany } from './companies.js';
import type { DemoMember, DemoPerson } from './people.js';

/** Segments with what they show of the stock, and grades. */
export function segmentRows(): Required<Pick<DemoRows, 'segment' | 'grade'>> {
  return {
    segment: [
      { id: demoSegments.wholesale, name: 'Опт', stock_display: json({ mode: 'exact' }) },
      {
        id: demoSegments.retail,
        name: 'Розница',
        stock_display: json({ mode: 'levels', low: 10, enough: 100, many: 1000 }),
      },
      {
        id: demoSegments.competitor,
        name: 'Конкуренты',
        stock_display: json({ mode: 'capped', thresholds: [10, 100, 1000] }),
      },
      { id: demoSegments.salons, name: 'Салоны красоты', stock_display: json({ mode: 'exact' }) },
      { id: demoSegments.hidden, name: 'Без остатков', stock_display: json({ mode: 'hidden' }) },
    ],
    grade: [
      { id: demoGrades.new, name: 'Новый', min_turnover: '0.00', percent: '0' },
      { id: demoGrades.regular, name: 'Постоянный', min_turnover: '300000.00', percent: '2' },
      { id: demoGrades.turnover, name: 'Оборот от 3 млн', min_turnover: '3000000.00', percent: '5' },
    ],
  };
}

/** Companies with addresses, agreements and people. */
export function peopleTables(
  companies: readonly DemoCompany[],
  people: readonly DemoPerson[],
  members: readonly DemoMember[],
  passwordHash: string,
  now: Date,
): Required<Pick<DemoRows, 'person' | 'company' | 'company_address' | 'member' | 'agreement'>> {
  const created = daysFrom(now, -500);
  return {
    person: people.map(({ id, email, name, phone, locale, staffRole }) => ({
      id,
      email,
      name,
      phone,
      messenger: staffRole === 'manager' ? `https://messenger.example.test/${id}` : null,
      photo: null,
      password_hash: passwordHash,
      staff_role: staffRole,
      locale,
      disabled_at: null,
      created_at: created,
    })),
    company: companies.map((company) => ({
      id: company.id,
      external_id: `1c-${company.id}`,
      name: company.name,
      legal_type: company.legalType,
      requisites: json(company.requisites),
      address: `${company.city}, ${company.street}`,
      segment_id: company.segment,
      seller_id: company.seller,
      assortment_id: company.assortment,
      manager_id: company.manager,
      region: placeOf(company.city).region,
      grade_id: company.grade,
      base_price_type_id: company.basePriceType,
      created_at: created,
    })),
    company_address: companies.flatMap((company) => {
      const code = company.id.replace('cmp_', '');
      const address = (suffix: string, label: string, street: string) => {
        const { country, region, city } = placeOf(suffix === 'north' ? 'Мурманск' : company.city);
        return {
          id: `adr_${code}-${suffix}`,
          company_id: company.id,
          label,
          location: json({ country, ...(region === null ? {} : { region }), city }),
          street,
          postal_code: null,
          contact: null,
          phone: null,
          created_at: created,
          removed_at: null,
        };
      };
      return [
        address('office', 'Офис', company.street),
        address('store', 'Склад', 'ул. Складская, д. 5'),
        ...(company.id === demoCompanies.stroymaster
          ? [address('north', 'Объект в Мурманске', 'пр. Кольский, д. 140')]
          : []),
      ];
    }),
    member: members.map(({ id, company, person, role, overrides, isRemoved }) => ({
      id,
      company_id: company,
      person_id: person,
      role,
      overrides: json(overrides),
      created_at: created,
      removed_at: isRemoved ? daysFrom(now, -60) : null,
    })),
    agreement: companies.flatMap((company) =>
      company.agreements.map((agreement, index) => ({
        id: agreement.id,
        external_id: `1c-${agreement.id}`,
        company_id: company.id,
        seller_id: company.seller,
        name: agreement.name,
        number: `Д-${String(index + 1).padStart(2, '0')}/${company.id.length}`,
        currency: agreement.currency,
        vat_mode: agreement.vatMode,
        price_type_id: agreement.priceType,
        coefficient: agreement.coefficient,
        payment_kind: agreement.payment,
        deferral_days: agreement.days,
        assortment_id: agreement.assortment ?? null,
        warehouse_ids: null,
        shipping_terms: agreement.currency === 'EUR' ? 'EXW' : null,
        is_default: index === 0,
        valid_from: dateOf(daysFrom(now, -400)),
        valid_to: null,
        position: index + 1,
      })),
    ),
  };
}

/** What companies owe, as their accounting system told this morning. */
export function companyBalanceRows(now: Date): Required<Pick<DemoRows, 'company_balance'>> {
  const row = (company: string, debt: string, overdue: string, limit: string | null, currency = 'RUB') => ({
    company_id: company,
    currency,
    debt,
    overdue,
    credit_limit: limit,
    as_of: daysFrom(now, -0.1),
  });
  return {
    company_balance: [
      row(demoCompanies.stroymaster, '182400.00', '24300.00', '500000.00'),
      row(demoCompanies.metiz, '-12500.00', '0.00', null),
      row(demoCompanies.lokon, '318900.00', '0.00', '300000.00'),
      row(demoCompanies.german, '2180.40', '0.00', '5000.00', 'EUR'),
    ],
  };
}

/** Prices that companies and agreements have of their own. */
export function individualPriceRows(
  variants: readonly DemoVariant[],
  now: Date,
): Required<Pick<DemoRows, 'individual_price'>> {
  const random = createRandom('individual prices');
  const updated = daysFrom(now, -3);
  const rows: NonNullable<DemoRows['individual_price']>[number][] = [];
  const known: ReadonlySet<string> = new Set(Object.values(wellKnown));
  const add = (variant: DemoVariant, agreement: string | null, perMille: number): void => {
    const price = basePrice(variant, demoPriceTypes.largeWholesale);
    if (price === undefined) return;
    const row = {
      company_id: demoCompanies.stroymaster,
      agreement_id: agreement,
      variant_id: variant.id,
      valid_from: '-infinity' as unknown as Date,
      valid_to: 'infinity' as unknown as Date,
      currency: 'RUB',
      updated_at: updated,
    };
    const amount = Math.max(1, Math.round((price * perMille) / 1000));
    rows.push({ ...row, min_quantity: '0', amount: amountText(amount) });
    if (variant.sku === wellKnown.individualPrice || random.chance(0.4))
      rows.push({
        ...row,
        min_quantity: String(Number(variant.rule.step) * 20),
        amount: amountText(Math.max(1, Math.round(amount * 0.95))),
      });
  };
  for (const variant of variants) {
    if (variant.sku === wellKnown.individualPrice) {
      add(variant, null, 900);
      add(variant, demoAgreements.stroymasterPrepaid, 850);
    } else if (
      !known.has(variant.sku) &&
      !variant.product.isPrivate &&
      variant.id % Math.ceil(variants.length / 160) === 5
    )
      add(variant, random.chance(0.5) ? demoAgreements.stroymasterPrepaid : null, random.whole(820, 960));
  }
  return { individual_price: rows };
}

/** Names that companies have given to variants. */
export function customerCodeRows(
  variants: readonly DemoVariant[],
): Required<Pick<DemoRows, 'customer_code'>> {
  const step = Math.ceil(variants.length / 90);
  const chosen = variants.filter(({ id, product }) => id % step === 3 && !product.isPrivate);
  const special = variants.filter(({ sku }) => sku === wellKnown.packs);
  return {
    customer_code: [
      ...special.map(({ id }) => ({
        company_id: demoCompanies.stroymaster,
        code: 'СМ-0001',
        variant_id: id,
      })),
      ...chosen.map(({ id }, index) => ({
        company_id: demoCompanies.stroymaster,
        code: `СМ-${String(index + 100).padStart(4, '0')}`,
        variant_id: id,
      })),
      ...variants
        .filter(({ product }) => product.categoryId === 'cat_hair-dyes')
        .slice(0, 24)
        .map(({ id }, index) => ({
          company_id: demoCompanies.lokon,
          code: `краска ${index + 1}`,
          variant_id: id,
        })),
    ],
  };
}
