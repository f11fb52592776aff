import type { Program } from '../core/program.js';
import type { ChronicleEntry, ChronicleLeg } from '../library/room/material.js';
import type { LetterView, ReplayView } from '../protocol/replay.js';

/** The entries of the record as the reading room tells of them, from the view of the truth. */
export function chronicleOf(
  program: Program,
  view: ReplayView,
): ReadonlyMap<string, ChronicleEntry> {
  const titles = new Map(program.entries.map(({ id, title }) => [id, title]));
  const channels = new Map(program.channels.map(({ name, title }) => [name, title]));
  const letters = view.letters.map((letter): ChronicleEntry => ({
    id: letter.id,
    title: letter.title,
    type: 'letter',
    at: letter.sent,
    fromMemory: letter.basis === 'recall',
    legs: legsOf(letter, channels),
  }));
  const marks = view.marks.map(({ id, title, at, basis }): ChronicleEntry => ({
    id,
    title,
    type: 'mark',
    at,
    fromMemory: basis === 'recall',
    legs: [],
  }));
  const bonds = [...view.obligations, ...view.disputes].flatMap(({ id, stages }) => {
    const [first] = stages;
    if (first === undefined) return [];
    const title = titles.get(id) ?? id;
    return [[id, { id, title, type: 'bond', at: first.at, fromMemory: false, legs: [] }] as const];
  });
  return new Map([...[...letters, ...marks].map((entry) => [entry.id, entry] as const), ...bonds]);
}

function legsOf({ legs }: LetterView, channels: ReadonlyMap<string, string>): ChronicleLeg[] {
  return legs.map(({ from, to, channel, sent, arrived }) => ({
    from: from.title,
    to: to.title,
    channel: channels.get(channel) ?? channel,
    sent,
    arrived,
    fromPlace: from.place,
    toPlace: to.place,
  }));
}
