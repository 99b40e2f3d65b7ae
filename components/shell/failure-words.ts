const english = {
  title: 'Something went wrong',
  lead: 'Your picks are safe on this device. Try again; if it happens again, tell whoever runs this Hallway when it happened.',
  again: 'Try again',
}

const french: typeof english = {
  title: 'Une erreur est survenue',
  lead: 'Vos choix sont en sécurité sur cet appareil. Réessayez ; si l’erreur revient, dites à la personne qui gère ce Hallway à quelle heure elle s’est produite.',
  again: 'Réessayer',
}

/** The words of the error page, apart from the messages: they must be there when nothing else is. */
export function wordsForFailure(language: string): typeof english {
  return language.startsWith('fr') ? french : english
}
