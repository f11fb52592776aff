import type { PageView } from '../../../protocol/reading.js';
import type { RoomProps } from '../../shell/settings.js';
import { useSingleKeys } from '../../shell/use-single-keys.js';
import { lastShelf } from '../last-shelf.js';
import { documentAddress } from '../read-address.js';
import { TYPE_SIZES, type MarksOfScenario, type TypeSize } from '../reading-marks.js';
import type { PageControls } from './page-bar.js';
import { PAGE_KEYS, type PageKey } from './page-keys.js';
import { useMedia } from './use-margin.js';

/** What the bars of a page do, and the same by single key. */
export function useControls(
  page: PageView,
  marks: MarksOfScenario,
  { settings, onSettings }: RoomProps,
): PageControls {
  const { scenario, entry, place } = page;
  const { favourite } = marks.of(entry.id);
  const { typeSize, setTypeSize } = marks;
  const dark = useMedia('(prefers-color-scheme: dark)');
  const night = settings.theme === 'system' ? dark : settings.theme === 'night';
  const onNight = (night: boolean) => onSettings({ theme: night ? 'night' : 'day' });
  const onFavourite = () => marks.mark(entry.id, { favourite: !favourite });
  useSingleKeys(settings.shortcuts, PAGE_KEYS, (key) => {
    const presses: Readonly<Record<PageKey, () => void>> = {
      n: () => goTo(scenario.id, place.next?.id),
      p: () => goTo(scenario.id, place.previous?.id),
      i: () => globalThis.location.assign(lastShelf(scenario.id)),
      f: onFavourite,
      '+': () => setTypeSize(stepped(typeSize, -1)),
      '-': () => setTypeSize(stepped(typeSize, 1)),
      l: () => onNight(!night),
    };
    presses[key]();
  });
  return { page, typeSize, night, favourite, onTypeSize: setTypeSize, onNight, onFavourite };
}

function goTo(scenario: string, document: string | null | undefined): void {
  if (document === null || document === undefined) return;
  globalThis.location.assign(documentAddress(scenario, document));
}

/** The size after or before, from large to small; the last stays. */
function stepped(size: TypeSize, by: 1 | -1): TypeSize {
  return TYPE_SIZES[TYPE_SIZES.indexOf(size) + by] ?? size;
}
