import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

import { createFileMailer } from './file-mailer.js';
import { createSmtpMailer } from './smtp-mailer.js';

const letter = {
  to: 'покупатель@example.test',
  subject: 'Заказ K-001000 — №1',
  text: 'Болт М8×40, ёмкость, 1 234,50 ₽',
  messageId: 'order.K-001000@b2b.example.test',
};
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A real SMTP server that keeps what it gets, or refuses it. */
async function startSmtp(refuse = false): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        received.push(text);
        done(refuse ? new Error('No room') : null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  );
  return { url: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`, received };
}

describe('createSmtpMailer', () => {
  it('hands a letter over with its id', async () => {
    const { url, received } = await startSmtp();
    const mailer = createSmtpMailer(url, 'shop@example.test');
    await mailer.send(letter);
    mailer.close();
    expect(received[0]).toContain('Message-ID: <order.K-001000@b2b.example.test>');
    expect(received[0]).toMatch(/Subject: =\?UTF-8\?/);
  });

  it('throws when the server does not take a letter', async () => {
    const { url } = await startSmtp(true);
    const mailer = createSmtpMailer(url, 'shop@example.test');
    await expect(mailer.send(letter)).rejects.toThrow('No room');
    mailer.close();
  });
});

describe('createFileMailer', () => {
  it('leaves letters in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kontor-letters-'));
    ends.push(() => rm(folder, { recursive: true }));
    await createFileMailer(join(folder, 'letters'), () => new Date('2026-11-16T06:00:00Z')).send(letter);
    const [file = ''] = await readdir(join(folder, 'letters'));
    expect(await readFile(join(folder, 'letters', file), 'utf8')).toContain(letter.text);
  });
});
