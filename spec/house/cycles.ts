/** Circles in a graph of files. */

type Graph = ReadonlyMap<string, readonly string[]>

/**
 * At least one circle of every knot of the graph, each as its way round with the first node repeated
 * at the end. Depth first; a node is left for good once everything behind it was seen, so the work is
 * linear in the imports.
 */
export const cyclesOf = (graph: Graph): readonly (readonly string[])[] => {
  const cycles: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (node: string): void => {
    if (done.has(node)) return
    const at = way.indexOf(node)
    if (at >= 0) {
      cycles.push([...way.slice(at), node])
      return
    }
    way.push(node)
    for (const next of graph.get(node) ?? []) visit(next)
    way.pop()
    done.add(node)
  }
  for (const node of graph.keys()) visit(node)
  return cycles
}
