import { codeOf, type Wave } from "../../../../shared/domain/evaluation/answers/wave.ts"
import { section } from "../../../../shared/form/section.ts"
import { dayWords } from "../../../../shared/values/london.ts"
import { Slip } from "../../../../shared/web/evaluation/slip.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { C } from "../../here.ts"
import { answersAt, linkOf, waveAt } from "../desk.ts"
import { slipFormHere, waveFormHere } from "../moves.ts"

type Props = { c: C; tried?: Tried }
type OfWave = Props & { one: Wave }

export const AskFormPage = ({ c, tried }: Props) => {
  const at = answersAt(c.req.param("phase") ?? "")
  return (
    <FormPage
      c={c}
      section={waveFormHere(c)}
      action={`${at}/ask`}
      back={{ href: at, text: "Direct answers" }}
      button="Make the link"
      keyed
      {...(tried && { tried })}
    />
  )
}

const backTo = (one: Wave) => ({ href: waveAt(one.phase, one.wave), text: codeOf(one) })

export const PaperPage = ({ c, one, tried }: OfWave) => (
  <FormPage
    c={c}
    section={slipFormHere(one)}
    caption={codeOf(one)}
    action={`${waveAt(one.phase, one.wave)}/paper`}
    back={backTo(one)}
    button="Keep this form"
    before={
      <p class="govuk-body">
        Type what stands there. Leave out what was left out, and anything that says who somebody is.
      </p>
    }
    keyed
    {...(tried && { tried })}
  />
)

const nothingMore = section({ id: "close", title: "Close these questions", minutes: 1, asks: {} })

export const ClosePage = ({ c, one, tried }: OfWave) => (
  <FormPage
    c={c}
    section={nothingMore}
    caption={codeOf(one)}
    action={`${waveAt(one.phase, one.wave)}/close`}
    back={backTo(one)}
    button="Close it"
    before={
      <p class="govuk-body">
        The link takes nothing more from then on, and says so kindly. This cannot be undone; you can ask again
        with another link.
      </p>
    }
    keyed
    {...(tried && { tried })}
  />
)

const titles = { people: "Tell us", families: "Tell us: families", practitioners: "Tell us: practitioners" }

/** One side of paper: as many as are needed come out of the printer. */
export const SlipsPage = ({ c, one }: OfWave) => (
  <Page c={c} title={`The form to print – ${codeOf(one)}`} back={backTo(one)} plain>
    <p class="govuk-body no-print">Print as many as you need. The code says where each belongs.</p>
    <Slip
      group={one.group}
      title={titles[one.group]}
      code={codeOf(one)}
      until={dayWords(one.until)}
      address={c.var.world.settings.contact.address}
      link={linkOf(c, one)}
    />
  </Page>
)
