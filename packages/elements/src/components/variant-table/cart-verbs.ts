import type { Analogue, LineOperation } from '@kontor/sdk';
import { multiplyQuantity, type ShopCore } from '@kontor/state';

import { CartEditEvent } from '../cart/cart-events.js';
import { CartEditedEvent } from './cart-edited-event.js';
import type { Paste, PastedRow } from './pasted-block.js';

/** Where verbs find the shop and whom they tell. */
export interface CartPlace {
  readonly shop: () => ShopCore | undefined;
  /** @returns false when the event was canceled */
  readonly tell: (event: Event) => boolean;
  /** A change is saved, corrected or refused. */
  readonly onSaved: (skus: readonly string[]) => void;
}

/** What a table of variants does with the cart; events for the page before and after. */
export class CartVerbs {
  readonly #place: CartPlace;

  constructor(place: CartPlace) {
    this.#place = place;
  }

  /** Sets the quantity of a SKU. @returns false when the page objected or nothing would change */
  set(sku: string, quantity: string): boolean {
    if ((this.#place.shop()?.cart.line(sku)?.quantity ?? '0') === quantity) return false;
    return this.#change([{ sku, quantity }]).length > 0;
  }

  /** An analogue instead of a variant: what is in the cart by its ratio, else the least that may be ordered. */
  replace(sku: string, { variant, ratio }: Analogue): void {
    const wanted = this.#place.shop()?.cart.line(sku)?.quantity ?? '0';
    if (wanted === '0') this.#change([{ sku: variant.sku, quantity: variant.orderingRule.min }]);
    else
      this.#change([
        { sku: variant.sku, quantity: multiplyQuantity(wanted, ratio) },
        { sku, quantity: '0' },
      ]);
  }

  /** Takes the rows of a block that mean something. */
  paste(rows: readonly PastedRow[]): Paste {
    const cart = this.#place.shop()?.cart;
    const edits = rows.flatMap((row) =>
      row.status === 'set' ? [{ sku: row.sku, quantity: row.quantity }] : [],
    );
    const undo = edits.map(({ sku }) => ({ sku, quantity: cart?.line(sku)?.quantity ?? '0' }));
    this.#change(edits);
    return { rows, undo };
  }

  undo({ undo }: Paste): void {
    this.#change(undo);
  }

  #change(edits: readonly { sku: string; quantity: string }[]): readonly LineOperation[] {
    const cart = this.#place.shop()?.cart;
    const allowed = edits.filter((edit) => this.#place.tell(new CartEditEvent(edit)));
    if (!cart || allowed.length === 0) return [];
    cart.setLines(allowed);
    void this.#follow(allowed);
    return allowed;
  }

  async #follow(edits: readonly { sku: string; quantity: string }[]): Promise<void> {
    const cart = this.#place.shop()?.cart;
    try {
      await cart?.settled();
    } catch {
      // The cart keeps what it could not save, and tells it.
      return;
    }
    this.#place.onSaved(edits.map(({ sku }) => sku));
    for (const { sku } of edits) {
      const view = cart?.line(sku);
      this.#place.tell(new CartEditedEvent({ sku, quantity: view?.quantity ?? '0', line: view?.line }));
    }
  }
}
