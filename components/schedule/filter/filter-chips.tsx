import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { filterChoices, isChosen } from '@/lib/planning/search/filter-choices'
import { filterFields, type SessionFilter } from '@/lib/planning/search/search'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  agenda: Agenda
  parts: AgendaParts
  filters: SessionFilter
  onChange: (filters: SessionFilter) => void
}
type Chip = { key: string; name: string; without: SessionFilter }

/** How many things narrow a day. */
export function countFilters(filters: SessionFilter): number {
  const flags = [filters.onlyFree, filters.onlyMine, filters.hidden].filter(Boolean).length
  return flags + filterFields.reduce((sum, field) => sum + (filters[field]?.length ?? 0), 0)
}

/** What narrows the day, each with a way to take it away. */
export function FilterChips({ agenda, parts, filters, onChange }: Props) {
  const t = useTranslations('schedule')
  const chips = useChips({ agenda, parts, filters })
  if (chips.length === 0) return null
  return (
    <div role="group" aria-label={t('chosen')} className="-mx-4 flex gap-2 overflow-x-auto px-4">
      {chips.map(({ key, name, without }) => (
        <button
          key={key}
          type="button"
          aria-label={t('takeAway', { name })}
          onClick={() => onChange(without)}
          className={
            'inline-flex min-h-11 max-w-64 shrink-0 items-center gap-1 rounded-full bg-tint pl-3 pr-2 text-sm ' +
            'font-medium'
          }
        >
          <span dir="auto" className="truncate">
            {name}
          </span>
          <Icon name="close" className="size-4 shrink-0" />
        </button>
      ))}
      {chips.length > 1 ? (
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

function useChips({ agenda, parts, filters }: Omit<Props, 'onChange'>): Chip[] {
  const [t, language] = [useTranslations('schedule'), useLocale()]
  if (countFilters(filters) === 0) return []
  const choices = filterChoices(agenda.sessions, parts, language)
  const named = filterFields.flatMap((field) =>
    (filters[field] ?? []).map((slug) => ({
      key: `${field} ${slug}`,
      name: isolated(choices[field].find((choice) => isChosen(choice, [slug]))?.name ?? slug),
      without: { ...filters, [field]: filters[field]?.filter((other) => other !== slug) },
    })),
  )
  const flags = (['onlyFree', 'onlyMine', 'hidden'] as const).flatMap((flag) =>
    filters[flag] ? [{ key: flag, name: t(`filter.${flag}`), without: { ...filters, [flag]: undefined } }] : [],
  )
  return [...named, ...flags]
}
