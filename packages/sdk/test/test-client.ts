import { useTestGateway, type TestGateway } from '../../gateway/test/test-gateway.js';
import { demoPassword } from '../../gateway/src/demo/users.js';
import { checkAnswers } from '../src/check.js';
import { createClient, type Client } from '../src/client.js';
import type { ClientOptions } from '../src/options.js';

/** A gateway in this process and clients of it. */
export interface TestClients {
  readonly gateway: TestGateway;
  /** A client; every answer is checked against the contract. */
  client(options?: Partial<ClientOptions>): Client;
  /** A client of a demo person who is signed in. */
  signedIn(email: string, options?: Partial<ClientOptions>): Promise<Client>;
}

export const buyerEmail = 'owner@stroymaster.example.test';

export function useTestClients(): () => TestClients {
  const gateway = useTestGateway();
  return () => {
    const client = (options: Partial<ClientOptions> = {}) =>
      createClient({
        baseUrl: 'http://gateway.test',
        fetch: gateway().gateway.fetch,
        check: checkAnswers,
        ...options,
      });
    return {
      gateway: gateway(),
      client,
      async signedIn(email, options) {
        const made = client(options);
        await made.session.signIn({ email, password: demoPassword });
        return made;
      },
    };
  };
}
