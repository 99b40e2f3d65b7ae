import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { sayDayOf } from '@/lib/i18n/dates'
import type { OwnTakenDown } from '@/lib/operating/server/taking-down'
import { isolated, settleBidi } from '@/lib/platform/bidi'

/** What of the viewer's conferences the operator took down, why, and its programme to take along. */
export async function TakenDownConferences({ conferences }: { conferences: readonly OwnTakenDown[] }) {
  const [t, language] = [await getTranslations('home'), await getLocale()]
  if (conferences.length === 0) return null
  return (
    <section aria-labelledby="taken-down" className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h2 id="taken-down" className="font-semibold">
        {t('takenDown')}
      </h2>
      <ul className="grid gap-3">
        {conferences.map(({ id, name, takenDownAt, reason }) => (
          <li key={id} className="grid justify-items-start gap-2 border-t border-line pt-3">
            <p dir="auto" className="font-semibold break-words">
              {settleBidi(name)}
            </p>
            <p className="text-sm break-words text-muted">
              {t('takenDownSaid', { day: sayDayOf(takenDownAt, language) })}{' '}
              {reason ? t('takenDownBecause', { reason: isolated(reason) }) : ''}
            </p>
            <ButtonLink href={`/api/v1/me/conferences/${id}/programme`} download>
              {t('takenDownProgramme')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
