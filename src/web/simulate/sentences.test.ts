import { describe, expect, test } from 'vitest';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { sentencesOf, unwrittenBy, type Blank } from './sentences.js';

const VIEW: LaboratoryView = {
  scenario: {
    id: 'two-towns',
    title: 'Two towns',
    opens: '1900-05-01T00:00Z',
    closes: '1900-05-08T00:00Z',
  },
  recorded: true,
  lineup: { at: null, doctrines: [] },
  moments: [],
  seats: [
    {
      name: 'mayor',
      title: 'Mayor',
      side: 'Northbank',
      doctrines: [
        {
          name: 'steady',
          title: 'The steady mayor',
          source: '',
          parameters: [{ name: 'dread', title: 'Dread', value: 2 }],
        },
        { name: 'harder', title: 'The hard mayor', source: '', parameters: [] },
      ],
    },
  ],
  dispatches: [
    dispatch('D1', 'mayor', '1900-05-01T06:00Z', '1900-05-01T10:00Z'),
    dispatch('D2', 'reeve', '1900-05-03T06:00Z', '1900-05-03T10:00Z'),
    dispatch('D3', 'mayor', '1900-05-03T08:00Z', '1900-05-03T09:00Z'),
  ],
  entries: [
    { id: 'I1', title: 'A shot', type: 'incident', at: '1900-05-04T00:00Z', by: null },
    { id: 'X1', title: 'He waits', type: 'decision', at: '1900-05-04T00:00Z', by: 'mayor' },
  ],
  channels: [
    {
      name: 'ferry',
      title: 'Ferry',
      delay: 'uniform 2h 4h',
      times: [{ factor: 2, delay: 'uniform 4h 8h' }],
      loss: 0,
      leak: 0,
      garble: 0,
    },
  ],
  unknowns: [{ name: 'kappa', title: 'Kappa', prior: 'loguniform 0.01 0.3' }],
  incidents: [{ name: 'shot', title: 'A shot' }],
  acts: [{ name: 'close', title: 'Close the bridge', takes: '30min' }],
  tracks: [],
};

function dispatch(id: string, from: string, sent: string, arrives: string) {
  return { id, title: `letter ${id}`, from, to: ['other'], sent, arrives };
}

const BRANCH: SimulationRequest = {
  at: '1900-05-02T00:00Z',
  doctrines: [{ seat: 'mayor', doctrine: 'steady' }],
  changes: [],
  runs: 10,
  seed: '1',
};

function blankOf(request: SimulationRequest, sentence: string, blank: string): Blank | undefined {
  return sentencesOf(VIEW, request)
    .find(({ name }) => name === sentence)
    ?.parts(() => '')
    .find((part): part is Blank => typeof part !== 'string' && part.name === blank);
}

function valuesOf(blank: Blank | undefined): readonly string[] {
  return blank?.type === 'choice' ? blank.choices.map(({ value }) => value) : [];
}

function lineOf(sentence: string, filled: Readonly<Record<string, string>>): string | undefined {
  return sentencesOf(VIEW, BRANCH)
    .find(({ name }) => name === sentence)
    ?.line((name) => filled[name] ?? '');
}

describe('sentences about what is different', () => {
  test('offer the dispatches that the record still sends, and that have not arrived', () => {
    expect(valuesOf(blankOf(BRANCH, 'never', 'dispatch'))).toEqual(['D2']);
    const opening = { ...BRANCH, at: null, doctrines: [] };
    expect(valuesOf(blankOf(opening, 'never', 'dispatch'))).toEqual(['D1', 'D2', 'D3']);
  });

  test('offer to keep an incident after the moment, and no decision of who is played', () => {
    expect(valuesOf(blankOf(BRANCH, 'keep', 'kept'))).toEqual(['incident I1']);
    expect(valuesOf(blankOf(BRANCH, 'absent', 'entry'))).toEqual([]);
  });

  test('offer the parameters of who plays, and who else could', () => {
    expect(valuesOf(blankOf(BRANCH, 'parameter', 'parameter'))).toEqual(['mayor.steady dread']);
    expect(valuesOf(blankOf(BRANCH, 'player', 'player'))).toEqual(['mayor harder']);
  });

  test.each([
    ['never', { dispatch: 'D2' }, 'dispatch D2 arrives never'],
    [
      'hours',
      { dispatch: 'D2', hours: '6', side: 'later' },
      'dispatch D2 arrives at 1900-05-03T16:00Z',
    ],
    [
      'hours',
      { dispatch: 'D2', hours: '2', side: 'earlier' },
      'dispatch D2 arrives at 1900-05-03T08:00Z',
    ],
    ['swap', { dispatch: 'D2', second: 'D3' }, 'swap D2 D3'],
    ['delay', { channel: 'ferry', factor: '2' }, 'channel ferry delay uniform 4h 8h'],
    ['hazard', { hazard: 'loss', 'any-channel': 'ferry', chance: '20' }, 'channel ferry loss 20%'],
    ['unknown', { unknown: 'kappa', value: '0.05' }, 'unknown kappa 0.05'],
    ['keep', { kept: 'incident I1' }, 'keep I1'],
    [
      'parameter',
      { parameter: 'mayor.steady dread', weight: '3' },
      'doctrine mayor.steady dread 3',
    ],
    ['player', { player: 'mayor harder' }, 'doctrine mayor harder'],
  ])('%s is one line', (sentence, filled, line) => {
    expect(lineOf(sentence, filled)).toBe(line);
  });
});

describe('letters that are not listed', () => {
  const played = { at: '1900-05-02T00:00Z', changes: [], runs: 10, seed: '1' };

  test('a seat that a doctrine plays is named where it wrote after the moment', () => {
    const doctrines = [{ seat: 'mayor', doctrine: 'steady' }];
    expect(unwrittenBy(VIEW, { ...played, doctrines })).toEqual(['Mayor']);
    expect(unwrittenBy(VIEW, { ...played, doctrines: [] })).toEqual([]);
    expect(unwrittenBy(VIEW, { ...played, at: '1900-05-07T00:00Z', doctrines })).toEqual([]);
  });
});
