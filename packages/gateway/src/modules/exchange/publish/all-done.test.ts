import { expect, it } from 'vitest';

import { allDone } from './all-done.js';

it('waits for the others when one fails', async () => {
  const done: string[] = [];
  const later = (name: string) =>
    new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => void done.push(name));
  const works = [later('left'), Promise.reject(new TypeError('No')), later('right')];
  await expect(allDone(works)).rejects.toThrow('No');
  expect(done).toEqual(['left', 'right']);
});

it('tells of the failure that came first', async () => {
  const late = new Promise<void>((_resolve, reject) => setTimeout(reject, 5, new TypeError('Consequence')));
  await expect(allDone([late, Promise.reject(new TypeError('Cause'))])).rejects.toThrow('Cause');
});
