import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { JoinGroup } from '@/components/together/join-group'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { requireAccess } from '@/lib/people/server/access'
import { getViewer, type Viewer } from '@/lib/people/server/viewer'
import { isolated } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { findInvitation } from '@/lib/planning/server/groups'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('together'))('title'), robots: { index: false }, referrer: 'no-referrer' }
}

/**
 * Where a group's link leads: what joining means, and a button for it. Nothing is told of a private conference to
 * whoever may not see it.
 */
export default async function JoinPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  const [t, viewer, { together }] = [await getTranslations('together'), await getViewer(), await getMessages()]
  const invitation = await findInvitation(database(), secret)
  const signIn = (
    <p>
      <ButtonLink variant="primary" href={`/sign-in?to=${encodeURIComponent(`/together/${secret}`)}`}>
        {t('signInButton')}
      </ButtonLink>
    </p>
  )
  const isVisible = invitation !== null && (await maySee(viewer, invitation.conference))
  return (
    <>
      <PlainHeader />
      {invitation && isVisible ? (
        <Page
          title={t('invited', { group: isolated(invitation.name) })}
          lead={t('invitedLead', { conference: isolated(invitation.conference.name), count: invitation.members })}
        >
          <p>{t('whatTheySee')}</p>
          {viewer.kind === 'guest' ? (
            signIn
          ) : (
            <NextIntlClientProvider messages={{ together }}>
              <JoinGroup secret={secret} name={viewer.name} />
            </NextIntlClientProvider>
          )}
        </Page>
      ) : (
        <Page title={t('ended')} lead={t(viewer.kind === 'guest' ? 'endedGuest' : 'endedLead')}>
          {viewer.kind === 'guest' ? signIn : null}
        </Page>
      )}
    </>
  )
}

async function maySee(viewer: Viewer, conference: { id: string; visibility: 'private' | 'public' }): Promise<boolean> {
  try {
    await requireAccess(database(), viewer, conference, 'plan')
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
