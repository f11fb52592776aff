/**
 * Names made unlike each other, also to those who do not tell small letters from large: of several
 * alike the first stays as it is, the others are numbered from 2 after a joint: `item`, `item_2`.
 */
export function distinctKeys(names: readonly string[], joint: '-' | '_'): readonly string[] {
  const taken = new Set<string>();
  // Counting on from the last of a name keeps a list of equal names from taking for ever.
  const last = new Map<string, number>();
  return names.map((name) => {
    const folded = name.toLowerCase();
    let [key, number] = [name, last.get(folded) ?? 0];
    do {
      number += 1;
      if (number > 1) key = `${name}${joint}${number}`;
    } while (taken.has(key.toLowerCase()));
    taken.add(key.toLowerCase());
    last.set(folded, number);
    return key;
  });
}
