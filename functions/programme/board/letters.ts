import { type Words, wholeLetter } from "../../../shared/domain/letters/whole.ts"
import { exampleOf } from "../../../shared/domain/notices/example.ts"
import { type NoticeName, noticeNames, noticeOf } from "../../../shared/domain/notices/notices.ts"
import { linesOf, subjectOf } from "../../../shared/domain/notices/words.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type KeptNotices, lettersBookIn } from "../../../shared/store/letters-book.ts"
import type { C } from "../desk.ts"
import { calendarHere } from "./here.ts"

const aPage = 50

export type OnLetters = {
  letters: KeptNotices[]
  next?: string
  site?: string
  /** Sites that a letter may be about, by name. */
  sites: { organisation: string; name: string }[]
}

/** Who was told what by the calendar, newest first: fifty letters, about one site where the address names it. */
export const lettersHere = async (c: C): Promise<OnLetters> => {
  const { table, settings } = c.var.world
  const { site, before } = c.req.query()
  if (before !== undefined && !/^\d{4}-\d{2}-\d{2}#[\w-]{1,64}(#\d{1,4})?$/.test(before))
    throw new Refused("not found")
  const [phases, page] = await Promise.all([
    calendarHere(c).phases(),
    lettersBookIn(table, settings.programme).page(aPage, { before, organisation: site || undefined }),
  ])
  const sites = new Map(
    phases.flatMap((one) => one.sites).map(({ organisation, name }) => [organisation, name]),
  )
  return {
    ...page,
    ...(site && { site }),
    sites: [...sites]
      .map(([organisation, name]) => ({ organisation, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}

export type OnNotice = {
  notice: NoticeName
  called: string
  /** The letter to each who is told, exactly as it would be sent. */
  letters: { to: string; words: Words }[]
}

/** One notice with its letters, about a site that is invented. */
export const noticeHere = (c: C): OnNotice => {
  const { settings } = c.var.world
  const name = (c.req.param("notice") ?? "").replaceAll("-", " ")
  const notice = noticeNames.find((one) => one === name)
  if (!notice) throw new Refused("not found")
  return {
    notice,
    called: noticeOf(notice).called,
    letters: exampleOf(notice).map(({ to, letter }) => ({
      to,
      words: wholeLetter(settings, subjectOf(letter), linesOf(letter, settings.origin)),
    })),
  }
}
