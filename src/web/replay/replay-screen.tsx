import { useMemo } from 'react';
import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import type { PairView } from '../../protocol/simulation.js';
import { huesOf } from '../drawing/hues.js';
import type { TimeWindow } from '../drawing/scale.js';
import { useSize } from '../drawing/use-size.js';
import { firstSight, happeningsOf } from '../knowledge/happenings.js';
import { sceneAt, withGhosts, type Scene } from '../knowledge/scene.js';
import type { Address, Selection } from '../shell/address.js';
import { messages } from '../shell/messages.js';
import type { Settings } from '../shell/settings.js';
import { instant } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import { Desk } from './desk.js';
import { Heading } from './heading.js';
import { Judgements } from './judgements.js';
import { namesOf } from './names.js';
import { PairBar } from './pair-bar.js';
import { paperEdges } from './paper-edges.js';
import { RecordTable } from './record-table.js';
import { StageArea, type Beside } from './stage-area.js';
import { Transport } from './transport.js';
import { useCaptions } from './use-captions.js';
import { useControls } from './use-controls.js';
import { useStage } from './use-stage.js';
import { Viewpoint } from './viewpoint.js';

interface ReplayScreenProps {
  readonly address: Address;
  readonly view: ReplayView;
  /** The truth beside a seat's view, while ghosts are shown. */
  readonly truth: ReplayView | null;
  readonly scenarios: readonly ScenarioListing[];
  /** The other history of a simulated pair, from the same viewpoint. */
  readonly companion: ReplayView | null;
  /** Where the two part, once it is known. */
  readonly pair: PairView | null;
  readonly settings: Settings;
  readonly change: (change: Partial<Address>) => void;
  readonly onSettings: (change: Partial<Settings>) => void;
}

/** The record, or another history, as a drawing with a handle: who knew what, when. */
export function ReplayScreen(props: ReplayScreenProps) {
  const { address, view, truth, companion, pair, settings, change, onSettings } = props;
  const { measure, width, screen } = useSize();
  const { names, hues, happenings, selected } = useGist(view, address.selection);
  const stage = useStage({
    address,
    bounds: boundsOf(view, companion),
    sight: firstSight(happenings),
    selected,
    paperWidth: paperWidthOf(width),
    change,
  });
  const { handle } = stage;
  const { scene, drawn } = useScenes(view, truth, handle);
  const captions = useCaptions(view, settings, onSettings);
  const { ghosts } = address;
  const controls = useControls({ view, happenings, stage, settings, ghosts, change });
  const openLetter = (id: string) => {
    captions.use('letter');
    change({ selection: { type: 'letter', id } });
    const known = knownLater(view, scene, id);
    if (known !== null) stage.moveTo(known);
  };
  const shared = { view, names, hues, handle };
  return (
    <>
      <div className="heading">
        <Heading view={view} scenarios={props.scenarios} address={address} change={change} />
        <GhostSwitch address={address} change={change} />
        <Transport {...controls.transport} />
      </div>
      <Viewpoint
        cast={view}
        as={address.as}
        onAs={(as) => {
          captions.use('seat');
          change({ as, at: handle });
        }}
      />
      <Outside at={address.at} handle={handle} />
      <PairBar address={address} pair={pair} handle={handle} change={change} />
      <StageArea
        {...shared}
        known={truth ?? view}
        scene={drawn}
        stage={stage}
        measure={measure}
        width={width}
        screen={screen}
        weeks={controls.weeks}
        latest={controls.latest}
        selection={address.selection}
        captions={captions}
        beside={besideOf(props)}
        change={change}
      />
      <Judgements {...shared} />
      <Desk {...shared} scene={scene} onLetter={openLetter} />
      <RecordTable {...shared} letters={scene.letters} onLetter={openLetter} />
    </>
  );
}

/** The other history of a pair, and where the two part; null where nothing stands beside. */
function besideOf({ address, companion, pair }: ReplayScreenProps): Beside | null {
  if (companion === null) return null;
  const at = pair?.divergence?.at ?? null;
  const other = address.shown === 'change' ? 'baseline' : 'change';
  return { companion, other, parting: at === null ? null : instant(at) };
}

/** What follows from a view alone: names, hues, its news in order, and when what is opened was. */
function useGist(view: ReplayView, selection: Selection | null) {
  const names = useMemo(() => namesOf(view), [view]);
  const hues = useMemo(() => huesOf(view), [view]);
  const happenings = useMemo(() => happeningsOf(view), [view]);
  const selected = useMemo(() => selectedAt(view, selection), [view, selection]);
  return { names, hues, happenings, selected };
}

/** When the opened letter was sent or the opened mark happened. */
function selectedAt(view: ReplayView, selection: Selection | null): number | null {
  const span =
    view.letters.find(({ id }) => id === selection?.id)?.sent ??
    view.marks.find(({ id }) => id === selection?.id)?.at;
  return span === undefined ? null : instant(span.placed);
}

function paperWidthOf(width: number): number {
  if (width === 0) return 0;
  const { left, right } = paperEdges(width);
  return right - left;
}

/** Of a pair the handle goes as far as the longer history. */
function boundsOf({ scenario }: ReplayView, companion: ReplayView | null): TimeWindow {
  const until = instant(scenario.until);
  const other = companion === null ? until : instant(companion.scenario.until);
  return { from: instant(scenario.opens), to: Math.max(until, other) };
}

/** When a letter comes to be known that is not known yet; null where it is. */
function knownLater({ letters }: ReplayView, scene: Scene, id: string): number | null {
  const letter = letters.find((other) => other.id === id);
  if (letter === undefined || scene.letters.some((other) => other.letter.id === id)) return null;
  return instant(letter.known.latest);
}

/** What the viewpoint knows by the handle, and what is drawn: with ghosts where they are wanted. */
function useScenes(
  view: ReplayView,
  truth: ReplayView | null,
  handle: number,
): { readonly scene: Scene; readonly drawn: Scene } {
  const scene = useMemo(() => sceneAt(view, handle), [view, handle]);
  const drawn = useMemo(
    () => (truth === null ? scene : withGhosts(scene, sceneAt(truth, handle))),
    [scene, truth, handle],
  );
  return { scene, drawn };
}

function Outside({ at, handle }: { readonly at: number | null; readonly handle: number }) {
  if (at === null || at === handle) return null;
  return (
    <p className="problem" role="alert">
      {messages.outside(instantText(at))}
    </p>
  );
}

/**
 * Whether the rest of the truth is drawn behind what the seat knows; nothing is behind the truth.
 */
function GhostSwitch({ address, change }: Pick<ReplayScreenProps, 'address' | 'change'>) {
  if (address.as === 'truth') return null;
  return (
    <label className="ghosts">
      <input
        type="checkbox"
        checked={address.ghosts}
        onChange={(event) => change({ ghosts: event.target.checked })}
      />
      show what they do not yet know
    </label>
  );
}
