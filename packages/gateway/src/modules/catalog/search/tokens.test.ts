import { describe, expect, it } from 'vitest';

import { inOtherAlphabet, inOtherLayout, slipsBetween } from './spelling.js';
import { tokensOf, wordsOf } from './tokens.js';

describe('words of a name', () => {
  it.each(['M8×40', 'м8х40', 'М8*40', 'm8 x 40', 'М8 х40'])('reads %s as one size', (text) => {
    expect(tokensOf(text).map(({ word }) => word)).toEqual(['m8x40']);
  });

  it('finds a size by its parts', () => {
    expect(wordsOf('M8×40')).toEqual(['m8x40', 'm8', '40', '8x40', '8']);
  });

  it('takes joined words and units apart', () => {
    expect(wordsOf('DIN933 20мм')).toEqual(['din933', 'din', '933', '20mm', '20', 'мм']);
  });

  it('keeps decimals whole, with a comma too', () => {
    expect(tokensOf('3,5×25 8.8').map(({ word }) => word)).toEqual(['3.5x25', '8.8']);
  });

  it('writes a word of mixed letters in one alphabet', () => {
    expect(tokensOf('бoлт ёлка').map(({ word }) => word)).toEqual(['болт', 'елка']);
  });
});

describe('other spellings', () => {
  it('reads keys in the other layout', () => {
    expect([inOtherLayout(',jkn'), inOtherLayout('вшт')]).toEqual(['болт', 'din']);
  });

  it('reads words in the other alphabet', () => {
    expect([inOtherAlphabet('shurup'), inOtherAlphabet('дин')]).toEqual(['шуруп', 'din']);
  });

  it.each([
    ['болт', 'болт', 0],
    ['болт', 'блот', 1],
    ['болт', 'бот', 1],
    ['болт', 'больт', 1],
    ['болт', 'винт', 3],
    ['гайка', 'шайба', 2],
  ])('counts the slips from %s to %s', (left, right, slips) => {
    expect(slipsBetween(left, right, 2)).toBe(slips);
  });

  it('counts the slips to the beginning of a word', () => {
    expect([slipsBetween('самаре', 'саморез', 1, true), slipsBetween('самаре', 'саморез', 2)]).toEqual([
      1, 2,
    ]);
  });
});
