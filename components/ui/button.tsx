import type { ButtonHTMLAttributes, ComponentProps } from 'react'

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 text-base font-medium ' +
  'disabled:opacity-60'

const variants = {
  primary: 'bg-accent text-on-accent',
  quiet: 'border border-edge bg-raised text-ink hover:bg-sunken',
  danger: 'border border-danger bg-raised text-danger hover:bg-sunken',
} as const

type Variant = keyof typeof variants

/** A button: 44 px or more, one of three weights. */
export function Button({
  variant = 'quiet',
  className = '',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant }) {
  return <button type={type} className={`${shape} ${variants[variant]} ${className}`} {...rest} />
}

/** A link that looks like a button. */
export function ButtonLink({
  variant = 'quiet',
  className = '',
  ...rest
}: ComponentProps<'a'> & { variant?: Variant }) {
  return <a className={`${shape} ${variants[variant]} ${className}`} {...rest} />
}
