import { useContext, useEffect, useRef, useState, type FormEvent } from 'react'
import { TooLongWords } from './field-words'

type Box = HTMLInputElement | HTMLTextAreaElement

/**
 * Lets more be typed and pasted than fits and says how much is too much, in place of the browser, which cuts without a
 * word. A form with such a field is not sent.
 * @param value what stands there, where it is known outside
 */
export function useTooLong(
  most: number | undefined,
  value: unknown,
): { error: string | undefined; onInput: (event: FormEvent<Box>) => void } {
  const words = useContext(TooLongWords)
  const box = useRef<Box>(null)
  const [typed, setTyped] = useState('')
  const text = typeof value === 'string' ? value : typed
  const over = text.length - (most ?? Infinity)
  const error = over > 0 ? words.replace('{most}', String(most)).replace('{over}', String(over)) : undefined
  const wasTooLong = useRef(false)
  // After whatever form it stands in has heard of the same letter; and what others say of the box stays.
  useEffect(() => {
    if (error !== undefined || wasTooLong.current) box.current?.setCustomValidity(error ?? '')
    wasTooLong.current = error !== undefined
  })
  const onInput = ({ currentTarget }: FormEvent<Box>) => {
    box.current = currentTarget
    if (most !== undefined) setTyped(currentTarget.value)
  }
  return { error, onInput }
}
