import { formatMinute, MS_PER_MINUTE, parseInstant } from '../../core/time/instant.js';
import type { ChronicleEntry } from './material.js';
import type { Room } from './room.js';
import type { MomentView } from './views.js';

/** The entries of the record among the given ids, with the addresses at which Replay shows them. */
export function momentViews(entries: readonly string[], room: Room): MomentView[] {
  return entries.flatMap((id) => {
    const entry = room.material.chronicle.get(id);
    return entry === undefined ? [] : [momentView(entry, room)];
  });
}

/** An entry of the record, with the address at which Replay shows it as the truth. */
export function momentView({ id, title, at, type }: ChronicleEntry, room: Room): MomentView {
  const scenario = encodeURIComponent(room.material.scenario.id);
  const replay = `/replay/${scenario}?at=${minuteText(at.placed)}&as=truth&${type}=${id}`;
  return { entry: id, title, at: at.placed, replay };
}

/** Replay's handle stands at the end of the minute that an address names. */
function minuteText(iso: string): string {
  const t = parseInstant(iso) ?? 0;
  return formatMinute(Math.floor(t / MS_PER_MINUTE) * MS_PER_MINUTE);
}
