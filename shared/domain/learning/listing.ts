import * as z from "zod"
import { choice, date, longText, text, yesNo } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { londonDate, type PlainDate, plainDate } from "../../values/london.ts"
import type { Actor } from "../people/actor.ts"
import { listsThemselves } from "./ends-listing.ts"
import { areSeveral, type Sites } from "./sharing-forms.ts"

/** Whoever chose to be listed for other sites: their name comes from their account, the rest in their own words. */
export const listedPerson = z.object({
  person: z.string(),
  name: z.string(),
  organisation: z.string(),
  /** What the site is called on lists. */
  site: z.string(),
  role: z.string(),
  about: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  until: plainDate,
  /** When their access at the site ends: they are not listed beyond it, whatever day they chose. */
  ends: z.iso.datetime(),
  at: z.iso.datetime(),
  revision: z.int(),
})
export type ListedPerson = z.infer<typeof listedPerson>

export const isListed = ({ until, ends }: Pick<ListedPerson, "until" | "ends">, now: Date) =>
  until >= londonDate(now) && new Date(ends) > now

/** When the access ends by which somebody may be listed at a site, where they have any now. */
export const endsAt = ({ grants }: Actor, organisation: string): string | undefined =>
  grants
    .filter((one) => one.organisation === organisation && listsThemselves(one))
    .map(({ to }) => to)
    .sort()
    .at(-1)

type About = { email: string; today: PlainDate; ends: string; sites?: Sites }

/** The last day of access that ends at this moment. */
const lastDay = (ends: string) => londonDate(new Date(Date.parse(ends) - 1))

/** What somebody says of themselves. There is no form for anybody else. */
export const listingForm = ({ email, today, ends, sites = {} }: About): Section =>
  section({
    id: "listing",
    title: "Be listed for other sites",
    minutes: 3,
    intro:
      "People of other sites, coaches and coordinators see this after signing in. It is never public. You can change or stop it at once.",
    asks: {
      ...(areSeveral(sites) && {
        site: choice({
          label: "At which site?",
          called: "at which site",
          options: sites,
        }),
      }),
      role: text({
        label: "What do you do?",
        called: "what you do",
        hint: "In your own words, such as: named social worker, transitions team.",
        upTo: 60,
      }),
      about: longText({
        label: "What can people ask you about?",
        called: "what people can ask you about",
        hint: "For example: keeping one worker through a hospital stay.",
        words: 30,
      }),
      showEmail: yesNo({
        label: `Show your work email, ${email}?`,
        called: "whether your work email is shown",
      }),
      phone: text({
        label: "Work telephone",
        called: "your work telephone",
        hint: "Leave it empty if people are to write.",
        upTo: 30,
        optional: true,
      }),
      until: date({
        label: "Until which day?",
        called: "the last day you are listed",
        hint: "It ends by itself on that day, and on the last day of your access at the latest.",
        notBefore: today,
        notAfter: lastDay(ends),
      }),
    },
    checks: [
      {
        at: "phone",
        needs: ["phone"],
        holds: ({ phone }) => /^\+?[\d ()-]{10,}(?: ?(?:ext|x)\.? ?\d+)?$/.test(phone),
        otherwise: "Enter a telephone number, like 0151 907 8300",
      },
      {
        at: "showEmail",
        needs: ["showEmail"],
        holds: ({ showEmail, phone }) => showEmail || Boolean(phone),
        otherwise: "Show your email or enter a telephone: people need one way to reach you",
      },
    ],
  })

const said = z.object({
  role: z.string(),
  about: z.string(),
  showEmail: z.boolean(),
  phone: z.string().optional(),
  until: plainDate,
})

type Listing = { actor: Actor; organisation: string; site: string; ends: string; at: Date }

/** From the answers of `listingForm`: name and email are the account's. */
export const listed = (answers: unknown, { actor, organisation, site, ends, at }: Listing): ListedPerson => {
  const { showEmail, ...rest } = said.parse(answers)
  return {
    person: actor.id,
    name: actor.name,
    organisation,
    site,
    ...rest,
    ...(showEmail && { email: actor.email }),
    ends,
    at: at.toISOString(),
    revision: 0,
  }
}

/** Their listing as the form has it. */
export const answersOf = ({ organisation: site, role, about, email, phone, until }: ListedPerson) => ({
  site,
  role,
  about,
  showEmail: email !== undefined,
  ...(phone !== undefined && { phone }),
  until,
})
