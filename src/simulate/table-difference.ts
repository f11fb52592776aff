import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { simulateMessages } from './simulate-messages.js';

/** The first place where two files of a name differ, in words. */
export async function firstDifference(
  name: string,
  there: string,
  computed: string,
): Promise<string> {
  if (!name.endsWith('.csv')) return simulateMessages.differs(name);
  const lines = linesOf(computed);
  let header: readonly string[] = [];
  let n = 0;
  try {
    for await (const line of linesOf(there)) {
      n += 1;
      const next = await lines.next();
      if (next.done === true) return simulateMessages.tooLong(name, n);
      if (n === 1) header = next.value.split(',');
      if (line !== next.value) return lineDifference(name, n, header, line, next.value);
    }
    const rest = await lines.next();
    // Lines can be the same where their ends are not.
    return rest.done === true ? simulateMessages.differs(name) : simulateMessages.cutShort(name, n);
  } finally {
    await lines.return();
  }
}

async function* linesOf(path: string): AsyncGenerator<string, void> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

/** Names the cell, where no cell has a comma of its own. */
function lineDifference(
  name: string,
  line: number,
  header: readonly string[],
  there: string,
  computed: string,
): string {
  const [a, b] = [there.split(','), computed.split(',')];
  const isPlain = a.length === header.length && b.length === header.length;
  const column = isPlain ? a.findIndex((cell, i) => cell !== b[i]) : -1;
  if (column === -1) return simulateMessages.lineDiffers(name, line);
  return simulateMessages.cellDiffers(name, line, header[column]!, a[column]!, b[column]!);
}
