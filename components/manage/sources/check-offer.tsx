import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { saySource } from '../bring-in/format-name'
import { CheckForm } from './check-form'

type Props = { of: { conference: string; source: string }; name: string; minutes: number }

/** Offers to have a source checked, to whoever has not decided about that. */
export function CheckOffer({ of, name, minutes }: Props) {
  const [t, words] = [useTranslations('manage.sources'), useTranslations('bringIn')]
  return (
    <Card aria-label={t('offer')}>
      <h3 className="text-lg font-semibold">
        {t('offer')} <bdi>{saySource(words, name)}</bdi>
      </h3>
      <p>{t('offerLead')}</p>
      <CheckForm of={of} minutes={minutes} />
    </Card>
  )
}
