import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { LocalApp } from '@/components/offline/local-app'

/**
 * The page that the service worker keeps, once a language, for every address of every conference: it shows what this
 * device's own store holds.
 */
export default async function LocalPage() {
  const {
    local,
    shell,
    schedule,
    session,
    parts,
    plan,
    changes,
    notes,
    rooms,
    roomState,
    sign,
    alertSwitch,
    device,
    settings,
    errors,
  } = await getMessages()
  const { signOut, signingOut, signOutLead, signedOutOffline, stillWaiting } = settings
  return (
    <NextIntlClientProvider
      messages={{
        local,
        shell,
        schedule,
        session,
        parts,
        plan,
        changes,
        notes,
        rooms,
        roomState,
        sign,
        alertSwitch,
        device,
        settings: { signOut, signingOut, signOutLead, signedOutOffline, stillWaiting },
        errors: { failed: errors.failed },
      }}
    >
      <LocalApp />
    </NextIntlClientProvider>
  )
}
