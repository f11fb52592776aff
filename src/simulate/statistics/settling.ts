/**
 * Numbers of runs at which to look how a figure settles: 10, 20, 50, 100, 200, … below a total, and
 * the total itself, evenly spaced to the eye on a logarithmic axis.
 */
export function settlingPoints(total: number): number[] {
  const points: number[] = [];
  for (let decade = 10; decade < total; decade *= 10) {
    points.push(...[1, 2, 5].map((m) => m * decade).filter((point) => point < total));
  }
  return [...points, total];
}
