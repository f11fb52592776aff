import type * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { useSize } from '../drawing/use-size.js';

type PlotLibrary = typeof Plot;

/** Draws a plot of a given width with the library. */
export type Draw = (plot: PlotLibrary, width: number) => Element;

interface PlotFigureProps {
  readonly title: string;
  /** What the plot shows, in words: the table beside it says the same in numbers. */
  readonly words: string;
  readonly draw: Draw;
  /** What `draw` depends on. */
  readonly of: unknown;
  /** Told of a press on a bar: which of the data, by its place. */
  readonly onBar?: ((index: number) => void) | undefined;
}

/** A plot without a table of its own; the library is fetched when the first one is shown. */
export function PlotFigure({ title, words, draw, of, onBar }: PlotFigureProps) {
  const { measure, width } = useSize();
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width === 0) return undefined;
    let current = true;
    void import('@observablehq/plot').then((library) => {
      if (!current) return;
      const drawn = draw(library, width);
      tidy(drawn);
      if (onBar !== undefined) listen(drawn, onBar);
      paper.current?.replaceChildren(drawn);
    });
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `of` stands for what is drawn
  }, [of, width]);
  return (
    <figure className="plot" ref={measure}>
      <figcaption>{title}</figcaption>
      <div role="img" aria-label={words}>
        <div ref={paper} aria-hidden="true" className={onBar === undefined ? '' : 'pressable'} />
      </div>
    </figure>
  );
}

/** The page's policy allows no style sheet inside a drawing; `simulate.css` has what it says. */
function tidy(drawn: Element): void {
  for (const sheet of drawn.querySelectorAll('style')) sheet.remove();
}

/** The library binds to each bar the place of its datum. */
function listen(drawn: Element, onBar: (index: number) => void): void {
  for (const bar of drawn.querySelectorAll<SVGRectElement>('[aria-label="bar"] rect')) {
    const index = (bar as unknown as { readonly __data__: number }).__data__;
    bar.addEventListener('click', () => onBar(index));
  }
}
