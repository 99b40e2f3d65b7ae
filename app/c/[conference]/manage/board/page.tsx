import { BoardScreen } from '@/components/manage/board/board-screen'
import { ManageShell } from '@/components/manage/manage-shell'
import { boardAddress } from '@/lib/desk/board/board-address'
import { getViewer } from '@/lib/people/server/viewer'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The timetable as a board on which organizers move sessions, in a draft that they share. */
export default async function BoardPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { day, session, warnings }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'editSessions', pageAddress(slug, 'managed', 'board'))
  const viewer = await getViewer()
  return (
    <ManageShell conference={conference} section="board" isWide>
      {/* On its way while the page's code is: a slow device takes as long for that. */}
      <link rel="preload" as="fetch" href={boardAddress(slug)} crossOrigin="anonymous" />
      <BoardScreen
        slug={slug}
        conferenceId={conference.id}
        me={viewer.kind === 'user' ? { userId: viewer.id, by: viewer.name } : { userId: null, by: null }}
        asked={{ day: one(day), session: one(session), isForWarnings: warnings !== undefined }}
      />
    </ManageShell>
  )
}

function one(asked: string | string[] | undefined): string | null {
  return typeof asked === 'string' ? asked : null
}
