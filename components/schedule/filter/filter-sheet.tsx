import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { filterChoices, isChosen, type FilterChoice } from '@/lib/planning/search/filter-choices'
import { filterFields, type FilterField, type SessionFilter } from '@/lib/planning/search/search'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  sessions: AgendaSession[]
  parts: AgendaParts
  filters: SessionFilter
  /** How many sessions pass them. */ shown: number
  /** How many of the day I hid. */ hidden: number
  onChange: (filters: SessionFilter) => void
  onClose: () => void
}

/**
 * Narrow a day: co-located events first, then what is mine, tracks, rooms, languages, levels, each with what it leaves.
 */
export function FilterSheet({ sessions, parts, filters, shown, hidden, onChange, onClose }: Props) {
  const [t, language] = [useTranslations('schedule'), useLocale()]
  const choices = filterChoices(sessions, parts, language)
  const flags = (['onlyMine', 'onlyFree', ...(hidden > 0 || filters.hidden ? (['hidden'] as const) : [])] as const).map(
    (flag) => ({ flag, count: flag === 'hidden' ? hidden : undefined }),
  )
  const groupOf = (field: FilterField) =>
    choices[field].length > 1 || filters[field]?.length ? (
      <ChoiceGroup
        key={field}
        name={t(`filter.${field}`)}
        choices={choices[field]}
        chosen={filters[field]}
        onChange={(slugs) => onChange({ ...filters, [field]: slugs })}
      />
    ) : null
  return (
    <Dialog title={t('filters')} closeName={t('close')} onClose={onClose}>
      {groupOf('colocated')}
      <fieldset>
        <legend className="pb-1 text-sm font-semibold text-muted">{t('filter.mine')}</legend>
        {flags.map(({ flag, count }) => (
          <CheckRow
            key={flag}
            name={t(`filter.${flag}`)}
            count={count}
            checked={filters[flag] === true}
            onCheck={(checked) => onChange({ ...filters, [flag]: checked || undefined })}
          />
        ))}
      </fieldset>
      {filterFields.filter((field) => field !== 'colocated').map(groupOf)}
      <div className="sticky bottom-0 -mx-4 flex gap-2 border-t border-line bg-ground px-4 pt-3">
        <Button onClick={() => onChange({})}>{t('filter.clear')}</Button>
        <Button variant="primary" className="grow" onClick={onClose}>
          {t('showThem', { count: shown })}
        </Button>
      </div>
    </Dialog>
  )
}

type GroupProps = {
  name: string
  choices: FilterChoice[]
  chosen: readonly string[] | undefined
  onChange: (slugs: string[]) => void
}

function ChoiceGroup({ name, choices, chosen = [], onChange }: GroupProps) {
  return (
    <fieldset>
      <legend className="pb-1 text-sm font-semibold text-muted">{name}</legend>
      <div className="sm:grid sm:grid-cols-2 sm:gap-x-4">
        {choices.map((choice) => (
          <CheckRow
            key={choice.slug}
            name={isolated(choice.name)}
            count={choice.count}
            color={choice.color}
            checked={isChosen(choice, chosen)}
            onCheck={(checked) => {
              const others = chosen.filter((slug) => !isChosen(choice, [slug]))
              onChange(checked ? [...others, choice.slug] : others)
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

type RowProps = {
  name: string
  count: number | undefined
  color?: number
  checked: boolean
  onCheck: (checked: boolean) => void
}

function CheckRow({ name, count, color, checked, onCheck }: RowProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 border-b border-line py-1">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onCheck(event.target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      {color === undefined ? null : <span className={`track-${color} h-5 w-1 shrink-0 rounded-full bg-track`} />}
      <span dir="auto" className="min-w-0 grow">
        {name}
      </span>
      {count === undefined ? null : <span className="shrink-0 text-sm tabular-nums text-muted">{count}</span>}
    </label>
  )
}
