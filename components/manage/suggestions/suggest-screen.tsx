'use client'

import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DayProps } from './day-props'
import { SuggestForm } from './suggest-form'
import { SuggestionView } from './suggestion-view'
import { useSuggestion } from './use-suggestion'

const whys = ['too-much', 'nothing-to-move', 'RATE_LIMITED', 'BLOCKED'] as const

/** Searches better rooms and times for a day, and puts those that are ticked into the draft. */
export function SuggestScreen(props: DayProps) {
  const t = useTranslations('manage.suggest')
  const { search, begin, stop, forget } = useSuggestion(props.conference)
  const { state, suggestion, reason } = search
  return (
    <div className="grid gap-4">
      <SuggestForm
        sessions={props.sessions}
        isSearching={state === 'searching'}
        onAsk={(wish) => void begin({ ...wish, day: props.day })}
      />
      <div role="status" className="grid gap-2">
        {state === 'searching' ? <p>{suggestion ? t('better') : t('searching')}</p> : null}
        {state === 'failed' ? (
          <Notice tone="warning">
            <p>{t(`why.${knownReason(whys, reason ?? '', 'UNAVAILABLE')}`)}</p>
          </Notice>
        ) : null}
        {state === 'stopped' && !suggestion ? <p>{t('stoppedEarly')}</p> : null}
      </div>
      {state === 'searching' ? (
        <div>
          <Button onClick={stop}>{t('stop')}</Button>
        </div>
      ) : null}
      {suggestion ? (
        <SuggestionView
          key={state}
          {...props}
          suggestion={suggestion}
          isFinal={state !== 'searching'}
          onTaken={forget}
        />
      ) : null}
    </div>
  )
}
