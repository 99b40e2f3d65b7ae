import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { StewardScreen } from '@/components/rooms/steward-screen'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { loadDoor } from '@/lib/rooms/server/door'
import { findStewardLink } from '@/lib/rooms/server/steward-links'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('steward'))('title'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Counting at one room's door, for whoever holds its link. */
export default async function StewardPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await findStewardLink(database(), token)
  if (!link) notFound()
  const { room, conference } = link
  const [{ steward, roomState }, door] = [
    await getMessages(),
    await loadDoor(database(), { conferenceId: conference.id, roomId: room.id }, now()),
  ]
  return (
    <NextIntlClientProvider messages={{ steward, roomState }}>
      <StewardScreen
        token={token}
        link={link.id}
        room={{ name: room.name, headsets: room.capacityKind === 'headsets' }}
        conference={conference}
        initial={door}
      />
    </NextIntlClientProvider>
  )
}
