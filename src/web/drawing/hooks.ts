import type { Point } from './geometry.js';
import { short } from './geometry.js';
import type { LetterDrawing } from './legs.js';

/** A dotted curve from the arrival of a letter to the departure of the reply that it drew. */
export interface Hook {
  readonly from: Point;
  readonly to: Point;
  readonly letter: string;
  readonly reply: string;
  readonly ghost: boolean;
}

const LOWEST = 14;
const HIGHEST = 44;

/** The hooks between the letters on paper; none where a reply stands before what it answers. */
export function hooksBetween(letters: readonly LetterDrawing[]): readonly Hook[] {
  const byId = new Map(letters.map((letter) => [letter.item.letter.id, letter]));
  return letters.flatMap((letter) =>
    letter.item.answers.flatMap((id) => {
      const reply = byId.get(id);
      const from = reply && arrivalAnswered(letter, reply);
      if (!from || !reply || from.x > reply.departure.x) return [];
      const ghost = letter.item.ghost || reply.item.ghost;
      return [{ from, to: reply.departure, letter: letter.item.letter.id, reply: id, ghost }];
    }),
  );
}

/** The arrival at the seat that wrote the reply, else the last one on its lane. */
function arrivalAnswered(letter: LetterDrawing, reply: LetterDrawing): Point | undefined {
  const { landings } = letter;
  return (
    landings.find(({ holder, reads }) => reads && holder === reply.item.letter.from) ??
    landings.findLast(({ y }) => y === reply.departure.y)
  );
}

/** SVG path of a hook; it bulges away from the middle of the drawing. */
export function hookPath({ from, to }: Hook, middle: number): string {
  const height = Math.min(HIGHEST, LOWEST + (to.x - from.x) * 0.07);
  const bulge = (from.y < middle ? -1 : 1) * height;
  const points = [
    [from.x, from.y + bulge],
    [to.x, to.y + bulge],
    [to.x, to.y],
  ].map(([x, y]) => `${short(x!)} ${short(y!)}`);
  return `M${short(from.x)} ${short(from.y)}C${points.join(' ')}`;
}
