import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { CopyAddress } from '@/components/ui/copy-address'
import { QrCode } from '@/components/ui/qr-code'
import { isLocalAddress, subscribeLinks } from '@/lib/feeds/subscribe-links'

type Props = { url: string; name: string }

/** The ways to subscribe to one feed, each with how soon it follows a change. */
export function SubscribePanel({ url, name }: Props) {
  const t = useTranslations('feeds')
  const links = subscribeLinks(url, name)
  const ways = [
    { key: 'apple', href: links.webcal },
    { key: 'google', href: links.google },
    { key: 'outlook', href: links.outlook },
    { key: 'outlookWork', href: links.outlookWork },
  ] as const
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3 sm:grid-cols-2">
        {ways.map(({ key, href }) => (
          <li key={key} className="grid content-start gap-1">
            {/* In a tab of its own: leaving this page would lose an address that is told only once. */}
            <ButtonLink href={href} {...(key !== 'apple' && { target: '_blank', rel: 'noreferrer' })}>
              {t(`way.${key}`)}
            </ButtonLink>
            <p className="text-sm text-muted">{t(`pace.${key}`)}</p>
          </li>
        ))}
      </ul>
      {isLocalAddress(url) ? <p className="text-sm text-muted">{t('localOnly')}</p> : <ForPhone url={links.webcal} />}
      <CopyAddress
        url={url}
        words={{ label: t('address'), copy: t('copy'), copied: t('copied'), byHand: t('byHand') }}
      />
    </div>
  )
}

function ForPhone({ url }: { url: string }) {
  const t = useTranslations('feeds')
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {t('square')}
      </summary>
      <p className="pb-2 text-sm text-muted">{t('squareHint')}</p>
      <QrCode text={url} name={t('address')} />
    </details>
  )
}
