import { choice, date, longText, repeated, text } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { type Organisation, organisationKinds } from "./organisation.ts"
import { gssCode, mailDomain, organisationNamed, referenceCode } from "./organisation-questions.ts"

const because = longText({
  label: "Why?",
  called: "why",
  hint: "It is kept with the history of the organisation.",
  words: 60,
})

const name = text({ label: "Full name", called: "the full name", upTo: 160 })
const shortName = text({
  label: "Short name",
  called: "the short name",
  hint: "As lists show it, like Sheffield",
  upTo: 60,
})

export const renaming = section({
  id: "names",
  title: "A new name",
  minutes: 0,
  intro: "Its address here, its code and its history stay. What was sent under the old name keeps it.",
  asks: {
    name,
    shortName,
    from: date({
      label: "Since which day is this its name?",
      called: "the day of the new name",
      hint: "Today or earlier: a name of a later day is entered on that day.",
    }),
    because,
  },
})

export const recoding = section({
  id: "gss",
  title: "A new GSS code",
  minutes: 0,
  intro: "The code before ends on the day before. The organisation, and everything it sent, stays one.",
  asks: {
    code: gssCode(),
    from: date({ label: "From which day does it count?", called: "the first day of the code" }),
    because,
  },
})

export const addingDomain = section({
  id: "domains",
  title: "Another mail domain",
  minutes: 0,
  asks: { domain: mailDomain(), because },
})

export const removingDomain = section({
  id: "domains-take-away",
  title: "Take a mail domain away",
  minutes: 0,
  intro:
    "Nobody can start for the organisation from there any more. Whoever has access already keeps it until it ends.",
  asks: { domain: mailDomain(), because },
})

export const ending = (organisations: Organisation[]) =>
  section({
    id: "end",
    title: "Its end",
    minutes: 0,
    intro: "From the day after its last nobody can start for it. Its records stay.",
    asks: {
      to: date({ label: "What is its last day?", called: "its last day" }),
      successors: repeated({
        label: "Who comes after it?",
        called: "who comes after it",
        calledRow: "successor",
        upTo: 10,
        optional: true,
        of: { organisation: organisationNamed(organisations) },
      }),
      because,
    },
  })

export const founding = section({
  id: "new",
  title: "A new organisation",
  minutes: 0,
  asks: {
    name,
    shortName,
    kind: choice({
      label: "What kind of organisation is it?",
      called: "what kind of organisation it is",
      options: organisationKinds,
    }),
    code: referenceCode,
    region: text({ label: "Region", called: "the region", upTo: 60, optional: true }),
    gss: gssCode(true),
    domain: mailDomain(true),
    from: date({
      label: "What is its first day? (optional)",
      called: "its first day",
      hint: "Leave it empty where it has always been there.",
      optional: true,
    }),
    because,
  },
})
