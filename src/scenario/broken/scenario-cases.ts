import type { BrokenCase } from './broken-case.js';

/**
 * Ways to break `scenarios/two-banks/scenario.yaml`, each with every line that the check says of
 * it.
 */
export const SCENARIO_CASES: readonly BrokenCase[] = [
  {
    breaks: 'a mapping that never closes',
    change: [
      'sides: {north: Northbank, south: Southbank}',
      'sides: {north: Northbank, south: Southbank',
    ],
    says: [
      'scenario.yaml:12:1: not YAML: Flow map in block collection must be sufficiently indented and end with a }',
    ],
  },
  {
    breaks: 'a tab as indentation',
    change: ['  sergeant: {side', '\tsergeant: {side'],
    says: [
      'scenario.yaml:15:1: not YAML: Tabs are not allowed as indentation',
      'scenario.yaml:16:1: not YAML: All mapping items must start at the same column',
    ],
  },
  {
    breaks: 'an anchor',
    change: ['starts: open}', 'starts: &start open}'],
    says: ['scenario.yaml:21:60: anchors and aliases (& and *) are not read; write the value out'],
  },
  {
    breaks: 'an alias',
    change: ['mayor: 1 - anger - 0.3 * cannon', 'mayor: *worth'],
    says: ['scenario.yaml:93:10: anchors and aliases (& and *) are not read; write the value out'],
  },
  {
    breaks: 'a tag',
    change: ['  war: ran_away', '  war: !ran_away'],
    says: ['scenario.yaml:99:8: tags are not read; put a value that begins with ! in quotes'],
  },
  {
    breaks: 'a directive',
    change: ['# The whole format in one page.', '%YAML 1.1\n---\n# The whole format in one page.'],
    says: ['scenario.yaml:1:1: directives (lines that begin with %) are not read; take it out'],
  },
  {
    breaks: 'a second document',
    change: ['# What nobody can know', '---\n# What nobody can know'],
    says: ['scenario.yaml:75:1: a second document starts here; a file holds one'],
  },
  {
    breaks: 'a key twice',
    change: [
      '  reeve: {side: south, at: southbank}',
      '  reeve: {side: south, at: southbank}\n  mayor: {side: south, at: southbank}',
    ],
    says: ['scenario.yaml:17:3: `mayor` stands twice in this mapping; keep one'],
  },
  {
    breaks: 'a key that is a number',
    change: ['frozen: silence > 72h', '1: silence > 72h'],
    says: [
      'scenario.yaml:100:3: `1` cannot be a name: names are letters, digits, _ and - (within braces a comma ends a value: put text with commas in quotes)',
    ],
  },
  {
    breaks: 'a key that is a list',
    change: ['  war: ran_away', '  [war]: ran_away'],
    says: [
      'scenario.yaml:99:3: `a list or mapping` cannot be a name: names are letters, digits, _ and - (within braces a comma ends a value: put text with commas in quotes)',
      'scenario.yaml:99:3: not YAML: Map comment with trailing content',
    ],
  },
  {
    breaks: 'nesting without end',
    change: ['covers: [cannon]', `covers: ${'['.repeat(40)}`],
    says: ['scenario.yaml:53:44: nested deeper than 32 levels; no field needs that'],
  },
  {
    breaks: 'a missing title',
    change: ['title: Two towns, one bridge\n', ''],
    says: ['scenario.yaml:5:1: `title` is missing: text in words'],
  },
  {
    breaks: 'a field of another name',
    change: ['    learn: {mayor: at once', '    lern: {mayor: at once'],
    says: ['scenario.yaml:43:5: no field `lern` here; did you mean `learn`?'],
  },
  {
    breaks: 'a section of another name',
    change: ['incidents:', 'incident:'],
    says: ['scenario.yaml:62:1: no field `incident` here; did you mean `incidents`?'],
  },
  {
    breaks: 'a list where a mapping belongs',
    change: ['seats:\n', 'seats: []\nseat:\n'],
    says: [
      'scenario.yaml:12:8: `seats` should be a mapping from names to rows: decision-makers and observers',
      'scenario.yaml:13:1: no field `seat` here; did you mean `seats`?',
    ],
  },
  {
    breaks: 'a text where true or false belongs',
    change: ['{private: true, delay', '{private: yes, delay'],
    says: ['scenario.yaml:29:20: `private` should be true or false'],
  },
  {
    breaks: 'a kind of incident that is none',
    change: ['kind: accidental', 'kind: acidental'],
    says: ['scenario.yaml:64:11: `kind` is `acidental`; did you mean `accidental`?'],
  },
  {
    breaks: 'an act without a name to order it',
    change: ['  open_bridge: {by: mayor, takes', '  open_bridge: {takes'],
    says: ['scenario.yaml:44:3: `by` is missing: a name, or a list of names'],
  },
  {
    breaks: 'a letter without a way',
    change: ['{from: reeve, to: mayor, by: ferry,', '{from: reeve, to: mayor,'],
    says: ['scenario.yaml:80:3: `by` is missing: a name, or a list of names'],
  },
  {
    breaks: 'a duration without a unit',
    change: ['takes: 12h', 'takes: 12'],
    says: [
      'scenario.yaml:47:12: `12` is no duration: write a number and a unit (ms, s, min, h, d, w), as in 90s or 1h30min',
    ],
  },
  {
    breaks: 'a chance above one',
    change: ['loss: 2%', 'loss: 102%'],
    says: ['scenario.yaml:29:60: `102%` is no chance: write 2% or 0.02, from 0 to 1'],
  },
  {
    breaks: 'a distribution out of order',
    change: ['triangular 2h 4h 9h', 'triangular 4h 2h 9h'],
    says: [
      'scenario.yaml:29:33: `triangular 4h 2h 9h`: the numbers of triangular go from low to high',
    ],
  },
  {
    breaks: 'a distribution that is none',
    change: ['lognormal median 40min sigma 0.8', 'lognormal 40min 0.8'],
    says: [
      'scenario.yaml:33:35: `lognormal 40min 0.8` is no distribution: write fixed A, uniform A B, triangular A B C, lognormal median A sigma B, loguniform A B or empirical A B …',
    ],
  },
  {
    breaks: 'a delay that can outlast the ages',
    change: ['sigma 0.8', 'sigma 9'],
    says: [
      'scenario.yaml:33:35: `lognormal median 40min sigma 9`: it can reach beyond 2,000 years',
    ],
  },
  {
    breaks: 'a loguniform from nought',
    change: ['loguniform 0.01 0.3', 'loguniform 0 0.3'],
    says: ['scenario.yaml:76:19: `loguniform 0 0.3`: loguniform needs numbers above 0'],
  },
  {
    breaks: 'an instant without a zone',
    change: ['opens: 1900-05-01T06:00Z', 'opens: 1900-05-01T06:00'],
    says: [
      'scenario.yaml:6:8: `1900-05-01T06:00` is no instant: write one such as 1962-10-26T16:43+03:00, or with Z for UTC',
    ],
  },
  {
    breaks: 'a day that the calendar has not',
    change: ['closes: 1900-05-08T18:00Z', 'closes: 1900-02-29T18:00Z'],
    says: [
      'scenario.yaml:7:9: `1900-02-29T18:00Z` is no instant: write one such as 1962-10-26T16:43+03:00, or with Z for UTC',
    ],
  },
  {
    breaks: 'a range the wrong way round',
    change: ['count: 0..4', 'count: 4..0'],
    says: ['scenario.yaml:22:19: `4..0` is no range: write low..high, as in 0..4'],
  },
  {
    breaks: 'a share beyond one',
    change: ['anger: {share: 0..1', 'anger: {share: 0..2'],
    says: ['scenario.yaml:24:18: `0..2` is no range: write low..high, as in 0..1'],
  },
  {
    breaks: 'a zone that is none',
    change: ['northbank: UTC', 'northbank: GMT'],
    says: ['scenario.yaml:10:21: `GMT` is no zone: write UTC or an offset such as +03:00'],
  },
  {
    breaks: 'a track of another name in an effect',
    change: ['set: {cannon: 0}', 'set: {canon: 0}'],
    says: ['scenario.yaml:49:11: no track is called `canon`; did you mean `cannon`?'],
  },
  {
    breaks: 'a seat of another name',
    change: ['by: reeve\n', 'by: reve\n'],
    says: ['scenario.yaml:46:9: no seat is called `reve`; did you mean `reeve`?'],
  },
  {
    breaks: 'a channel of another name',
    change: ['learn: {everyone: crier}', 'learn: {everyone: cryer}'],
    says: ['scenario.yaml:44:110: no channel is called `cryer`; did you mean `crier`?'],
  },
  {
    breaks: 'a name that is no name',
    change: ['  market_day:', '  Market-Day:'],
    says: ['scenario.yaml:73:3: `Market-Day` should be snake_case: small letters, digits and _'],
  },
  {
    breaks: 'a track called like a unit',
    change: ['anger: {share: 0..1', 'day: {share: 0..1'],
    says: [
      'scenario.yaml:24:3: `day` is taken: it is a unit of time; rename it',
      'scenario.yaml:67:11: no track is called `anger`; there is `bridge`, `cannon`, `contact`, `day`',
      'scenario.yaml:73:60: no track is called `anger`; there is `bridge`, `cannon`, `contact`, `day`',
      'scenario.yaml:93:14: no track or unknown is called `anger`',
    ],
  },
  {
    breaks: 'an act called like a letter',
    change: ['  first:\n', '  open_bridge:\n'],
    says: [
      'scenario.yaml:80:3: `open_bridge` stands in `letters` and in `acts`; give one another name',
    ],
  },
  {
    breaks: 'a channel called like nothing else, listed twice',
    change: ['by: crier, linkage', 'by: [crier, crier], linkage'],
    says: ['scenario.yaml:84:45: `crier` is listed twice; once is enough'],
  },
  {
    breaks: 'everyone as a seat',
    change: ['  sergeant: {side', '  everyone: {side'],
    says: [
      'scenario.yaml:15:3: `everyone` is taken: it is the word for all seats; rename it',
      'scenario.yaml:43:29: no seat is called `sergeant`; there is `mayor`, `everyone`, `reeve`',
      'scenario.yaml:69:13: no seat is called `sergeant`; there is `mayor`, `everyone`, `reeve`',
    ],
  },
  {
    breaks: 'a close before the opening',
    change: ['closes: 1900-05-08T18:00Z', 'closes: 1900-04-08T18:00Z'],
    says: ['scenario.yaml:7:9: `closes` should be later than `opens`'],
  },
  {
    breaks: 'a start outside the range',
    change: ['starts: 2}', 'starts: 7}'],
    says: ['scenario.yaml:22:33: it starts at `7`; it can be a whole number from 0 to 4'],
  },
  {
    breaks: 'a start at a level that is none',
    change: ['starts: open}', 'starts: opened}'],
    says: ['scenario.yaml:21:53: it starts at `opened`; it can be open, watched, closed'],
  },
  {
    breaks: 'a track of two kinds',
    change: ['anger: {share: 0..1,', 'anger: {share: 0..1, count: 0..3,'],
    says: [
      'scenario.yaml:24:10: a track is one of levels: […], count: a..b, share: a..b or switch: true',
    ],
  },
  {
    breaks: 'two seats under each other',
    change: [
      'mayor: {side: north, at: northbank}',
      'mayor: {side: north, at: northbank, under: sergeant}',
    ],
    says: [
      'scenario.yaml:13:46: `mayor` is under `sergeant` is under `mayor`: delegation goes one way',
      'scenario.yaml:15:49: `sergeant` is under `mayor` is under `sergeant`: delegation goes one way',
    ],
  },
  {
    breaks: 'an observer who orders',
    change: [
      'reeve: {side: south, at: southbank}',
      'reeve: {side: south, at: southbank, observer: true}',
    ],
    says: [
      'scenario.yaml:46:9: `reeve` is an observer, and an observer only learns',
      'scenario.yaml:81:12: `reeve` is an observer, and an observer only learns',
      'scenario.yaml:84:12: `reeve` is an observer, and an observer only learns',
    ],
  },
  {
    breaks: 'a private channel with an audience',
    change: ['loss: 2%}', 'loss: 2%, audience_cost: 0.3}'],
    says: ['scenario.yaml:29:79: only a public channel (private: false) costs an audience'],
  },
  {
    breaks: 'news over a channel for letters',
    change: ['mayor: lookout, reeve: lookout', 'mayor: ferry, reeve: lookout'],
    says: [
      'scenario.yaml:69:39: news of events does not travel over `ferry`: give it reports: true, or name another',
    ],
  },
  {
    breaks: 'a route that ends at a desk',
    change: [
      '# What a seat can order.',
      'routes: {by_cart: [{by: ferry}, {by: ferry, to: mayor}]}\n\n# What a seat can order.',
    ],
    says: [
      'scenario.yaml:35:20: each leg but the last says `to` whom it goes',
      'scenario.yaml:35:49: the last leg goes to the addressee; take out its `to`',
    ],
  },
  {
    breaks: 'an inspection of nothing',
    change: ['verifies: withdraw_cannon, ', ''],
    says: [
      'scenario.yaml:58:58: `detects` is for an act that verifies another; say which',
      'scenario.yaml:58:72: `false_alarm` is for an act that verifies another; say which',
      'scenario.yaml:85:58: `inspect_cannon` does not verify `withdraw_cannon`; name an act whose `verifies` is withdraw_cannon',
      'scenario.yaml:89:97: `inspect_cannon` does not verify `withdraw_cannon`; name an act whose `verifies` is withdraw_cannon',
    ],
  },
  {
    breaks: 'a clause verified by another act',
    change: ['48h, verified: inspect_cannon', '48h, verified: close_bridge'],
    says: [
      'scenario.yaml:85:58: `close_bridge` does not verify `withdraw_cannon`; name an act whose `verifies` is withdraw_cannon',
    ],
  },
  {
    breaks: 'a clause of nothing',
    change: ['ask: [{do: open_bridge, within: 12h}]', 'ask: [{within: 12h}]'],
    says: ['scenario.yaml:85:82: a clause says what is to be done: add `do` or `says`'],
  },
  {
    breaks: 'a letter to its own writer',
    change: ['{from: reeve, to: mayor,', '{from: reeve, to: reeve,'],
    says: ['scenario.yaml:81:23: `reeve` would write to itself'],
  },
  {
    breaks: 'a routine that never ends',
    change: ['every: 24h', 'every: 5ms'],
    says: [
      'scenario.yaml:73:23: it would happen about 129599999 times; more than 100000 cannot be run',
    ],
  },
  {
    breaks: 'a routine without a time',
    change: ['{every: 24h, when', '{when'],
    says: ['scenario.yaml:73:15: a routine needs `every` or `first`'],
  },
  {
    breaks: 'a rate that floods the week',
    change: ['rate: 0.3/day * contact', 'rate: 90/s'],
    says: [
      'scenario.yaml:66:11: it would happen up to 58320000 times; more than 100000 cannot be run',
    ],
  },
  {
    breaks: 'a rate that floods the week at its most',
    change: ['rate: 0.3/day * contact', 'rate: 2/s * min(contact, 0.5)'],
    says: [
      'scenario.yaml:66:11: it would happen up to 648000 times; more than 100000 cannot be run',
    ],
  },
  {
    breaks: 'a rate without bound',
    change: ['rate: 0.3/day * contact', 'rate: 0.3/day / anger'],
    says: ['scenario.yaml:66:11: this rate can grow without bound; hold it with min or clamp'],
  },
  {
    breaks: 'a division by nought',
    change: ['rate: 0.3/day * contact', 'rate: contact * (1 / 0)'],
    says: [
      'scenario.yaml:66:22: this is not a finite number; mind divisions by 0 and logarithms of it',
    ],
  },
  {
    breaks: 'a negative rate',
    change: ['rate: 0.3/day * contact', 'rate: -0.3/day'],
    says: ['scenario.yaml:66:11: a rate is 0 or more'],
  },
  {
    breaks: 'a level that is none',
    change: ['when: bridge != "open"', 'when: bridge != "opened"'],
    says: [
      'scenario.yaml:65:21: the track has no level `opened`; it has `open`, `watched`, `closed`',
    ],
  },
  {
    breaks: 'levels put in order',
    change: ['when: bridge != "open"', 'when: bridge > "open"'],
    says: [
      'scenario.yaml:65:11: levels have no order: compare `bridge` with == or != to `open`, `watched`, `closed`',
    ],
  },
  {
    breaks: 'a number where a truth belongs',
    change: ['when: cannon > 0', 'when: cannon'],
    says: ['scenario.yaml:48:11: this should be true or false; it is a number'],
  },
  {
    breaks: 'a truth where a number belongs',
    change: ['contact: contact + 0.4', 'contact: contact > 0.4'],
    says: ['scenario.yaml:42:36: this should be a number; it is true or false'],
  },
  {
    breaks: 'a track of another name in an expression',
    change: ['0.3/day * contact', '0.3/day * contacts'],
    says: [
      'scenario.yaml:66:21: no track or unknown is called `contacts`; did you mean `contact`?',
    ],
  },
  {
    breaks: 'an expression that stops',
    change: ['contact: contact + 0.4', 'contact: contact +'],
    says: ['scenario.yaml:42:45: not an expression: Unexpected token: the end'],
  },
  {
    breaks: 'a function that is none',
    change: ['mayor: 1 - anger - 0.3 * cannon', 'mayor: sqrt(anger)'],
    says: ['scenario.yaml:93:10: no function `sqrt`; there is min, max, clamp, log and exp'],
  },
  {
    breaks: 'a function with too few numbers',
    change: ['mayor: 1 - anger - 0.3 * cannon', 'mayor: clamp(anger, 1)'],
    says: ['scenario.yaml:93:10: clamp takes 3 numbers'],
  },
  {
    breaks: 'a list in an expression',
    change: ['mayor: 1 - anger - 0.3 * cannon', 'mayor: "[1, 2].map(x, x)[0]"'],
    says: [
      'scenario.yaml:93:10: expressions know numbers, level names, + - * /, comparison, &&, ||, !, ?:, min, max, clamp, log and exp only',
    ],
  },
  {
    breaks: 'a unit that is none',
    change: ['silence > 72h', 'silence > 72hrs'],
    says: [
      'scenario.yaml:100:21: `72hrs` is no number: write digits, with a unit (ms, s, min, h, d, w) for a duration',
    ],
  },
  {
    breaks: 'silence compared with a track',
    change: ['silence > 72h', 'silence > 72h * anger'],
    says: ['scenario.yaml:100:11: silence is compared with a duration only, as in silence > 72h'],
  },
  {
    breaks: 'silence read by a rate',
    change: ['0.3/day * contact', 'silence * contact'],
    says: ['scenario.yaml:66:11: a rate or chance cannot read `silence`'],
  },
  {
    breaks: 'an unknown read by a value',
    change: ['mayor: 1 - anger - 0.3 * cannon', 'mayor: 1 - kappa'],
    says: ['scenario.yaml:93:14: a value cannot read `kappa`'],
  },
  {
    breaks: 'an expression of unbounded cost',
    change: ['0.3/day * contact', `contact${' * contact'.repeat(180)}`],
    says: ['scenario.yaml:66:11: an expression has at most 200 parts, nested 32 deep'],
  },
  {
    breaks: 'an expression nested without end',
    change: ['0.3/day * contact', `${'('.repeat(60)}contact${')'.repeat(60)}`],
    says: ['scenario.yaml:66:43: an expression has at most 200 parts, nested 32 deep'],
  },
  {
    breaks: 'two faults in one expression',
    change: ['anger: anger + 0.3', 'anger: angr + contct'],
    says: [
      'scenario.yaml:67:18: no track or unknown is called `angr`; did you mean `anger`?',
      'scenario.yaml:67:25: no track or unknown is called `contct`; did you mean `contact`?',
    ],
  },
  {
    breaks: 'an afterlife before the close',
    change: [
      'closes: 1900-05-08T18:00Z',
      'closes: 1900-05-08T18:00Z\naftermath: 1900-05-08T12:00Z',
    ],
    says: ['scenario.yaml:8:12: `aftermath` should be later than `closes`'],
  },
  {
    breaks: 'a history of ages',
    change: ['closes: 1900-05-08T18:00Z', 'closes: 9900-05-08T18:00Z'],
    says: [
      'scenario.yaml:7:9: from opening to end it is more than 1000 years',
      'scenario.yaml:66:11: it would happen up to 876584 times; more than 100000 cannot be run',
      'scenario.yaml:73:23: it would happen about 2921947 times; more than 100000 cannot be run',
    ],
  },
  {
    breaks: 'clocks out of order',
    change: ['northbank: UTC', 'northbank: {zone: [{offset: UTC}, {offset: "+01:00"}]}'],
    says: ['scenario.yaml:10:53: offsets go in time order, each but the last with `until`'],
  },
  {
    breaks: 'a seat under one of the other side',
    change: [
      '  reeve: {side: south, at: southbank}',
      '  reeve: {side: south, at: southbank, under: mayor}',
    ],
    says: [
      'scenario.yaml:16:46: `reeve` and `mayor` are of different sides; delegation stays within one',
    ],
  },
  {
    breaks: 'a level of strange signs',
    change: ['[open, watched, closed]', '[open, watched, "cl\\"osed", closed]'],
    says: [
      'scenario.yaml:21:36: `cl"osed` cannot be a level: use letters, digits, _, - and spaces',
    ],
  },
  {
    breaks: 'a single level',
    change: [
      'anger: {share: 0..1, starts: 0.2}',
      'anger: {share: 0..1, starts: 0.2}\n  flag: {levels: [up], starts: up}',
    ],
    says: ['scenario.yaml:25:18: a track of levels has at least two'],
  },
  {
    breaks: 'an act that nobody can order',
    change: ['by: reeve\n', 'by: []\n'],
    says: ['scenario.yaml:46:9: `by` lists nobody; name at least one seat'],
  },
  {
    breaks: 'a leak of what is public',
    change: ['delay: 15min, audience_cost', 'delay: 15min, leak: 5%, audience_cost'],
    says: ['scenario.yaml:31:47: a public channel has nothing to leak'],
  },
  {
    breaks: 'a route of no legs',
    change: ['# What a seat can order.', 'routes: {by_cart: []}\n\n# What a seat can order.'],
    says: ['scenario.yaml:35:19: a route has at least one leg'],
  },
  {
    breaks: 'an inspection of itself',
    change: ['verifies: withdraw_cannon', 'verifies: inspect_cannon'],
    says: [
      'scenario.yaml:58:68: `inspect_cannon` cannot inspect itself',
      'scenario.yaml:85:58: `inspect_cannon` does not verify `withdraw_cannon`; name an act whose `verifies` is withdraw_cannon',
      'scenario.yaml:89:97: `inspect_cannon` does not verify `withdraw_cannon`; name an act whose `verifies` is withdraw_cannon',
    ],
  },
  {
    breaks: 'a clause in words that is verified',
    change: [
      'give: [{do: withdraw_cannon, within: 48h, verified',
      'give: [{says: the cannon go, within: 48h, verified',
    ],
    says: ['scenario.yaml:85:58: a clause that is `verified` says which act it is: add `do`'],
  },
  {
    breaks: 'a negative audience cost',
    change: ['audience_cost: 0.3', 'audience_cost: -0.3'],
    says: ['scenario.yaml:31:56: `-0.3` should be a number from 0 up'],
  },
  {
    breaks: 'a belief of one number',
    change: ['values:\n', 'trust: {beliefs: {mayor: {south: "2"}}}\nvalues:\n'],
    says: [
      'scenario.yaml:92:34: `2` is no belief: write the two numbers of a Beta distribution, as in 2 2',
    ],
  },
  {
    breaks: 'a belief about the own side',
    change: ['values:\n', 'trust: {beliefs: {mayor: {north: 2 2}}}\nvalues:\n'],
    says: ['scenario.yaml:92:27: `mayor` is of that side; beliefs are about others'],
  },
  {
    breaks: 'an expression as long as a book',
    change: ['0.3/day * contact', `0.3/day * contact${' '.repeat(2_000)}* 1`],
    says: ['scenario.yaml:66:11: an expression has at most 2000 characters'],
  },
  {
    breaks: 'a level name compared with a number',
    change: ['when: cannon > 0', 'when: cannon == "few"'],
    says: ['scenario.yaml:48:21: the text `few` can only be compared with a track of levels'],
  },
];
