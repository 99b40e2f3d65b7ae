import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { useState } from 'react'
import { FileField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { BackupRefusal } from '@/lib/notes/device/backup/backup'
import type { RestoreCounts } from '@/lib/notes/device/backup/restore'
import type { Problem } from '@/lib/platform/errors'
import { restoreToDevice } from '@/lib/notes/device/backup/device-backup'

type Result =
  | { ok: true; counts: RestoreCounts; problems: readonly Problem[] }
  | { ok: false; reason: BackupRefusal | 'failed' }

const MOST_PROBLEMS = 20
const codes = ['rowBroken', 'listMissing', 'pictureBroken', 'stateBroken', 'notKept'] as const

/** Takes a backup and says what became of it. */
export function RestoreBackup() {
  const t = useTranslations('notes')
  const [result, setResult] = useState<'idle' | 'restoring' | Result>('idle')

  const restore = async (file: File) => {
    setResult('restoring')
    try {
      const { readBackup } = await import('@/lib/notes/device/backup/backup')
      const read = readBackup(new Uint8Array(await file.arrayBuffer()))
      if (!read.ok) return setResult(read)
      const { counts, problems } = await restoreToDevice(read.backup)
      setResult({ ok: true, counts, problems: [...read.problems, ...problems] })
    } catch {
      // A full disk, a file taken away while it is read: the same file goes on from where it stopped.
      setResult({ ok: false, reason: 'failed' })
    }
  }

  return (
    <>
      <p>{t('backups.restoreLead')}</p>
      <FileField
        label={t('backups.choose')}
        choose={t('backups.chooseFile')}
        accept=".zip,application/zip"
        disabled={result === 'restoring'}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void restore(file)
        }}
      />
      {result === 'restoring' ? <p role="status">{t('backups.restoring')}</p> : null}
      {typeof result === 'object' ? (
        result.ok ? (
          <Restored {...result} />
        ) : (
          <Notice tone="danger" live>
            {t(`backups.refusal.${result.reason}`)}
          </Notice>
        )
      ) : null}
    </>
  )
}

function Restored({ counts, problems }: Extract<Result, { ok: true }>) {
  const t = useTranslations('notes')
  const { already, ...restored } = counts
  const rest = problems.length - MOST_PROBLEMS
  return (
    <Notice tone={problems.length > 0 ? 'warning' : 'good'} live>
      <p>{t('backups.restored', restored)}</p>
      <p>{t('backups.already', { count: already })}</p>
      {problems.length > 0 ? (
        <>
          <p>{t('backups.problems', { count: problems.length })}</p>
          <ul className="list-disc pl-5">
            {problems.slice(0, MOST_PROBLEMS).map(({ path, code, detail }) => (
              <li key={`${path} ${code}`} dir="auto">
                <code>{path}</code>: {t(`backups.problem.${knownReason(codes, code, 'rowBroken')}`)}
                {detail ? ` (${detail})` : ''}
              </li>
            ))}
            {rest > 0 ? <li>{t('backups.andMore', { count: rest })}</li> : null}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}
