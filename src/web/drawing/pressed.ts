import type { KeyboardEvent, MouseEvent } from 'react';
import type { Point } from './geometry.js';

/** Opens something; where it was clicked, in pixels of the browser's window, or null by key. */
export type OnPress = (id: string, pointer: Point | null) => void;

/** Handlers that make a shape a button: a click, Enter or the space bar. */
export function pressHandlers(id: string, onPress: OnPress) {
  return {
    onClick: (event: MouseEvent) => onPress(id, { x: event.clientX, y: event.clientY }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress(id, null);
    },
  };
}
