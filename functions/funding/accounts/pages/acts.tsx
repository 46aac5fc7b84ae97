import {
  accountSentences,
  closingList,
  decidedSentences,
} from "../../../../shared/domain/funding/account-words.ts"
import type { Entries } from "../../../../shared/form/question.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { accountAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { type Act, actAt } from "../addresses.ts"
import type { OnDecision } from "../deciding.ts"
import { type OnVary, varyAnswers } from "../varying.ts"
import { FormChoice, WorkOut } from "./offer.tsx"

type Varying = { c: C; desk: OnVary; entries?: Entries; tried?: Tried }

/** An award is changed: what stood before is kept. */
export const VaryPage = ({ c, desk, entries, tried }: Varying) => {
  const { site, phase, section, form, account } = desk
  return (
    <FormPage
      c={c}
      section={section}
      action={actAt("vary", phase.id, site.organisation)}
      back={{ href: accountAt(phase.id, site.organisation), text: site.name }}
      caption={site.name}
      button="Change the award"
      entries={entries ?? fieldsOf(section, varyAnswers(desk))}
      tried={tried}
      hidden={{ form }}
      keyed
      before={
        <>
          <p class="govuk-body">
            The award is {pounds(account.award)}. What is agreed now is kept: this makes version{" "}
            {String(account.versions.length + 1)}. Its sponsor, its section 151 officer and its lead are
            written to at once.
          </p>
          <FormChoice form={form} at={actAt("vary", phase.id, site.organisation)} />
        </>
      }
      after={<WorkOut />}
    />
  )
}

const pageFor = {
  "consent to carry over": { act: "carry-over", button: "Agree to it" },
  "decide mid-phase": { act: "mid-phase", button: "Decide, and tell the site" },
  leave: { act: "leave", button: "Set its last day, and tell the site" },
} as const satisfies Record<OnDecision["right"], { act: Act; button: string }>

type Deciding = { c: C; desk: OnDecision; tried?: Tried }

/** A decision about one award on one page: what is known of it stands above the question. */
export const DecisionPage = ({ c, desk, tried }: Deciding) => {
  const { site, phase, section, account, right } = desk
  const { act, button } = pageFor[right]
  const { midPhase } = account
  return (
    <FormPage
      c={c}
      section={section}
      action={actAt(act, phase.id, site.organisation)}
      back={{ href: accountAt(phase.id, site.organisation), text: site.name }}
      caption={site.name}
      button={button}
      entries={
        right === "decide mid-phase" && midPhase
          ? fieldsOf(section, { decision: midPhase.decision, because: midPhase.because })
          : {}
      }
      tried={tried}
      keyed
      before={
        <>
          <p class="govuk-body">{accountSentences(account).join(" ")}</p>
          {right !== "leave" && decidedSentences(account).map((says) => <p class="govuk-body">{says}</p>)}
          {right === "decide mid-phase" && (
            <p class="govuk-body">
              To continue with changes, the next page changes the award. To stop, the next page sets the last
              day.
            </p>
          )}
          {right === "leave" && (
            <>
              <p class="govuk-body">
                Its calendar then ends with that day and asks for its last statement. Its sponsor, its section
                151 officer and its lead are written to at once.
              </p>
              <SummaryList
                card={{ title: "What follows" }}
                rows={closingList(account)
                  .filter(({ what }) => what !== "Why it leaves")
                  .map(({ what, stands }) => ({ key: what, value: stands }))}
              />
            </>
          )}
        </>
      }
    />
  )
}
