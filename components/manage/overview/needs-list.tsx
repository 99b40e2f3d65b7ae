import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import type { Need } from '@/lib/desk/needs'
import type { Saying } from '@/lib/i18n/dates'
import { IconOfPath } from '@/components/ui/icon'
import { pageAddress } from '@/lib/program/addresses'
import { useNeedWords } from './use-need-words'

/** So many are seen at once: what is worse stands first. */
const MOST_SHOWN = 8
/** Whoever has so many begins with the first. */
const MOST_FOLDED = 100

const WARNING = 'M12 4l9 16H3zM12 10v4M12 17v.5'

type Listed = { slug: string; needs: readonly Need[]; saying: Saying }
type Props = Listed & { /** Clashes that somebody ignored on the board. */ ignored: number }

/** What needs somebody, worst first, each with the one thing to do about it; of many the first, the others folded. */
export function NeedsList({ slug, needs, ignored, saying }: Props) {
  const t = useTranslations('manage.overview')
  const [first, rest] = [needs.slice(0, MOST_SHOWN), needs.slice(MOST_SHOWN)]
  return (
    <>
      {needs.length === 0 ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <Needs {...{ slug, saying }} needs={first} />
      )}
      {rest.length > 0 ? (
        <details>
          <summary className="flex min-h-11 items-center font-medium">{t('more', { count: rest.length })}</summary>
          <Needs {...{ slug, saying }} needs={rest.slice(0, MOST_FOLDED)} />
          {rest.length > MOST_FOLDED ? (
            <p className="py-3 text-muted">{t('andMore', { count: rest.length - MOST_FOLDED })}</p>
          ) : null}
        </details>
      ) : null}
      {ignored > 0 ? (
        <p className="text-sm text-muted">
          {t('ignored', { count: ignored })}{' '}
          <a
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            href={`${pageAddress(slug, 'managed', 'board')}?warnings`}
          >
            {t('ignoredLink')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Needs({ slug, needs, saying }: Listed) {
  const say = useNeedWords(slug, saying)
  return (
    <ul className="grid border-t border-line">
      {needs.map((need, index) => {
        const { key, isUrgent, title, facts, href, action } = say(need)
        return (
          <li
            key={`${key} ${index}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
          >
            <div className="flex min-w-0 grow basis-72 gap-3">
              <IconOfPath
                path={WARNING}
                className={`mt-0.5 size-5 shrink-0 ${isUrgent ? 'text-danger' : 'text-warning'}`}
              />
              <div className="min-w-0">
                <p className="font-semibold">{title}</p>
                <p className="text-sm text-muted">
                  <Facts of={facts} />
                </p>
              </div>
            </div>
            {/* Below the words where there is no room beside them, and in line with these. */}
            <ButtonLink href={href} className="max-sm:ml-8">
              {action}
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}
