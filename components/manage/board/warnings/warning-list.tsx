import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { heedWarningAction, ignoreWarningAction } from '@/lib/desk/board/server/actions'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'
import { SeverityMark } from './severity-mark'
import type { DraftWarnings } from './use-warnings'
import { useWarningWords } from './use-warning-words'

/** So many are listed at once, the worst. */
const MOST_LISTED = 50

type Props = {
  slug: string
  of: DraftWarnings
  /** Hears them, and silences none for others. */ isLead?: boolean
  /** What is so already in the programme is not asked for here. */ isDraftAlone?: boolean
}

/**
 * What the draft brings, and what is so without it, worst first, each with *ignore this one*; what is ignored can be
 * heeded again.
 */
export function WarningList({
  slug,
  of: { index, warnings, standing, ignored },
  isLead = false,
  isDraftAlone = false,
}: Props) {
  const t = useTranslations('manage.board')
  return (
    <div className="grid gap-2">
      {warnings.length > 0 ? (
        <Warnings {...{ slug, index, isLead }} warnings={warnings} isIgnored={false} />
      ) : (
        <p className="text-muted">{t('noWarnings')}</p>
      )}
      {standing.length > 0 && !isDraftAlone ? (
        <>
          <h3 className="font-semibold">{t('standing', { count: standing.length })}</h3>
          <Warnings {...{ slug, index, isLead }} warnings={standing} isIgnored={false} />
        </>
      ) : null}
      {ignored.length > 0 ? (
        <details open={warnings.length + standing.length === 0}>
          <summary className="flex min-h-11 items-center font-medium">
            {t('ignored', { count: ignored.length })}
          </summary>
          <Warnings {...{ slug, index, isLead }} warnings={ignored} isIgnored />
        </details>
      ) : null}
    </div>
  )
}

type Some = {
  slug: string
  index: DraftWarnings['index']
  warnings: readonly BoardWarning[]
  isIgnored: boolean
  isLead: boolean
}

function Warnings({ slug, index, warnings, isIgnored, isLead }: Some) {
  const t = useTranslations('manage.board')
  const say = useWarningWords(index)
  const [hasFailed, setFailed] = useState(false)
  const turn = async (key: string) => {
    const action = isIgnored ? heedWarningAction : ignoreWarningAction
    // The draft is told anew, and with it the list.
    const outcome = await action({ conference: slug, key }).catch(() => null)
    setFailed(!outcome?.ok)
  }
  return (
    <>
      {hasFailed ? (
        <Notice tone="danger" live>
          <p>{t('ended.failed')}</p>
        </Notice>
      ) : null}
      <ul className="border-t border-line">
        {warnings.slice(0, MOST_LISTED).map((warning) => (
          <li
            key={warning.key}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <p className="min-w-0 grow basis-60">
              <SeverityMark of={warning.severity} /> {say(warning)}
            </p>
            {isLead ? null : (
              <Button onClick={() => void turn(warning.key)}>{isIgnored ? t('heed') : t('ignore')}</Button>
            )}
          </li>
        ))}
      </ul>
      {warnings.length > MOST_LISTED ? (
        <p className="text-muted">{t('more', { count: warnings.length - MOST_LISTED })}</p>
      ) : null}
    </>
  )
}
