'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { Facts } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { splitNameAction, undoMergeAction } from '@/lib/schedule/merging/actions'
import type { MergedInto } from '@/lib/schedule/merging/list-merged'
import { useMerged } from './merging'

type Props = {
  conference: { slug: string; timeZone: string }
  kind: 'room' | 'track' | 'speaker'
  part: string
  known?: MergedInto
}

/** What was merged into a part and by which other names sources know it: each can be one of its own again. */
export function KnownAs({ conference: { slug, timeZone }, kind, part, known }: Props) {
  const [t, language, tell] = [useTranslations('manage.merging'), useLocale(), useMerged()]
  if (!known || known.merges.length + known.names.length === 0) return null
  const ask = (name: string) => ({
    submit: t('own'),
    confirm: t('ownAsk', { name: isolated(name) }),
    onDone: () => tell({ apart: name }),
  })
  return (
    <div className="grid gap-2">
      <p className="font-medium">{t('knownAs')}</p>
      <ul className="grid gap-3">
        {known.merges.map(({ id, name, at, by }) => (
          <li key={id} className="grid gap-2">
            <p>
              <Facts
                of={[name, t('mergedAt', { when: sayWhen({ startAt: at.toISOString() }, { timeZone, language }) }), by]}
              />
            </p>
            <ActionForm action={undoMergeAction} values={{ conference: slug, merge: id, two: '1' }} {...ask(name)} />
          </li>
        ))}
        {kind === 'speaker'
          ? null
          : known.names.map(({ key, name }) => (
              <li key={key} className="grid gap-2">
                <p>
                  <Facts of={[name]} />
                </p>
                <ActionForm
                  action={splitNameAction}
                  values={{ conference: slug, kind, part, name: key }}
                  {...ask(name)}
                />
              </li>
            ))}
      </ul>
    </div>
  )
}
