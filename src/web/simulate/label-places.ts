/** Labels at the right of curves of shares, kept so far apart that they can be read. */
export function spread<T extends { readonly value: number }>(
  ends: readonly T[],
): readonly (T & { readonly place: number })[] {
  const apart = 0.085;
  let last = Number.NEGATIVE_INFINITY;
  return ends
    .toSorted((a, b) => a.value - b.value)
    .map((end) => {
      last = Math.max(end.value, last + apart);
      return { ...end, place: last };
    });
}
