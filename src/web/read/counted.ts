/** So many of a thing in words: `1 claim`, `12 claims`, `1,204 documents`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`;
}
