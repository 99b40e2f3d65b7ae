import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { readWhole } from '@/lib/notes/device/backup/device-backup'
import { letGoOfAccount } from '@/lib/sync/client/viewer/gone-accounts'
import { openStore } from '@/lib/device'
import { useGoneAccounts } from '@/lib/sync/client/viewer/use-gone-accounts'
import { downloadFile } from './download'

/**
 * What is still on this device of accounts that were deleted: each can be downloaded as a backup, or deleted here, too.
 * What is in it is not shown. While somebody is signed in, and where there is none, nothing is drawn.
 */
export function GoneAccounts() {
  const t = useTranslations('notes.backups.gone')
  const gone = useGoneAccounts()
  if (gone.length === 0) return null
  return (
    <Card id="gone" aria-labelledby="gone-title">
      <h2 id="gone-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p>{t('lead')}</p>
      {gone.map((person) => (
        <GoneAccount key={person} person={person} />
      ))}
    </Card>
  )
}

function GoneAccount({ person }: { person: string }) {
  const [t, notes] = [useTranslations('notes.backups.gone'), useTranslations('notes')]
  const [said, setSaid] = useState<'made' | 'failed' | null>(null)
  const take = async () => {
    const store = openStore(person)
    try {
      const words = {
        untitled: notes('untitled'),
        previous: notes('exportWords.previous'),
        next: notes('exportWords.next'),
        sameSession: notes('exportWords.sameSession'),
      }
      const [{ backup, markdown }, { writeBackup }] = await Promise.all([
        readWhole(store, words),
        import('@/lib/notes/device/backup/backup'),
      ])
      const now = new Date()
      downloadFile(
        `hallway-${now.toISOString().slice(0, 10)}.zip`,
        writeBackup(backup, markdown, now).zip,
        'application/zip',
      )
      setSaid('made')
    } catch {
      // Not enough memory to pack it, or no store any more: the person has to know that there is no file.
      setSaid('failed')
    } finally {
      store.dexie.close()
    }
  }
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => void take()}>{t('take')}</Button>
        <Button variant="danger" onClick={() => void letGoOfAccount(person).catch(() => setSaid('failed'))}>
          {t('letGo')}
        </Button>
      </p>
      {said ? (
        <Notice tone={said === 'made' ? 'good' : 'danger'} live>
          {t(said)}
        </Notice>
      ) : null}
    </>
  )
}
