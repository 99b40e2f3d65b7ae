import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { LinkOffer } from '@/lib/recaps/link-offers'

/** Slides and replays that arrived since, each with one tap for where it is missing. */
export function LinkOffers({ offers, onTake }: { offers: readonly LinkOffer[]; onTake: (offer: LinkOffer) => void }) {
  const t = useTranslations('recaps')
  if (offers.length === 0) return null
  return (
    <Notice tone="good" live>
      <p>{t('offers', { count: offers.length })}</p>
      <ul className="grid gap-2">
        {offers.map((offer) => (
          <li key={`${offer.mark.line} ${offer.kind}`} className="flex flex-wrap items-center gap-3">
            <span dir="auto">{t(`offer.${offer.kind}`, { title: isolated(offer.title) })}</span>
            <Button onClick={() => onTake(offer)}>{t('takeOffer')}</Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
