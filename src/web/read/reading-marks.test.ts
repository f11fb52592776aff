import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeMarks, currentMarks, marked, readMarks, subscribe } from './reading-marks.js';

const KEY = 'backchannel-reading';
const LETTER = 'two-towns/LETTERS/d2';
const NONE = { completed: false, favourite: false, position: null };

/** A device that keeps texts, and a window that hears of other tabs. */
class Device extends EventTarget {
  kept = new Map<string, string>();
  forbidden = false;
  full = false;
  getItem(key: string): string | null {
    if (this.forbidden) throw new Error('forbidden');
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.forbidden || this.full) throw new Error('forbidden or full');
    this.kept.set(key, text);
  }
  /** What another tab writes. */
  otherTab(text: string): void {
    this.kept.set(KEY, text);
    this.dispatchEvent(Object.assign(new Event('storage'), { key: KEY, newValue: text }));
  }
}

let device: Device;
let stop: () => void;
let heard: number;

beforeEach(() => {
  device = new Device();
  heard = 0;
  vi.stubGlobal('localStorage', device);
  vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
  vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device));
  stop = subscribe(() => heard++);
  device.otherTab('{}');
  heard = 0;
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('reading marks', () => {
  test('what is marked is kept, and told once', () => {
    changeMarks((before) => marked(before, LETTER, { favourite: true }));
    expect(currentMarks().documents).toEqual({ [LETTER]: { ...NONE, favourite: true } });
    expect(readMarks(device.kept.get(KEY)!)).toEqual(currentMarks());
    expect(heard).toBe(1);
  });

  test('a document whose last mark is taken away is not kept', () => {
    const position = { block: 'p2', offset: 0.25 };
    const once = marked({ typeSize: 'large', documents: {} }, LETTER, { position });
    expect(once.documents).toEqual({ [LETTER]: { ...NONE, position } });
    expect(marked(once, LETTER, { position: null }).documents).toEqual({});
  });

  test('what another tab marks is noticed, and not written over', () => {
    device.otherTab(`{"typeSize":"large","documents":{"${LETTER}":{"completed":true}}}`);
    expect(heard).toBe(1);
    expect(currentMarks().typeSize).toBe('large');
    device.kept.set(KEY, '{"typeSize":"small","documents":{"two-towns/B":{"favourite":true}}}');
    changeMarks((before) => marked(before, LETTER, { favourite: true }));
    expect(currentMarks()).toEqual({
      typeSize: 'small',
      documents: {
        'two-towns/B': { ...NONE, favourite: true },
        [LETTER]: { ...NONE, favourite: true },
      },
    });
  });

  test('a page that comes back as it was left looks at what is kept now', () => {
    const pageShown = (persisted: boolean) =>
      device.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    device.kept.set(KEY, `{"documents":{"${LETTER}":{"favourite":true}}}`);
    pageShown(false);
    expect(heard).toBe(0);
    pageShown(true);
    expect(heard).toBe(1);
    expect(currentMarks().documents).toEqual({ [LETTER]: { ...NONE, favourite: true } });
  });

  test.each(['forbidden', 'full'] as const)('where storage is %s, marks last the visit', (how) => {
    device[how] = true;
    changeMarks((before) => marked(before, LETTER, { favourite: true }));
    changeMarks((before) => marked(before, LETTER, { completed: true }));
    expect(currentMarks().documents[LETTER]).toEqual({
      ...NONE,
      favourite: true,
      completed: true,
    });
  });

  test.each([
    ['no JSON', '{', null],
    ['no object', '7', null],
    ['nothing', 'null', null],
    ['a size that is none', '{"typeSize":"vast"}', { typeSize: 'medium', documents: {} }],
    [
      'documents that are none',
      '{"documents":{"a":null,"b":3}}',
      { typeSize: 'medium', documents: {} },
    ],
    [
      'a position that is none',
      '{"documents":{"a":{"favourite":"yes","completed":true,"position":{"block":"p1","offset":-7}}}}',
      { typeSize: 'medium', documents: { a: { ...NONE, completed: true } } },
    ],
  ])('damaged marks are left out: %s', (_, text, marks) => {
    expect(readMarks(text)).toEqual(marks);
  });
});
