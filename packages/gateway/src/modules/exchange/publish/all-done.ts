/**
 * Waits until all of these are done, also when one of them fails: what is still on its way to the database must not come there
 * after the end of its transaction.
 * @throws what the first that failed did
 */
export async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(works.map((work) => work.catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
}
