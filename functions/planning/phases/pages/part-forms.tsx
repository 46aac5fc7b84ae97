import { lineAnswers, lineForm } from "../../../../shared/domain/calendar/phase-forms.ts"
import { siteAnswers } from "../../../../shared/domain/calendar/site-form.ts"
import { section } from "../../../../shared/form/section.ts"
import { kindOf } from "../../../../shared/kinds/index.ts"
import type { WithSites } from "../../../../shared/store/calendar.ts"
import type { Json } from "../../../../shared/values/canonical.ts"
import { handoverAt } from "../../../../shared/web/coaching/addresses.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { lineAt, phaseAt, siteInPhaseAt } from "../addresses.ts"
import { type C, phaseToPlan, seenOf } from "../desk.ts"
import { lineIn, stillPreparing } from "../lines.ts"
import { begunWords, expectedOf, siteFormHere, siteIn } from "../sites.ts"

const around = (c: C, { id, title }: WithSites, tried?: Tried) => ({
  c,
  back: { href: phaseAt(id), text: "The phase" },
  caption: title,
  tried,
})

/** What the page showed, to be sent back with it; after a clash, what stands there now. */
const seenAgain = (answers: Json, tried?: Tried) => ({
  seen: (tried?.refusal !== "changed by someone else" && tried?.entries.seen) || seenOf(answers),
})

/** One thing that is asked of each site: a new one, or one that is there. */
export const linePage = async (c: C, tried?: Tried) => {
  const phase = await phaseToPlan(c)
  stillPreparing(phase)
  const id = c.req.param("line")
  if (id === undefined)
    return (
      <FormPage
        {...around(c, phase, tried)}
        section={lineForm}
        action={`${phaseAt(phase.id)}/lines/new`}
        button="Ask for it"
        keyed
      />
    )
  const line = lineIn(phase, id)
  const answers = lineAnswers(line)
  const here = lineAt(phase.id, id)
  return (
    <FormPage
      {...around(c, phase, tried)}
      caption={`${phase.title}: ${kindOf(line.kind).title}`}
      section={lineForm}
      action={here}
      button="Save"
      entries={fieldsOf(lineForm, answers)}
      hidden={seenAgain(answers, tried)}
      before={
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/remove`}>
            Do not ask for this
          </a>
        </p>
      }
    />
  )
}

/** What is said before something goes: there is nothing to fill in. */
const going = (title: string, intro: string) => section({ id: "remove", title, minutes: 0, intro, asks: {} })

export const removeLinePage = async (c: C, tried?: Tried) => {
  const phase = await phaseToPlan(c)
  stillPreparing(phase)
  const one = lineIn(phase, c.req.param("line") ?? "")
  const { title } = kindOf(one.kind)
  return (
    <FormPage
      {...around(c, phase, tried)}
      section={going(`Do not ask for this: ${title}`, "No site is asked for it any longer in this phase.")}
      action={`${lineAt(phase.id, one.id)}/remove`}
      button="Do not ask for it"
      keyed
    />
  )
}

/** A site in a phase: a new one, or one that is there. */
export const sitePage = async (c: C, tried?: Tried) => {
  const phase = await phaseToPlan(c)
  const id = c.req.param("organisation")
  const site = id === undefined ? undefined : siteIn(phase, id)
  const { section } = await siteFormHere(c, phase, site)
  if (!site)
    return (
      <FormPage
        {...around(c, phase, tried)}
        section={section}
        action={`${phaseAt(phase.id)}/sites/new`}
        button="Add the site"
        entries={fieldsOf(section, { joined: "applied", ...datesOf(phase) })}
        keyed
      />
    )
  const answers = siteAnswers(site)
  const here = siteInPhaseAt(phase.id, site.organisation)
  return (
    <FormPage
      {...around(c, phase, tried)}
      section={{ ...section, title: `${site.name} in this phase` }}
      action={here}
      button="Save"
      entries={fieldsOf(section, answers)}
      hidden={seenAgain(answers, tried)}
      before={
        <>
          {phase.published && (
            <p class="govuk-body">
              This phase is published. With other dates, what nobody has begun and is not owed any longer
              goes, and what was begun stays.
            </p>
          )}
          {phase.published && (
            <p class="govuk-body">
              Before its coach changes, or it leaves:{" "}
              <a class="govuk-link" href={handoverAt(site.organisation, phase.id)}>
                the handover pack
              </a>
              , for whoever takes over.
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={`${here}/remove`}>
              Take this site out of the phase
            </a>
          </p>
        </>
      }
    />
  )
}

const datesOf = ({ from, to }: WithSites) => ({ ...(from && { from }), ...(to && { to }) })

export const removeSitePage = async (c: C, tried?: Tried) => {
  const phase = await phaseToPlan(c)
  const site = siteIn(phase, c.req.param("organisation") ?? "")
  const expected = await expectedOf(c, site)
  const begun = expected.filter(({ stands }) => stands)
  const intro =
    begun.length > 0
      ? begunWords(site.name, begun)
      : expected.length > 0
        ? `It has begun nothing. It is not asked for ${expected.length} returns any longer.`
        : "It is asked for nothing yet."
  return (
    <FormPage
      {...around(c, phase, tried)}
      section={going(`Take ${site.name} out of the phase`, intro)}
      action={`${siteInPhaseAt(phase.id, site.organisation)}/remove`}
      button="Take it out"
      keyed
    />
  )
}
