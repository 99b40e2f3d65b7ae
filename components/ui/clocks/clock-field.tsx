'use client'

import type { ChangeEvent, FocusEvent } from 'react'
import { readClock } from '@/lib/platform/clocks/read-clock'
import { Field } from '../field'

type Props = {
  name: string
  label: string
  hint?: string
  error?: string
  required?: boolean
  /** "HH:MM". */ defaultValue?: string
  /** Told "HH:MM", or nothing while no time of a day is written. */ onClock?: (clock: string) => void
}

/**
 * A time on a clock of 24 hours, as times are shown everywhere: a browser's own field would show a morning and an
 * afternoon beside them. Four figures are enough.
 */
export function ClockField({ onClock, ...field }: Props) {
  const settle = (input: HTMLInputElement, isDone: boolean) => {
    const clock = readClock(input.value)
    // While somebody types, "1" may become "15:30".
    if (clock && (isDone || /^\d{4}$/.test(input.value))) input.value = clock
    onClock?.(clock ?? '')
  }
  return (
    <Field
      {...field}
      type="text"
      dir="ltr"
      inputMode="numeric"
      autoComplete="off"
      placeholder="hh:mm"
      pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
      onChange={(event: ChangeEvent<HTMLInputElement>) => settle(event.currentTarget, false)}
      onBlur={(event: FocusEvent<HTMLInputElement>) => settle(event.currentTarget, true)}
    />
  )
}
