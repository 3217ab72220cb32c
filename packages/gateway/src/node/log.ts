import pino from 'pino';

import type { Log } from '../ports.js';

/** Where and how much to log. */
export interface LogOptions {
  level: string;
}

/** JSON lines on standard error; secrets and personal data are cut out even if somebody gives them by mistake. */
export function createLog({ level }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          '*.authorization',
          '*.cookie',
          '*.password',
          '*.token',
          '*.secret',
          '*.email',
          'authorization',
          'cookie',
          'password',
          'token',
          'secret',
          'email',
        ],
        censor: '[cut]',
      },
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (fields, message) => {
      logger.info(fields, message);
    },
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      logger.error(fields, message);
    },
  };
}
