import { useTranslations } from 'next-intl'
import { zoneMinutes } from '@/lib/planning/walking'
import { useEarlyText } from '@/components/ui/typing/use-early-text'
import { settleBidi } from '@/lib/platform/bidi'
import type { AgendaWalk } from '@/lib/program/agenda'
import { MOST_WALK_MINUTES } from '@/lib/schedule/edit/walk-limits'
import { cellKey, cellTexts } from './walk-cells'

type Props = {
  zones: readonly string[]
  walks: readonly AgendaWalk[]
  typed: ReadonlyMap<string, string>
  onType: (cell: string, text: string) => void
}

/** Zones by zones. What nobody measured shows, pale, what Hallway reckons with: the other direction, or a guess. */
export function WalkTable({ zones, walks, typed, onType }: Props) {
  const t = useTranslations('manage')
  const standing = cellTexts(zones, walks)
  const head = 'max-w-40 bg-ground p-2 text-left font-medium break-words'
  return (
    <div className="overflow-x-auto">
      <table>
        <caption className="sr-only">{t('walks.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} sticky left-0 text-muted`}>
              {t('walks.corner')}
            </th>
            {zones.map((to) => (
              <th key={to} scope="col" dir="auto" className={`${head} align-bottom`}>
                {settleBidi(to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((from, row) => (
            <tr key={from}>
              <th scope="row" dir="auto" className={`${head} sticky left-0`}>
                {settleBidi(from)}
              </th>
              {zones.map((to, column) => {
                const key = cellKey(row, column)
                return (
                  <td key={to} className="p-1">
                    <WalkField
                      name={t('walks.cell', { from, to })}
                      reckoned={zoneMinutes(from, to, walks)}
                      minutes={typed.get(key) ?? standing.get(key) ?? ''}
                      onType={(text) => onType(key, text)}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type FieldProps = { name: string; reckoned: number; minutes: string; onType: (text: string) => void }

function WalkField({ name, reckoned, minutes, onType }: FieldProps) {
  const box = useEarlyText<HTMLInputElement>(minutes, onType)
  return (
    <input
      ref={box}
      type="number"
      inputMode="numeric"
      min={0}
      max={MOST_WALK_MINUTES}
      step={1}
      aria-label={name}
      placeholder={String(reckoned)}
      value={minutes}
      onChange={({ target }) => onType(target.value)}
      className={
        'min-h-11 w-20 rounded-lg border border-edge bg-raised px-3 py-2 text-right tabular-nums ' +
        'placeholder:text-muted'
      }
    />
  )
}
