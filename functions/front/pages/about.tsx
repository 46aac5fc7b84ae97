import type { Asking } from "../../../shared/web/env.ts"
import { Contact } from "../../../shared/web/errors.tsx"
import { takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"

export const HelpPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="Help">
    <h1 class="govuk-heading-l">Help</h1>
    <Contact c={c} />
    <h2 class="govuk-heading-m">Has it gone?</h2>
    <p class="govuk-body">
      The first line of every page of an expression of interest says SENT, or NOT SENT. Only SENT means sent.
      You also get an email, and a receipt that anybody can check.
    </p>
    <h2 class="govuk-heading-m">I changed jobs</h2>
    <p class="govuk-body">
      Access belongs to a person and a role and ends by itself. The lead of your organisation can invite your
      successor and end yours under People and access.
    </p>
    <h2 class="govuk-heading-m">I cannot use this website</h2>
    <p class="govuk-body">
      Telephone us. We can send the questions on paper and type your answers while you speak.
    </p>
  </Page>
)

const whileSigningIn = [
  { content: "__Host-department-sign-in" },
  { content: "Knows the department’s answer for yours while you sign in with your department account" },
  { content: "When you are signed in, or after 10 minutes" },
]

export const CookiesPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="Cookies">
    <h1 class="govuk-heading-l">Cookies</h1>
    <p class="govuk-body">
      {c.var.world.settings.identity
        ? "We keep one cookie while you sign in, and one while you are signed in."
        : "We keep one cookie, and only while you are signed in."}{" "}
      We do not measure or follow anybody.
    </p>
    <Table
      head={[{ text: "Name" }, { text: "What for" }, { text: "Ends" }]}
      rows={[
        [
          { content: "__Host-session" },
          { content: "Keeps you signed in" },
          { content: "When you sign out, after 12 hours without a click, or after 7 days" },
        ],
        ...(c.var.world.settings.identity ? [whileSigningIn] : []),
      ]}
    />
  </Page>
)

export const AccessibilityPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="Accessibility statement">
    <h1 class="govuk-heading-l">Accessibility statement for {c.var.world.settings.serviceName}</h1>
    <p class="govuk-body">
      We want as many people as possible to be able to use this service: at 400% zoom, by keyboard alone, with
      a screen reader, with speech, without JavaScript, on a phone.
    </p>
    <h2 class="govuk-heading-m">How accessible it is</h2>
    <p class="govuk-body">
      Every page is tested by machine against the Web Content Accessibility Guidelines version 2.2, levels A
      and AA. It has not yet been audited by people, so it is <strong>partially compliant</strong> until it
      has.
    </p>
    <h2 class="govuk-heading-m">Tell us what does not work</h2>
    <Contact c={c} />
    <h2 class="govuk-heading-m">If you are not happy with our answer</h2>
    <p class="govuk-body">
      The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
      Applications) (No. 2) Accessibility Regulations 2018. Contact the Equality Advisory and Support Service.
    </p>
  </Page>
)

export const PrivacyPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="Privacy">
    <h1 class="govuk-heading-l">Privacy</h1>
    <p class="govuk-body">
      We keep the names and work addresses of the staff who use this service, what they saved, confirmed and
      sent, and when. It is kept because public money is decided on it. Of people who draw on care we keep
      nothing but what they tell us themselves, as it says below: every text is looked at for numbers and
      addresses that could name somebody, and they are stopped before they are saved.
    </p>
    <p class="govuk-body">
      People, families and practitioners can answer the evaluator by a link or on paper, without an account
      and without a cookie. We keep what they chose and wrote and the day: no name, no address, and nothing
      about their device. Nobody at their council sees it. A story is kept only while its person agrees, under
      a name that they chose, and is taken away when they say so:{" "}
      <a class="govuk-link" href={`${takingPartAt}/stop-my-story`}>
        stop my story
      </a>
      .
    </p>
    <p class="govuk-body">
      What is sent may be asked for under the Freedom of Information Act 2000. Names and contact details would
      be taken out.
    </p>
    <Contact c={c} />
  </Page>
)
