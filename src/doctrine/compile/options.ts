import type { Option } from '../../core/parts/doctrine.js';
import type { Letter } from '../../core/parts/letters.js';
import { routesAt } from '../../scenario/compile/channels.js';
import { expressionAt, listOf, optionalExpression } from '../../scenario/compile/compilation.js';
import { NUMBER, TRUTH } from '../../scenario/expressions/scope.js';
import { inside, keyOf, type Spot } from '../../scenario/reading/source-file.js';
import type { OptionRow } from '../doctrines-schema.js';
import type { Written } from './lineage.js';
import {
  readOptionKey,
  type ConsentKey,
  type CounterKey,
  type OptionKey,
  type OwnOfferKey,
  type ReplyKey,
} from './option-key.js';
import type { Setting } from './setting.js';

/** What the options of one doctrine have in common. */
export interface OptionSetting extends Setting {
  readonly seat: number;
  /** Ways of replies that say none, or null where the doctrine says none either. */
  readonly repliesBy: readonly number[] | null;
}

type Fields = Exclude<OptionRow, string | number | boolean>;

/** One option, or null where its key is none; its names are looked up, its powers checked. */
export function compileOption(
  s: OptionSetting,
  key: string,
  { value, spot }: Written<OptionRow>,
): Option | null {
  const read = readOptionKey(key);
  if (read === null) {
    s.report(keyOf(spot), 'bad-option', key);
    return null;
  }
  const full = typeof value === 'object';
  const row: Fields = full ? value : { utility: value };
  const place = REPLIES.has(read.type) ? 'reply' : 'doctrine';
  const utility = expressionAt(
    s,
    row.utility,
    full ? inside(spot, 'utility') : spot,
    NUMBER,
    place,
  );
  const when = optionalExpression(s, row.when, inside(spot, 'when'), TRUTH, place);
  const target = targetOf(s, read, row, spot);
  if (target === null) return null;
  const { title, ...rest } = target;
  return { ...rest, name: key, title: row.title ?? title, when, utility };
}

/** Options that are weighed with another's offer before them. */
const REPLIES: ReadonlySet<OptionKey['type']> = new Set(['accept', 'decline', 'leave', 'counter']);

type Bare<O> = O extends Option ? Omit<O, 'name' | 'when' | 'utility'> : never;
type Target = Bare<Option>;

function targetOf(s: OptionSetting, key: OptionKey, row: Fields, spot: Spot): Target | null {
  switch (key.type) {
    case 'nothing':
      reportWay(s, key, row, spot);
      return { type: 'nothing', title: 'Do nothing' };
    case 'act':
      reportWay(s, key, row, spot);
      return actOf(s, key.name, spot);
    case 'send':
      reportWay(s, key, row, spot);
      return letterOf(s, key.name, spot, ({ title }, letter) => ({ type: 'send', letter, title }));
    case 'consent':
    case 'refuse':
      return consentOf(s, key, row, spot);
    case 'withdraw':
    case 'honour':
    case 'repudiate':
      return ownOfferOf(s, key, row, spot);
    case 'counter':
      return counterOf(s, key, row, spot);
    default:
      return replyOf(s, key, row, spot);
  }
}

function reportWay(s: OptionSetting, key: OptionKey, row: Fields, spot: Spot): void {
  if (row.by !== undefined) s.report(keyOf(inside(spot, 'by')), 'goes-nowhere', key.type);
}

function actOf(s: OptionSetting, name: string, spot: Spot): Target | null {
  const { acts, seats } = s.program;
  const index = s.names.at('act', name, keyOf(spot));
  const act = acts[index];
  if (act === undefined) return null;
  if (!act.by.includes(s.seat)) {
    const by = act.by.map((seat) => seats[seat]!.name);
    s.report(keyOf(spot), 'not-its-act', seats[s.seat]!.name, name, by);
  }
  return { type: 'act', act: index, title: act.title };
}

/** A letter that the seat itself sends. */
function letterOf(
  s: OptionSetting,
  name: string,
  spot: Spot,
  make: (letter: Letter, index: number) => Target,
): Target | null {
  const index = s.names.at('letter', name, keyOf(spot));
  const letter = s.program.letters[index];
  if (letter === undefined) return null;
  const { seats } = s.program;
  if (letter.from !== s.seat) {
    s.report(keyOf(spot), 'not-its-letter', seats[s.seat]!.name, name, seats[letter.from]!.name);
  }
  return make(letter, index);
}

/** An offer of another that can come to the seat, or null for any. */
function offerOf(s: OptionSetting, name: string | null, spot: Spot): readonly number[] | null {
  if (name === null) return null;
  const index = s.names.at('letter', name, keyOf(spot));
  const letter = s.program.letters[index];
  if (letter === undefined) return null;
  const { seats } = s.program;
  if (!letter.to.includes(s.seat)) {
    const to = letter.to.map((seat) => seats[seat]!.name);
    s.report(keyOf(spot), 'not-to-seat', seats[s.seat]!.name, name, to);
  }
  reportEmpty(s, letter, spot);
  return [index];
}

function reportEmpty(s: OptionSetting, { name, terms }: Letter, spot: Spot): void {
  if (terms.give.length + terms.ask.length === 0) s.report(keyOf(spot), 'no-offer', name);
}

function replyOf(s: OptionSetting, key: ReplyKey, row: Fields, spot: Spot): Target {
  const letters = offerOf(s, key.letter, spot);
  const title = titled(s, REPLY_WORDS[key.type], letters);
  if (key.type === 'leave') {
    reportWay(s, key, row, spot);
    return { type: 'leave', letters, routes: [], title };
  }
  return { type: key.type, letters, routes: waysOf(s, row, spot, null), title };
}

const REPLY_WORDS = {
  accept: 'Accept',
  decline: 'Decline',
  leave: 'Leave unanswered',
  withdraw: 'Withdraw',
  honour: 'Honour',
  repudiate: 'Repudiate',
} as const;

function titled(s: OptionSetting, verb: string, letters: readonly number[] | null): string {
  const letter = s.program.letters[letters?.[0] ?? -1];
  return letter === undefined ? `${verb} an offer` : `${verb}: ${letter.title}`;
}

function counterOf(s: OptionSetting, key: CounterKey, row: Fields, spot: Spot): Target | null {
  const letters = offerOf(s, key.letter, spot);
  return letterOf(s, key.with, spot, (letter, index) => {
    reportEmpty(s, letter, spot);
    const routes = waysOf(s, row, spot, letter.routes);
    return {
      type: 'counter',
      letters,
      routes,
      with: index,
      title: `Counter with: ${letter.title}`,
    };
  });
}

/** Of an own offer: to take it back, or to stand by it or not where it is contested (R17). */
function ownOfferOf(
  s: OptionSetting,
  { type, letter: name }: OwnOfferKey,
  row: Fields,
  spot: Spot,
): Target | null {
  if (name === null) {
    const title = titled(s, REPLY_WORDS[type], null);
    return { type, letters: null, routes: waysOf(s, row, spot, null), title };
  }
  return letterOf(s, name, spot, (letter, index) => {
    reportEmpty(s, letter, spot);
    const routes = waysOf(s, row, spot, letter.routes);
    return { type, letters: [index], routes, title: titled(s, REPLY_WORDS[type], [index]) };
  });
}

/** How a reply goes: as it says, else as its letter goes, else as all replies of the doctrine. */
function waysOf(
  s: OptionSetting,
  { by }: Fields,
  spot: Spot,
  letter: readonly number[] | null,
): readonly number[] {
  if (by !== undefined) {
    if (listOf(by).length === 0) s.report(inside(spot, 'by'), 'no-reply-way');
    return routesAt(s, listOf(by), inside(spot, 'by'));
  }
  const ways = letter ?? s.repliesBy;
  if (ways === null) s.report(spot, 'no-reply-way');
  return ways ?? [];
}

/** A consent goes back by the channel over which it is asked, unless said. */
function consentOf(s: OptionSetting, key: ConsentKey, row: Fields, spot: Spot): Target | null {
  const { acts, seats, routes, channels } = s.program;
  const index = s.names.at('act', key.name, keyOf(spot));
  const act = acts[index];
  if (act === undefined) return null;
  const asked = act.consent;
  if (asked?.seat !== s.seat) {
    const name = asked === null ? null : seats[asked.seat]!.name;
    s.report(keyOf(spot), 'not-its-consent', seats[s.seat]!.name, key.name, name);
  }
  const usual = routes.length - channels.length + (asked?.channel ?? 0);
  const give = key.type === 'consent';
  const title = `${give ? 'Consent' : 'Refuse consent'}: ${act.title}`;
  return { type: 'consent', act: index, give, route: consentWay(s, row, spot) ?? usual, title };
}

function consentWay(s: OptionSetting, { by }: Fields, spot: Spot): number | null {
  if (by === undefined) return null;
  if (by === 'at once') return -1;
  const ways = listOf(by);
  if (ways.length !== 1) s.report(inside(spot, 'by'), 'one-way');
  return routesAt(s, ways.slice(0, 1), inside(spot, 'by'))[0] ?? null;
}
