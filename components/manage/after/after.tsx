import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { byCrowd, type SessionOutcome } from '@/lib/desk/after/after'
import type { Coarse } from '@/lib/desk/after/coarse'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { conferenceAddress } from '@/lib/program/conference-address'
import { pageAddress } from '@/lib/program/addresses'
import { OutcomeBars } from './outcome-bars'

/** So many are drawn: what few came to is in the table. */
const MOST_DRAWN = 12

type Props = { slug: string; outcomes: readonly SessionOutcome[]; saying: Saying }

/** How each session turned out: those that most came to as a picture, all of them as a table and as a file. */
export function After({ slug, outcomes, saying }: Props) {
  const t = useTranslations('manage.after')
  if (outcomes.length === 0) return null
  return (
    <section aria-labelledby="after" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="after" className="text-lg font-semibold">
        {t('name')}
      </h2>
      <p className="text-muted">{t('lead')}</p>
      <OutcomeBars outcomes={byCrowd(outcomes).slice(0, MOST_DRAWN)} saying={saying} />
      <details>
        <summary className="flex min-h-11 items-center font-medium">{t('all', { count: outcomes.length })}</summary>
        <OutcomeTable {...{ slug, outcomes, saying }} />
      </details>
      <p>
        <ButtonLink href={conferenceAddress(slug, 'manage/after.csv')} download>
          {t('file')}
        </ButtonLink>
      </p>
    </section>
  )
}

const columns = ['picks', 'peak', 'capacity', 'turnedAway'] as const

function OutcomeTable({ slug, outcomes, saying }: Props) {
  const t = useTranslations('manage.after')
  const say = useSayCount()
  const cell = 'border-b border-line py-2 align-top'
  return (
    <div role="region" aria-label={t('name')} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-[34rem] text-sm">
        <thead>
          <tr className="text-left text-muted">
            <th scope="col" className={cell}>
              {t('column.title')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${cell} pl-3 text-right whitespace-nowrap`}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomes.map((one) => (
            <tr key={one.id}>
              <th scope="row" className={`${cell} text-left font-normal`}>
                <a
                  lang={one.language ?? undefined}
                  href={pageAddress(slug, 'session', one.slug)}
                  className="inline-block min-h-6 font-medium underline underline-offset-4"
                >
                  <Outside>{one.title}</Outside>
                </a>
                <span className="block text-muted">{sayWhen(one, saying)}</span>
              </th>
              {[say(one.picks), say(one.peak), say(one.capacity), say(one.turnedAway)].map((text, index) => (
                <td key={columns[index]} className={`${cell} pl-3 text-right tabular-nums whitespace-nowrap`}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Says a count; a dash where there is none. */
function useSayCount(): (count: Coarse | null) => string {
  const t = useTranslations('manage.after')
  return (count) => (count === null ? '–' : count === 'few' ? t('few') : String(count))
}
