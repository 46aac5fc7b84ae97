import { dayWords } from "../../values/london.ts"
import { roles } from "../people/role.ts"
import type { NoticeItem } from "./notice-letter.ts"
import { noticeOf } from "./notices.ts"

/** Where the letter itself opens something, for the one person that it goes to. */
export type OpensBy = (one: NoticeItem & { opensUntil: string }) => string

export type Links = { origin: string; opensBy?: OpensBy }

/** The last line about a thing: where it is, or how this letter opens it. */
export const linkOf = (one: NoticeItem, { origin, opensBy }: Links): string[] => {
  const { opensUntil } = one
  if (opensUntil === undefined || !opensBy) return [`${origin}${pathOf(one)}`]
  return [
    `This link opens it for you, without signing in, until ${dayWords(opensUntil)}. It opens nothing else, and is for you alone: do not pass it on.`,
    `${origin}${opensBy({ ...one, opensUntil })}`,
  ]
}

/** The page of the thing, for whoever is told in this role. */
export const pathOf = ({ notice, role, organisation, round, rule, reference }: NoticeItem): string => {
  if (roles[role].at === "programme") return `/programme/sites/${organisation}/returns/${round}`
  if (rule === "closes" && reference) return `/organisations/${organisation}/submissions/${reference}`
  if (noticeOf(notice).about === "by letter") return `/organisations/${organisation}/tally/${round}`
  const page = `/organisations/${organisation}/returns/${round}`
  return notice === "certifier asked" ? `${page}/cover` : page
}
