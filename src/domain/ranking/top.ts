/**
 * The first `most` of the numbers 0 … size-1 in an order, without sorting the rest. `isBefore` must be a strict total
 * order; `passes` leaves numbers out.
 */
export function firstOf(
  size: number,
  most: number,
  isBefore: (a: number, b: number) => boolean,
  passes: (one: number) => boolean = () => true,
): number[] {
  // A heap with the last of those kept at its top.
  const kept: number[] = []
  for (let one = 0; one < size; one++) {
    if (kept.length === most && (most === 0 || !isBefore(one, kept[0] ?? 0))) continue
    if (!passes(one)) continue
    if (kept.length < most) rise(kept, one, isBefore)
    else sink(kept, one, isBefore)
  }
  return kept.sort((a, b) => (isBefore(a, b) ? -1 : 1))
}

type Order = (a: number, b: number) => boolean

function rise(heap: number[], one: number, isBefore: Order): void {
  let at = heap.length
  heap.push(one)
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(heap[above] ?? 0, one)) break
    heap[at] = heap[above] ?? 0
    at = above
  }
  heap[at] = one
}

function sink(heap: number[], one: number, isBefore: Order): void {
  let at = 0
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    const right = below + 1
    if (right < heap.length && isBefore(heap[below] ?? 0, heap[right] ?? 0)) below = right
    if (!isBefore(one, heap[below] ?? 0)) break
    heap[at] = heap[below] ?? 0
    at = below
  }
  heap[at] = one
}
