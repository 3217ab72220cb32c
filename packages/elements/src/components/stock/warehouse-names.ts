import type { Warehouse } from '@kontor/sdk';

/** Names of warehouses by id: the same function until others are known, so that who asks knows whether to draw again. */
export class WarehouseNames {
  #known: readonly Warehouse[] | undefined;
  #nameOf = (_warehouseId: string): string => '…';

  of(known: readonly Warehouse[] | undefined): (warehouseId: string) => string {
    if (known !== this.#known) {
      const names = new Map(known?.map(({ id, name }) => [id, name]));
      this.#nameOf = (warehouseId) => names.get(warehouseId) ?? '…';
    }
    this.#known = known;
    return this.#nameOf;
  }
}
