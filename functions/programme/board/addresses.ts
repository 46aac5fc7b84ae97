/** Where the lists over the calendar are, below the programme. */
export const boardAt = "/programme/board"
export const nextAt = "/programme/next"
export const noticesAt = "/programme/notices"
export const lettersAt = "/programme/letters"
export const coverAt = "/programme/cover"

export const siteAt = (organisation: string) => `/programme/sites/${organisation}`
export const returnAt = (organisation: string, round: string) => `${siteAt(organisation)}/returns/${round}`
export const timeAt = (organisation: string, round: string) => `${returnAt(organisation, round)}/time`
export const sponsorAt = (organisation: string, round: string) => `${returnAt(organisation, round)}/sponsor`
export const noticeAt = (notice: string) => `${noticesAt}/${notice.replaceAll(" ", "-")}`

/** An address with what is chosen on it; what is not chosen is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const chosen = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return chosen.length > 0 ? `${path}?${new URLSearchParams(chosen)}` : path
}
