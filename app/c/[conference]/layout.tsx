import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LiveConference } from '@/components/shell/live-conference'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }>; children: ReactNode }

/** What every page of a conference stands in: the words its parts speak in the browser, and the ear for pokes. */
export default async function ConferenceLayout({ params, children }: Props) {
  const conference = await loadConference((await params).conference)
  const { schedule, session, parts, plan, changes, rooms, roomState, sign, alertSwitch, device } = await getMessages()
  return (
    <NextIntlClientProvider
      messages={{ schedule, session, parts, plan, changes, rooms, roomState, sign, alertSwitch, device }}
    >
      <LiveConference id={conference.id} slug={conference.slug} />
      {children}
    </NextIntlClientProvider>
  )
}
