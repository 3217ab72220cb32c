import type { sessionOperations } from '../session.js';
import type { ExamplesOf } from './example.js';
import { agreement, cartSummary, context, ids, name, session, sku, totals } from './shop.js';

const email = 'irina@stroymaster.example';
const signedIn = { token: 'ses_0c4r8tq2w6y1b5d9f3h7j2k6m1n5p9v4x8z3s7', session };
const repriced = [{ sku, name, from: '12.5', to: '11.9', totalFrom: '250.00', totalTo: '238.00' }];
const difference = { amount: '-12.00', percent: '-4.8' };

export const sessionExamples: ExamplesOf<typeof sessionOperations> = {
  get: { answer: session },
  signIn: { body: { email, password: 'correct horse battery', transport: 'bearer' }, answer: signedIn },
  signOut: {},
  exchange: { body: { token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl' }, answer: signedIn },
  rotate: { answer: signedIn },
  selectCompany: { body: { companyId: ids.company }, answer: session },
  selectAgreement: {
    body: { agreementId: ids.agreement },
    answer: {
      context: { ...context, revision: 4 },
      cart: {
        ...cartSummary,
        totals: { ...totals, net: '198.33', vat: '39.67', total: '238.00', vatByRate: [] },
      },
      repriced,
      removed: [
        { sku: 'ANC-M10X100', name: 'Анкер клиновой М10×100', quantity: '50', reason: 'notAssorted' },
      ],
      difference,
    },
  },
  previewAgreement: {
    body: { agreementIds: [ids.agreement] },
    answer: { items: [{ agreement, isCurrent: false, totals, repriced, removed: [], difference }] },
  },
  setLocation: {
    body: { location: { country: 'RU', city: 'Казань' } },
    answer: { ...context, revision: 4, location: { country: 'RU', city: 'Казань' } },
  },
  changePassword: { body: { current: 'correct horse battery', password: 'staple under the rain' } },
  requestPasswordReset: { body: { email } },
  resetPassword: { body: { token: 'pwr_5k8m2n6p1q4r7s9t3v', password: 'staple under the rain' } },
  acceptInvitation: {
    body: { token: 'inv_2b5d8f1h4j7l9n3q6s', name: 'Ирина Соколова', password: 'staple under the rain' },
    answer: signedIn,
  },
};
