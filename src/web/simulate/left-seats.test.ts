import { describe, expect, test } from 'vitest';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { leaveOthers } from './left-seats.js';

const seat = (name: string) => ({ name, title: name.toUpperCase(), side: '', doctrines: [] });
const play = (seat: string, doctrine = 'steady') => ({ seat, doctrine });

const VIEW: LaboratoryView = {
  scenario: { id: 'towns', title: 'Towns', opens: '', closes: '' },
  recorded: true,
  lineup: { at: null, doctrines: [play('mayor'), play('reeve'), play('clerk')] },
  moments: [],
  seats: [seat('mayor'), seat('reeve'), seat('clerk')],
  dispatches: [],
  entries: [],
  channels: [],
  unknowns: [],
  incidents: [],
  acts: [],
  tracks: [],
};

function left(doctrines: SimulationRequest['doctrines']) {
  return leaveOthers(VIEW, { doctrines });
}

describe('leaving all others to the record', () => {
  test('of the usual cast its first seat stays', () => {
    expect(left(VIEW.lineup.doctrines)).toEqual({
      kept: [play('mayor')],
      keptTitles: ['MAYOR'],
      leftTitles: ['REEVE', 'CLERK'],
    });
  });

  test('a seat whose doctrine was chosen stays, and no other', () => {
    const chosen = play('reeve', 'harder');
    expect(left([play('mayor'), chosen, play('clerk')])).toEqual({
      kept: [chosen],
      keptTitles: ['REEVE'],
      leftTitles: ['MAYOR', 'CLERK'],
    });
  });

  test('without the first seat the next stays; one alone has no others', () => {
    expect(left([play('reeve'), play('clerk')])?.keptTitles).toEqual(['REEVE']);
    expect([left([play('clerk')]), left([])]).toEqual([null, null]);
  });
});
