import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'

/** Why to sign in, and the way there and back. */
export function SignInFirst({ slug, children }: { slug: string; children: ReactNode }) {
  const t = useTranslations('feeds')
  return (
    <div className="grid justify-items-start gap-2">
      <p>{children}</p>
      <ButtonLink variant="primary" href={`/sign-in?to=${encodeURIComponent(pageAddress(slug, 'calendars'))}`}>
        {t('signIn')}
      </ButtonLink>
    </div>
  )
}
