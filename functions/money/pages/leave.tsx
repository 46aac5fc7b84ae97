import { cannotLeave, leavingForm, leavingWords } from "../../../shared/domain/funding/leaving-form.ts"
import { handoverAt } from "../../../shared/web/coaching/addresses.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { leaveAt, moneyAt } from "../addresses.ts"
import type { C } from "../here.ts"
import type { OnLeaving } from "../leaving.ts"
import { NotNow } from "./not-now.tsx"

/** Leaving early: what follows is said before it is asked. */
export const LeavePage = ({ c, desk, tried }: { c: C; desk: OnLeaving; tried?: Tried }) => {
  const { account, final } = desk
  const { organisation, phase, name } = account
  const back = { href: moneyAt(organisation), text: "Money" }
  const says = cannotLeave(account)
  if (says) return <NotNow c={c} title={leavingForm(account).title} says={says} back={back} />
  return (
    <FormPage
      c={c}
      section={leavingForm(account)}
      action={leaveAt(organisation, phase)}
      back={back}
      caption={name}
      button={`Leave the programme for ${name}`}
      keyed
      tried={tried}
      before={
        <>
          <p class="govuk-body">What follows:</p>
          <ul class="govuk-list govuk-list--bullet">
            {leavingWords(account, final).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p class="govuk-body">
            Keep{" "}
            <a class="govuk-link" href={handoverAt(organisation, phase)}>
              the handover pack
            </a>
            : everything that whoever goes on with it needs.
          </p>
        </>
      }
    />
  )
}
