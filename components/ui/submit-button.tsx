'use client'

import { FormButton, type ButtonProps } from './button'
import { useIsLive } from './use-is-live'

/**
 * Sends the form around it. Until our code is here the browser would send it itself, to nowhere, and what was entered
 * would be gone: until then neither a tap nor Enter sends it.
 */
export function SubmitButton({ disabled = false, className = '', ...rest }: ButtonProps) {
  const isLive = useIsLive()
  // It looks the same meanwhile: a page does not flicker.
  const look = isLive ? className : `${className} disabled:opacity-100`
  return <FormButton className={look} disabled={!isLive || disabled} {...rest} />
}
