import { getTranslations } from 'next-intl/server'
import { RememberViewer } from '@/components/people/remember-viewer'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { signInQuerySchema } from '@/lib/people/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where GitHub and Google send people back: the device learns who it is, and goes on. */
export default async function SignedInPage({ searchParams }: Props) {
  const { to } = signInQuerySchema.parse(await searchParams)
  const t = await getTranslations('signIn')
  return (
    <Page title={t('doneTitle')} lead={t('done')}>
      <RememberViewer to={to} />
      <p>
        <ButtonLink href={to}>{t('goOn')}</ButtonLink>
      </p>
    </Page>
  )
}
