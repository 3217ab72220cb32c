import { createTransport } from 'nodemailer';

import type { Mailer } from '../ports.js';

/** Sends over SMTP. */
export function createSmtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport(url, { from });
  return {
    async send({ to, subject, text, messageId }) {
      await transport.sendMail({
        to,
        subject,
        text,
        ...(messageId === undefined ? {} : { messageId: `<${messageId}>` }),
      });
    },
    close() {
      transport.close();
    },
  };
}
