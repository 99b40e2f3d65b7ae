import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import { byLevel } from './level-order'
import type { FilterField } from './search'

/** One thing by which a day can be narrowed. */
export type FilterChoice = {
  slug: string
  name: string
  /** A track's, 1–12. */ color?: number
  /** How many sessions of the day it leaves. */ count: number
  formerly?: string[]
}

export type FilterChoices = Record<FilterField, FilterChoice[]>

type Part = { slug: string; name: string; color?: number; formerly?: string[] }

/**
 * By what these sessions can be narrowed, by name, but for levels, of which the easier come first.
 * @param language in which languages are named
 */
export function filterChoices(sessions: readonly AgendaSession[], parts: AgendaParts, language: string): FilterChoices {
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  return {
    colocated: counted(
      sessions.map(({ colocated }) => [colocated]),
      (id) => parts.colocatedEvents.get(id),
    ),
    track: counted(
      sessions.map(({ track }) => [track]),
      (id) => parts.tracks.get(id),
    ),
    room: counted(
      sessions.map(({ rooms }) => rooms),
      (id) => parts.rooms.get(id),
    ),
    language: counted(
      sessions.map((session) => [session.language]),
      (code) => ({ slug: code, name: languages.of(code) ?? code }),
    ),
    level: counted(
      sessions.map((session) => [session.level]),
      (level) => ({ slug: level, name: level }),
    ).sort((a, b) => byLevel(a.name, b.name)),
  }
}

/** Is it this choice that an address means, by the slug that it has or had? */
export function isChosen(choice: FilterChoice, slugs: readonly string[] = []): boolean {
  return slugs.some((slug) => slug === choice.slug || choice.formerly?.includes(slug))
}

function counted(
  idsOf: readonly (readonly (string | undefined)[])[],
  find: (id: string) => Part | undefined,
): FilterChoice[] {
  const counts = new Map<string, number>()
  for (const ids of idsOf) for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .flatMap(([id, count]) => {
      const part = find(id)
      if (!part) return []
      const { slug, name, color, formerly } = part
      return [{ slug, name, count, ...(color !== undefined && { color }), ...(formerly && { formerly }) }]
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
