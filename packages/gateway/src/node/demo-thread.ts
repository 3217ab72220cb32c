import { parentPort, Worker, workerData } from 'node:worker_threads';

import type { PreparedDemo } from '../demo/prepare-demo.js';
import { demoPassword } from '../demo/users.js';
import { createPasswords } from './passwords.js';

/** What the thread makes. */
export interface DemoTask {
  size: 'full' | 'small';
  now: Date;
}

/** Makes the demo supplier in a thread of its own, while the database is being made in this one. */
export async function prepareInThread(script: URL, task: DemoTask): Promise<PreparedDemo> {
  const thread = new Worker(script, { workerData: task });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject);
    thread.once('exit', () => {
      reject(new Error('The demo supplier was not made'));
    });
  });
}

/** What the thread does. */
export async function answerFromThread(): Promise<void> {
  const { size, now } = workerData as DemoTask;
  const { prepareDemo } = await import('../demo/prepare-demo.js');
  parentPort?.postMessage(prepareDemo(size, now, await createPasswords().hash(demoPassword)));
}
