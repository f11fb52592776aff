/** An interval of instants, both ends included, and where in it one would look first. */
export interface Unplaced {
  readonly earliest: number;
  readonly latest: number;
  readonly nominal: number;
}

/** That one time of a list comes at least `gap` milliseconds, 0 or more, after another. */
export interface Order {
  /** Index of the earlier time. */
  readonly before: number;
  /** Index of the later time. */
  readonly after: number;
  readonly gap: number;
}

/**
 * Every time placed inside its interval, narrowed to what the orders leave; or the order that no
 * placement can keep; or the indices of times that each wait for the next, the last for the first.
 */
export type Placement =
  | { readonly type: 'placed'; readonly times: readonly PlacedTime[] }
  | { readonly type: 'contradiction'; readonly order: Order }
  | { readonly type: 'cycle'; readonly members: readonly number[] };

interface PlacedTime {
  readonly earliest: number;
  readonly latest: number;
  readonly placed: number;
}

interface OrderGraph {
  /** The orders that end at a time, and those that start from it, by its index. */
  readonly into: readonly (readonly Order[])[];
  readonly outOf: readonly (readonly Order[])[];
}

/**
 * Places instants inside intervals so that every known order is kept (R2). An interval is first
 * narrowed by what its orders rule out; then each time, the surest (of the narrowest stated
 * interval) first, takes the instant nearest to its nominal one that its bounds and the times
 * already placed leave. The outcome does not depend on the sequence of the lists.
 *
 * @throws RangeError if an interval ends before it begins, or an order names no time of the list or
 * has a negative gap
 */
export function place(times: readonly Unplaced[], orders: readonly Order[]): Placement {
  assertSound(times, orders);
  const graph = orderGraph(times.length, orders);
  const sequence = topologicalSequence(graph);
  if (sequence.length < times.length) return { type: 'cycle', members: findCycle(graph, sequence) };
  const earliest = times.map((time) => time.earliest);
  const latest = times.map((time) => time.latest);
  for (const index of sequence) {
    for (const order of graph.into[index]!) {
      earliest[index] = Math.max(earliest[index]!, earliest[order.before]! + order.gap);
      if (earliest[index] > latest[index]!) return { type: 'contradiction', order };
    }
  }
  for (const index of sequence.toReversed()) {
    for (const { after, gap } of graph.outOf[index]!) {
      latest[index] = Math.min(latest[index]!, latest[after]! - gap);
    }
  }
  const placed = placeInside(times, graph, sequence, earliest, latest);
  return {
    type: 'placed',
    times: times.map((_, i) => ({
      earliest: earliest[i]!,
      latest: latest[i]!,
      placed: placed[i]!,
    })),
  };
}

/** The surest times first: a wide estimate gives way to a minute that a source states. */
function placeInside(
  times: readonly Unplaced[],
  graph: OrderGraph,
  sequence: readonly number[],
  earliest: readonly number[],
  latest: readonly number[],
): readonly number[] {
  const low = [...earliest];
  const high = [...latest];
  const width = (index: number): number => times[index]!.latest - times[index]!.earliest;
  // The sort is stable: times of one width keep the sequence of the orders.
  for (const index of sequence.toSorted((a, b) => width(a) - width(b))) {
    const placed = Math.min(Math.max(times[index]!.nominal, low[index]!), high[index]!);
    low[index] = placed;
    high[index] = placed;
    raise(graph, low, index);
    lower(graph, high, index);
  }
  return low;
}

/** Pushes a raised lower bound on to the times that come after it. */
function raise({ outOf }: OrderGraph, low: number[], from: number): void {
  const raised = [from];
  // The loop also visits what it appends.
  for (const index of raised) {
    for (const { after, gap } of outOf[index]!) {
      if (low[after]! >= low[index]! + gap) continue;
      low[after] = low[index]! + gap;
      raised.push(after);
    }
  }
}

/** Pushes a lowered upper bound on to the times that come before it. */
function lower({ into }: OrderGraph, high: number[], from: number): void {
  const lowered = [from];
  for (const index of lowered) {
    for (const { before, gap } of into[index]!) {
      if (high[before]! <= high[index]! - gap) continue;
      high[before] = high[index]! - gap;
      lowered.push(before);
    }
  }
}

function orderGraph(count: number, orders: readonly Order[]): OrderGraph {
  const into: Order[][] = Array.from({ length: count }, () => []);
  const outOf: Order[][] = Array.from({ length: count }, () => []);
  for (const order of orders) {
    into[order.after]!.push(order);
    outOf[order.before]!.push(order);
  }
  return { into, outOf };
}

/** Indices with every time behind those that come before it (Kahn 1962); cycles are left out. */
function topologicalSequence({ into, outOf }: OrderGraph): readonly number[] {
  const waitingFor = into.map((orders) => orders.length);
  const sequence = waitingFor.flatMap((count, index) => (count === 0 ? [index] : []));
  // The loop also visits what it appends.
  for (const index of sequence) {
    for (const { after } of outOf[index]!) {
      waitingFor[after]! -= 1;
      if (waitingFor[after] === 0) sequence.push(after);
    }
  }
  return sequence;
}

/** Walks back from a time that never came free: each such time waits for another one. */
function findCycle({ into }: OrderGraph, sequence: readonly number[]): readonly number[] {
  const free = new Set(sequence);
  const walk: number[] = [];
  let index = into.findIndex((_, i) => !free.has(i));
  while (!walk.includes(index)) {
    walk.push(index);
    index = into[index]!.find(({ before }) => !free.has(before))!.before;
  }
  return walk.slice(walk.indexOf(index)).toReversed();
}

function assertSound(times: readonly Unplaced[], orders: readonly Order[]): void {
  for (const [index, { earliest, latest }] of times.entries()) {
    if (!(earliest <= latest)) throw new RangeError(`interval ${index} ends before it begins`);
  }
  for (const { before, after, gap } of orders) {
    if (times[before] === undefined || times[after] === undefined || !(gap >= 0)) {
      throw new RangeError(`no order: ${before} before ${after} by ${gap} ms`);
    }
  }
}
