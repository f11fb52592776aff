import type { Delivery, Item } from '../core/history/delivery.js';

export type ItemOf<T extends Item['type']> = Extract<Item, { readonly type: T }>;

/** A delivery of one type of item. */
export type DeliveryOf<T extends Item['type']> = Delivery & { readonly item: ItemOf<T> };

/** The deliveries whose items are of the given types, in their order. */
export function deliveriesOf<T extends Item['type']>(
  told: readonly Delivery[],
  ...types: readonly T[]
): DeliveryOf<T>[] {
  return told.filter((d): d is DeliveryOf<T> => (types as readonly string[]).includes(d.item.type));
}
