import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'

/** For a newcomer: what Hallway is, as it is, and three ways to begin. @param example the slug of one to try, if any */
export async function Begin({ example }: { example: string | null }) {
  const [t, language] = [await getTranslations('home'), await getLocale()]
  return (
    <section className="grid items-center gap-6 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="grid gap-4">
        <h1 className="text-3xl font-semibold leading-tight tracking-tight">{t('title')}</h1>
        <p className="text-lg text-muted">{t('lead')}</p>
        <ul className="grid gap-2">
          {example ? (
            <li>
              <ButtonLink variant="primary" href={pageAddress(example, 'now')} className="w-full sm:w-auto">
                {t('try')}
              </ButtonLink>
            </li>
          ) : null}
          <li>
            <ButtonLink variant={example ? 'quiet' : 'primary'} href="/new" className="w-full sm:w-auto">
              {t('bringIn')}
            </ButtonLink>
            <span className="block pt-1 text-sm text-muted">{t('ways')}</span>
          </li>
          <li>
            <a
              href="#conferences"
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {t('find')}
            </a>
          </li>
        </ul>
      </div>
      <picture>
        <source srcSet={`/pictures/home-${language}-dark.webp`} media="(prefers-color-scheme: dark)" />
        <img
          src={`/pictures/home-${language}.webp`}
          alt={t('picture')}
          width={390}
          height={690}
          className="h-auto max-h-80 w-full rounded-2xl border border-edge object-cover object-top sm:max-h-none"
        />
      </picture>
    </section>
  )
}
