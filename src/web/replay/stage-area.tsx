import type { ReplayView } from '../../protocol/replay.js';
import { clocksOf } from '../drawing/clocks.js';
import { clockTexts } from '../drawing/handle.js';
import type { Hues } from '../drawing/hues.js';
import { pixelsPerMs, type TimeWindow } from '../drawing/scale.js';
import type { Scene } from '../knowledge/scene.js';
import type { Address, Selection, ShownOfPair } from '../shell/address.js';
import { CompanionBoard } from './companion-board.js';
import { DrawingBoard } from './drawing-board.js';
import type { Names } from './names.js';
import { Opened } from './opened.js';
import { PAIR_TITLES } from './pair-bar.js';
import { isNarrow, paperEdges } from './paper-edges.js';
import { Speaking } from './speaking.js';
import type { useCaptions } from './use-captions.js';
import type { Stage } from './use-stage.js';
import { Zoom } from './zoom.js';

interface StageAreaProps {
  readonly view: ReplayView;
  /** The view behind what is drawn: the truth, while its ghosts are. */
  readonly known: ReplayView;
  readonly names: Names;
  readonly hues: Hues;
  readonly handle: number;
  readonly scene: Scene;
  readonly stage: Stage;
  readonly measure: (element: HTMLElement | null) => void;
  readonly width: number;
  readonly screen: number;
  readonly weeks: TimeWindow;
  readonly latest: string;
  readonly selection: Selection | null;
  readonly captions: ReturnType<typeof useCaptions>;
  readonly beside: Beside | null;
  readonly change: (change: Partial<Address>) => void;
}

/** Pixels within which a pointer cannot tell two things apart. */
const REACH = 12;

/** The other history of a pair. */
export interface Beside {
  readonly companion: ReplayView;
  readonly other: ShownOfPair;
  /** Where the two part, in ms UTC, once that is known. */
  readonly parting: number | null;
}

/** The drawing, the line of latest news under it, and the sheet of what is opened from it. */
export function StageArea(props: StageAreaProps) {
  const { view, scene, hues, handle, stage, selection, captions, width, measure, change } = props;
  const open = (selection: Selection) => {
    captions.use('letter');
    change({ selection });
  };
  const beside = isNarrow(width) ? null : props.beside;
  return (
    <div className={selection === null ? 'stage' : 'stage with-sheet'}>
      <div className="board-room" ref={measure}>
        {width > 0 && (
          <DrawingBoard
            view={view}
            scene={scene}
            hues={hues}
            handle={handle}
            window={stage.window}
            width={width}
            screen={props.screen}
            selection={selection}
            captions={beside === null ? captions.left : []}
            captionWords={captions.words}
            parting={props.beside?.parting ?? null}
            paired={beside !== null}
            above={beside !== null && <AbovePair {...props} beside={beside} />}
            zoom={
              <Zoom
                window={stage.window}
                bounds={props.weeks}
                handle={handle}
                onWindow={stage.show}
              />
            }
            onHandle={(at) => {
              captions.use('handle');
              stage.moveTo(at);
            }}
            onWindow={stage.show}
            onOpen={open}
          />
        )}
        {beside?.other === 'change' && <OtherOfPair {...props} beside={beside} />}
        {isNarrow(width) && (
          <p className="clock-line">
            {clockTexts(handle, clocksOf(view)).map((text) => (
              <span key={text}>{text}</span>
            ))}
          </p>
        )}
        <p className="ticker" role="status">
          {props.latest}
        </p>
      </div>
      {selection !== null && <OpenedSheet {...props} selection={selection} onOpen={open} />}
    </div>
  );
}

interface OpenedSheetProps extends StageAreaProps {
  readonly selection: Selection;
  readonly onOpen: (selection: Selection) => void;
}

function OpenedSheet(props: OpenedSheetProps) {
  const { selection, view, known, scene, names, hues, handle, stage, width, onOpen } = props;
  return (
    <Opened
      key={`${selection.type} ${selection.id}`}
      selection={selection}
      view={known}
      scene={scene}
      names={names}
      hues={hues}
      handle={handle}
      reach={REACH / pixelsPerMs({ ...stage.window, ...paperEdges(width) })}
      onOpen={onOpen}
      onClose={() => closeSheet(selection, props.change)}
    >
      <Speaking view={view} entry={selection.id} />
    </Opened>
  );
}

type PairProps = StageAreaProps & { readonly beside: Beside };

/** The history without the changes stands above; each is called what it is. */
function AbovePair(props: PairProps) {
  const { other } = props.beside;
  return (
    <>
      {other === 'baseline' && <OtherOfPair {...props} />}
      <h2 className="pair-title">{PAIR_TITLES[other === 'baseline' ? 'change' : 'baseline']}</h2>
    </>
  );
}

function OtherOfPair({ beside, hues, handle, stage, width, screen, change }: PairProps) {
  const { companion, other, parting } = beside;
  return (
    <CompanionBoard
      view={companion}
      title={PAIR_TITLES[other]}
      hues={hues}
      handle={handle}
      window={stage.window}
      width={width}
      screen={screen}
      parting={parting}
      onHandle={stage.moveTo}
      onWindow={stage.show}
      onOpen={(selection) => change({ shown: other, selection, at: handle })}
    />
  );
}

/** Closes the sheet and hands the focus back to what it was opened from. */
function closeSheet({ type, id }: Selection, change: StageAreaProps['change']): void {
  change({ selection: null });
  document.querySelector<SVGElement>(`[data-${type}="${CSS.escape(id)}"]`)?.focus();
}
