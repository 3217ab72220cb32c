import type { CreatedIntegrationKey } from '@kontor/contract';

import type { TestGateway } from './test-gateway.js';

/** Makes a key for another system of the supplier. */
export async function integrationKey({
  request,
  signIn,
}: TestGateway): Promise<{ id: string; secret: string }> {
  const token = await signIn('admin@kontor.example.test');
  const { body } = await request<CreatedIntegrationKey>('POST', '/v1/backoffice/integration-keys', {
    token,
    body: { name: 'УТ 11' },
  });
  return { id: body.key.id, secret: body.secret };
}
