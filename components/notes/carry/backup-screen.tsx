'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { GoneAccounts } from './gone-accounts'
import { MakeBackup } from './make-backup'
import { RestoreBackup } from './restore-backup'
import { SendParcel } from './send-parcel'

/** A backup of everything that is on this device, and the way back. Needs no network. */
export function BackupScreen() {
  const t = useTranslations('notes')
  return (
    <>
      <Notice>{t('backups.why')}</Notice>
      <GoneAccounts />
      <Card aria-labelledby="make">
        <h2 id="make" className="text-lg font-semibold">
          {t('backups.title')}
        </h2>
        <MakeBackup />
      </Card>
      <Card id="carry" aria-labelledby="carry-title">
        <h2 id="carry-title" className="text-lg font-semibold">
          {t('carry.title')}
        </h2>
        <SendParcel />
      </Card>
      <Card aria-labelledby="restore">
        <h2 id="restore" className="text-lg font-semibold">
          {t('backups.restoreTitle')}
        </h2>
        <RestoreBackup />
      </Card>
    </>
  )
}
