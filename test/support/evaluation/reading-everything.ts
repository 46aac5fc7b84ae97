import { expect } from "vitest"
import type { MeasureTable } from "../../../shared/domain/evaluation/analysis/table.ts"
import type { Claims } from "../../../shared/domain/evaluation/disclosure/types.ts"
import type { ReleaseRecord } from "../../../shared/domain/evaluation/released.ts"
import { stampWords } from "../../../shared/values/london.ts"
import type { Read } from "../../disclosure/rendered.ts"
import type { Client } from "../service.ts"
import {
  besidesIn,
  cellsIn,
  mainOf,
  picturesIn,
  placeName,
  plain,
  rowsIn,
  type Seen,
  tablesIn,
  tokensIn,
} from "./reading-released.ts"

/** Every release so far, the newest first; the title of the phase, in which there are numbers too; its sites. */
type Reading = { all: ReleaseRecord[]; phase: string; sites: readonly string[] }

const nameOf = ({ place, measure, at }: Pick<Seen, "place" | "measure" | "at">) => `${place}|${measure}|${at}`

/** Everything that somebody may fetch of the last release; each cell of it is the cell that was stored. */
export const readAll = async (who: Client, { all: releases, phase, sites }: Reading): Promise<Seen[]> => {
  const [last] = releases
  if (!last) throw new Error("Nothing was released")
  const { table } = last
  const stored = new Map(cellsIn(table).map((one) => [nameOf(one), one]))
  const unitOf = (name: string) =>
    table.measures.find(({ measure }) => measure.name === name)?.measure.unit ?? "count"
  const besides = new Set(releases.flatMap((one) => tokensIn(besideTables(phase)(one))))
  const text = async (path: string) => {
    const answer = await who.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    return answer.text()
  }
  const page = async (path: string, about: { place?: string; measure?: string } = {}) => {
    const html = await text(path)
    const cells = tablesIn(html, about)
    const near = [...stored.values()].filter(
      ({ place, measure }) => (about.place ?? place) === place && (about.measure ?? measure) === measure,
    )
    const drawn = new Set(near.flatMap(({ tokens }) => tokens))
    expect([path, picturesIn(html).filter((one) => !drawn.has(one))]).toEqual([path, []])
    expect([path, besidesIn(html).filter((one) => !besides.has(one))]).toEqual([path, []])
    return cells
  }
  const file = async (path: string) => rowsIn(await text(path), unitOf)
  const api = async (path: string) => {
    const body = (await (await who.api("GET", path)).json()) as { table: MeasureTable }
    const kept = new Map(table.cells.map((one) => [`${one.place}|${one.measure}|${one.at}`, one]))
    for (const one of body.table.cells) expect(one).toEqual(kept.get(`${one.place}|${one.measure}|${one.at}`))
    return cellsIn(body.table)
  }
  const across = "/findings/NSW2/measures"
  const release = `/findings/NSW2/releases/${last.number}`
  const pages = [...(await page(across)), ...(await page(release))]
  const files = [...(await file(`${across}.csv`)), ...(await file(`${release}/measures.csv`))]
  const answers = [...(await api(across)), ...(await api(release))]
  for (const { key, measure } of table.measures) {
    pages.push(...(await page(`${across}/${key}`, { measure: measure.name })))
    answers.push(...(await api(`${across}/${key}`)))
  }
  for (const site of sites) {
    const at = `/organisations/${site}/evaluation/NSW2/measures`
    pages.push(...(await page(at, { place: placeName(table, site) })))
    files.push(...(await file(`${at}.csv`)))
    answers.push(...(await api(at)))
  }
  const list = await text("/findings/NSW2/releases")
  expect(tokensIn(plain(mainOf(list))).filter((one) => !besides.has(one) && one !== releases.length)).toEqual(
    [],
  )
  for (const way of [pages, files, answers]) expect(new Set(way.map(nameOf))).toEqual(new Set(stored.keys()))
  const all = [...pages, ...files, ...answers]
  for (const { place, measure, at, tokens, parts, asItIs } of all) {
    const one = stored.get(`${place}|${measure}|${at}`)
    const where = `${place}, ${measure}, ${at}`
    expect([where, tokens.slice(0, one?.tokens.length)]).toEqual([where, one?.tokens])
    expect([where, tokens.slice(one?.tokens.length).filter((each) => !one?.beside.includes(each))]).toEqual([
      where,
      [],
    ])
    for (const [part, value] of Object.entries(parts))
      expect([where, part, value]).toEqual([where, part, one?.parts[part as keyof typeof one.parts]])
    expect([where, asItIs]).toEqual([where, one?.asItIs])
  }
  return all
}

/** What a page says besides its tables: of the release, its rule, and what its measures are. */
const besideTables =
  (phase: string) =>
  ({ number, title, because, at, shown, hidden, rule, table }: ReleaseRecord) =>
    [number, title, because, stampWords(new Date(at)), shown, hidden, ...rule.words, phase]
      .concat(table.measures.flatMap(({ measure }) => [measure.name, measure.definition, measure.question]))
      .join(" ")

/** What was read, as the attack reads it: by the ids of what is claimed. */
export const asRead = (seen: readonly Seen[], claims: Claims, table: MeasureTable): Read => {
  const found = new Map(
    seen.flatMap(({ place, measure, at, parts, asItIs }) =>
      Object.entries(parts).map(([part, value]) => [
        `${place}|${measure}|${at}|${part}`,
        { words: `${value}`, asItIs },
      ]),
    ),
  )
  const names = new Map(
    cellsIn(table).map((one, nth) => {
      const cell = table.cells[nth]
      return [`${cell?.place}/${cell?.measure}/${cell?.at}`, `${one.place}|${one.measure}|${one.at}`]
    }),
  )
  const at = (id: string) => {
    const cut = id.lastIndexOf("/")
    return found.get(`${names.get(id.slice(0, cut))}|${id.slice(cut + 1)}`)
  }
  return {
    counts: new Map(
      claims.counts
        .filter(({ kind }) => kind !== "scores")
        .map(({ id, value, released }) => {
          const { words, asItIs } = at(id) ?? { words: "nowhere", asItIs: false }
          return [id, { words, asItIs: asItIs && released === true && words === `${value}` }]
        }),
    ),
    shares: new Map(),
    means: new Map(claims.means.flatMap(({ id }) => (at(id) ? [[id, at(id)?.words ?? ""]] : []))),
  }
}
