import type { CustomerCodeRow } from '@kontor/contract';
import { describe, expect, it } from 'vitest';

import { demoCompanies, wellKnown } from '../../gateway/src/demo/ids.js';
import { integrationKey } from '../../gateway/test/integration-key.js';
import { useTestClients } from '../test/test-client.js';
import { checkAnswers } from './check.js';
import { isApiError } from './errors.js';
import { createIntegrationClient, type IntegrationClient } from './integration.js';

const clients = useTestClients();
const company = `1c-${demoCompanies.stroymaster}`;

async function connect(bodies: string[] = []): Promise<IntegrationClient> {
  const { gateway } = clients();
  return createIntegrationClient({
    baseUrl: 'http://gateway.test',
    key: (await integrationKey(gateway)).secret,
    check: checkAnswers,
    fetch: async (request) => {
      bodies.push(await request.clone().text());
      return gateway.gateway.fetch(request);
    },
  });
}

describe('another system of the supplier', () => {
  it('tells balances, codes and documents', async () => {
    const kontor = await connect();
    const asOf = '2026-11-16T04:00:00Z';
    expect(await kontor.setCompanyBalances([{ company, currency: 'RUB', debt: '10.5', asOf }])).toEqual([
      { status: 'written' },
    ]);
    const owner = await clients().signedIn('owner@stroymaster.example.test');
    expect((await owner.company.balance())?.debt).toEqual({ amount: '10.50', currency: 'RUB' });

    const row = { id: 'ut11-act', company, kind: 'act', number: '7', date: '2026-11-16' } as const;
    expect(await kontor.setDocuments([row])).toEqual([{ status: 'written' }]);
    await kontor.setDocumentFile(row.id, new TextEncoder().encode('%PDF-1.7'));
    await expect(kontor.setDocumentFile('none', new TextEncoder().encode('%PDF-1.7'))).rejects.toSatisfy(
      (error) => isApiError(error, 'not_found'),
    );
  });

  it('sends any number of rows in requests that are not too large', async () => {
    const bodies: string[] = [];
    const kontor = await connect(bodies);
    const rows = Array.from({ length: 2500 }, (_, index): CustomerCodeRow => ({
      company: index === 1700 ? 'nobody' : company,
      code: `код-${String(index)}`,
      variant: { sku: wellKnown.tiers },
    }));
    const outcomes = await kontor.setCustomerCodes(rows);
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([1700]);
    expect(outcomes).toHaveLength(2500);
    expect(bodies).toHaveLength(3);

    bodies.length = 0;
    const prices = Array.from({ length: 50 }, (_, index) => ({
      amount: '1',
      minQuantity: String(index + 1),
    }));
    await kontor.setIndividualPrices(
      rows.slice(0, 700).map(() => ({ company, variant: { sku: wellKnown.tiers }, currency: 'RUB', prices })),
    );
    expect(bodies.length).toBeGreaterThan(1);
  });

  it('finds its pushes in the journal', async () => {
    const kontor = await connect();
    await kontor.setAnalogues([{ variant: { sku: 'none' }, analogues: [] }]);
    const admin = await clients().signedIn('admin@kontor.example.test');
    const { items } = await admin.backoffice.exchangeRuns({ channel: 'push', limit: 1 });
    const { run } = await admin.backoffice.exchangeRun(items[0]?.id ?? '');
    expect(run.problems.warnings).toBe(1);
    const problems = await admin.backoffice.exchangeProblems(run.id);
    expect(problems.items[0]).toMatchObject({ code: 'unknown_variant', recordId: 'none' });
  });

  it('is shut out by revoking its key', async () => {
    const admin = await clients().signedIn('admin@kontor.example.test');
    const { key, secret } = await admin.backoffice.createIntegrationKey('УНФ');
    await admin.backoffice.removeIntegrationKey(key.id);
    const kontor = createIntegrationClient({
      baseUrl: 'http://gateway.test',
      key: secret,
      fetch: clients().gateway.gateway.fetch,
    });
    await expect(kontor.setAgreements([])).resolves.toEqual([]);
    await expect(
      kontor.setAnalogues([{ variant: { sku: wellKnown.tiers }, analogues: [] }]),
    ).rejects.toSatisfy((error) => isApiError(error, 'invalid_token'));
  });
});
