import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RoomSign } from '@/components/rooms/sign/room-sign'
import { isolated } from '@/lib/platform/bidi'
import { slicePart } from '@/lib/program/agenda-day'
import { loadAgendaOf, loadConference, loadSignedRoom } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string; room: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference: of, room: slug } = await params
  const conference = await loadConference(of)
  const [room, t] = [await loadSignedRoom(conference, slug), await getTranslations('sign')]
  return {
    title: `${t('title', { room: isolated(room.name) })} · ${isolated(conference.name)}`,
    robots: { index: false },
  }
}

/** What hangs at a room's door, on a screen of its own: what is on there, what comes, how full it is. */
export default async function SignPage({ params }: Props) {
  const { conference: of, room: slug } = await params
  const conference = await loadConference(of)
  const [room, agenda] = [await loadSignedRoom(conference, slug), await loadAgendaOf(conference)]
  return <RoomSign initial={slicePart(agenda, 'room', room.id)} room={room.slug} />
}
