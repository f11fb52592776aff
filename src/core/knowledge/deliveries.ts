import type { Delivery } from '../history/delivery.js';
import type { History } from '../history/event.js';

/**
 * All that one seat was ever told, in the order in which it was told: what a view is made of (R12).
 */
export interface SeatDeliveries {
  readonly seat: string;
  readonly deliveries: readonly Delivery[];
}

/** Takes a seat's deliveries, and nothing else, out of a history. */
export function seatDeliveries(history: History, seat: string): SeatDeliveries {
  const deliveries = history.events.flatMap((event) =>
    event.changes.flatMap((change) =>
      change.type === 'delivered' && change.delivery.seat === seat ? [change.delivery] : [],
    ),
  );
  return { seat, deliveries };
}
