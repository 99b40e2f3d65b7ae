import { useTranslations } from 'next-intl'
import type { OpenQuestion } from '@/lib/formats/reading/questions'
import { isolated } from '@/lib/platform/bidi'

type Props = { questions: readonly OpenQuestion[]; onAnswer: () => void }

/** What the files may mean in two ways: what each would make of them, with the guess chosen, or what was answered. */
export function QuestionFields({ questions, onAnswer }: Props) {
  const t = useTranslations('bringIn')
  return questions.map(({ id, guess, answer, why, example, choices }) => (
    <fieldset key={id} className="grid gap-2 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t(`question.${id}.title`)}</legend>
      <p className="break-words">{t(`question.${id}.lead`, { example: isolated(example) })}</p>
      <div>
        {choices.map(({ choice, becomes }) => (
          <label key={choice} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name={`answer.${id}`}
              value={choice}
              defaultChecked={choice === (answer ?? guess)}
              onChange={onAnswer}
              className="size-6 shrink-0"
            />
            {t(`choice.${choice}`, { becomes: isolated(becomes) })}
          </label>
        ))}
      </div>
      {answer === null ? <p className="text-sm text-muted">{t(`why.${why}`)}</p> : null}
    </fieldset>
  ))
}
