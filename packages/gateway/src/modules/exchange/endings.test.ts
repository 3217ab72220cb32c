import { beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { askEnding, endNext, endingOf, reopenRun } from './endings.js';
import { beginRun } from './journal.js';
import { noteFile } from './read-file.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;
let run = 0;

beforeEach(async () => {
  await database().deleteFrom('exchange_run').execute();
  run = await beginRun(database(), { channel: 'protocol', kind: 'catalog', now: shop().clock.now() });
});

const ask = async (ending: 'complete' | 'deactivate' = 'complete') =>
  (await askEnding(database(), run, ending)).status;
const change = (set: { status?: 'done'; locked_until?: Date | null }) =>
  database().updateTable('exchange_run').set(set).where('id', '=', run).execute();

describe('the end of a run', () => {
  it('is under way until a gateway has brought it about', async () => {
    expect([await ask(), await ask(), await endNext(shop().deps), await ask()]).toEqual([
      'running',
      'running',
      true,
      'done',
    ]);
  });

  it('is brought about once, however often 1C asks', async () => {
    await ask();
    await endNext(shop().deps);
    await ask();
    expect(await endNext(shop().deps)).toBe(false);
  });

  it('comes after its last file', async () => {
    const now = shop().clock.now();
    const file = await noteFile(database(), {
      run,
      name: 'a.xml',
      now,
      inbox: { session: 's', path: 's/1' },
    });
    await ask();
    const before = await endNext(shop().deps);
    await database().updateTable('exchange_file').set({ status: 'done' }).where('id', '=', file).execute();
    expect([before, await endNext(shop().deps)]).toEqual([false, true]);
  });

  it('that a gateway had begun that died is taken over', async () => {
    await ask();
    const held = new Date(shop().clock.now().getTime() + 5000);
    await change({ locked_until: held });
    const before = await endNext(shop().deps);
    shop().clock.advance(6000);
    expect([before, await endNext(shop().deps), await ask()]).toEqual([false, true, 'done']);
  });

  it('that nobody was told of before a gateway died is told', async () => {
    await ask('deactivate');
    await change({ status: 'done', locked_until: new Date(shop().clock.now().getTime() - 1) });
    expect(await ask('deactivate')).toBe('running');
    await endNext(shop().deps);
    expect(await ask('deactivate')).toBe('done');
  });

  it('is told as failed once, and tried again after that', async () => {
    const settings = {
      ...shop().deps.settings,
      get oneC(): never {
        throw new Error('Das Maß ist voll');
      },
    };
    await ask();
    await endNext({ ...shop().deps, settings });
    expect(await askEnding(database(), run, 'complete')).toEqual({
      status: 'failed',
      message: 'Error: Das Maß ist voll',
    });
    expect([await ask(), await endNext(shop().deps), await ask()]).toEqual(['running', true, 'done']);
  });

  it('is complete when the rest was deactivated', async () => {
    await ask('deactivate');
    await endNext(shop().deps);
    expect([await ask('complete'), await endNext(shop().deps)]).toEqual(['done', false]);
  });

  it('has to come once more after another file', async () => {
    await ask();
    await endNext(shop().deps);
    await reopenRun(database(), run);
    expect([await endingOf(database(), run, 'complete'), await ask()]).toEqual([undefined, 'running']);
  });
});
