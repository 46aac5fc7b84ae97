import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, dateWords, londonDate, type PlainDate } from "../../values/london.ts"
import { type Action, type Desk, desks } from "./action.ts"

/** Words of what is to be done, and of why it is dropped or carried. */
export const actionWordsMost = 40

/** Somebody who may be named for an action, and on whose desks. */
export type Nameable = { person: string; name: string; role: string; desks: Desk[] }

const desk = choice({
  label: "On whose desk does it lie?",
  called: "on whose desk it lies",
  options: {
    site: "The site’s",
    coach: "The coach’s",
    coordinators: "The coordinators’",
    department: "The Department’s",
  } satisfies Record<Desk, string>,
})

const dayFor = (now: Date, label: string, called: string) => {
  const today = londonDate(now)
  return date({ label, called, notBefore: today, notAfter: addMonths(today, 24) })
}

const due = (now: Date) => dayFor(now, "By when?", "the day by when it is done")

/** Nobody in particular: whoever has the desk. */
const anybody = "anybody"

/** Sets one by hand. Nobody is named who does not work at the desk that it is for. */
export const setForm = (people: readonly Nameable[], now: Date): Section => {
  const about = {
    id: "set-action",
    title: "Set an action",
    minutes: 2,
    intro: "Both sides see it, with its age, until it is done or dropped. The Department reads it too.",
  }
  const text = longText({
    label: "What is to be done?",
    called: "what is to be done",
    hint: "One thing that somebody can finish. Nobody recognisable in it.",
    words: actionWordsMost,
  })
  if (people.length === 0) return section({ ...about, asks: { text, owner: desk, due: due(now) } })
  return section({
    ...about,
    asks: {
      text,
      owner: desk,
      who: choice({
        label: "Who does it?",
        called: "who does it",
        options: {
          [anybody]: "Anybody of that desk",
          ...Object.fromEntries(people.map(({ person, name, role }) => [person, `${name}, ${role}`])),
        },
        optional: true,
      }),
      due: due(now),
    },
    checks: [
      {
        at: "who",
        needs: ["who", "owner"],
        holds: ({ who, owner }) => isOf(people, who, owner),
        otherwise: ({ owner }) =>
          `Select somebody who works for ${desks[owner as Desk] ?? "that desk"}, or anybody of that desk`,
      },
    ],
  })
}

const isOf = (people: readonly Nameable[], who: string, owner: string) =>
  who === anybody ||
  people.some(({ person, desks: all }) => person === who && all.some((one) => one === owner))

export const dropForm = section({
  id: "drop",
  title: "Drop it",
  minutes: 1,
  intro: "It is not done, and nobody has to do it any more. It stays readable, with your reason.",
  asks: {
    because: longText({
      label: "Why does nobody have to do it any more?",
      called: "why nobody has to do it any more",
      words: actionWordsMost,
    }),
  },
})

/** Another day than the one it has. */
export const carryForm = (one: Pick<Action, "due">, now: Date): Section =>
  section({
    id: "carry",
    title: "Give it another day",
    minutes: 1,
    asks: {
      due: dayFor(now, "By when now?", "the day by when it is done now"),
      because: longText({
        label: "Why is it carried on?",
        called: "why it is carried on",
        hint: "The day that it had stays beside it.",
        words: actionWordsMost,
      }),
    },
    checks: [
      {
        at: "due",
        needs: ["due"],
        holds: ({ due }: { due: PlainDate }) => due !== one.due,
        otherwise: `It is due on ${dateWords(one.due)} already: enter another day`,
      },
    ],
  })
