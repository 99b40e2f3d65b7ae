import type { Problem } from '@/lib/platform/errors'

/** One part of where a problem is: a key of the messages' `problems.place`, with what stands in it. */
export type PlacePart = {
  word: 'named' | 'line' | 'row' | 'entry' | 'nth' | 'nthOf' | 'script' | 'field' | 'end'
  values: Record<string, string | number>
}

/**
 * Where a problem is, as people would say it: the file, where it is one of several; the line, the row, the entry by its
 * title or else its number; the field.
 * @returns the parts in reading order, none for all of it; and the path as programs write it, where that says more
 */
export function placeOf({ path, entry }: Pick<Problem, 'path' | 'entry'>): { parts: PlacePart[]; raw: string | null } {
  const named = entry === undefined ? [] : [part('entry', { title: entry })]
  if (path === '') return { parts: named, raw: null }
  if (path === 'end of file') return { parts: [part('end', {})], raw: null }
  const [, file, word, line] = /^(?:(.+?)[,:]? )?(line|row) (\d+)$/s.exec(path) ?? []
  if (line !== undefined) {
    const at = part(word === 'row' ? 'row' : 'line', { line: Number(line) })
    return { parts: [...nameOf(file), at, ...named], raw: null }
  }
  const [, before, steps = ''] = /^(?:(.+): )?(.*)$/s.exec(path) ?? []
  if (!/(?<!\s)\[\d+\](?=[.[]|$)/.test(steps) && entry === undefined) return { parts: nameOf(path), raw: null }
  const field = /\.([^.[\]]+)$/.exec(steps)?.[1]
  const isBelow = field !== undefined && (/\].*\.[^.]*$/s.test(steps) || steps.split('.').length > 2)
  return {
    parts: [
      ...nameOf(before),
      ...(entry === undefined ? numberOf(steps) : named),
      ...(isBelow ? [part('field', { field })] : []),
    ],
    raw: steps,
  }
}

/** Of several lists in each other the innermost: "schedule[2].sessions[1]" is the second one of the sessions. */
function numberOf(steps: string): PlacePart[] {
  const [, , list, index] = /^(.*?)([^.[\]]*)(?:\[[^\]]*\])*\[(\d+)\][^[]*$/s.exec(steps) ?? []
  if (index === undefined) return []
  const nth = Number(index) + 1
  if (list === 'script') return [part('script', { nth })]
  return [list ? part('nthOf', { nth, list }) : part('nth', { nth })]
}

function nameOf(name: string | undefined): PlacePart[] {
  return name ? [part('named', { name })] : []
}

function part(word: PlacePart['word'], values: PlacePart['values']): PlacePart {
  return { word, values }
}

/** What a problem says besides, where its entry is named already: details end with the title often. */
export function detailBeside({ detail, entry }: Pick<Problem, 'detail' | 'entry'>): string {
  if (entry === undefined || !detail.endsWith(entry)) return detail
  const rest = detail.slice(0, -entry.length)
  return rest === '' ? '' : rest.endsWith(': ') ? rest.slice(0, -2) : detail
}
