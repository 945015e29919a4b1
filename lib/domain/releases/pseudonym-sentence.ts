/** What a pseudonym tells and what it doesn't: numbers follow the order of joining. */
export const pseudonymSentence =
  "People are pseudonyms, the same in all releases of the project and numbered anew in each project, in the order of joining: the same pseudonym in two projects doesn't tell whether it is one person.";
