import { seatDeliveries } from '../core/knowledge/deliveries.js';
import { knew } from '../core/knowledge/knew.js';
import type { Program } from '../core/program.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import type { ScenarioListing } from '../protocol/replay.js';
import { seatView } from '../protocol/seat-view.js';
import type { SimulatedHistory } from '../protocol/simulation.js';
import { truthView } from '../protocol/truth-view.js';
import { failure, type Failure } from './failure.js';
import type { Histories, ShownHistory } from './histories.js';
import { jsonBody, type JsonBody } from './json-body.js';
import { recent } from './recent.js';
import { remembered } from './remembered.js';
import { mechanismsOf } from './shelf.js';
import type { Simulations } from './simulation/simulations.js';

/** Which history is shown: of a mechanism, of a simulation, or the record where both are null. */
export interface HistoryAsked {
  readonly mechanism: string | null;
  readonly simulated: SimulatedHistory | null;
}

/** What the API answers with; what is of the record or of a mechanism is made once and kept. */
export interface Views {
  readonly listings: () => Promise<JsonBody>;
  readonly replay: (id: string, asked: HistoryAsked, as: string) => Promise<JsonBody | Failure>;
  readonly knew: (
    id: string,
    asked: HistoryAsked,
    seat: string,
    at: string,
  ) => Promise<JsonBody | Failure>;
}

/** Simulated histories that are kept: a pair or two, each from some viewpoints. */
const MOST_SIMULATED = 6;
const MOST_VIEWS = 24;

/** The views of some histories. */
export function createViews(
  histories: Histories,
  simulations: Pick<Simulations, 'history'>,
): Views {
  let listings: Promise<JsonBody> | null = null;
  const simulatedOf = recent(async (key: string) => {
    const [id, simulated] = JSON.parse(key) as [string, SimulatedHistory];
    return await simulations.history(id, simulated);
  }, MOST_SIMULATED);
  const historyOf = async (id: string, { mechanism, simulated }: HistoryAsked) =>
    simulated === null
      ? await histories.history(id, mechanism)
      : await simulatedOf(JSON.stringify([id, simulated]));
  const made = async (key: string): Promise<JsonBody | Failure> => {
    const [id, asked, as] = JSON.parse(key) as [string, HistoryAsked, string];
    const shown = await historyOf(id, asked);
    if (shown.type === 'failure') return shown;
    if (as !== 'truth' && !hasSeat(shown, as)) return failure(404, 'no-such-seat', as);
    return jsonBody(viewOf(shown, as));
  };
  const keptReplay = remembered(made);
  const recentReplay = recent(made, MOST_VIEWS);
  return {
    listings: () => (listings ??= listingsOf(histories).then(jsonBody)),
    replay: (id, asked, as) =>
      (asked.simulated === null ? keptReplay : recentReplay)(JSON.stringify([id, asked, as])),
    knew: async (id, asked, seat, at) => {
      const instant = parseInstant(at);
      if (instant === null) return failure(400, 'bad-time', at);
      const shown = await historyOf(id, asked);
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
