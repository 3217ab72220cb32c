import type { integrationOperations } from '../integration.js';
import type { ExamplesOf } from './example.js';
import { byId, sku } from './shop.js';

const company = '5a2f0c1e-7b30-11ee-9a64-0050569e5b1f';
const agreement = '8c41d7aa-7b30-11ee-9a64-0050569e5b1f';
const wholesale = 'cbcf4977-55bc-11d9-848a-00112f43529a';
const document = 'e07b6c52-c3a1-11f0-9a70-0050569e5b1f';
const variant = { id: '9d1a3c5e-7b2f-11ee-9a64-0050569e5b1f#3f2c9b5a-7b2f-11ee-9a64-0050569e5b1f' };
const written = { outcomes: [{ status: 'written' }] } as const;

export const integrationExamples: ExamplesOf<typeof integrationOperations> = {
  setIndividualPrices: {
    body: {
      rows: [
        {
          company,
          agreement,
          variant: { sku },
          currency: 'RUB',
          prices: [{ amount: '12.30' }, { amount: '11.85', minQuantity: '1000' }],
        },
        { company, variant, currency: 'RUB', prices: [] },
      ],
    },
    answer: {
      outcomes: [
        { status: 'written' },
        { status: 'rejected', reason: 'unknown_variant', detail: variant.id },
      ],
    },
  },
  setAgreements: {
    body: {
      rows: [
        {
          id: agreement,
          company,
          name: 'Договор поставки, отсрочка 45 дней',
          number: '45/2026',
          currency: 'RUB',
          vatMode: 'included',
          priceType: 'cbcf4975-55bc-11d9-848a-00112f43529a',
          coefficient: '0.97',
          segments: [
            { category: 'f3b1c7d2-7b2e-11ee-9a64-0050569e5b1f', priceType: wholesale, coefficient: '0.9' },
          ],
          paymentTerm: { kind: 'deferral', days: 45 },
          isDefault: true,
          validFrom: '2026-01-01',
          validTo: '2026-12-31',
        },
      ],
    },
    answer: { outcomes: [...written.outcomes] },
  },
  setCompanyBalances: {
    body: {
      rows: [
        {
          company,
          currency: 'RUB',
          debt: '182400.00',
          overdue: '0',
          creditLimit: '500000',
          asOf: '2026-11-16T04:00:00Z',
        },
      ],
    },
    answer: { outcomes: [...written.outcomes] },
  },
  setAnalogues: {
    body: {
      rows: [
        {
          variant: { sku },
          analogues: [{ variant: { sku: 'DIN931-8.8-M8X40-ZN' }, reason: 'equivalent', ratio: '1' }],
        },
      ],
    },
    answer: { outcomes: [{ status: 'unchanged' }] },
  },
  setCustomerCodes: {
    body: { rows: [{ company, code: 'СМ-000417', variant: { sku } }] },
    answer: { outcomes: [...written.outcomes] },
  },
  setDocuments: {
    body: {
      rows: [
        { id: document, company, order: 'К-000123', kind: 'invoice', number: '417', date: '2026-11-16' },
      ],
    },
    answer: { outcomes: [...written.outcomes] },
  },
  setDocumentFile: { ...byId(document) },
};
