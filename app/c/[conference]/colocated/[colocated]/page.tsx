import type { Metadata } from 'next'
import { partMetadata, PartPage } from '../../of-part'

type Props = { params: Promise<{ conference: string; colocated: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference, colocated: slug } = await params
  return partMetadata({ conference, kind: 'colocated', slug })
}

/** A co-located event: when and where, and its sessions. */
export default async function ColocatedPage({ params }: Props) {
  const { conference, colocated: slug } = await params
  return <PartPage conference={conference} kind="colocated" slug={slug} />
}
