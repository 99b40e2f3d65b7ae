import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { Facts } from '@/components/ui/facts'
import { Field, FileField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { MOST_FLOOR_NAME } from '@/lib/schedule/building/plan-limits'
import { preparePicture } from './prepare-picture'
import { sendPlan } from './send-plan'
import { useReasonWords } from './use-reason-words'

type Props = {
  conference: string
  /** The floor that gets another picture; null: a new one. */ of: string | null
  /** Of floors, as sources have them: offered for a new one. */ names: readonly string[]
  submit: string
  onSent: (floor: string) => void
}

type Sending = { state: 'sending' } | { state: 'refused'; reason: string }

/** Takes the picture of a floor. */
export function PlanForm({ conference, of, names, submit, onSent }: Props) {
  const [t, sayReason, router] = [useTranslations('manage.building'), useReasonWords(), useRouter()]
  const [form, list] = [useRef<HTMLFormElement>(null), useId()]
  const [chosen, setChosen] = useState('')
  const [sending, setSending] = useState<Sending | null>(null)
  const attempt = useRef<AbortController | null>(null)
  /** Another file is chosen: what is on its way is given up, and what was said of it. */
  const choose = (name: string) => {
    attempt.current?.abort()
    setSending(null)
    setChosen(name)
  }
  const send = async () => {
    const fields = form.current && new FormData(form.current)
    const [file, name] = [fields?.get('picture'), fields?.get('name')]
    if (!(file instanceof File)) return
    const { signal } = (attempt.current = new AbortController())
    setSending({ state: 'sending' })
    const about = of === null ? { name: typeof name === 'string' ? name : '' } : { floor: of }
    const sent = await sendPlan({ conference, ...about }, await preparePicture(file), signal)
    if (signal.aborted) return
    if (!sent.ok) return setSending({ state: 'refused', reason: sent.reason })
    form.current?.reset()
    choose('')
    onSent(sent.floor)
    router.refresh()
  }
  return (
    <form
      ref={form}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <FileField
        name="picture"
        required
        accept="image/*,.svg"
        label={t('picture')}
        hint={t('pictureHint')}
        choose={t('choosePicture')}
        onChange={({ target }) => choose(target.files?.[0]?.name ?? '')}
      />
      {chosen ? (
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          <Facts of={[chosen]} />
        </p>
      ) : null}
      {of === null ? (
        <>
          <Field name="name" required maxLength={MOST_FLOOR_NAME} list={list} label={t('floorName')} />
          <datalist id={list}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary" disabled={sending?.state === 'sending'}>
          {sending?.state === 'sending' ? t('sending') : submit}
        </SubmitButton>
        {sending?.state === 'refused' ? (
          <Notice tone="danger" live>
            <p>{sayReason(sending.reason)}</p>
          </Notice>
        ) : null}
      </div>
    </form>
  )
}
