import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { ManageShell } from '@/components/manage/manage-shell'
import { RoomWall } from '@/components/rooms/room-wall'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor } from '@/lib/schedule/loaders'
import { loadWall } from '@/lib/rooms/server/wall'

/** Every room at once, for a screen on the organizers' wall. */
export default async function WallPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editConference', pageAddress(slug, 'managed', 'wall'))
  const { wall, rooms, roomState } = await getMessages()
  return (
    <ManageShell conference={conference} section="wall">
      <NextIntlClientProvider messages={{ wall, rooms, roomState }}>
        <RoomWall
          conference={{ id: conference.id, name: conference.name, timeZone: conference.timeZone }}
          rooms={await loadWall(database(), conference.id, now())}
        />
      </NextIntlClientProvider>
    </ManageShell>
  )
}
