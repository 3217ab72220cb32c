// @ts-check
import { createClient } from '@kontor/sdk';

const {
  KONTOR_URL: baseUrl = 'http://127.0.0.1:4600',
  KONTOR_EMAIL: email = 'owner@stroymaster.example.test',
  KONTOR_PASSWORD: password = 'kontor-demo-2026',
} = process.env;

/** A client of the gateway that the environment names; of the demo when it names none. */
export async function signIn() {
  const kontor = createClient({ baseUrl });
  await kontor.session.signIn({ email, password });
  return kontor;
}
