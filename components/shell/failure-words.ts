import { languages, type Language } from '@/lib/i18n/language-names'

type FailureWords = {
  title: string
  lead: string
  leadUnkept: string
  again: string
  back: string
  home: string
  code: string
}

const english: FailureWords = {
  title: 'Something went wrong',
  lead:
    'What you picked and wrote is safe on this device. Try again; if it happens again, tell whoever runs this ' +
    'Hallway when it happened, and the code below if there is one.',
  leadUnkept:
    'Try again; if it happens again, tell whoever runs this Hallway when it happened, and the code below if ' +
    'there is one. This browser keeps nothing here: what was only on this page is gone.',
  again: 'Try again',
  back: 'Back',
  home: 'All conferences',
  code: 'In the log as',
}

const french: FailureWords = {
  title: 'Une erreur est survenue',
  lead:
    'Vos choix et vos notes sont en sécurité sur cet appareil. Réessayez ; si l’erreur revient, dites à la ' +
    'personne qui gère ce Hallway à quelle heure elle s’est produite, et le code ci-dessous s’il y en a un.',
  leadUnkept:
    'Réessayez ; si l’erreur revient, dites à la personne qui gère ce Hallway à quelle heure elle s’est ' +
    'produite, et le code ci-dessous s’il y en a un. Ce navigateur ne garde rien ici : ce qui n’était que sur ' +
    'cette page est perdu.',
  again: 'Réessayer',
  back: 'Retour',
  home: 'Toutes les conférences',
  code: 'Dans le journal sous',
}

const byLanguage: Record<Language, FailureWords> = { en: english, fr: french }

/** The words of the error page, apart from the messages: they must be there when nothing else is. */
export function wordsForFailure(language: string): FailureWords {
  return byLanguage[languages.find((known) => language.startsWith(known)) ?? 'en']
}
