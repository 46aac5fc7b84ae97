import type { Claims, Count, Mean, Share, Sum } from "../../shared/domain/evaluation/disclosure/types.ts"
import { type Chance, chanceFrom } from "./chance.ts"

/** An invented programme, as it is claimed release after release: what is true, and how it hangs together. */
export type Programme = { seed: number; sites: string[]; releases: Claims[] }

type Kept = {
  values: Map<string, number>
  released: Set<string>
}

/** What is asked in a programme: families of figures, of which each programme has some. */
const families = ["people", "kept", "admissions", "challenges", "ages", "answers", "confidence"] as const

const cohort = (chance: Chance) => chance.one([17, 17, 5, 8, 12, 40, chance.upTo(40), chance.upTo(9), 0])

/** A part of so many: often none, all, or nearly all. */
const some = (chance: Chance, of: number) =>
  chance.one([
    0,
    of,
    Math.max(0, of - 1),
    Math.max(0, of - 3),
    chance.upTo(of),
    chance.upTo(of),
    Math.floor(of / 2),
  ])

const shared = (chance: Chance, of: number, among: number): number[] => {
  const parts = Array.from({ length: among }, () => 0)
  const weights = parts.map(() => chance.one([0, 0, 1, 3, 10]))
  const all = weights.reduce((sum, one) => sum + one, 0)
  for (let left = of; left > 0; left--) {
    let at = all > 0 ? chance.upTo(all - 1) : -1
    let which = 0
    while (at >= 0 && at >= (weights[which] ?? 0)) {
      at -= weights[which] ?? 0
      which++
    }
    parts[which] = (parts[which] ?? 0) + 1
  }
  return parts
}

/** Everything that one site ever says, one true value after another: what was corrected has a new value in a later release. */
const sayingOf = (
  chance: Chance,
  site: string,
  asked: ReadonlySet<string>,
  points: string[],
  months: string[],
) => {
  const values = new Map<string, number>()
  const say = (id: string, value: number) => values.set(`${site}/${id}`, value)
  for (const point of points) {
    const people = cohort(chance)
    say(`people/${point}`, people)
    if (asked.has("kept")) say(`kept/${point}`, some(chance, people))
    if (asked.has("ages"))
      shared(chance, people, 3).forEach((value, at) => {
        say(`ages/${point}/${at}`, value)
      })
    if (asked.has("answers")) {
      const n = chance.one([people, some(chance, people), chance.upTo(12)])
      say(`answers/${point}/n`, n)
      shared(chance, n, 4).forEach((value, at) => {
        say(`answers/${point}/${at}`, value)
      })
    }
    if (asked.has("confidence")) {
      const n = chance.upTo(9)
      say(`confidence/${point}/n`, n)
      let scores = 0
      for (let one = 0; one < n; one++) scores += chance.from(1, 5)
      say(`confidence/${point}/scores`, scores)
    }
  }
  for (const month of months) {
    const many = chance.one([0, 0, 1, 2, 4, 6, 9, 15])
    if (asked.has("admissions")) say(`admissions/${month}`, some(chance, many))
    if (asked.has("challenges")) {
      const [formal = 0, meeting = 0] = [chance.upTo(many), chance.upTo(many)]
      say(`challenges/${month}/formal`, formal)
      say(`challenges/${month}/meeting`, meeting)
      say(`challenges/${month}/changed`, some(chance, formal + meeting))
    }
  }
  return values
}

const ownFigures = (id: string) => !id.includes("/answers/") && !id.includes("/confidence/")

/** How what is said becomes totals: over sites, over months, over slices; and shares and averages of each. */
const claimsOf = (
  kept: Kept,
  sites: string[],
  asked: ReadonlySet<string>,
  points: string[],
  months: string[],
) => {
  const counts = new Map<string, Count>()
  const sums: Sum[] = []
  const shares: Share[] = []
  const means: Mean[] = []
  const scoresAt = (id: string) => id.endsWith("/scores")

  const put = (id: string, value: number | undefined) => {
    const site = id.split("/")[0] ?? ""
    counts.set(id, {
      id,
      value,
      kind: scoresAt(id) ? "scores" : "small",
      knownTo: site !== "all" && ownFigures(id) ? [site] : [],
      ...(kept.released.has(id) && { released: true }),
    })
  }
  const total = (id: string, over: string, parts: string[]) => {
    const known = parts.flatMap((part) => counts.get(part)?.value ?? [])
    if (!counts.has(id)) put(id, known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : undefined)
    sums.push({ total: id, over, parts })
  }
  const own = (id: string) => {
    for (const site of sites) put(`${site}/${id}`, kept.values.get(`${site}/${id}`))
    total(
      `all/${id}`,
      "sites",
      sites.map((site) => `${site}/${id}`),
    )
  }
  const share = (id: string, numerator: string, denominator: string) => {
    for (const at of ["all", ...sites])
      shares.push({ id: `${at}/${id}`, numerator: `${at}/${numerator}`, denominator: `${at}/${denominator}` })
  }

  for (const point of points) {
    own(`people/${point}`)
    if (asked.has("kept")) {
      own(`kept/${point}`)
      share(`kept share/${point}`, `kept/${point}`, `people/${point}`)
    }
    if (asked.has("ages")) {
      for (const at of [0, 1, 2]) own(`ages/${point}/${at}`)
      for (const at of ["all", ...sites])
        if (at === "all" || kept.values.has(`${at}/people/${point}`))
          sums.push({
            total: `${at}/people/${point}`,
            over: "ages",
            parts: [0, 1, 2].map((age) => `${at}/ages/${point}/${age}`),
          })
    }
    if (asked.has("answers")) {
      own(`answers/${point}/n`)
      for (const at of [0, 1, 2, 3]) own(`answers/${point}/${at}`)
      for (const at of ["all", ...sites])
        sums.push({
          total: `${at}/answers/${point}/n`,
          over: "answers",
          parts: [0, 1, 2, 3].map((one) => `${at}/answers/${point}/${one}`),
        })
      share(`yes share/${point}`, `answers/${point}/0`, `answers/${point}/n`)
    }
    if (asked.has("confidence")) {
      own(`confidence/${point}/n`)
      own(`confidence/${point}/scores`)
      for (const at of ["all", ...sites])
        means.push({
          id: `${at}/confidence/${point}`,
          n: `${at}/confidence/${point}/n`,
          scores: `${at}/confidence/${point}/scores`,
          units: 1,
          least: 1,
          most: 5,
        })
    }
  }
  const overMonths = (id: (month: string) => string, name: string) => {
    for (const at of ["all", ...sites]) {
      const parts = months.map((month) => `${at}/${id(month)}`)
      total(`${at}/${name}`, "months", parts)
    }
    sums.push({ total: `all/${name}`, over: "sites", parts: sites.map((site) => `${site}/${name}`) })
  }
  if (months.length > 0) {
    if (asked.has("admissions")) {
      for (const month of months) own(`admissions/${month}`)
      overMonths((month) => `admissions/${month}`, "admissions")
    }
    if (asked.has("challenges")) {
      for (const month of months) {
        for (const how of ["formal", "meeting", "changed"]) own(`challenges/${month}/${how}`)
        for (const site of sites) {
          const parts = ["formal", "meeting"].map((how) => `${site}/challenges/${month}/${how}`)
          total(`${site}/challenges/${month}/all`, "ways", parts)
        }
        total(
          `all/challenges/${month}/all`,
          "ways",
          ["formal", "meeting"].map((how) => `all/challenges/${month}/${how}`),
        )
        sums.push({
          total: `all/challenges/${month}/all`,
          over: "sites",
          parts: sites.map((site) => `${site}/challenges/${month}/all`),
        })
        share(`changed share/${month}`, `challenges/${month}/changed`, `challenges/${month}/all`)
      }
      for (const how of ["changed", "all"])
        overMonths((month) => `challenges/${month}/${how}`, `challenges/${how}`)
      share("changed share", "challenges/changed", "challenges/all")
    }
  }
  return { counts: [...counts.values()], sums, shares, means }
}

/** With all of its families, points and months where `full`: for measuring. */
export const inventedProgramme = (seed: number, full?: { sites: number }): Programme => {
  const chance = chanceFrom(seed)
  const many = full?.sites ?? chance.one([6, 6, 7, 8, 9, 10, 12, chance.from(6, 30)])
  const sites = Array.from({ length: many }, (_, at) => `S${at + 1}`)
  const asked = new Set<string>(
    full ? families : chance.mixed(families).slice(0, many > 12 ? 2 : chance.from(1, 3)),
  )
  const points = full ? ["baseline", "midpoint", "final"] : ["baseline", "final"].slice(0, chance.from(1, 2))
  const months = ["09", "10", "11", "12", "01", "02", "03"].slice(
    0,
    full ? 7 : chance.from(1, many > 12 ? 3 : 7),
  )
  const times = full ? 1 : chance.one([1, 2, 2, 3])
  const all = new Map(sites.flatMap((site) => [...sayingOf(chance, site, asked, points, months)]))
  const late = new Set(full ? [] : sites.filter(() => chance.oneIn(8)))
  const comes = new Set([...late].filter(() => times > 1 && !chance.oneIn(3)))
  const kept: Kept = { values: new Map(), released: new Set() }
  const releases: Claims[] = []
  for (let time = 1; time <= times; time++) {
    const isLast = time === times
    const pointsNow = isLast ? points : points.slice(0, time)
    const monthsNow = isLast ? months : months.slice(0, Math.ceil((months.length * time) / times))
    const claimed = (id: string) => [...pointsNow, ...monthsNow].some((one) => id.split("/").includes(one))
    for (const [id, value] of all) {
      const site = id.split("/")[0] ?? ""
      if (!claimed(id) || (late.has(site) && !(isLast && comes.has(site)))) continue
      if (!kept.values.has(id)) kept.values.set(id, value)
    }
    if (time > 1) correctSome(chance, kept, sites, asked, points, months)
    if (chance.oneIn(3))
      for (const id of chance.mixed([...kept.values.keys()]).slice(0, 3))
        if (ownFigures(id)) kept.released.add(id)
    const { counts, ...how } = claimsOf(kept, sites, asked, pointsNow, monthsNow)
    releases.push({ counts: chance.mixed(counts), ...how })
  }
  return { seed, sites, releases }
}

/** A site says that its figures were others: all of them anew, so that they still go together. */
const correctSome = (
  chance: Chance,
  kept: Kept,
  sites: string[],
  asked: ReadonlySet<string>,
  points: string[],
  months: string[],
) => {
  for (const site of sites) {
    if (!chance.oneIn(6)) continue
    const anew = sayingOf(chance, site, asked, points, months)
    const part = chance.one([...points, ...months])
    for (const [id, value] of anew)
      if (kept.values.has(id) && id.split("/").includes(part)) {
        kept.values.set(id, value)
        kept.released.delete(id)
      }
  }
}
