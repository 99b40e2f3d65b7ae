import { z } from 'zod'
import { emailSchema } from '@/lib/people/schema'
import { isTimeZone } from '@/lib/platform/time'
import { answersSchema } from '@/lib/formats/reading/questions'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { adapters } from '@/lib/formats/registry'
import { parseWords } from '../words/parse-words'

const formats = adapters.map(({ format }) => format)

export const usage = `npm run -s import -- FILE_OR_URL… --conference SLUG [options]

  --conference SLUG   the conference's address, /c/SLUG; it is made when it does not exist
  --source NAME       which of the conference's sources this is, or the name of a new one
  --name NAME         what a new conference is called (else as the file says)
  --timezone ZONE     where wall times count, such as Europe/Amsterdam (needed for a new one unless the file says it)
  --format FORMAT     ${formats.join(', ')} (else told by the content)
  --answer QUESTION=CHOICE  to what the files may mean in two ways, as the question says; kept for the next time
  --visibility WHO    private (as a new one is) or public
  --owner EMAIL       who owns it; the account is made when missing
  --accept GUARD      yes to what looks like a mistake, as the guard says; once for each
  --dry-run           say what would change, and change nothing
  --json              print one JSON object

Exit code 0: applied. 2: nothing usable. 3: a question, or a guard. 1: anything else.`

const optionsSchema = z.object({
  conference: z
    .string({ error: '--conference is needed' })
    .regex(/^[a-z0-9](-?[a-z0-9])*$/, '--conference: small letters, digits and single hyphens, such as kcd-munich-2024')
    .max(60, '--conference: at most 60 characters'),
  source: z.string().trim().min(1, '--source is empty').max(300, '--source is too long').optional(),
  name: z.string().trim().min(1, '--name is empty').max(200, '--name is too long').optional(),
  timezone: z.string().refine(isTimeZone, '--timezone: no such zone; it is a name such as Europe/Amsterdam').optional(),
  format: z
    .string()
    .refine((format) => formats.includes(format), `--format: one of ${formats.join(', ')}`)
    .optional(),
  visibility: z.enum(['private', 'public'], '--visibility: private or public').optional(),
  answer: z
    .array(z.string().regex(/^[^=]+=[^=]+$/, '--answer: QUESTION=CHOICE'))
    .transform((answers) => Object.fromEntries(answers.map((answer) => answer.split('='))))
    .pipe(z.strictObject(answersSchema.shape, '--answer: a question or choice that is none'))
    .optional(),
  owner: z.string().pipe(emailSchema).optional(),
  accept: z.array(z.enum(guardCodes, `--accept: one of ${guardCodes.join(', ')}`)).default([]),
  'dry-run': z.boolean().default(false),
  json: z.boolean().default(false),
  places: z.array(z.string()).min(1, 'Name a file or an address.'),
})
export type ImportOptions = z.output<typeof optionsSchema>

const [text, texts, flag] = [{ type: 'string' }, { type: 'string', multiple: true }, { type: 'boolean' }] as const
const known = {
  conference: text,
  source: text,
  name: text,
  timezone: text,
  format: text,
  answer: texts,
  visibility: text,
  owner: text,
  accept: texts,
  'dry-run': flag,
  json: flag,
} as const

/** Reads the command line. @returns the options, or what is wrong with it, a sentence each */
export function readOptions(words: string[]): ImportOptions | { wrong: string[] } {
  const said = parseWords(words, known)
  if ('wrong' in said) return said
  const parsed = optionsSchema.safeParse({ ...said.values, places: said.positionals })
  if (parsed.success) return parsed.data
  return {
    wrong: parsed.error.issues.map(({ path, message }) =>
      path[0] === 'owner'
        ? '--owner: an e-mail address'
        : path[0] === 'answer' && !message.startsWith('--answer')
          ? `--answer: ${message}`
          : message,
    ),
  }
}
