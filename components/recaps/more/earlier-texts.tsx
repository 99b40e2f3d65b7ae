import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { sayMoment } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import type { EarlierText } from '@/lib/recaps/server/queries'

type Props = { texts: readonly EarlierText[]; timeZone: string; onRestore: (id: string) => void }

/** What a recap read before, each told from the others by its second and how it begins. */
export function EarlierTexts({ texts, timeZone, onRestore }: Props) {
  const [t, language] = [useTranslations('recaps'), useLocale()]
  if (texts.length === 0) return null
  return (
    <Card aria-labelledby="revisions">
      <h2 id="revisions" className="text-lg font-semibold">
        {t('revisions')}
      </h2>
      <ul className="grid gap-2">
        {texts.map(({ id, createdAt, opening }) => {
          const moment = sayMoment(createdAt, { timeZone, language })
          const begins = opening || t('emptyText')
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 break-words">
                <time dateTime={createdAt}>{moment}</time> · <bdi>{begins}</bdi>
              </span>
              <Button aria-label={`${t('restore')}: ${moment}, ${isolated(begins)}`} onClick={() => onRestore(id)}>
                {t('restore')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
