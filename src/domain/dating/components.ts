/**
 * The strongly connected components of a graph, each after all that it leads to (Tarjan 1972, without recursion, so that
 * long chains do not overflow). `next` gives the indices that one leads to.
 */
export function components(size: number, next: (node: number) => readonly number[]): readonly number[][] {
  const index = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const open: number[] = []
  const found: number[][] = []
  let count = 0
  for (let root = 0; root < size; root += 1) {
    if (index[root] !== -1) continue
    const path: { node: number; targets: readonly number[]; at: number }[] = []
    const enter = (node: number) => {
      index[node] = low[node] = count
      count += 1
      isOpen[node] = 1
      open.push(node)
      path.push({ node, targets: next(node), at: 0 })
    }
    enter(root)
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const { node } = here
      const target = here.targets[here.at]
      here.at += 1
      if (target !== undefined) {
        if (index[target] === -1) enter(target)
        else if (isOpen[target] === 1) low[node] = Math.min(low[node] ?? 0, index[target] ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0)
      if (low[node] === index[node]) found.push(closed(node, open, isOpen))
    }
  }
  return found
}

function closed(root: number, open: number[], isOpen: Uint8Array): number[] {
  const members: number[] = []
  for (;;) {
    const member = open.pop()
    if (member === undefined) return members
    isOpen[member] = 0
    members.push(member)
    if (member === root) return members
  }
}
