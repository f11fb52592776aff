import { describe, expect, test } from 'vitest';
import type { Program } from '../../src/core/program.js';
import { createKernel } from '../../src/core/run.js';
import { TASK } from '../../src/core/schedule.js';
import type { Incident } from '../../src/core/parts/world.js';
import { programOf } from '../testing/machine-runs.js';

/*
 * What must hold run by run where the choices of all seats are a script: the record's, with chance
 * awake from the opening on. Every other direction is a hypothesis (docs/findings.md).
 */

const RUNS = 300;
const program = await programOf('cuban-missile-crisis');
const shootDown = program.incidents.findIndex(({ name }) => name === 'u2_shot_down');

/** One history: when aircraft were shot down, and whether an incident ran away. */
interface Told {
  readonly shotDown: readonly number[];
  readonly war: boolean;
}

/** The same runs of the record's script, in the world as changed. */
function histories(changed: Program): Told[] {
  const kernel = createKernel(program, { trace: true });
  const branch = { at: program.opens, program: changed };
  return Array.from({ length: RUNS }, (_, run) => {
    const options = { seed: 'script', run, record: true, branch, until: program.closes };
    const outcome = kernel.run(options);
    if (outcome.type === 'fault') throw new Error(outcome.message);
    const { count, task, a, time, state } = kernel.trace!;
    const events = Array.from({ length: count }, (_, i) => i);
    const shots = events.filter((i) => task[i] === TASK.incident && a[i] === shootDown);
    return { shotDown: shots.map((i) => time[i]!), war: state.ranAway };
  });
}

function withKappa(value: number): Program {
  const unknowns = program.unknowns.map((unknown) =>
    unknown.name === 'kappa' ? { ...unknown, prior: { type: 'fixed', value } as const } : unknown,
  );
  return { ...program, unknowns };
}

/**
 * Aircraft are shot down so many times as readily, and what that does to tension is left out:
 * tension is capped at 1, so that a loss which comes earlier, near the cap, can leave less of it
 * for later. That happens in 1 of these 300 histories where it is left in.
 */
function withFire(factor: number): Program {
  const readier = (incident: Incident): Incident => ({
    ...incident,
    rate: { type: 'mul', a: incident.rate, b: { type: 'number', value: factor } },
    set: incident.set.filter(({ track }) => program.tracks[track]!.name === 'u2_losses'),
  });
  const incidents = program.incidents.map((x, i) => (i === shootDown ? readier(x) : x));
  return { ...program, incidents };
}

describe('R25: with the choices of all seats fixed to the record', () => {
  test('R27: the higher κ, the more histories end in war, and every one that did before', () => {
    const ladder = [0.01, 0.05, 0.1, 0.3].map((kappa) => histories(withKappa(kappa)));
    for (const [step, lower] of ladder.slice(0, -1).entries()) {
      const lost = lower.filter(({ war }, run) => war && !ladder[step + 1]![run]!.war);
      expect(lost).toEqual([]);
    }
    const wars = ladder.map((list) => list.filter(({ war }) => war).length);
    expect(wars.at(-1)!).toBeGreaterThan(wars[0]! + 20);
  });

  test.each([1.1, 3])(
    'R6: fire %d times as ready, never fewer shot down by any instant',
    (factor) => {
      const few = histories(withFire(1));
      const many = histories(withFire(factor));
      const late = few.filter(({ shotDown }, run) =>
        shotDown.some((time, k) => !(many[run]!.shotDown[k]! <= time)),
      );
      expect(late).toEqual([]);
      const count = (list: readonly Told[]) =>
        list.reduce((sum, { shotDown }) => sum + shotDown.length, 0);
      expect(count(many)).toBeGreaterThan(count(few));
    },
  );
});
