/** The nine councils of the pilots, by their ids in the directory. */
export const sites = {
  bradford: "Bradford",
  calderdale: "Calderdale",
  camden: "Camden",
  halton: "Halton",
  hertfordshire: "Hertfordshire",
  liverpool: "Liverpool",
  nottingham: "Nottingham",
  sheffield: "Sheffield",
  shropshire: "Shropshire",
} as const

export type Site = keyof typeof sites
export const siteIds = Object.keys(sites) as Site[]

/** A domain that can never be anybody's: mail to it goes nowhere. */
export const domainOf = (site: Site) => `${site}.example`
