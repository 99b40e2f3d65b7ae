import { z } from 'zod'

/**
 * Kinds of variables. What each says of a wrong value goes on after the variable's name, and names the value nowhere:
 * some are secrets.
 */

/** A number as an environment has it, within bounds that count. */
export function wholeNumber(least: number, most: number) {
  const error = `has to be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error)
}

/** 0 or 1, off unless said otherwise. */
export const flag = z
  .enum(['0', '1'], 'has to be 0 or 1')
  .default('0')
  .transform((value) => value === '1')

/** What stands between commas, in lower case. */
export function betweenCommas(text: string): string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

/** An address of the web that something else is put behind, without a trailing slash. @param example of one */
export function addressOfWeb(example: string) {
  return z
    .url({
      protocol: /^https?$/,
      error: `has to be an address that begins with http:// or https://, such as ${example}`,
    })
    .transform((url) => url.replace(/\/+$/, ''))
}

export const postgresAddress = z
  .string('is missing: it names the database, such as postgresql://user:password@localhost:5432/hallway')
  .regex(/^postgres(ql)?:\/\/./, 'has to be an address that begins with postgresql://')

/** Of so many characters at least, for nobody is to guess it. */
export function secret(least: number) {
  return z.string().min(least, `has to have ${least} characters or more`)
}

export const aFewWords = z.string().trim().max(300, 'may have 300 characters at most')
