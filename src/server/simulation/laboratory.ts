import type { Distribution } from '../../core/chance/distribution.js';
import type { DispatchEntry, Entry } from '../../core/parts/record.js';
import type { Track } from '../../core/parts/world.js';
import type { Program } from '../../core/program.js';
import { lineupCast } from '../../simulate/batch-plan.js';
import { formatMinute } from '../../core/time/instant.js';
import type {
  ChannelChoice,
  DispatchChoice,
  DoctrineChoice,
  LaboratoryView,
  MomentChoice,
  SeatChoice,
  TrackChoice,
} from '../../protocol/simulation.js';
import { delayText, longer, numberText, priorText } from './distribution-words.js';

/** How much longer or shorter a way can be made without typing a distribution. */
const FACTORS = [0.5, 2, 3, 10];

/** What of the record turns a crisis, as Simulate offers it for the moment of leaving it. */
const TURNING: ReadonlySet<Entry['type']> = new Set(['dispatch', 'incident', 'decision']);

/** Everything that Simulate lets its user choose of a scenario, each with its name and title. */
export function laboratoryOf(program: Program): LaboratoryView {
  const { id, title, opens, closes, entries } = program;
  const inTime = entries.filter(({ time }) => time.placed >= opens && time.placed <= closes);
  return {
    scenario: { id, title, opens: formatMinute(opens), closes: formatMinute(closes) },
    recorded: entries.length > 0,
    lineup: lineupOf(program),
    moments: inOrder(inTime.filter(({ type }) => TURNING.has(type))).map(momentChoice),
    seats: program.seats.flatMap((_, seat) => seatChoice(program, seat)),
    dispatches: inOrder(inTime.filter((entry) => entry.type === 'dispatch')).map((entry) =>
      dispatchChoice(program, entry),
    ),
    entries: inOrder(inTime.filter(({ type }) => NAMED.has(type))).map((entry) => ({
      ...momentChoice(entry),
      by: entry.type === 'decision' ? program.seats[entry.seat]!.name : null,
    })),
    channels: program.channels.map(channelChoice),
    unknowns: program.unknowns.map(({ name, title, prior }) => ({
      name,
      title,
      prior: priorText(prior),
    })),
    incidents: program.incidents.map(({ name, title }) => ({ name, title })),
    acts: program.acts.map(({ name, title, takes }) => ({ name, title, takes: delayText(takes) })),
    tracks: program.tracks.map(trackChoice),
  };
}

const NAMED: ReadonlySet<Entry['type']> = new Set(['incident', 'decision', 'posture']);

function lineupOf(program: Program): LaboratoryView['lineup'] {
  const { branchAt, doctrines } = lineupCast(program);
  return { at: branchAt === null ? null : formatMinute(branchAt), doctrines };
}

function inOrder<T extends Entry>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => a.time.placed - b.time.placed);
}

function momentChoice({ id, title, type, time }: Entry): MomentChoice {
  return { id, title, type, at: formatMinute(time.placed) };
}

function seatChoice(program: Program, seat: number): SeatChoice[] {
  const doctrines = program.doctrines.filter((doctrine) => doctrine.seat === seat);
  if (doctrines.length === 0) return [];
  const { name, title, side } = program.seats[seat]!;
  return [
    {
      name,
      title,
      side: program.sides[side]!.title,
      doctrines: doctrines.map(({ name, title, source, parameters }): DoctrineChoice => ({
        name,
        title,
        source,
        parameters: parameters.map(({ name, title, value }) => ({ name, title, value })),
      })),
    },
  ];
}

function dispatchChoice(program: Program, entry: DispatchEntry): DispatchChoice {
  const arrivals = entry.legs
    .filter(({ reads, lost, to }) => reads && lost !== true && to.type === 'seat')
    .map(({ arrived }) => arrived.placed);
  return {
    id: entry.id,
    title: entry.title,
    from: program.seats[entry.from]!.name,
    to: entry.to.map((seat) => program.seats[seat]!.name),
    sent: formatMinute(entry.time.placed),
    arrives: arrivals.length === 0 ? null : formatMinute(Math.min(...arrivals)),
  };
}

function channelChoice({
  name,
  title,
  delay,
  loss,
  leak,
  garble,
}: Program['channels'][number]): ChannelChoice {
  const times = isInstant(delay)
    ? []
    : FACTORS.map((factor) => ({ factor, delay: delayText(longer(delay, factor)) }));
  return { name, title, delay: delayText(delay), times, loss, leak, garble: garble.chance };
}

function isInstant(delay: Distribution): boolean {
  return delay.type === 'fixed' && delay.value === 0;
}

function trackChoice({ name, title, kind, levels, low, high, starts }: Track): TrackChoice {
  const text = levels[starts] ?? numberText(starts);
  return { name, title, kind, levels, low, high, starts: text };
}
