'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, TextField } from '@/components/ui/field'
import { GuardFields } from '../asked/guard-fields'
import { QuestionFields } from '../asked/question-fields'
import { ZoneField } from '../zone-field'
import { AddressField } from './address-field'
import { BringInButtons } from './bring-in-buttons'
import { BringInResult } from './bring-in-result'
import { BroughtAgain } from './brought-again'
import { BroughtIn } from './brought-in'
import { FileDrop } from './file-drop'
import { isSeenInLook } from './focus-answer'
import { MappingFields } from './mapping-fields'
import { ReasonNotice } from './reason-notice'
import { FormatField, SourceField } from './source-field'
import { useBringIn } from './use-bring-in'
import { WayButtons } from './way-buttons'

/** `conference` absent: a new one is made. */
type Props = { conference?: { slug: string; timeZone: string }; sources?: { id: string; name: string }[] }

/**
 * Brings a programme in: choose where it is, look at what would change, then let it in. Nothing changes before the last
 * step.
 */
export function BringInForm({ conference, sources = [] }: Props) {
  const t = useTranslations('bringIn')
  const [typed, setTyped] = useState<string | null>(null)
  const steps = useBringIn(conference?.slug ?? null)
  const { form, seen, since, done, failure, said } = steps
  const { way, kept } = said
  const shown = since === null ? seen : null
  // Columns, answers and formats are those of what was read.
  const asked = since === 'material' ? null : seen
  const notice = <ReasonNotice shown={shown} failure={failure} isStale={seen !== null && since !== null} />
  const isOfLook = shown !== null && (failure === null || isSeenInLook(failure))

  if (done && !conference) return <BroughtIn slug={done.slug} />
  if (done) return <BroughtAgain {...done} again={steps.again} />
  return (
    <form
      ref={form}
      className="grid gap-4"
      onChange={steps.onChange}
      onSubmit={(event) => {
        event.preventDefault()
        void steps.look()
      }}
    >
      {conference ? (
        <input type="hidden" name="conference" value={conference.slug} />
      ) : (
        <p className="text-muted">{t('lead')}</p>
      )}
      <WayButtons
        way={way}
        onWay={(name) => {
          said.setWay(name)
          steps.outdate('material')
        }}
      />
      {way === 'address' ? <AddressField kept={kept} /> : null}
      {way === 'file' ? <FileDrop before={kept.files} /> : null}
      {way === 'paste' ? (
        <TextField name="text" required label={t('text')} hint={t('textHint')} defaultValue={kept.text} rows={8} />
      ) : null}
      {conference ? null : (
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={failure === 'name-needed' ? t('reason.name-needed') : undefined}
          maxLength={200}
          value={typed ?? kept.name ?? seen?.title ?? ''}
          onText={setTyped}
        />
      )}
      <ZoneField given={conference?.timeZone ?? seen?.timeZone} asked={seen?.reason === 'time-zone-needed'} />
      <SourceField sources={sources} asked={shown?.reason === 'which-source'} />
      {asked ? <FormatField candidates={asked.candidates} /> : null}
      {asked?.mapping ? <MappingFields mapping={asked.mapping} headers={asked.headers ?? []} /> : null}
      {asked?.questions ? <QuestionFields questions={asked.questions} onAnswer={() => void steps.look(false)} /> : null}
      {shown ? (
        <BringInResult preview={shown} isNew={conference === undefined}>
          {isOfLook ? notice : null}
          {shown.guards ? <GuardFields guards={shown.guards} onZone={steps.readIn} /> : null}
        </BringInResult>
      ) : null}
      {isOfLook ? null : notice}
      <BringInButtons steps={steps} shown={shown} isNew={conference === undefined} />
    </form>
  )
}
