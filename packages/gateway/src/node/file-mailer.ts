import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Letter, Mailer } from '../ports.js';

/** Writes letters into a folder, for development: whoever waits for an invitation finds it there. */
export function createFileMailer(folder: string, now: () => Date): Mailer {
  return {
    async send(letter: Letter) {
      await mkdir(folder, { recursive: true });
      const name = `${now().toISOString().replaceAll(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.txt`;
      await writeFile(join(folder, name), `To: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`);
    },
  };
}
