import { describe, expect, test } from 'vitest';
import type { Input } from './history/input.js';
import { createKernel, runHistory } from './run.js';
import type { TimedInput } from './state.js';
import { changes, hour, order, play, playSilently } from './testing/given.js';
import { smallProgram } from './testing/small-program.js';
import { recordedLetter } from './testing/small-record.js';

const program = smallProgram({
  tracks: { toll: { count: [0, 99], starts: 0 } },
  channels: { wire: { delay: { type: 'uniform', low: 0, high: 90_000_000 }, loss: 0.2 } },
  acts: { raise: { by: 'mayor', set: { toll: ['add', 'toll', 1] }, learn: { everyone: 'wire' } } },
  letters: { offer: { from: 'mayor', to: ['reeve'], by: ['wire'], ask: [{ says: 'peace' }] } },
  entries: [recordedLetter('D1', [0, 1], [1, 2])],
});

const decide = (more: Partial<TimedInput>) =>
  ({ ...order(1, { seat: 'mayor', type: 'decide', text: 'wait' }), ...more }) as TimedInput;

describe('what cannot be run is said in words, not thrown', () => {
  test.each<[string, TimedInput[], string]>([
    ['a time without its zone', [decide({ at: '1900-05-01T07:00' })], 'bad-time'],
    ['an order before the opening', [decide({ at: hour(-1) })], 'input-outside'],
    ['an order after the end', [decide({ at: hour(169) })], 'input-outside'],
    ['a seat that is not there', [decide({ seat: 'miller' })], 'unknown-seat'],
    ['two orders of one id', [decide({ id: 'x' }), decide({ id: 'x' })], 'duplicate-id'],
    ['an order with the id of an entry', [decide({ id: 'D1' })], 'duplicate-id'],
  ])('%s', (_, inputs, code) => {
    expect(runHistory(program, { seed: 'a', record: false, inputs })).toMatchObject({
      type: 'fault',
      code,
    });
  });

  test('R4: colliding name hashes', () => {
    // The first 32 bits of SHA-256 of `act a17695` and of `act a30143` are the same.
    const act = { by: 'mayor' } as const;
    const colliding = smallProgram({ acts: { a17695: act, a30143: act } });
    expect(runHistory(colliding, { seed: 'a', record: false })).toMatchObject({
      type: 'fault',
      code: 'name-collision',
    });
  });
});

describe('R3: inputs', () => {
  test('R3: they take their given id, else their ordinal among same-named ones of that seat', () => {
    const ids = (inputs: TimedInput[]) =>
      play(program, inputs).events.flatMap(({ input, id }) => (input === undefined ? [] : [id]));
    const [first, second] = ids([decide({}), decide({ at: hour(2) })]);
    expect(first).not.toBe(second);
    // Another seat, and another name, are counted apart.
    const raise: Input = { seat: 'mayor', type: 'act', act: 'raise' };
    const others = [decide({ seat: 'reeve' }), order(1, raise)];
    expect(ids([...others, decide({}), decide({ at: hour(2) })])).toEqual(
      expect.arrayContaining([first, second]),
    );
    expect(ids([decide({ id: 'mine' }), decide({ at: hour(2) })])).toEqual(['mine', first]);
  });

  test('R3: the first and the last instant of the scenario are inside', () => {
    const history = play(program, [decide({ at: hour(0) }), decide({ at: hour(168) })]);
    expect(changes(history, 'decision').map(({ hour }) => hour)).toEqual([0, 168]);
  });
});

describe('R23: a kernel is made once and used for many runs', () => {
  const raises = Array.from({ length: 400 }, (_, i) =>
    order(i / 4, { seat: 'mayor', type: 'act', act: 'raise' }),
  );

  test('R23: however full its queue was, the next run is not touched by it', () => {
    const { run: kernel } = createKernel(program);
    const options = { seed: 'a', record: false } as const;
    const empty = kernel(options);
    const full = kernel({ ...options, inputs: raises });
    expect(full).toEqual(playSilently(program, raises));
    expect(full).toMatchObject({ stateHash: play(program, raises).end.stateHash });
    expect(kernel(options)).toEqual(empty);
  });

  test('R23: what cannot be run is a fault, and the runs after it are as before', () => {
    const { run: kernel } = createKernel(program);
    const options = { seed: 'a', record: false } as const;
    const before = kernel(options);
    const twice = [raises[0]!, raises[1]!].map((input) => ({ ...input, id: 'same' }));
    const refused = kernel({ ...options, inputs: twice });
    expect(refused).toMatchObject({ type: 'fault', code: 'duplicate-id' });
    expect(kernel(options)).toEqual(before);
  });

  test('R23: letters, offers and their names are those of the run alone', () => {
    const { run: kernel } = createKernel(program);
    const offer = order(1, { seat: 'mayor', id: 'offer', type: 'send', letter: 'offer' });
    const accept = order(100, {
      seat: 'reeve',
      type: 'answer',
      offer: 'offer',
      answer: 'accept',
      by: ['wire'],
    });
    for (let run = 0; run < 20; run++) {
      const inputs = run % 2 === 0 ? [offer, accept] : [accept];
      const options = { seed: 'a', run, record: false, inputs };
      expect(kernel(options)).toEqual(playSilently(program, inputs, { run }));
    }
  });

  test('R23: with the log off an order can speak of things by their hex names', () => {
    const named = play(program, [order(1, { seat: 'mayor', type: 'send', letter: 'offer' })]);
    const [offer] = changes(named, 'dispatch');
    const inputs = [
      order(1, { seat: 'mayor', type: 'send', letter: 'offer' }),
      order(60, {
        seat: 'mayor',
        type: 'answer',
        offer: offer!.dispatch.id,
        answer: 'withdraw',
        by: ['wire'],
      }),
    ];
    const logged = play(program, inputs);
    expect(changes(logged, 'dispatch')).toHaveLength(2);
    expect(playSilently(program, inputs)).toMatchObject({ stateHash: logged.end.stateHash });
  });

  test('R20, R23: also of disputes about obligations of a named offer', () => {
    const inputs = [
      order(1, { seat: 'mayor', id: 'o', type: 'send', letter: 'offer' }),
      order(40, { seat: 'reeve', type: 'answer', offer: 'o', answer: 'accept', by: ['wire'] }),
      order(80, {
        seat: 'reeve',
        id: 'd',
        type: 'dispute',
        obligation: 'o:ask1',
        about: 'form',
        issue: '?',
        by: ['wire'],
      }),
      order(120, { seat: 'mayor', type: 'release', obligation: 'o:ask1', by: ['wire'] }),
    ];
    for (let run = 0; run < 20; run++) {
      const logged = play(program, inputs, { run });
      const silent = playSilently(program, inputs, { run });
      expect(silent).toMatchObject({ stateHash: logged.end.stateHash });
    }
  });
});
