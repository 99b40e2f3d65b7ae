import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { SOFTWARE } from '@/lib/feeds/exports/software'
import { sayDayOf, sayMoment } from '@/lib/i18n/dates'
import { saySize } from '@/lib/i18n/sizes'
import type { InstallationState } from '@/lib/operating/server/state'
import { diskSpaceOf } from '@/lib/platform/faults/disk-space'

const HOUR_S = 3600
const DAY_S = 24 * HOUR_S

/** Version, database, photos and how much is on it. */
export async function InstallationFacts({ state }: { state: InstallationState }) {
  const [t, language, unwritable] = [await getTranslations('operating'), await getLocale(), state.backups?.unwritable]
  const facts = [
    [t('version'), `${SOFTWARE.name} ${SOFTWARE.version}, Node ${state.node}`],
    [t('running'), await runningFor(state.uptimeS)],
    [
      t('database'),
      t('databaseSaid', {
        version: state.postgres,
        size: saySize(state.databaseBytes, language),
        schema: state.schema,
      }),
    ],
    [t('photos'), await photosSaid(state)],
    [t('backups'), await backupsSaid(state.backups)],
    ...(unwritable
      ? [[t('backupsFail'), t(unwritable.reason === 'ENOENT' ? 'backupsGone' : 'backupsFailSaid', unwritable)]]
      : []),
    [t('here'), t('hereSaid', { people: state.people, conferences: state.conferences })],
  ]
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts.map(([name, said]) => (
        <div key={name} className="sm:contents">
          <dt className="text-sm text-muted sm:text-base">{name}</dt>
          <dd className="min-w-0 break-words">{said}</dd>
        </div>
      ))}
    </dl>
  )
}

/** That the disk of the data folder is nearly full, or is, and what becomes of it; nothing while it is not. */
export async function DiskWarning({ free }: Pick<InstallationState, 'free'>) {
  const [t, language, disk] = [await getTranslations('operating'), await getLocale(), diskSpaceOf(free)]
  if (disk === 'ok') return null
  return (
    <Notice tone={disk === 'full' ? 'danger' : 'warning'}>
      {t(`disk.${disk}`, { free: saySize(free ?? 0, language) })}
    </Notice>
  )
}

/** What failed for good, by job. */
export async function FailedJobs({ failed }: Pick<InstallationState, 'failed'>) {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  if (!failed) return <p className="text-danger">{t('noJobs')}</p>
  if (failed.length === 0) return <p>{t('noneFailed')}</p>
  return (
    <ul className="grid gap-3">
      {failed.map(({ name, times, lastAt, message }) => (
        <li key={name} className="min-w-0 border-t border-line pt-3">
          <p className="font-medium">{t('failedJob', { name, count: times, day: sayDayOf(lastAt, language) })}</p>
          <p className="text-sm break-words text-muted">{message}</p>
        </li>
      ))}
    </ul>
  )
}

async function runningFor(seconds: number): Promise<string> {
  const t = await getTranslations('operating')
  if (seconds >= 2 * DAY_S) return t('days', { count: Math.floor(seconds / DAY_S) })
  if (seconds >= 2 * HOUR_S) return t('hours', { count: Math.floor(seconds / HOUR_S) })
  return t('minutes', { count: Math.floor(seconds / 60) })
}

async function photosSaid({ pictures, free }: InstallationState): Promise<string> {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  const { bytes, bucket, ...counts } = pictures
  const said = { ...counts, size: saySize(bytes, language) }
  if (bucket) return t('photosInBucket', { ...said, bucket })
  return free === null ? t('photosUnknown', said) : t('photosOnDisk', { ...said, free: saySize(free, language) })
}

async function backupsSaid(backups: InstallationState['backups']): Promise<string> {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  if (!backups) return t('noBackups')
  const where = backups.places.join(', ')
  if (!backups.last) return t('backupsToCome', { where })
  const { at, bytes } = backups.last
  const moment = sayMoment(at, { timeZone: 'UTC', language })
  return t('lastBackup', { moment: `${moment} UTC`, size: saySize(bytes, language), where })
}
