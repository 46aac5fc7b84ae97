/** What sites have asked, and what is decided about one return, below the programme. */
export const asksAt = "/programme/asks"

export const returnAt = (organisation: string, round: string) =>
  `/programme/sites/${organisation}/returns/${round}`
