import type { ReactNode } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import { hueClass, type Hues } from '../drawing/hues.js';
import { neighboursOf } from '../drawing/neighbours.js';
import type { Scene } from '../knowledge/scene.js';
import type { Selection } from '../shell/address.js';
import { messages } from '../shell/messages.js';
import { DisputeSheet, ObligationSheet } from './bond-sheet.js';
import { letterOver, LetterSheet } from './letter-sheet.js';
import { MarkSheet } from './mark-sheet.js';
import type { Names } from './names.js';
import { Sheet } from './sheet.js';

interface OpenedProps {
  readonly selection: Selection;
  readonly view: ReplayView;
  readonly scene: Scene;
  readonly names: Names;
  readonly hues: Hues;
  readonly handle: number;
  /** How far apart two things must stand to be told apart by a pointer, ms. */
  readonly reach: number;
  readonly onOpen: (selection: Selection) => void;
  readonly onClose: () => void;
  /** What stands below whatever was found. */
  readonly children: ReactNode;
}

/** The sheet of whatever is selected; says so where it is not known at this hour. */
export function Opened(props: OpenedProps) {
  const { selection, scene, names, reach, onOpen, onClose } = props;
  const found = contents(props);
  const neighbours = neighboursOf(props.view, scene, selection, reach);
  const frame = { neighbours, onOpen, onClose };
  if (found === null) {
    return (
      <Sheet {...frame} title={selection.id} over="not known" hue="hue-none">
        <p>{messages.unseen(selection.id, names.viewpoint)}</p>
      </Sheet>
    );
  }
  return (
    <Sheet {...frame} title={found.title} over={found.over} hue={found.hue}>
      {found.body}
      {props.children}
    </Sheet>
  );
}

function contents(props: OpenedProps) {
  switch (props.selection.type) {
    case 'letter':
      return letterContents(props);
    case 'mark':
      return markContents(props);
    case 'bond':
      return bondContents(props);
  }
}

function letterContents({ selection, view, scene, names, hues, onOpen }: OpenedProps) {
  const item = scene.letters.findLast(({ letter }) => letter.id === selection.id);
  if (item === undefined) return null;
  return {
    title: item.letter.title,
    over: letterOver(item.letter),
    hue: hueClass(hues, item.letter.side),
    body: (
      <LetterSheet
        item={item}
        view={view}
        names={names}
        onLetter={(id) => onOpen({ type: 'letter', id })}
      />
    ),
  };
}

function markContents({ selection, view, scene, names, hues, handle }: OpenedProps) {
  const item = scene.marks.find(({ mark }) => mark.id === selection.id);
  if (item === undefined) return null;
  return {
    title: item.mark.title,
    over: `${item.mark.id} · ${item.mark.type}`,
    hue: hueClass(hues, item.mark.side),
    body: <MarkSheet item={item} scene={scene} view={view} names={names} handle={handle} />,
  };
}

function bondContents({ selection, view, scene, names, hues, onOpen }: OpenedProps) {
  const bond = scene.obligations.find(({ id }) => id === selection.id);
  if (bond !== undefined) {
    return {
      title: bond.text,
      over: `${bond.id} · obligation`,
      hue: hueClass(hues, bond.obligor),
      body: (
        <ObligationSheet
          item={bond}
          view={view}
          names={names}
          onLetter={(id) => onOpen({ type: 'letter', id })}
        />
      ),
    };
  }
  const issue = scene.disputes.find(({ id }) => id === selection.id);
  if (issue === undefined) return null;
  return {
    title: issue.issue,
    over: `${issue.id} · dispute`,
    hue: 'hue-none',
    body: <DisputeSheet item={issue} view={view} names={names} />,
  };
}
