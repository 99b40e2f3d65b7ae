import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BlockedNotice } from '@/components/people/blocked-notice'
import { ElsewhereButtons } from '@/components/people/elsewhere-buttons'
import { PlainHeader } from '@/components/people/plain-header'
import { PrivacyLink } from '@/components/people/privacy-link'
import { RememberViewer } from '@/components/people/remember-viewer'
import { SignInForm } from '@/components/people/sign-in-form'
import { sentenceFor } from '@/components/people/sign-in-words'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { configuredProviders } from '@/lib/people/server/auth'
import { signInQuerySchema } from '@/lib/people/schema'
import { getBlocked, getViewer } from '@/lib/people/server/viewer'
import { readEnvironment } from '@/lib/platform/env'
import { requestCodeAction } from './actions'
import { signInWords } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** E-mail and code, or an account elsewhere; then back to where one came from. */
export default async function SignInPage({ searchParams }: Props) {
  const { to, error } = signInQuerySchema.parse(await searchParams)
  const [t, viewer, words] = [await getTranslations('signIn'), await getViewer(), await signInWords()]
  const providers = configuredProviders(readEnvironment()).map((name) => ({ name, label: t(name) }))
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={t('lead')}>
        {error ? (
          <Notice tone="danger">{sentenceFor({ ...words.errors, failed: t('error.cancelled') }, error)}</Notice>
        ) : null}
        {viewer.kind === 'user' ? <Already email={viewer.email} to={to} /> : null}
        {(await getBlocked()) ? <BlockedNotice /> : null}
        <SignInForm words={words} to={to} requestCode={requestCodeAction} />
        {providers.length > 0 ? <p className="text-muted">{t('or')}</p> : null}
        <ElsewhereButtons providers={providers} to={to} errors={words.errors} />
        <p className="-ml-2">
          <PrivacyLink />
        </p>
        <noscript>
          <Notice tone="warning">{t('noScript')}</Notice>
        </noscript>
      </Page>
    </>
  )
}

async function Already({ email, to }: { email: string; to: string }) {
  const t = await getTranslations('signIn')
  return (
    <Notice>
      <RememberViewer />
      <p>{t('already', { email })}</p>
      <p>
        <ButtonLink href={to}>{t('goOn')}</ButtonLink>
      </p>
    </Notice>
  )
}
