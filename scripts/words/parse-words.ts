import { parseArgs, type ParseArgsConfig } from 'node:util'

type Known = NonNullable<ParseArgsConfig['options']>

/**
 * Reads the words of a command: its options, and what else it names.
 * @param known the options
 * @returns them, or what is wrong, a sentence each
 */
export function parseWords<const Options extends Known>(words: string[], known: Options) {
  const said = { args: words, options: known, allowPositionals: true } as const
  const { tokens } = parseArgs({ ...said, strict: false, tokens: true })
  const wrong = tokens.flatMap((token) => (token.kind === 'option' ? (complaintOf(token, known) ?? []) : []))
  return wrong.length > 0 ? { wrong } : parseArgs({ ...said, strict: true })
}

/** What a command says of words that it does not understand. */
export function misunderstood(wrong: readonly string[], usage: string): string {
  return `${wrong.join('\n')}\n\n${usage}`
}

type Option = { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }

function complaintOf({ name, rawName, value, inlineValue }: Option, known: Known): string | null {
  const option = Object.hasOwn(known, name) && rawName.startsWith('--') ? known[name] : undefined
  if (!option)
    return `There is no option ${rawName}. There are ${Object.keys(known)
      .map((one) => `--${one}`)
      .join(', ')}.`
  if (option.type === 'boolean') return value === undefined ? null : `${rawName} takes no value.`
  // Another option is no value, unless it is written with a sign between.
  return value === undefined || value === '' || (!inlineValue && value.startsWith('-'))
    ? `${rawName} needs a value.`
    : null
}
