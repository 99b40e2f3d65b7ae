import { useTranslations } from 'next-intl'
import { subscribeLinks } from '@/lib/feeds/subscribe-links'

type Props = {
  /** Absolute, ".ics". */ url: string
  name: string
  /** Of a private conference: where secret addresses are made. */ secretAt: string | null
}

/**
 * The ways to have a calendar follow this, behind one tap and without a script. A private conference's has a file, and
 * a secret address of one's own: a calendar that subscribes cannot sign in.
 */
export function CalendarLinks({ url, name, secretAt }: Props) {
  const [t, feeds] = [useTranslations('parts'), useTranslations('feeds')]
  const links = subscribeLinks(url, name)
  const ways = secretAt ? [] : (['apple', 'google', 'outlook', 'outlookWork'] as const)
  const hrefs = { ...links, apple: links.webcal }
  const link = 'flex min-h-11 items-center text-accent underline underline-offset-4'
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {t('calendar')}
      </summary>
      <ul className="flex flex-wrap gap-x-5 pb-2">
        {ways.map((way) => (
          <li key={way}>
            <a className={link} href={hrefs[way]} rel="noreferrer">
              {feeds(`way.${way}`)}
            </a>
          </li>
        ))}
        {secretAt ? (
          <li>
            <a className={link} href={secretAt}>
              {t('secretCalendar')}
            </a>
          </li>
        ) : null}
        <li>
          <a className={link} href={new URL(url).pathname} download>
            {t('file')}
          </a>
        </li>
      </ul>
    </details>
  )
}
