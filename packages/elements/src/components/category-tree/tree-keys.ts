/** Arrows, Home and End walk through the categories in view; sideways they open and close, as in every tree. */
export function moveByKey(event: KeyboardEvent, root: ShadowRoot): void {
  const entries = [...root.querySelectorAll<HTMLElement>('[part="category"]')];
  const focused = (event.target as Element).closest('li')?.querySelector<HTMLElement>('[part="category"]');
  const index = focused ? entries.indexOf(focused) : -1;
  const isRtl = getComputedStyle(root.host).direction === 'rtl';
  const key = isRtl ? (mirrored[event.key] ?? event.key) : event.key;
  const isRow = root.querySelector('.chips') !== null;
  const target = {
    [isRow ? 'ArrowRight' : 'ArrowDown']: entries[index + 1],
    [isRow ? 'ArrowLeft' : 'ArrowUp']: entries[index - 1],
    Home: entries[0],
    End: entries.at(-1),
  }[key];
  if (target) target.focus();
  else if (isRow || !turn(focused, key)) return;
  event.preventDefault();
}

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** Opens or closes what is under an entry; where that is done already, moves in or out. */
function turn(entry: HTMLElement | null | undefined, key: string): boolean {
  const item = entry?.closest('li');
  const toggle = item?.querySelector<HTMLElement>(':scope > .row > .toggle');
  const isOpen = toggle?.getAttribute('aria-expanded') === 'true';
  if (key === 'ArrowRight' && item && toggle) {
    if (isOpen) item.querySelector<HTMLElement>(':scope > ul [part="category"]')?.focus();
    else toggle.click();
    return true;
  }
  if (key === 'ArrowLeft') {
    if (isOpen) toggle.click();
    else item?.parentElement?.closest('li')?.querySelector<HTMLElement>('[part="category"]')?.focus();
    return true;
  }
  return false;
}
