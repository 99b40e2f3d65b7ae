'use client'

import { Button, FormButton, type ButtonProps } from './button'
import { useIsLive } from './use-is-live'

/**
 * Sends the form around it. Until our code is here the browser would send it itself, to nowhere, and what was entered
 * would be gone: until then neither a tap nor Enter sends it.
 */
export function SubmitButton(props: ButtonProps) {
  return <FormButton {...useUntilLive(props)} />
}

/** A button that sends nothing, and on which a tap would be lost before our code is here. */
export function LiveButton(props: ButtonProps) {
  return <Button {...useUntilLive(props)} />
}

function useUntilLive({ disabled = false, className = '', ...rest }: ButtonProps): ButtonProps {
  const isLive = useIsLive()
  // It looks the same meanwhile: a page does not flicker.
  return { ...rest, className: isLive ? className : `${className} disabled:opacity-100`, disabled: !isLive || disabled }
}
