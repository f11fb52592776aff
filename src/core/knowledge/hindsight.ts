import type { Delivery, Item } from '../history/delivery.js';
import type { Span } from '../history/span.js';
import { without } from '../without.js';

/**
 * A delivery without what the record's editors say beside it. Their wording of a time (`at the
 * latest when he protested in D019`) was written by people who know how it ended; a seat's view
 * holds nothing of it (R12, R13).
 */
export function withoutHindsight(delivery: Delivery): Delivery {
  return { ...delivery, learned: bareSpan(delivery.learned), item: bareItem(delivery.item) };
}

function bareItem(item: Item): Item {
  switch (item.type) {
    case 'report':
      return { ...item, occurred: bareSpan(item.occurred) };
    case 'dispatch':
    case 'sent':
      return { ...item, dispatch: { ...item.dispatch, sent: bareSpan(item.dispatch.sent) } };
    default:
      return item;
  }
}

function bareSpan(span: Span): Span {
  return without(span, 'stated');
}
