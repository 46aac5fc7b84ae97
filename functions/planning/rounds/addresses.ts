/** Where rounds are prepared, below the programme. */
export const roundsAt = "/programme/rounds"

export const roundAt = (round: string) => `${roundsAt}/${round}`

/** Where a check is mended: a page of the round, or the people of the programme. */
export const checkAt = (round: string, page: string) =>
  page === "readers" ? "/programme/people" : `${roundAt(round)}/${page}`
