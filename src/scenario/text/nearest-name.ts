const MOST_COMPARED = 2_000;

/**
 * The known name nearest to a mistyped one, or null where none is near: at most one edit for each
 * three characters. Edits are those of Damerau (1964): insert, delete, replace, swap neighbours.
 * Of very many names the first 2,000 are compared.
 */
export function nearestName(wanted: string, known: Iterable<string>): string | null {
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let fewest = allowed + 1;
  let compared = 0;
  for (const name of known) {
    compared += 1;
    if (compared > MOST_COMPARED) break;
    if (Math.abs(name.length - wanted.length) >= fewest) continue;
    const edits = name.toLowerCase() === wanted.toLowerCase() ? 0 : editDistance(wanted, name);
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** Optimal string alignment distance between two short words. */
function editDistance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1);
      row.push(swapped ? Math.min(least, twoAbove[j - 2]! + 1) : least);
    }
    [twoAbove, above] = [above, row];
  }
  return above[b.length]!;
}
