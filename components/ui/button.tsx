import type { ButtonHTMLAttributes, ComponentProps } from 'react'

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg py-2 text-base font-medium ' +
  'disabled:opacity-60'

const variants = {
  primary: 'bg-accent px-4 text-on-accent',
  quiet: 'border border-edge bg-raised px-4 text-ink hover:bg-sunken',
  danger: 'border border-danger bg-raised px-4 text-danger hover:bg-sunken',
  text: 'text-accent underline underline-offset-4',
} as const

type Variant = keyof typeof variants

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & { variant?: Variant }

/** A button: 44 px or more, one of three weights, or red for what takes something away. */
export function Button({ variant = 'quiet', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`${shape} ${variants[variant]} ${className}`} {...rest} />
}

/** The same for SubmitButton, which alone may send a form. */
export function FormButton({ variant = 'quiet', className = '', ...rest }: ButtonProps) {
  return <button type="submit" className={`${shape} ${variants[variant]} ${className}`} {...rest} />
}

/** A link that looks like a button. */
export function ButtonLink({
  variant = 'quiet',
  className = '',
  ...rest
}: ComponentProps<'a'> & { variant?: Variant }) {
  return <a className={`${shape} ${variants[variant]} ${className}`} {...rest} />
}
