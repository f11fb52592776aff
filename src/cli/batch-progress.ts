import { Presets, SingleBar } from 'cli-progress';
import type { OnFile } from '../simulate/result-files.js';
import type { Progress } from '../simulate/runner.js';
import type { Io } from './command.js';
import { runMessages } from './run-messages.js';

/** A bar on standard error that tells how far a batch is, if somebody looks. */
export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

const FORMAT = '{bar} {percentage} %  {value} of {total} histories  {rate}/s  {left} left';

export function createProgressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new SingleBar(
    { format: FORMAT, stream: process.stderr, hideCursor: true, clearOnComplete: true, fps: 8 },
    Presets.shades_classic,
  );
  let begun: { readonly at: number; readonly done: number } | null = null;
  return {
    show: ({ done, total }) => {
      if (begun === null) {
        begun = { at: performance.now(), done };
        bar.start(total, done, { rate: '–', left: '–' });
        return;
      }
      const seconds = (performance.now() - begun.at) / 1000;
      const rate = (done - begun.done) / seconds;
      bar.update(done, { rate: Math.round(rate), left: durationText((total - done) / rate) });
    },
    end: () => {
      bar.stop();
    },
  };
}

/** Tells on a terminal which file is being written; the line is blanked for what comes next. */
export function createFileLine(io: Io): { readonly show: OnFile; readonly end: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  let width = 0;
  const line = (text: string) => {
    io.err(`\r${text.padEnd(width)}`);
    width = text.length;
  };
  return {
    show: (name) => {
      line(runMessages.writing(name));
    },
    end: () => {
      line('');
      io.err('\r');
    },
  };
}

/** `45 s`, `12 min`, `3.5 h`. */
function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
