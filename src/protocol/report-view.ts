import type { Delivery } from '../core/history/delivery.js';
import type { Directory } from './public-parts.js';
import type { ReportView } from './replay.js';

/**
 * News on its way to a seat, as a line from where it happened to where the seat is; an empty list
 * for a delivery that is no report.
 *
 * @param places where the events known to the viewpoint happened, by their ids
 */
export function reportView(
  { seat, learned, report, via, broughtBy, item }: Delivery,
  places: ReadonlyMap<string, string>,
  directory: Directory,
): ReportView[] {
  if (item.type !== 'report') return [];
  const fromPlace = places.get(item.of.id) ?? item.occurred.place;
  return [
    {
      id: report,
      of: item.of.id,
      to: seat,
      fromPlace: fromPlace ?? directory.placeOfTemplate(item.of.name),
      toPlace: directory.placeOfSeat(seat),
      sent: item.occurred,
      arrived: learned,
      known: learned,
      via,
      ...(broughtBy === undefined ? {} : { broughtBy }),
      ...(item.aspect === undefined ? {} : { aspect: item.aspect }),
    },
  ];
}
