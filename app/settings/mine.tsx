import { getTranslations } from 'next-intl/server'
import { DeleteAccount } from '@/components/people/delete-account'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { listRunAlone } from '@/lib/people/server/delete-account'
import type { UserViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'
import { countTouched } from '@/lib/schedule/edit/conference-bin'
import { deleteAccountAction } from './actions'
import { settingsWords } from './words'

type Props = {
  viewer: UserViewer
  isBlocked?: boolean
  /** Recaps of theirs that no conference leads to are linked. */ hasStray?: boolean
}

/** What a person can take along of theirs, and delete; also when they are blocked. */
export async function Mine({ viewer, isBlocked = false, hasStray = false }: Props) {
  const [t, recaps, words] = [await getTranslations('settings'), await getTranslations('recaps'), await settingsWords()]
  const alone = await listRunAlone(database(), viewer.id)
  const { writers } = await countTouched(
    database(),
    alone.map(({ id }) => id),
    viewer.id,
  )
  const owned = { names: alone.map(({ name }) => name), touched: t('deleteTouched', { writers }) }
  return (
    <Card aria-labelledby="mine">
      <h2 id="mine" className="text-lg font-semibold">
        {t('mine')}
      </h2>
      <p>{t('exportLead')}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href="/api/v1/me/export" download>
          {t('export')}
        </ButtonLink>{' '}
        <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>{' '}
        {hasStray ? <ButtonLink href="/recaps">{recaps('stray')}</ButtonLink> : null}
      </p>
      <DeleteAccount words={words.deletion} isBlocked={isBlocked} owned={owned} run={deleteAccountAction} />
    </Card>
  )
}
