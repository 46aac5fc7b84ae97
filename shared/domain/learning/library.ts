import * as z from "zod"
import { type PlainDate, plainDate } from "../../values/london.ts"
import { type Topic, topics } from "../coaching/session-kinds.ts"

export const topicNames = Object.keys(topics) as [Topic, ...Topic[]]

/**
 * What others read of an idea: whose it is, and what it comes from, is not in it. Its id begins with the day it was
 * shared and goes on at random, so that neither the id nor the order says more.
 */
export const libraryIdea = z.object({
  id: z.string(),
  text: z.string(),
  tags: z.array(z.enum(topicNames)),
  on: plainDate,
  level: z.enum(["community", "public"]),
  goodNews: z.boolean(),
  shortened: z.boolean(),
})
export type LibraryIdea = z.infer<typeof libraryIdea>

export const libraryId = (on: PlainDate, random: string) => `${on}.${random}`

/** Of what whoever offered it chose, what the library knows. */
export const tagsIn = (tags: readonly string[]): Topic[] => topicNames.filter((one) => tags.includes(one))

export type Searched = { words?: string; tag?: Topic }

/** The ideas that hold every word, and are about the tag. They stay in the order they come in. */
export const searched = (all: readonly LibraryIdea[], { words = "", tag }: Searched): LibraryIdea[] => {
  const wanted = folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== "")
  return all.filter((one) => {
    const text = folded([one.text, ...one.tags.map((each) => topics[each])].join(" "))
    return (tag === undefined || one.tags.includes(tag)) && wanted.every((each) => text.includes(each))
  })
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/** As many as stand on one page. */
export const onOnePage = 20

export type PageOf<One> = { items: One[]; total: number; page: number; pages: number }

/** One page of many; beyond the last it is the last. */
export const pageOf = <One>(all: readonly One[], wanted: number): PageOf<One> => {
  const pages = Math.max(1, Math.ceil(all.length / onOnePage))
  const page = Math.min(Math.max(1, wanted), pages)
  return {
    items: all.slice((page - 1) * onOnePage, page * onOnePage),
    total: all.length,
    page,
    pages,
  }
}

/** "3 ideas about “backfill” and Finance" */
export const foundWords = (total: number, { words, tag }: Searched): string => {
  const about = [...(words ? [`“${words}”`] : []), ...(tag ? [topics[tag]] : [])]
  const many = `${total === 0 ? "No" : total} ${total === 1 ? "idea" : "ideas"}`
  return about.length === 0 ? many : `${many} about ${about.join(" and ")}`
}

/** What stands beside an idea: what it is, what it is about, and since when. */
export const labelsOf = ({ goodNews, shortened, tags }: LibraryIdea): string[] => [
  ...(goodNews ? ["Good news"] : []),
  ...tags.map((one) => topics[one]),
  ...(shortened ? ["Shortened by the coordinators"] : []),
]
