import { useTranslations } from 'next-intl'
import { QrCode } from '@/components/ui/qr-code'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Sign } from '@/lib/rooms/sign'

/** What is on, or comes next, on the phone of whoever stands at the door: without either, all that is in the room. */
export function SignSquare({ sign, slug }: { sign: Sign; slug: string }) {
  const t = useTranslations('sign')
  const session = sign.now[0] ?? sign.next[0]
  const path = session ? pageAddress(slug, 'session', session.slug) : pageAddress(slug, 'room', sign.room.slug)
  return (
    <figure className="spare-2 grid w-[9em] content-start gap-[0.25em] [&>svg]:max-w-none">
      <QrCode
        text={`${location.origin}${path}`}
        name={t('square', { name: isolated(session?.title ?? sign.room.name) })}
      />
      <figcaption className="text-[0.875em] text-muted">
        {t(session ? (sign.now[0] ? 'scan' : 'scanNext') : 'scanRoom')}
      </figcaption>
    </figure>
  )
}
