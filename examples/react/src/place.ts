import { useSyncExternalStore } from 'react';

/** What the address says behind its `#`, as `product/prd_1` → `['product', 'prd_1']`. */
export function usePlace(): string[] {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return hash.slice(1).split('/').map(decodeURIComponent);
}

function listen(hear: () => void): () => void {
  addEventListener('hashchange', hear);
  return () => removeEventListener('hashchange', hear);
}

export function goTo(place: string): void {
  location.hash = place;
}
