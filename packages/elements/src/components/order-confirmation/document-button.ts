import type { Document } from '@kontor/sdk';
import { ordersOf, type ShopCore } from '@kontor/state';

/** Opens the file of a document in a tab of its own, where it is printed or saved. @throws what the gateway says, also that it is not ready */
export async function openDocument(shop: ShopCore, document: Pick<Document, 'id' | 'number'>): Promise<void> {
  // The tab is opened by the click itself: one that is opened later counts as a pop-up.
  const tab = open('', '_blank');
  try {
    const content = await ordersOf(shop).content(document);
    const address = URL.createObjectURL(content);
    if (tab) tab.location.href = address;
    else location.assign(address);
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
