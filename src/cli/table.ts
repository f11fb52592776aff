import { printable } from './printable.js';

/** Rows as lines of aligned columns; the last column is as long as it is. */
export function tableLines(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      if (i < row.length - 1) widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  }
  return rows.map((row) => {
    const cells = row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell));
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}

/** Lines as one text, each ended; a text of a scenario may run over several, and do no more. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.split('\n').map(printable).join('\n')}\n`).join('');
}

/** A track's value for reading: shares are computed, so that their last digits say nothing. */
export function valueText(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toFixed(4))) : value;
}
