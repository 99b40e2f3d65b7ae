import type { Problem } from '@/lib/platform/errors'

/**
 * Says of problems what it is called in which they are: the session that is at their path, or around it.
 * @param titles by paths
 */
export function nameEntries(problems: readonly Problem[], titles: ReadonlyMap<string, string>): Problem[] {
  return problems.map((problem) => {
    const entry = problem.entry ?? titleAround(problem.path, titles)
    return entry === undefined ? problem : { ...problem, entry }
  })
}

function titleAround(path: string, titles: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
    const title = titles.get(path.slice(0, end))
    if (title !== undefined) return title
  }
  return undefined
}

const titleFields = ['title', 'name', 'talkTitle', 'event_name', 'displayName']

/** What an entry that could not be read seems to be called. */
export function titleIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return titleFields.map((field): unknown => Reflect.get(value, field)).find((title) => typeof title === 'string')
}
