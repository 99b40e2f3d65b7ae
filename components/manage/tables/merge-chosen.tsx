import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MergeSteps } from '@/components/manage/merging/merge-steps'
import { settleBidi } from '@/lib/platform/bidi'
import type { TableKind } from '@/lib/desk/tables/columns'
import type { TableLine } from '@/lib/desk/tables/table'

const kinds = { rooms: 'room', tracks: 'track', speakers: 'speaker' } as const
type Props = { conference: string; kind: Exclude<TableKind, 'sessions'>; pair: readonly [TableLine, TableLine] }

/** Merges the two rows that are chosen, after it was said which of them stays. */
export function MergeChosen({ conference, kind, pair }: Props) {
  const t = useTranslations('manage.merging')
  const [one, other] = pair
  const [stays, setStays] = useState(one.id)
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="font-medium">{t('stays')}</legend>
        {pair.map(({ id, cells }) => (
          <label key={id} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="stays"
              checked={id === stays}
              onChange={() => setStays(id)}
              className="size-5 shrink-0 accent-accent"
            />
            <bdi>{settleBidi(cells.name ?? '')}</bdi>
          </label>
        ))}
      </fieldset>
      <MergeSteps
        key={stays}
        conference={conference}
        kind={kinds[kind]}
        part={stays === one.id ? other.id : one.id}
        into={stays}
      />
    </div>
  )
}
