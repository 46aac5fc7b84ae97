let drawn = 0
/** A key as a page or a client makes one: new for each move, the same for each try. */
export const newKey = () => `test-key-${String(drawn++).padStart(12, "0")}`

const person = (name: string, jobTitle: string, email: string) => ({ name, jobTitle, email })

/** Every answer of the short form, as the API takes them. */
export const shortForm = {
  organisation: {
    lead: person("Site lead", "Principal manager", "site-lead@halton.example"),
    sponsor: person("Sponsor", "Director of adult social services", "sponsor@halton.example"),
    together: false,
  },
  people: { groups: ["transition"], expected: { number: 17 } },
  proposal: {
    whyHere: "Eleven young people live far from home.",
    differently: "One worker stays with each person.",
    livedExperience: "The self-advocacy group wrote the first draft.",
  },
  delivery: {
    freeTime: "Two posts are backfilled.",
    knowItHelps: "People can say who their worker is.",
    afterwards: "The workers stay.",
  },
  amount: { amount: 9_282_700 },
  declaration: { links: "none", declared: true },
}
