import type { AgendaWalk } from '@/lib/program/agenda'

/** One cell of the matrix, by where the zones stand in it: their names may hold anything. */
export function cellKey(from: number, to: number): string {
  return `${from} ${to}`
}

/** What stands in each cell; nothing where it is guessed. */
export function cellTexts(zones: readonly string[], walks: readonly AgendaWalk[]): Map<string, string> {
  const texts = new Map<string, string>(
    zones.flatMap((_, from) => zones.map((__, to) => [cellKey(from, to), ''] as const)),
  )
  for (const { from, to, minutes } of walks)
    if (zones.includes(from) && zones.includes(to))
      texts.set(cellKey(zones.indexOf(from), zones.indexOf(to)), String(minutes))
  return texts
}

/** The cells that say something else than what stands. @param typed by cell; what is not there was not touched */
export function cellsIn(
  zones: readonly string[],
  walks: readonly AgendaWalk[],
  typed: ReadonlyMap<string, string>,
): { from: string; to: string; minutes: number | null }[] {
  const standing = cellTexts(zones, walks)
  return zones.flatMap((from, row) =>
    zones.flatMap((to, column) => {
      const [key, text] = [cellKey(row, column), typed.get(cellKey(row, column))?.trim()]
      return text === undefined || text === standing.get(key)
        ? []
        : [{ from, to, minutes: text === '' ? null : Number(text) }]
    }),
  )
}
