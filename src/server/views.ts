import { seatDeliveries } from '../core/knowledge/deliveries.js';
import { knew } from '../core/knowledge/knew.js';
import type { Program } from '../core/program.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import type { ScenarioListing } from '../protocol/replay.js';
import { seatView } from '../protocol/seat-view.js';
import { truthView } from '../protocol/truth-view.js';
import { failure, type Failure } from './failure.js';
import type { Histories, ShownHistory } from './histories.js';
import { jsonBody, type JsonBody } from './json-body.js';
import { remembered } from './remembered.js';
import { mechanismsOf } from './shelf.js';

/** What the API answers with, each made once and kept. */
export interface Views {
  readonly listings: () => Promise<JsonBody>;
  readonly replay: (
    id: string,
    mechanism: string | null,
    as: string,
  ) => Promise<JsonBody | Failure>;
  readonly knew: (
    id: string,
    mechanism: string | null,
    seat: string,
    at: string,
  ) => Promise<JsonBody | Failure>;
}

/** The views of some histories. */
export function createViews(histories: Histories): Views {
  let listings: Promise<JsonBody> | null = null;
  const replayOf = remembered(async (key: string) => {
    const [id, mechanism, as] = JSON.parse(key) as [string, string | null, string];
    const shown = await histories.history(id, mechanism);
    if (shown.type === 'failure') return shown;
    if (as !== 'truth' && !hasSeat(shown, as)) return failure(404, 'no-such-seat', as);
    return jsonBody(viewOf(shown, as));
  });
  return {
    listings: () => (listings ??= listingsOf(histories).then(jsonBody)),
    replay: (id, mechanism, as) => replayOf(JSON.stringify([id, mechanism, as])),
    knew: async (id, mechanism, seat, at) => {
      const instant = parseInstant(at);
      if (instant === null) return failure(400, 'bad-time', at);
      const shown = await histories.history(id, mechanism);
      if (shown.type === 'failure') return shown;
      if (!hasSeat(shown, seat)) return failure(404, 'no-such-seat', seat);
      return jsonBody(knew(seatDeliveries(shown.history, seat), instant));
    },
  };
}

function hasSeat({ program }: ShownHistory, name: string): boolean {
  return program.seats.some((seat) => seat.name === name);
}

function viewOf({ program, history, label }: ShownHistory, as: string): object {
  return as === 'truth'
    ? truthView(program, history, label)
    : seatView(program, seatDeliveries(history, as), label);
}

/** Scenarios with faults are left out: `check` is the place that tells of them. */
async function listingsOf(histories: Histories): Promise<ScenarioListing[]> {
  const listings: ScenarioListing[] = [];
  for (const folder of histories.folders) {
    const program = await histories.program(folder.id);
    if (!('type' in program)) listings.push(listingOf(program, mechanismsOf(folder)));
  }
  return listings;
}

function listingOf(
  { id, title, opens, closes }: Program,
  mechanisms: ScenarioListing['mechanisms'],
): ScenarioListing {
  return { id, title, opens: formatInstant(opens), closes: formatInstant(closes), mechanisms };
}
