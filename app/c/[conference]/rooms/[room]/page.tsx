import type { Metadata } from 'next'
import { partMetadata, PartPage } from '../../of-part'

type Props = { params: Promise<{ conference: string; room: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference, room: slug } = await params
  return partMetadata({ conference, kind: 'room', slug })
}

/** A room: how full it is, and its sessions. */
export default async function RoomPage({ params }: Props) {
  const { conference, room: slug } = await params
  return <PartPage conference={conference} kind="room" slug={slug} />
}
