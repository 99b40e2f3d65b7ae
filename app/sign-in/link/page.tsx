import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/people/link-button'
import { PlainHeader } from '@/components/people/plain-header'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { getLinkEmail } from '@/lib/people/server/queries'
import { signInQuerySchema } from '@/lib/people/schema'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { signInErrors } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: nobody may keep it, and no page after this one may hear of it.
  return { title: (await getTranslations('signIn'))('title'), robots: { index: false }, referrer: 'no-referrer' }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where a mailed link leads: says who would sign in, and waits for a button. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { to, token } = signInQuerySchema.parse(await searchParams)
  const t = await getTranslations('signIn')
  const email = token ? await getLinkEmail(database(), token, now()) : null
  if (!token || !email) return <LinkExpired to={to} />
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={t('linkLead', { email })}>
        <LinkButton
          token={token}
          to={to}
          words={{ signIn: t('linkButton', { email }), signingIn: t('signingIn'), errors: await signInErrors() }}
        />
        <noscript>
          <Notice tone="warning">{t('noScript')}</Notice>
        </noscript>
      </Page>
    </>
  )
}

async function LinkExpired({ to }: { to: string }) {
  const t = await getTranslations('signIn')
  return (
    <>
      <PlainHeader />
      <Page title={t('linkExpiredTitle')} lead={t('linkExpired')}>
        <p>
          <ButtonLink variant="primary" href={`/sign-in?to=${encodeURIComponent(to)}`}>
            {t('linkAgain')}
          </ButtonLink>
        </p>
      </Page>
    </>
  )
}
