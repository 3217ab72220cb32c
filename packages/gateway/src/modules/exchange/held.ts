import type { GatewayDeps } from '../../ports.js';

/** Milliseconds after which what a gateway that died held is free again. */
export const lease = 10_000;

/** Does work and says meanwhile that the row is held, which it has to be already. */
export async function whileHeld(
  { system, clock, log }: Pick<GatewayDeps, 'clock' | 'log'> & Pick<GatewayDeps['database'], 'system'>,
  table: 'exchange_file' | 'exchange_run',
  id: number,
  work: () => Promise<void>,
): Promise<void> {
  const renewal = setInterval(() => {
    system
      .updateTable(table)
      .set({ locked_until: new Date(clock.now().getTime() + lease) })
      .where('id', '=', id)
      .where('locked_until', 'is not', null)
      .execute()
      .catch((error: unknown) => log.warn({ [table]: id, error }, 'work on the exchange not held'));
  }, lease / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
  }
}
