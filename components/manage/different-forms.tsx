import { useTranslations } from 'next-intl'
import { isolated } from '@/lib/platform/bidi'
import { sayDifferentAction, takeBackDifferentAction } from '@/lib/schedule/edit/actions'
import { ActionForm } from '@/components/shared/action-form'

type Named = { id: string; name: string }
type Props = {
  conference: string
  part: string
  /** Those that may be the same. */ open?: readonly Named[]
  /** Those of which somebody said that they are not. */ different?: readonly Named[]
}

/** Answers, for each room or track that is named alike, that it is another one; and takes the answer back. */
export function DifferentForms({ conference, part, open = [], different = [] }: Props) {
  const t = useTranslations('manage')
  return (
    <>
      {open.map(({ id, name }) => (
        <ActionForm
          key={id}
          action={sayDifferentAction}
          values={{ conference, part, other: id }}
          submit={t('areDifferent', { name: isolated(name) })}
        />
      ))}
      {different.map(({ id, name }) => (
        <div key={id} className="grid gap-2">
          <p className="text-muted">{t('saidDifferent', { name: isolated(name) })}</p>
          <ActionForm
            action={takeBackDifferentAction}
            values={{ conference, part, other: id }}
            submit={t('takeBackDifferent')}
          />
        </div>
      ))}
    </>
  )
}
