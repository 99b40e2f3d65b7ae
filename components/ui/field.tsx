'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'
import { useEarlyText } from './typing/use-early-text'
import { useTooLong } from './typing/use-too-long'

const look =
  'min-h-11 w-full min-w-0 rounded-lg border border-edge bg-raised px-3 py-2 text-base text-ellipsis text-ink'

type Choose = { choose: string }
type Around = { label: string; hint?: ReactNode; error?: string }

// Addresses, numbers and times have a direction of their own.
const FREE_TEXT: readonly (string | undefined)[] = [undefined, 'text', 'search']

type Line = Around &
  ComponentProps<'input'> & {
    /** Hears of each text, and of what was typed before our code came. */ onText?: (text: string) => void
  }

/** One labelled line of input, with its hint and its error tied to it. What is longer than `maxLength` is not cut. */
export function Field({ label, hint, error: given, maxLength, onInput, onText, ...input }: Line) {
  const [id, tooLong] = [useId(), useTooLong(maxLength, input.value)]
  const box = useEarlyText<HTMLInputElement>(input.value, onText)
  const error = given ?? tooLong.error
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        ref={box}
        id={id}
        className={look}
        dir={FREE_TEXT.includes(input.type) ? 'auto' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onInput={(event) => {
          tooLong.onInput(event)
          onInput?.(event)
        }}
        onChange={onText && ((event) => onText(event.target.value))}
        {...input}
      />
    </Labelled>
  )
}

/** A labelled list of choices. */
export function SelectField({ label, hint, error, children, ...select }: Around & ComponentProps<'select'>) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={`${look} pe-9`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...select}
      >
        {children}
      </select>
    </Labelled>
  )
}

/**
 * Labelled files: what is tapped says so in the page's language, which the browser's own button does not. It lies over
 * what is seen, so that files can be dropped there; without scripts nothing else could name them: it is seen itself.
 * @param choose what a tap does
 */
export function FileField({ label, hint, error, choose, ...input }: Around & ComponentProps<'input'> & Choose) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <div className="relative flex rounded-lg outline-offset-2 outline-accent focus-within:outline-3">
        <span
          aria-hidden="true"
          className={
            'inline-flex min-h-11 items-center rounded-lg border border-edge bg-raised px-4 font-medium text-ink ' +
            'noscript:hidden'
          }
        >
          {choose}
        </span>
        <input
          id={id}
          type="file"
          className="absolute inset-0 w-full cursor-pointer opacity-0 noscript:static noscript:opacity-100"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          {...input}
        />
      </div>
    </Labelled>
  )
}

/**
 * A labelled text of several lines.
 * @param cutAt where the browser cuts even so, because laying out what is far longer would hold the page up
 */
export function TextField({
  label,
  hint,
  error: given,
  maxLength,
  cutAt,
  onInput,
  ...area
}: Around & ComponentProps<'textarea'> & { cutAt?: number }) {
  const [id, tooLong] = [useId(), useTooLong(maxLength, area.value)]
  const error = given ?? tooLong.error
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={6}
        className={look}
        dir="auto"
        maxLength={cutAt}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onInput={(event) => {
          tooLong.onInput(event)
          onInput?.(event)
        }}
        {...area}
      />
    </Labelled>
  )
}

function Labelled({ id, label, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
