import { choice, date, longText, person, text, yesNo } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { PlainDate } from "../../values/london.ts"
import type { Account } from "./account.ts"
import { taskTitles } from "./set-up.ts"
import type { SetUpTask } from "./set-up-tasks.ts"

type Pilot = Pick<Account, "from" | "to">

/** The form of a task: its days lie where the pilot is, as it stands today. */
export const taskForm = (task: SetUpTask, one: Pilot, today: PlainDate): Section => forms[task](one, today)

const forms: Record<SetUpTask, (one: Pilot, today: PlainDate) => Section> = {
  people: () =>
    section({
      id: "people",
      title: taskTitles.people,
      minutes: 5,
      asks: {
        everyone: yesNo({
          label: "Does everybody who needs access have it?",
          called: "whether everybody who needs access has it",
        }),
        lead: person({
          label: "Who stands in for the site lead?",
          called: "who stands in for the site lead",
        }),
        certifier: person({
          label: "Who certifies when the section 151 officer is away?",
          called: "who certifies when the section 151 officer is away",
          hint: "Their delegate for this. They need access as section 151 officer too, with their own dates.",
        }),
      },
      checks: [
        {
          at: "everyone",
          needs: ["everyone"],
          holds: ({ everyone }) => everyone,
          otherwise: "Give access to whoever is missing first, in People and access",
        },
      ],
    }),
  profile: () =>
    section({
      id: "profile",
      title: taskTitles.profile,
      minutes: 5,
      asks: {
        agrees: yesNo({
          label: "Do you agree with these figures?",
          called: "whether you agree with these figures",
          hint: "Each quarter you say what differs from them, and why.",
        }),
        why: longText({
          label: "What should be different, and why?",
          called: "what should be different",
          words: 100,
          when: { question: "agrees", is: false },
        }),
      },
    }),
  impact: (_, today) =>
    section({
      id: "impact",
      title: taskTitles.impact,
      minutes: 2,
      intro: "Your council’s own assessment of what this pilot does with people’s information.",
      asks: {
        reference: text({
          label: "What is its reference?",
          called: "the reference of the assessment",
          hint: "As your council’s register has it",
          upTo: 60,
        }),
        on: date({
          label: "When was it agreed?",
          called: "the day the assessment was agreed",
          notAfter: today,
        }),
      },
    }),
  sharing: (_, today) =>
    section({
      id: "sharing",
      title: taskTitles.sharing,
      minutes: 3,
      asks: {
        needed: choice({
          label: "Is there an agreement to share information for this pilot?",
          called: "whether there is an agreement",
          options: { yes: "Yes", "not needed": "None is needed" },
        }),
        on: date({
          label: "When was it signed?",
          called: "the day the agreement was signed",
          notAfter: today,
          when: { question: "needed", is: "yes" },
        }),
        with: text({
          label: "With whom?",
          called: "with whom it is",
          hint: "Organisations, not people",
          when: { question: "needed", is: "yes" },
        }),
        because: longText({
          label: "Why is none needed?",
          called: "why none is needed",
          words: 60,
          when: { question: "needed", is: "not needed" },
        }),
      },
    }),
  privacy: (_, today) =>
    section({
      id: "privacy",
      title: taskTitles.privacy,
      minutes: 3,
      intro: "What tells the people taking part what you do with information about them.",
      asks: {
        given: date({
          label: "From which day do people get it?",
          called: "the day from which people get it",
          notAfter: today,
        }),
        easyRead: yesNo({ label: "Is it in easy read too?", called: "whether it is in easy read too" }),
        where: text({
          label: "Where can it be read?",
          called: "where it can be read",
          hint: "A web address, or a place where it lies on paper",
        }),
      },
    }),
  dates: ({ from, to }) =>
    section({
      id: "dates",
      title: taskTitles.dates,
      minutes: 2,
      asks: {
        start: date({
          label: "When do the first named social workers start?",
          called: "the first day",
          notBefore: from,
          notAfter: to,
        }),
        visit: date({
          label: "When do the evaluators visit you first?",
          called: "the day of the visit",
          hint: "As you have agreed it with them",
          notAfter: to,
        }),
      },
    }),
}
