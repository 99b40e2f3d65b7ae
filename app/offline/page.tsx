import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { LocalApp } from '@/components/offline/local-app'

/** The page that the service worker keeps, once a language, for every address of every conference: it shows what this device's own store holds. */
export default async function LocalPage() {
  const { local, shell, schedule, session, plan, changes, notes, rooms, roomState, alertSwitch, device } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ local, shell, schedule, session, plan, changes, notes, rooms, roomState, alertSwitch, device }}>
      <LocalApp />
    </NextIntlClientProvider>
  )
}
