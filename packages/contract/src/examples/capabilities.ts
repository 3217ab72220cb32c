import type { capabilityOperations } from '../capabilities.js';
import { limits } from '../limits.js';
import type { ExamplesOf } from './example.js';

export const capabilityExamples: ExamplesOf<typeof capabilityOperations> = {
  get: {
    answer: {
      version: '1.0.0',
      supplier: 'Крепёж-Центр',
      locales: ['ru', 'uk', 'en', 'de'],
      currencies: ['EUR', 'RUB'],
      limits: { ...limits },
      features: { events: true, hostSignIn: false },
    },
  },
};
