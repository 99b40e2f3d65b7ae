import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnRecap } from '@/components/recaps/own-recap'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { pageAddress } from '@/lib/program/addresses'
import { loadOwnRecap } from '@/lib/recaps/server/loaders'

type Props = { params: Promise<{ conference: string; recap: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('edit') }
}

/** One recap of mine of a conference. */
export default async function RecapPage({ params }: Props) {
  const { conference: slug, recap: id } = await params
  const own = await loadOwnRecap(slug, id)
  return (
    <ConferenceShell conference={own.conference} isWriting>
      <OwnRecap {...own} back={pageAddress(slug, 'recaps')} />
    </ConferenceShell>
  )
}
