import { whyMoreForm, withdrawForm } from "../../../shared/domain/evaluation/stories/forms.ts"
import { type Story, type StoryText, storyName } from "../../../shared/domain/evaluation/stories/story.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { storiesIn, storyAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, placeHere } from "../../../shared/web/evaluation/here.ts"
import { StoryOf } from "../../../shared/web/evaluation/story.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { NotForConcerns } from "../../../shared/web/notes.tsx"
import { Doubts } from "../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"

import { Agreed } from "./agreed.tsx"

const nobody = "The person cannot be recognised by what stays, by anybody whom they did not agree to."

export const AddPage = ({ c, section, tried }: { c: C; section: Section; tried?: Tried }) => {
  const { organisation, phase, name } = placeHere(c)
  const at = storiesIn(organisation, phase)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${at}/add`}
      back={{ href: at, text: "Stories" }}
      caption={name}
      button="Save and go on"
      keyed
      tried={tried}
      beside={<NotForConcerns />}
      after={<Doubts tried={tried} hint={nobody} />}
    />
  )
}

type Props = { c: C; one: Story; tried?: Tried }
type OfStory = Props & { section: Section; entries?: Entries }

const about = (one: Story) => ({
  at: storyAt(one.organisation, one.phase, one.id),
  back: { href: storyAt(one.organisation, one.phase, one.id), text: storyName(one) },
  caption: `${one.name}, ${storyName(one)}`,
})

/** The revision that was read: after a clash, of what is read now. */
const seenIn = ({ one, tried }: Props) => ({
  seen: (tried?.refusal !== "changed by someone else" && tried?.entries.seen) || String(one.revision),
})

export const ChangePage = ({ section, entries, ...props }: OfStory) => {
  const { c, one, tried } = props
  const { at, back, caption } = about(one)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${at}/write`}
      back={back}
      caption={caption}
      button="Save the words"
      entries={entries}
      hidden={seenIn(props)}
      keyed
      tried={tried}
      before={
        one.state !== "draft" && (
          <InsetText>
            Once you save, nobody else reads this story until its person was asked about the new words and the
            officer has checked them.
          </InsetText>
        )
      }
      beside={<NotForConcerns />}
      after={<Doubts tried={tried} hint={nobody} />}
    />
  )
}

export const AskPage = ({ section, entries, text, ...props }: OfStory & { text: StoryText }) => {
  const { c, one, tried } = props
  const { at, back, caption } = about(one)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${at}/consent`}
      back={back}
      caption={caption}
      button="Keep what they said"
      entries={entries}
      hidden={seenIn(props)}
      keyed
      tried={tried}
      before={
        <>
          {one.state === "shared" && (
            <InsetText>What you keep here takes the place of what was agreed before, at once.</InsetText>
          )}
          <StoryOf told={text.words} level={2} />
        </>
      }
      beside={<NotForConcerns />}
      after={<Doubts tried={tried} hint={nobody} />}
    />
  )
}

export const SendPage = (props: Props & { text: StoryText }) => {
  const { c, one, text, tried } = props
  const { at, back, caption } = about(one)
  return (
    <Page c={c} title={`Give it to the officer – ${caption}`} back={back} plain>
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <span class="govuk-caption-l">{caption}</span>
      <h1 class="govuk-heading-l">Give it to the officer</h1>
      <p class="govuk-body">
        The information-governance officer reads it, and says whether others may. Until then nobody else does.
      </p>
      <StoryOf told={text.words} level={2} />
      <form method="post" action={`${at}/send`}>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <input type="hidden" name="seen" value={seenIn(props).seen} />
        <Button preventDoubleClick>Give it to the officer</Button>
      </form>
    </Page>
  )
}

export const CheckPage = ({ section, text, ...props }: OfStory & { text: StoryText }) => {
  const { c, one, tried } = props
  const { at, back, caption } = about(one)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${at}/check`}
      back={back}
      caption={caption}
      button="Decide"
      hidden={seenIn(props)}
      keyed
      tried={tried}
      before={
        <>
          <StoryOf told={text.words} level={2} />
          <Agreed c={c} seen={{ one, text, keeps: true }} />
        </>
      }
    />
  )
}

export const WhyMorePage = (props: Props) => {
  const { c, one, tried } = props
  const { at, back, caption } = about(one)
  return (
    <FormPage
      c={c}
      section={whyMoreForm}
      action={`${at}/why-more`}
      back={back}
      caption={caption}
      button="Keep the reason"
      hidden={seenIn(props)}
      keyed
      tried={tried}
    />
  )
}

export const WithdrawPage = ({ c, one, tried }: Props) => {
  const { at, back, caption } = about(one)
  return (
    <FormPage
      c={c}
      section={withdrawForm}
      action={`${at}/withdraw`}
      back={back}
      caption={caption}
      button="Withdraw it now"
      keyed
      tried={tried}
      before={
        one.reports.length > 0 && (
          <InsetText>
            {one.reports.length === 1 ? "1 report holds it" : `${one.reports.length} reports hold it`}. It
            goes from there too, and the report says that a story was withdrawn.
          </InsetText>
        )
      }
    />
  )
}
