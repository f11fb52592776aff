/** A longer list that begins with what an older one held: the lists of a run grow by doubling. */
export function enlarged<T extends Int32Array | Float64Array>(old: T, longer: T): T {
  longer.set(old);
  return longer;
}
