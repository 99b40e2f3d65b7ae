import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { InvitationCard } from '@/components/people/invitation-card'
import { PlainHeader } from '@/components/people/plain-header'
import { RememberViewer } from '@/components/people/remember-viewer'
import { Page } from '@/components/ui/page'
import { listInvitations } from '@/lib/people/server/invitations'
import { getViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'
import { acceptInvitationAction, declineInvitationAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitations'))('title'), robots: { index: false } }
}

/** The roles that wait for an answer of whoever is signed in. */
export default async function InvitationsPage() {
  const viewer = await getViewer()
  if (viewer.kind === 'guest') redirect('/sign-in?to=%2Finvitations')
  const [t, { invitations }, waiting] = [
    await getTranslations('invitations'),
    await getMessages(),
    await listInvitations(database(), viewer),
  ]
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={waiting.length > 0 ? t('lead') : t('none', { email: viewer.email })}>
        <RememberViewer />
        <NextIntlClientProvider messages={{ invitations }}>
          <ul className="grid gap-3">
            {waiting.map(({ id, role, conference, invitedBy }) => (
              <li key={id}>
                <InvitationCard
                  id={id}
                  conference={conference.name}
                  inviter={invitedBy?.email ?? null}
                  role={role}
                  accept={acceptInvitationAction}
                  decline={declineInvitationAction}
                />
              </li>
            ))}
          </ul>
        </NextIntlClientProvider>
      </Page>
    </>
  )
}
