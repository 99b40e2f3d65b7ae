import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { useRouter } from 'next/navigation'
import { useAction } from '@/components/ui/use-action'
import { MOST_BYTES } from '@/lib/formats/most-bytes'
import { applyBringInAction } from '@/lib/schedule/bring-in/import-actions'
import type { DiffCounts } from '@/lib/schedule/bring-in/diff'
import { makeId } from '@/lib/sync/client/store/make-id'
import { askLook } from './ask-look'
import { useKeptForm } from './use-kept-form'
import { isSeenInLook, focusAnswer, focusFirst } from './focus-answer'

/** What became of it: the conference's address, what changed, and the release that shows it; null: not known, none. */
type Done = { slug: string; counts: DiffCounts | null; release: number | null }

/** What is not as it was looked at: what to read, or how to read it. */
type Since = null | 'material' | 'reading'

const MATERIAL = /^(address|files|text)$/
// What may be said of a programme without reading it anew.
const SAID_OF_IT = /^(name$|accept\.|leave$|answer\.)/

/**
 * The steps of bringing a programme in: look, and let in just what was looked at. What is shown stands for what the
 * form says; once that is something else it has to be looked at again.
 * @param of the address of the conference; null: a new one is made
 */
export function useBringIn(of: string | null) {
  const isNew = of === null
  const form = useRef<HTMLFormElement>(null)
  const said = useKeptForm(of, form)
  const router = useRouter()
  const preview = useAction(askLook)
  const apply = useAction(applyBringInAction)
  const [made] = useState(makeId)
  // Edits of the form, and looks at it: an answer stands for the form as it was sent.
  const [edits, looks] = [useRef(0), useRef(0)]
  const stopping = useRef<AbortController>(null)
  const [sent, setSent] = useState(1)
  const [since, setSince] = useState<Since>(null)
  const [left, setLeft] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [answer, setAnswer] = useState<{ to: 'answer' | 'button' | null } | null>(null)
  const seen = preview.outcome?.ok ? preview.outcome.value : null

  useEffect(() => {
    if (!form.current || !answer) return
    if (answer.to === 'answer') focusAnswer(form.current, seen?.reason ?? null)
    if (answer.to === 'button') focusFirst(form.current, 'button[type="submit"]')
    // Once for each answer, not for what is typed after it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [answer])

  /** @param moves the focus goes to the answer */
  const look = async (moves = true, why: string | null = null) => {
    if (!form.current?.reportValidity()) return
    setFailure(why)
    if (isTooLarge(form.current)) {
      setFailure('too-large')
      return setAnswer({ to: 'answer' })
    }
    const [edit, turn] = [edits.current, ++looks.current]
    stopping.current?.abort()
    stopping.current = new AbortController()
    setSent(1)
    const asking = { form: new FormData(form.current), signal: stopping.current.signal }
    const outcome = await preview.run({ ...asking, onSent: (part) => turn === looks.current && setSent(part) })
    if (turn !== looks.current) return
    if (!outcome.ok) setFailure(outcome.reason)
    if (edit === edits.current) setSince(null)
    setLeft(form.current ? countLeft(form.current) : 0)
    setAnswer({ to: moves ? 'answer' : null })
  }
  const stop = () => {
    looks.current += 1
    stopping.current?.abort()
    preview.drop()
    setAnswer({ to: 'button' })
  }
  const outdate = (what: 'material' | 'reading') => {
    edits.current += 1
    setSince((before) => (before === 'material' ? before : what))
  }

  const bring = async () => {
    if (!form.current || !seen) return
    if (focusFirst(form.current, 'input[name^="accept."]:not(:checked)')) return
    const asked = new FormData(form.current)
    if (isNew && !asked.get('name') && seen.title === null) {
      setFailure('name-needed')
      return focusFirst(form.current, 'input[name="name"]')
    }
    setFailure(null)
    asked.set('seen', seen.seen)
    if (isNew) asked.set('made', made)
    const outcome = await apply.run(asked)
    if (outcome.ok) {
      said.letGo()
      setDone(outcome.value)
      if (!isNew) router.refresh()
    } else if (isSeenInLook(outcome.reason)) await look(true, outcome.reason)
    else setFailure(outcome.reason === 'UNAVAILABLE' ? 'unheard' : outcome.reason)
  }

  const onChange = ({ target }: ChangeEvent<HTMLFormElement>) => {
    if (!form.current || !isField(target)) return
    setLeft(countLeft(form.current))
    said.keep(target.name)
    if (target.name === 'name') setFailure(null)
    if (!SAID_OF_IT.test(target.name)) outdate(MATERIAL.test(target.name) ? 'material' : 'reading')
  }

  const readIn = (timeZone: string) => {
    const field = form.current?.elements.namedItem('timeZone')
    if (!(field instanceof HTMLInputElement)) return
    field.value = timeZone
    said.keep('timeZone')
    void look()
  }

  return {
    form,
    said,
    seen,
    since,
    left,
    failure,
    done,
    look,
    bring,
    onChange,
    readIn,
    outdate,
    again: () => setDone(null),
    reading: preview.pending,
    sent,
    bringing: apply.pending,
    stop,
  }
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return 'name' in target
}

function countLeft(form: HTMLFormElement): number {
  return form.querySelectorAll('input[name="leave"]:checked').length
}

/** Nobody should send for minutes what is refused then. */
function isTooLarge(form: HTMLFormElement): boolean {
  const files = new FormData(form).getAll('files')
  return files.reduce((sum, file) => sum + (file instanceof File ? file.size : 0), 0) > MOST_BYTES
}
