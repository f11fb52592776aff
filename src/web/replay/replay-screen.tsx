import { useMemo } from 'react';
import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import { huesOf } from '../drawing/hues.js';
import { useSize } from '../drawing/use-size.js';
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
import { paperEdges } from './paper-edges.js';
import { RecordTable } from './record-table.js';
import { StageArea } from './stage-area.js';
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
  readonly scenario: ScenarioListing | null;
  readonly settings: Settings;
  readonly change: (change: Partial<Address>) => void;
  readonly onSettings: (change: Partial<Settings>) => void;
}

/** The record, or another history, as a drawing with a handle: who knew what, when. */
export function ReplayScreen(props: ReplayScreenProps) {
  const { address, view, truth, settings, change, onSettings } = props;
  const { measure, width, screen } = useSize();
  const bounds = { from: instant(view.scenario.opens), to: instant(view.scenario.until) };
  const selected = useMemo(() => selectedAt(view, address.selection), [view, address.selection]);
  const stage = useStage({
    address,
    bounds,
    selected,
    paperWidth: paperWidthOf(width),
    change,
  });
  const { handle } = stage;
  const names = useMemo(() => namesOf(view), [view]);
  const hues = useMemo(() => huesOf(view), [view]);
  const { scene, drawn } = useScenes(view, truth, handle);
  const captions = useCaptions(view, settings, onSettings);
  const controls = useControls({ view, stage, settings, change, ghosts: address.ghosts });
  const openLetter = (id: string) => {
    captions.use('letter');
    change({ selection: { type: 'letter', id } });
    const letter = view.letters.find((other) => other.id === id);
    const seen = scene.letters.some((other) => other.letter.id === id);
    if (!seen && letter !== undefined) stage.moveTo(instant(letter.known.latest));
  };
  const shared = { view, names, hues, handle };
  return (
    <>
      <div className="heading">
        <Heading
          view={view}
          scenario={props.scenario}
          mechanism={address.mechanism}
          change={change}
        />
        {address.as !== 'truth' && (
          <GhostSwitch on={address.ghosts} onSwitch={(ghosts) => change({ ghosts })} />
        )}
        <Transport {...controls.transport} />
      </div>
      <Viewpoint
        cast={view}
        as={address.as}
        onAs={(as) => {
          captions.use('seat');
          change({ as });
        }}
      />
      <Outside at={address.at} handle={handle} />
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
        change={change}
      />
      <Judgements {...shared} />
      <Desk {...shared} scene={scene} onLetter={openLetter} />
      <RecordTable {...shared} letters={scene.letters} onLetter={openLetter} />
    </>
  );
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

/** Whether the rest of the truth is drawn behind what the seat knows. */
function GhostSwitch({
  on,
  onSwitch,
}: {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}) {
  return (
    <label className="ghosts">
      <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
      show what they do not yet know
    </label>
  );
}
