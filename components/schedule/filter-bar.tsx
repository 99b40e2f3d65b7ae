import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SessionFilter } from '@/lib/planning/search'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  sessions: AgendaSession[]
  parts: AgendaParts
  /** How many of them I hid. */ hidden: number
  filters: SessionFilter
  onChange: (filters: SessionFilter) => void
}
type Choice = { slug: string; name: string; formerly?: string[] }

/**
 * Narrow a day by track, room, co-located event, language, or to what fits my plan; unfold what I hid. Only filters
 * that can divide the day are offered.
 */
export function FilterBar({ sessions, parts, hidden, filters, onChange }: Props) {
  const t = useTranslations('schedule')
  const choices = choicesOf(sessions, parts)
  return (
    <div role="group" aria-label={t('filters')} className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1">
      {(['track', 'room', 'colocated', 'language'] as const).map((field) =>
        choices[field].length > 1 || filters[field] ? (
          <select
            key={field}
            aria-label={t(`filter.${field}`)}
            value={chosen(choices[field], filters[field])}
            onChange={(event) => onChange({ ...filters, [field]: event.target.value || undefined })}
            className="min-h-11 max-w-44 shrink-0 rounded-full border border-edge bg-raised px-3 text-sm"
          >
            <option value="">{t(`all.${field}`)}</option>
            {choices[field].map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        ) : null,
      )}
      <Chip pressed={filters.onlyFree === true} onPress={(onlyFree) => onChange({ ...filters, onlyFree })}>
        {t('filter.onlyFree')}
      </Chip>
      {hidden > 0 || filters.hidden ? (
        <Chip pressed={filters.hidden === true} onPress={(unfolded) => onChange({ ...filters, hidden: unfolded })}>
          {t('filter.hidden', { count: hidden })}
        </Chip>
      ) : null}
      {Object.values(filters).some(Boolean) ? (
        <button
          type="button"
          onClick={() => onChange({})}
          className="min-h-11 shrink-0 px-2 text-sm text-accent underline underline-offset-4"
        >
          {t('filter.clear')}
        </button>
      ) : null}
    </div>
  )
}

/** An address may hold the slug that a part had before it was renamed. */
function chosen(choices: Choice[], slug = ''): string {
  return choices.find(({ formerly }) => formerly?.includes(slug))?.slug ?? slug
}

function Chip({
  pressed,
  onPress,
  children,
}: {
  pressed: boolean
  onPress: (pressed: true | undefined) => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => onPress(pressed ? undefined : true)}
      className={
        'min-h-11 shrink-0 rounded-full border border-edge bg-raised px-3 text-sm aria-pressed:border-accent ' +
        'aria-pressed:bg-accent aria-pressed:text-on-accent'
      }
    >
      {children}
    </button>
  )
}

function choicesOf(
  sessions: AgendaSession[],
  parts: AgendaParts,
): Record<'track' | 'room' | 'colocated' | 'language', Choice[]> {
  const named = (ids: (string | undefined)[], from: ReadonlyMap<string, Choice>) =>
    [...new Set(ids)].flatMap((id) => (id ? (from.get(id) ?? []) : [])).sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    track: named(
      sessions.map((session) => session.track),
      parts.tracks,
    ),
    room: named(
      sessions.flatMap((session) => session.rooms),
      parts.rooms,
    ),
    colocated: named(
      sessions.map((session) => session.colocated),
      parts.colocatedEvents,
    ),
    language: [...new Set(sessions.flatMap((session) => session.language ?? []))]
      .sort()
      .map((language) => ({ slug: language, name: language })),
  }
}
