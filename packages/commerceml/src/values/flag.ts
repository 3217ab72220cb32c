const flags = new Map<string, boolean>([
  ['true', true],
  ['1', true],
  ['да', true],
  ['истина', true],
  ['так', true],
  ['yes', true],
  ['y', true],
  ['false', false],
  ['0', false],
  ['нет', false],
  ['ложь', false],
  ['ні', false],
  ['no', false],
  ['n', false],
]);

/** `true`, `1`, `да`, `Истина` and their opposites; `undefined` for anything else. */
export function readFlag(text: string): boolean | undefined {
  return flags.get(text) ?? flags.get(text.trim().toLowerCase());
}
