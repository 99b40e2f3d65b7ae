import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readDevice } from '@/lib/notes/device/backup/device-backup'
import { downloadFile } from './download'

type Made = { notes: number; photos: number; leftOut: number; missing: number }

/** Packs what is on this device into a file. */
export function MakeBackup() {
  const t = useTranslations('notes')
  const [state, setState] = useState<'idle' | 'making' | 'failed' | Made>('idle')
  const words = {
    untitled: t('untitled'),
    previous: t('exportWords.previous'),
    next: t('exportWords.next'),
    sameSession: t('exportWords.sameSession'),
  }

  const make = async () => {
    setState('making')
    try {
      const now = new Date()
      const [{ backup, markdown }, { writeBackup }] = await Promise.all([
        readDevice(words),
        import('@/lib/notes/device/backup/backup'),
      ])
      const { zip, leftOut } = writeBackup(backup, markdown, now)
      downloadFile(`hallway-${now.toISOString().slice(0, 10)}.zip`, zip, 'application/zip')
      const photos = backup.photos.filter(({ picture }) => picture).length - leftOut
      setState({ notes: backup.notes.length, photos, leftOut, missing: backup.photos.length - photos - leftOut })
    } catch {
      // No store, or not enough memory to pack it: either way the person has to know that there is no file.
      setState('failed')
    }
  }

  return (
    <>
      <p>{t('backups.lead')}</p>
      <p>
        <Button variant="primary" disabled={state === 'making'} onClick={() => void make()}>
          {state === 'making' ? t('backups.making') : t('backups.make')}
        </Button>
      </p>
      {state === 'failed' ? (
        <Notice tone="danger" live>
          {t('backups.makeFailed')}
        </Notice>
      ) : null}
      {typeof state === 'object' ? (
        <Notice tone={state.leftOut > 0 ? 'warning' : 'good'} live>
          <p>{t('backups.made', { notes: state.notes, photos: state.photos })}</p>
          {state.leftOut > 0 ? <p>{t('backups.leftOut', { count: state.leftOut })}</p> : null}
          {state.missing > 0 ? <p>{t('backups.missing', { count: state.missing })}</p> : null}
        </Notice>
      ) : null}
    </>
  )
}
