/** A list that is not empty. */
export type Group<T> = readonly [T, ...T[]];

/** The items by their key, keys in the order of their first item (Node 20 has no Map.groupBy). */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, Group<T>> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
