import type { Metadata } from 'next'
import { partMetadata, PartPage } from '../../of-part'

type Props = { params: Promise<{ conference: string; track: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference, track: slug } = await params
  return partMetadata({ conference, kind: 'track', slug })
}

/** A track and its sessions. */
export default async function TrackPage({ params }: Props) {
  const { conference, track: slug } = await params
  return <PartPage conference={conference} kind="track" slug={slug} />
}
