import type { Site } from "../demonstration/sites.ts"
import type { Does, Kept, Move } from "./acts.ts"
import { governance } from "./evaluation-acts.ts"
import { accountant, lead, move } from "./returns.ts"

const storiesOf = (site: Site) => `/organisations/${site}/stories/NSW2`
const at = (site: Site, kept: Kept, name: string) => `${storiesOf(site)}/${kept.get(name)?.story}`

type Use = "team" | "sites" | "council" | "reports" | "training" | "press"
type Story = {
  words: { pseudonym: string; band: string; text: string; quote?: string }
  agrees: Use[]
  support: string
  written: string
  seen: string
  given: [day: string, time: string]
  checked?: [day: string, time: string]
}

const everyUse: Use[] = ["team", "sites", "council", "reports", "training", "press"]

const moves =
  (site: Site, name: string, path: string, body: Record<string, unknown>): Does =>
  async (player, kept) => {
    const here = at(site, kept, name)
    const { revision } = (await player.get(here)).body
    return player.does(`${here}/${path}`, { revision, ...body })
  }

/** A story from its first words to the officer's check: its person decided, with support, and saw it as it is. */
const tells = (site: Site, name: string, { words, agrees, support, ...one }: Story): Move[] => [
  move(
    one.written,
    "14:00",
    accountant(site),
    (player) => player.does(`${storiesOf(site)}/add`, words),
    name,
  ),
  move(
    one.given[0],
    "09:40",
    accountant(site),
    moves(site, name, "consent", {
      decided: "person",
      support,
      ...Object.fromEntries(everyUse.map((use) => [use, agrees.includes(use)])),
      seenOn: one.seen,
      seenHow: "read to them",
      easyRead: true,
      askedBy: "An advocate of the self-advocacy group (invented)",
      askedOn: one.seen,
      reviewBy: "2019-06-28",
    }),
  ),
  move(...one.given, accountant(site), moves(site, name, "send", {})),
  ...(one.checked
    ? [move(...one.checked, governance(site), moves(site, name, "check", { decision: "share" }))]
    : []),
]

/** Three people told theirs. Nobody of them exists. */
export const stories: Move[] = [
  ...tells("halton", "halton: Peter", {
    words: {
      pseudonym: "Peter",
      band: "18 to 25",
      text: "(Invented.) Before, Peter rang whoever was on duty, and each time began again. His mother kept a folder and read from it. When he was to leave school three people planned for him, and he met none of them twice. Now one worker comes. She asked him where he wants to live before she asked anybody else. At the review he sat beside her and said it himself. He has a flat with a friend, and somebody who comes at breakfast. He says it is loud, and that he likes that.",
      quote: "She asked me first. (invented)",
    },
    agrees: ["team", "sites", "council", "reports", "training"],
    support: "Pictures of who would read it, and a week to think about it (invented).",
    written: "2017-12-11",
    seen: "2017-12-12",
    given: ["2017-12-13", "10:00"],
    checked: ["2017-12-15", "14:00"],
  }),
  ...tells("halton", "halton: Leila", {
    words: {
      pseudonym: "Leila",
      band: "26 to 39",
      text: "(Invented.) Leila was told that she would move. Her worker asked who had decided that, and on what day. Nobody could say. They wrote down together what she wants and what worries her, and took it to the meeting. She stayed where she is. She has a key of her own now.",
    },
    agrees: ["team", "sites"],
    support: "She read it with her sister, and changed two words (invented).",
    written: "2018-01-10",
    seen: "2018-01-11",
    given: ["2018-01-12", "11:00"],
    checked: ["2018-01-16", "15:00"],
  }),
  move("2018-04-11", "10:00", lead("halton"), (player, kept) =>
    player.does(`${at("halton", kept, "halton: Leila")}/withdraw`, { asked: "person", how: "phone" }),
  ),
  ...tells("bradford", "bradford: Sam", {
    words: {
      pseudonym: "Sam",
      band: "40 to 64",
      text: "(Invented.) Sam had nine workers in four years. He kept their cards in a tin. The tenth asked to see the tin, and they laid the cards out on the table and talked about each. Then she put hers on the table, and told him on which day she comes. She came on that day. Sam has joined the group that asks other people how it is for them.",
      quote: "I know the day. (invented)",
    },
    agrees: ["team", "sites", "council", "reports"],
    support: "A self-advocate whom he knows explained it (invented).",
    written: "2018-02-20",
    seen: "2018-02-21",
    given: ["2018-02-22", "10:00"],
    checked: ["2018-02-27", "14:00"],
  }),
]
