import type { Formula } from './formula.js';
import type { Choose } from './random-small.js';
import type { SmallDoctrine, SmallOption } from './small-doctrine.js';
import type { Small } from './small-program.js';

type Options = Record<string, Formula | SmallOption>;

/** A random doctrine `own` for every seat of a random scenario, over all that it can do. */
export function randomDoctrines(
  choose: Choose,
  small: Small,
): Record<string, Record<string, SmallDoctrine>> {
  return Object.fromEntries(
    Object.keys(small.seats!).map((seat) => [seat, { own: randomDoctrine(choose, small, seat) }]),
  );
}

function randomDoctrine(choose: Choose, small: Small, seat: string): SmallDoctrine {
  const acts = Object.keys(small.acts!);
  const news = [...acts, ...Object.keys(small.incidents!), ...Object.keys(small.routines!)];
  const called = news.filter(() => choose(3) === 0);
  return {
    every: 2 + choose(20),
    calls: {
      ...(choose(2) === 0 ? { dispatch: choose(5) } : {}),
      ...Object.fromEntries(called.map((name) => [name, choose(5)])),
    },
    drawsLast: 6 * (1 + choose(6)),
    precision: choose(4),
    worth: Object.fromEntries(acts.map((name) => [name, (choose(9) - 4) / 4])),
    words: 0.05,
    present: randomUtility(choose, small),
    continues: (choose(9) - 4) / 4,
    war: -choose(4),
    hazard: choose(3) / 50,
    replyTakes: choose(24),
    options: randomOptions(choose, small, seat),
  };
}

function randomOptions(choose: Choose, small: Small, seat: string): Options {
  const options: Options = { nothing: 0 };
  const by = [Object.keys(small.channels!)[choose(Object.keys(small.channels!).length)]!];
  for (const [name, act] of Object.entries(small.acts!)) {
    if (act.by === seat) options[`act ${name}`] = randomOption(choose, small);
  }
  const own = Object.entries(small.letters!).filter(([, letter]) => letter.from === seat);
  for (const [name] of own) options[`send ${name}`] = randomOption(choose, small);
  for (const reply of ['accept', 'decline', 'leave', 'withdraw', 'honour', 'repudiate']) {
    if (choose(4) > 0) options[reply] = { ...randomOption(choose, small), by };
  }
  if (own[0] !== undefined) {
    options[`counter with ${own[0][0]}`] = { ...randomOption(choose, small), by };
  }
  return options;
}

function randomOption(choose: Choose, small: Small): SmallOption {
  const tracks = Object.keys(small.tracks!);
  return {
    utility: randomUtility(choose, small),
    ...(choose(3) === 0 ? { when: ['lt', tracks[choose(tracks.length)]!, choose(6) / 2] } : {}),
  };
}

function randomUtility(choose: Choose, small: Small): Formula {
  const tracks = Object.keys(small.tracks!);
  const acts = Object.keys(small.acts!);
  const act = acts[choose(acts.length)]!;
  const columns = [
    ...tracks,
    `owes_${act}`,
    `expects_${act}`,
    `overdue_${act}`,
    `doing_${act}`,
    'trust_north',
    'audience_cost',
  ];
  return ['mul', (choose(9) - 4) / 4, columns[choose(columns.length)]!];
}
