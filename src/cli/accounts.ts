import { accountsView } from '../library/room/accounts.js';
import { openRoom } from '../library/room/room.js';
import { faultText } from '../scenario/faults.js';
import { scenarioMaterial } from '../server/scenario-material.js';
import { criticismOfFolder } from '../server/shelf.js';
import { accountLines } from './account-lines.js';
import type { Command } from './command.js';
import { printJson, refuse } from './command.js';
import { findScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** `backchannel accounts SCENARIO` */
export const accounts: Command = {
  args: ['SCENARIO'],
  options: {},
  notes: [
    'Each claim has its verdict (confirmed, partly, contradicted, unconfirmed or garbled), what the ' +
      'record has, citations, and entries of the record with their times. Then come the points on ' +
      'which sources disagree, with who says what.',
    'What you imported plays no part: the answer is that of the scenario alone.',
  ],
  run: async (call, io) => {
    const found = findScenario(call.args[0]!, io.cwd);
    if (found.type === 'unknown') return refuse(io, 2, found.message);
    const result = await criticismOfFolder(found.folder);
    if (result.type === 'faulty') {
      io.err(textOf(result.faults.map(faultText)));
      return 1;
    }
    const { program, criticism } = result;
    const material = scenarioMaterial(program, criticism);
    const view = accountsView(openRoom({ ...material, collections: [] }));
    if (call.flag('json')) printJson(io, view);
    else io.out(textOf(accountLines(view)));
    return 0;
  },
};
