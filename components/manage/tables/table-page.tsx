import { getTranslations } from 'next-intl/server'
import { ManageShell } from '@/components/manage/manage-shell'
import { Merging } from '@/components/manage/merging/merging'
import { ButtonLink } from '@/components/ui/button'
import type { TableKind } from '@/lib/desk/tables/columns'
import { loadTable } from '@/lib/desk/tables/server/load-table'
import { pageAddress } from '@/lib/program/addresses'
import { loadMerged, loadScope } from '@/lib/schedule/loaders'
import { TableScreen } from './table-screen'

type Conference = {
  id: string
  slug: string
  name: string
  visibility: 'private' | 'public'
  timeZone: string
  version: number
}
const mergedKinds = { rooms: 'room', tracks: 'track', speakers: 'speaker' } as const

/** A section of management as a table, for whoever was let in by loadConferenceFor. */
export async function TablePage({ conference, kind }: { conference: Conference; kind: TableKind }) {
  const [t, table] = [await getTranslations('manage.table'), await loadTable(conference, kind)]
  const merged = kind === 'sessions' ? new Map() : await loadMerged(conference.id, mergedKinds[kind])
  const isLead = (await loadScope(conference.id)) !== null
  const { slug, timeZone, version } = conference
  return (
    <ManageShell conference={conference} section={kind} isWide>
      <div>
        <ButtonLink href={pageAddress(slug, 'managed', kind)}>{t('asList')}</ButtonLink>
      </div>
      <Merging conference={slug}>
        <TableScreen
          conference={{ slug, timeZone, version }}
          kind={kind}
          isLead={isLead}
          table={table}
          merged={Object.fromEntries(merged)}
        />
      </Merging>
    </ManageShell>
  )
}
