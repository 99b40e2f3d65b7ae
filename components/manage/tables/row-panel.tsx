import { useTranslations } from 'next-intl'
import { KnownAs } from '@/components/manage/merging/known-as'
import { OwnFields } from '@/components/manage/overrides/own-fields'
import { Card } from '@/components/ui/card'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { nameColumn, type TableKind } from '@/lib/desk/tables/columns'
import type { TableLine } from '@/lib/desk/tables/table'
import type { MergedInto } from '@/lib/schedule/merging/list-merged'

type Props = {
  conference: { slug: string; timeZone: string; version: number }
  kind: TableKind
  line: TableLine
  known?: MergedInto
}
const ownedKinds = { rooms: 'room', sessions: 'session', speakers: 'speaker' } as const
const mergedKinds = { rooms: 'room', tracks: 'track', speakers: 'speaker' } as const

/** Of the row that somebody is in: what was changed by hand, to give it back; what was merged into it, to split it. */
export function RowPanel({ conference, kind, line, known }: Props) {
  const t = useTranslations('manage.table')
  const name = settleBidi(line.cells[nameColumn(kind)] ?? '')
  const form =
    kind === 'speakers'
      ? pageAddress(conference.slug, 'managedSpeaker', line.id)
      : line.slug && pageAddress(conference.slug, 'managedSession', line.slug)
  if (!line.locked && !form && line.own.length === 0 && !known) return null
  return (
    <Card aria-label={name}>
      <h3 dir="auto" className="font-semibold">
        {name}
      </h3>
      {line.locked ? <p>{t('notYours')}</p> : null}
      {kind === 'tracks' ? null : (
        <OwnFields
          conference={conference}
          of={{ kind: ownedKinds[kind], id: line.id }}
          owned={line.locked ? [] : line.own}
          stamp={conference.version}
        >
          {null}
        </OwnFields>
      )}
      {kind === 'sessions' ? null : (
        <KnownAs conference={conference} kind={mergedKinds[kind]} part={line.id} known={known} />
      )}
      {form && !line.locked ? (
        <p>
          <a href={form} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
            {t('openForm')}
          </a>
        </p>
      ) : null}
    </Card>
  )
}
