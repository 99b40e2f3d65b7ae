import { markKinds, parseMarks, type MarkKind } from './marks'

/** What is counted of a note: to-dos that are done apart from those that are not. */
export type CountedKind = MarkKind | 'done'
export type MarkCount = { kind: CountedKind; count: number }

const order: readonly CountedKind[] = markKinds.flatMap((kind): CountedKind[] =>
  kind === 'todo' ? ['todo', 'done'] : [kind],
)

/** How many marks of each kind a note has, in the order of their buttons; a mark with a time counts as one, too. */
export function countMarks(text: string): MarkCount[] {
  const counts = new Map<CountedKind, number>()
  const add = (kind: CountedKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const mark of parseMarks(text)) {
    if (mark.kind !== 'time') add(mark.kind === 'todo' && mark.done ? 'done' : mark.kind)
    if (mark.time) add('time')
  }
  return order.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? { kind, count } : []
  })
}
