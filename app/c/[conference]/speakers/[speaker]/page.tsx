import type { Metadata } from 'next'
import { partMetadata, PartPage } from '../../of-part'

type Props = { params: Promise<{ conference: string; speaker: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference, speaker: slug } = await params
  return partMetadata({ conference, kind: 'speaker', slug })
}

/** Somebody who speaks, and their sessions. */
export default async function SpeakerPage({ params }: Props) {
  const { conference, speaker: slug } = await params
  return <PartPage conference={conference} kind="speaker" slug={slug} />
}
