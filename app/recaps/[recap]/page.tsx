import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeviceHeader } from '@/components/people/device-header'
import { OwnRecap } from '@/components/recaps/own-recap'
import { loadStrayRecap } from '@/lib/recaps/server/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('edit') }
}

/** One recap of mine of a conference that was deleted. */
export default async function StrayRecapPage({ params }: { params: Promise<{ recap: string }> }) {
  const own = await loadStrayRecap((await params).recap)
  return (
    <>
      <DeviceHeader />
      <OwnRecap {...own} back="/recaps" />
    </>
  )
}
