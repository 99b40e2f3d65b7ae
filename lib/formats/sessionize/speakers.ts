import { cleanLine } from '@/lib/platform/clean-text'
import { plainWords } from '../reading/day-words'
import type { SessionizeSpeaker } from './schema'

const companyWords = new Set(
  (
    'company companies entreprise societe firma organisation organization employer employeur arbeitgeber ' +
    'unternehmen bedrijf azienda empresa'
  ).split(' '),
)
const fillers = new Set(
  (
    'your current my the name names of or and votre nom de la l le ou et ihre ihr deine name der des oder und uw ' +
    'naam van of'
  ).split(' '),
)

/**
 * Where a speaker works: the answer to a question that asks for nothing else ("Company", "Entreprise", "Firma"), else
 * what the tagline says beyond doubt, else null.
 * @param questions texts of the questions by id, for views that name them once
 */
export function companyOf(speaker: SessionizeSpeaker, questions: ReadonlyMap<string, string>): string | null {
  const asked = speaker.questionAnswers.find(({ question, questionId }) =>
    asksForCompany(question ?? questions.get(questionId ?? '') ?? ''),
  )
  const answer = cleanLine(asked?.answerValue ?? asked?.answer)
  if (answer && !/^([-–.]|n\/?a|none|null)$/i.test(answer)) return answer
  return companyInTagline(cleanLine(speaker.tagLine) ?? '')
}

/** The speaker's name: the full one, else its parts; null when all are empty. */
export function nameOf(speaker: SessionizeSpeaker): string | null {
  return cleanLine(speaker.fullName) ?? cleanLine(`${speaker.firstName ?? ''} ${speaker.lastName ?? ''}`)
}

function asksForCompany(question: string): boolean {
  const words = plainWords(question).match(/\p{L}+/gu) ?? []
  return (
    words.some((word) => companyWords.has(word)) && words.every((word) => companyWords.has(word) || fillers.has(word))
  )
}

/**
 * "Architect @ Red Hat" and "Engineer at Dynatrace, Java champion" name a company; two of them, "working at scale" and
 * "Co-founder at A and B" do not: a wrong company is worse than none.
 */
function companyInTagline(tagline: string): string | null {
  const [before, after, more] = tagline.split(/\s*@\s*|\s+at\s+(?=[\p{Lu}\d])/u)
  if (!before || !after || more !== undefined) return null
  const company = after.split(/\s[|•·–—-]\s|[,;|(]/)[0]?.trim() ?? ''
  return company.length <= 40 && company.split(' ').length <= 5 && !/\.\s|\s(and|for|&|\+)\s|\/|["“]/.test(company)
    ? company || null
    : null
}
