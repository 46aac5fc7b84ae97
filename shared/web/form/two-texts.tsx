import type { Clash } from "../../domain/refused.ts"
import type { Entries } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { stampWords } from "../../values/london.ts"
import { Input } from "../govuk/input.tsx"
import { Radios } from "../govuk/radios.tsx"

/** Both texts of one answer: theirs as it is saved, yours in the field below. One of them is kept. */
export const TwoTexts = ({ clash, section }: { clash: Clash; section: Section }) => (
  <div class="two-texts" id={`clash.${clash.question}`}>
    <h2 class="govuk-heading-s">{section.asks[clash.question]?.label}</h2>
    <p class="govuk-body">
      {clash.by} saved this on {stampWords(new Date(clash.at))}, after you opened the page:
    </p>
    <div class="govuk-inset-text answer">{clash.theirs || "(no answer)"}</div>
    <Radios
      idPrefix={`choose.${clash.question}`}
      name={`choose.${clash.question}`}
      fieldset={{ legend: { text: "Which one do you want to keep?", size: "s" } }}
      value="mine"
      items={[
        { value: "theirs", text: `What ${clash.by} saved` },
        { value: "mine", text: "What is in the field below: you can change it first" },
      ]}
    />
  </div>
)

/** A finding that is asked about once: taken out, or said not to be about a person. */
export const AboutAPerson = ({ mark, says, entries }: { mark: string; says: string; entries: Entries }) => (
  <div class="two-texts">
    <Input
      id={`cleared.${mark}`}
      name={`cleared.${mark}`}
      label={{ text: says, size: "s" }}
      hint="Take it out below if it is. If it is not about a person who draws on care, say why in a few words: it is asked once."
      value={entries[`cleared.${mark}`] ?? ""}
    />
  </div>
)
