import { readdirSync, readFileSync } from "node:fs"
import { raw } from "hono/html"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { BackLink } from "../shared/web/govuk/back-link.tsx"
import { Breadcrumbs } from "../shared/web/govuk/breadcrumbs.tsx"
import { Button, ButtonGroup } from "../shared/web/govuk/button.tsx"
import { CharacterCount } from "../shared/web/govuk/character-count.tsx"
import { Checkboxes } from "../shared/web/govuk/checkboxes.tsx"
import type { Content } from "../shared/web/govuk/content.ts"
import { DateInput } from "../shared/web/govuk/date-input.tsx"
import { Details } from "../shared/web/govuk/details.tsx"
import { ErrorMessage } from "../shared/web/govuk/error-message.tsx"
import { ErrorSummary } from "../shared/web/govuk/error-summary.tsx"
import { Fieldset } from "../shared/web/govuk/fieldset.tsx"
import { FileUpload } from "../shared/web/govuk/file-upload.tsx"
import { Footer } from "../shared/web/govuk/footer.tsx"
import { GenericHeader } from "../shared/web/govuk/generic-header.tsx"
import { Hint } from "../shared/web/govuk/hint.tsx"
import { Input } from "../shared/web/govuk/input.tsx"
import { InsetText } from "../shared/web/govuk/inset-text.tsx"
import { Label } from "../shared/web/govuk/label.tsx"
import { NotificationBanner } from "../shared/web/govuk/notification-banner.tsx"
import { Pagination } from "../shared/web/govuk/pagination.tsx"
import { Panel } from "../shared/web/govuk/panel.tsx"
import { PhaseBanner } from "../shared/web/govuk/phase-banner.tsx"
import { Radios } from "../shared/web/govuk/radios.tsx"
import { Select } from "../shared/web/govuk/select.tsx"
import { ServiceNavigation } from "../shared/web/govuk/service-navigation.tsx"
import { SkipLink } from "../shared/web/govuk/skip-link.tsx"
import { SummaryList } from "../shared/web/govuk/summary-list.tsx"
import { PlainTable } from "../shared/web/govuk/table.tsx"
import { Tag } from "../shared/web/govuk/tag.tsx"
import { TaskList } from "../shared/web/govuk/task-list.tsx"
import { Textarea } from "../shared/web/govuk/textarea.tsx"
import { WarningText } from "../shared/web/govuk/warning-text.tsx"

type Part = { missing?: string[]; show: (options: unknown) => string | undefined }

/** A part, told which of a fixture's options it takes. A fixture with any other option is not shown. */
const part = <T,>(options: z.ZodType<T>, render: (props: T) => Content): Part => ({
  show: (given) => {
    const read = options.safeParse(given)
    return read.success ? String(render(read.data)) : undefined
  },
})

const text = z.union([z.string(), z.number()])
const words = { text: text.optional(), html: z.string().optional() }
const wordsOf = (given: { text?: string | number; html?: string }): Content =>
  given.html ? raw(given.html.trim()) : given.text
const content = z.strictObject(words).transform(wordsOf)

/** A modifier class, as the word it ends in. */
const modifier = <const T extends readonly string[]>(start: string, ends: T) =>
  z.enum(ends.map((end) => start + end)).transform((name) => name.slice(start.length) as T[number])
const only = (name: string) => z.literal(name).transform(() => true)
const size = (start: string) => modifier(start, ["s", "m", "l", "xl"]).optional()
const width = z
  .templateLiteral(["govuk-input--width-", z.number()])
  .transform((name) => Number(name.slice("govuk-input--width-".length)))
  .pipe(z.literal([2, 3, 4, 5, 10, 20, 30]))

const heading = (start: string) =>
  z
    .strictObject({ ...words, classes: size(start), isPageHeading: z.boolean().optional() })
    .transform(({ classes, isPageHeading, ...given }) => ({
      text: wordsOf(given),
      size: classes,
      isPageHeading,
    }))
const label = heading("govuk-label--")
const legend = heading("govuk-fieldset__legend--")
const fieldset = z.strictObject({ legend: legend.optional(), describedBy: z.string().optional() })

const described = { hint: content.optional(), errorMessage: content.optional() }
const control = { id: z.string().optional(), name: z.string(), label, ...described }
const named = <T extends { id?: string; name: string }>(props: T) => ({
  ...props,
  id: props.id ?? props.name,
})

const choice = z
  .strictObject({
    ...words,
    value: text.transform(String),
    hint: content.optional(),
    checked: z.boolean().optional(),
    conditional: z
      .strictObject({ html: z.string() })
      .transform(({ html }) => raw(html.trim()))
      .optional(),
    behaviour: z.literal("exclusive").optional(),
  })
  .transform(({ text, html, ...item }) => ({ ...item, text: wordsOf({ text, html }) }))
const divider = z.strictObject({ divider: z.string() })
const choices = {
  idPrefix: z.string().optional(),
  name: z.string(),
  fieldset: fieldset.optional(),
  ...described,
  items: z.array(z.union([divider, choice])),
}

const date = {
  id: z.string(),
  namePrefix: z.string().optional(),
  fieldset: fieldset.optional(),
  ...described,
  values: z.record(z.string(), text.optional()).optional(),
}
const datePartOf = <T extends z.ZodType<string>>(name: T, usual?: 2 | 4) =>
  z
    .strictObject({
      name,
      value: text.optional(),
      label: z.string().optional(),
      classes: width.optional(),
      id: z.string().optional(),
      autocomplete: z.string().optional(),
    })
    .transform(({ classes = usual, ...item }) => ({ ...item, width: classes }))
const datePart = datePartOf(z.string())
const datePartNamed = (name: string, usual: 2 | 4) =>
  z.union([z.literal(false), datePartOf(z.string().default(name), usual)]).prefault({})

const summaryActions = z
  .strictObject({
    items: z.array(
      z
        .strictObject({ ...words, href: z.string(), visuallyHiddenText: z.string().optional() })
        .transform(({ href, visuallyHiddenText, ...given }) => ({
          href,
          text: wordsOf(given),
          hidden: visuallyHiddenText,
        })),
    ),
  })
  .transform(({ items }) => items)

const linked = z
  .strictObject({ ...words, href: z.string().optional() })
  .transform(({ href, ...given }) => ({ href, text: wordsOf(given) }))
const colour = modifier("govuk-tag--", [
  "grey",
  "blue",
  "teal",
  "green",
  "purple",
  "magenta",
  "red",
  "orange",
  "yellow",
])
const tag = z
  .strictObject({ ...words, classes: colour.optional() })
  .transform(({ classes, ...given }) => ({ tag: wordsOf(given), colour: classes }))
const attributes = z.record(z.string(), text)

const parts: Record<string, Part> = {
  "back-link": part(z.strictObject({ ...words, href: z.string().default("#") }), ({ href, ...given }) => (
    <BackLink href={href}>{wordsOf(given)}</BackLink>
  )),

  breadcrumbs: part(z.strictObject({ items: z.array(linked) }), (props) => <Breadcrumbs {...props} />),

  button: part(
    z.strictObject({
      ...words,
      href: z.string().optional(),
      name: z.string().optional(),
      value: z.string().optional(),
      classes: modifier("govuk-button--", ["secondary", "warning", "inverse"]).optional(),
      isStartButton: z.boolean().optional(),
      disabled: z.boolean().optional(),
      preventDoubleClick: z.boolean().optional(),
      id: z.string().optional(),
      attributes: attributes.optional(),
    }),
    ({ text, html, classes, isStartButton, attributes, ...props }) => (
      <Button variant={classes} start={isStartButton} {...props} {...attributes}>
        {wordsOf({ text, html })}
      </Button>
    ),
  ),

  "character-count": part(
    z
      .strictObject({
        ...control,
        value: z.string().optional(),
        rows: z.number().optional(),
        maxwords: z.number().optional(),
        maxlength: z.number().optional(),
        threshold: z.number().optional(),
        spellcheck: z.boolean().optional(),
      })
      .transform(named),
    ({ maxwords, maxlength, ...props }) => (
      <CharacterCount maxWords={maxwords} maxLength={maxlength} {...props} />
    ),
  ),

  checkboxes: part(
    z.strictObject({
      ...choices,
      values: z.array(z.string()).optional(),
      classes: only("govuk-checkboxes--small").optional(),
    }),
    ({ classes, ...props }) => (
      <Checkboxes small={classes} {...props} idPrefix={props.idPrefix ?? props.name} />
    ),
  ),

  "date-input": part(
    z.union([
      z.strictObject({ ...date, items: z.array(datePart).nonempty() }),
      z
        .strictObject({
          ...date,
          day: datePartNamed("day", 2),
          month: datePartNamed("month", 2),
          year: datePartNamed("year", 4),
        })
        .transform(({ day, month, year, ...given }) => ({
          ...given,
          items: [day, month, year].filter((item) => item !== false),
        })),
    ]),
    ({ values, items, ...props }) => {
      const sent = (name: string) => (props.namePrefix ? `${props.namePrefix}-${name}` : name)
      const valued = items.map((item) => ({ ...item, value: item.value ?? values?.[sent(item.name)] }))
      return <DateInput {...props} items={valued} />
    },
  ),

  details: part(
    z.strictObject({
      ...words,
      summaryText: z.string().optional(),
      summaryHtml: z.string().optional(),
      open: z.boolean().optional(),
      id: z.string().optional(),
    }),
    ({ summaryText, summaryHtml, open, id, ...given }) => (
      <Details summary={wordsOf({ text: summaryText, html: summaryHtml })} open={open} id={id}>
        {wordsOf(given)}
      </Details>
    ),
  ),

  "error-message": part(z.strictObject({ ...words, id: z.string().optional() }), ({ id, ...given }) => (
    <ErrorMessage id={id}>{wordsOf(given)}</ErrorMessage>
  )),

  "error-summary": part(
    z.strictObject({
      titleText: z.string().optional(),
      titleHtml: z.string().optional(),
      descriptionText: z.string().optional(),
      descriptionHtml: z.string().optional(),
      errorList: z.array(linked).default([]),
      disableAutoFocus: z.boolean().optional(),
    }),
    ({ errorList, disableAutoFocus, ...given }) => (
      <ErrorSummary
        title={wordsOf({ text: given.titleText, html: given.titleHtml })}
        description={wordsOf({ text: given.descriptionText, html: given.descriptionHtml })}
        errors={errorList}
        disableAutoFocus={disableAutoFocus}
      />
    ),
  ),

  fieldset: part(
    z.strictObject({
      legend: legend.optional(),
      describedBy: z.string().optional(),
      role: z.string().optional(),
      html: z.string().optional(),
    }),
    ({ html, ...props }) => <Fieldset {...props}>{html && raw(html)}</Fieldset>,
  ),

  "file-upload": part(
    z
      .strictObject({ ...control, attributes: z.strictObject({ accept: z.string() }).optional() })
      .transform(named),
    ({ attributes, ...props }) => <FileUpload {...props} accept={attributes?.accept} />,
  ),

  footer: {
    ...part(
      z.strictObject({
        meta: z
          .strictObject({ ...words, items: z.array(linked).nonempty().optional() })
          .refine((meta) => Object.keys(meta).length > 0)
          .optional(),
        contentLicence: z.null().optional(),
      }),
      ({ meta: { items, ...given } = {} }) => (
        <Footer items={items?.map(({ text, href = "" }) => ({ text, href }))}>{wordsOf(given)}</Footer>
      ),
    ),
    missing: [
      "govuk-footer__crown",
      "govuk-footer__licence-logo",
      "govuk-footer__licence-description",
      "govuk-footer__meta-item",
    ],
  },

  "generic-header": part(
    z.strictObject({
      logoText: z.string().optional(),
      logoHtml: z.string().optional(),
      url: z.string().optional(),
    }),
    ({ logoText, logoHtml, url }) => (
      <GenericHeader name={wordsOf({ text: logoText, html: logoHtml })} href={url} />
    ),
  ),

  hint: part(z.strictObject({ ...words, id: z.string().optional() }), ({ id, ...given }) => (
    <Hint id={id}>{wordsOf(given)}</Hint>
  )),

  input: part(
    z
      .strictObject({
        ...control,
        value: text.optional(),
        type: z.string().optional(),
        inputmode: z.enum(["text", "numeric", "decimal"]).optional(),
        prefix: content.optional(),
        suffix: content.optional(),
        classes: width.optional(),
        autocomplete: z.string().optional(),
        spellcheck: z.boolean().optional(),
        describedBy: z.string().optional(),
        disabled: z.boolean().optional(),
      })
      .transform(named),
    ({ classes, ...props }) => <Input width={classes} {...props} />,
  ),

  "inset-text": part(z.strictObject({ ...words, id: z.string().optional() }), ({ id, ...given }) => (
    <InsetText id={id}>{wordsOf(given)}</InsetText>
  )),

  label: part(
    z
      .strictObject({
        ...words,
        for: z.string().optional(),
        classes: size("govuk-label--"),
        isPageHeading: z.boolean().optional(),
      })
      .refine(({ text, html }) => text || html),
    ({ text, html, classes, isPageHeading, ...props }) => (
      <Label size={classes} isPageHeading={isPageHeading} for={props.for}>
        {wordsOf({ text, html })}
      </Label>
    ),
  ),

  "notification-banner": part(
    z.strictObject({
      ...words,
      titleText: z.string().optional(),
      titleHtml: z.string().optional(),
      type: z.literal("success").optional(),
      titleId: z.string().optional(),
    }),
    ({ titleText, titleHtml, type, titleId, ...given }) => (
      <NotificationBanner title={wordsOf({ text: titleText, html: titleHtml })} type={type} id={titleId}>
        {wordsOf(given)}
      </NotificationBanner>
    ),
  ),

  pagination: part(
    z.strictObject({
      previous: z
        .strictObject({ href: z.string(), text: z.string().optional(), labelText: z.string().optional() })
        .optional(),
      next: z
        .strictObject({ href: z.string(), text: z.string().optional(), labelText: z.string().optional() })
        .optional(),
      items: z
        .array(
          z.union([
            z.strictObject({ ellipsis: z.literal(true) }),
            z.strictObject({ number: text, href: z.string(), current: z.boolean().optional() }),
          ]),
        )
        .optional(),
    }),
    (props) => <Pagination {...props} />,
  ),

  panel: part(
    z.strictObject({
      ...words,
      titleText: z.string().optional(),
      titleHtml: z.string().optional(),
      headingLevel: z.literal([1, 2, 3, 4]).optional(),
    }),
    ({ titleText, titleHtml, headingLevel, ...given }) => (
      <Panel title={wordsOf({ text: titleText, html: titleHtml })} headingLevel={headingLevel}>
        {wordsOf(given)}
      </Panel>
    ),
  ),

  "phase-banner": part(z.strictObject({ ...words, tag: content }), ({ tag, ...given }) => (
    <PhaseBanner tag={tag}>{wordsOf(given)}</PhaseBanner>
  )),

  radios: part(
    z.strictObject({
      ...choices,
      value: z.string().optional(),
      classes: z
        .enum(["govuk-radios--small", "govuk-radios--inline", "govuk-radios--small govuk-radios--inline"])
        .optional(),
    }),
    ({ classes, ...props }) => (
      <Radios
        small={classes?.includes("--small")}
        inline={classes?.includes("--inline")}
        {...props}
        idPrefix={props.idPrefix ?? props.name}
      />
    ),
  ),

  select: part(
    z
      .strictObject({
        ...control,
        items: z
          .array(
            z.strictObject({
              value: text.transform(String),
              text: z.string(),
              selected: z.boolean().optional(),
              disabled: z.boolean().optional(),
            }),
          )
          .default([]),
        value: text.transform(String).optional(),
      })
      .transform(named),
    (props) => <Select {...props} />,
  ),

  "service-navigation": part(
    z.strictObject({
      serviceName: z.string().optional(),
      serviceUrl: z.string().optional(),
      navigation: z
        .array(
          z
            .strictObject({
              ...words,
              href: z.string().optional(),
              current: z.boolean().optional(),
              active: z.boolean().optional(),
            })
            .transform(({ text, html, ...item }) => ({ ...item, text: wordsOf({ text, html }) })),
        )
        .default([]),
      navigationLabel: z.string().optional(),
    }),
    ({ serviceName, serviceUrl, navigation, navigationLabel }) => (
      <ServiceNavigation name={serviceName} href={serviceUrl} items={navigation} label={navigationLabel} />
    ),
  ),

  "skip-link": part(
    z.strictObject({ ...words, href: z.string().default("#content") }),
    ({ href, ...given }) => <SkipLink href={href}>{wordsOf(given)}</SkipLink>,
  ),

  "summary-list": part(
    z.strictObject({
      rows: z.array(z.strictObject({ key: content, value: content, actions: summaryActions.optional() })),
      card: z
        .strictObject({
          title: z.strictObject({ ...words, headingLevel: z.literal([1, 2, 3, 4]).optional() }),
          actions: summaryActions.optional(),
        })
        .transform(({ title: { headingLevel, ...given }, actions }) => ({
          title: wordsOf(given),
          headingLevel,
          actions,
        }))
        .optional(),
      classes: only("govuk-summary-list--no-border").optional(),
    }),
    ({ classes, ...props }) => <SummaryList noBorder={classes} {...props} />,
  ),

  table: part(
    z.strictObject({
      caption: z.string().optional(),
      captionClasses: size("govuk-table__caption--"),
      head: z
        .array(
          z
            .strictObject({ ...words, format: only("numeric").optional() })
            .transform(({ format, ...given }) => ({ text: wordsOf(given), numeric: format })),
        )
        .optional(),
      rows: z.array(
        z.array(
          z
            .strictObject({ ...words, format: only("numeric").optional(), colspan: z.number().optional() })
            .transform(({ format, colspan, ...given }) => ({
              content: wordsOf(given),
              numeric: format,
              colspan,
            })),
        ),
      ),
      firstCellIsHeader: z.boolean().optional(),
      classes: only("govuk-table--small-text-until-tablet").optional(),
    }),
    ({ captionClasses, classes, ...props }) => (
      <PlainTable captionSize={captionClasses} small={classes} {...props} />
    ),
  ),

  tag: part(tag, ({ tag, colour }) => <Tag colour={colour}>{tag}</Tag>),

  "task-list": part(
    z.strictObject({
      idPrefix: z.string().default("task-list"),
      items: z.array(
        z
          .strictObject({
            title: content,
            hint: content.optional(),
            href: z.string().optional(),
            status: z.union([
              z.strictObject({ tag }).transform(({ tag }) => ({ ...tag, cannotStart: false })),
              z
                .strictObject({
                  ...words,
                  classes: only("govuk-task-list__status--cannot-start-yet").optional(),
                })
                .transform(({ classes, ...given }) => ({ text: wordsOf(given), cannotStart: classes })),
            ]),
          })
          .transform(({ status: { cannotStart, ...status }, ...item }) => ({ ...item, status, cannotStart })),
      ),
    }),
    (props) => <TaskList {...props} />,
  ),

  textarea: part(
    z
      .strictObject({
        ...control,
        value: z.string().optional(),
        rows: z.number().optional(),
        spellcheck: z.boolean().optional(),
        autocomplete: z.string().optional(),
      })
      .transform(named),
    (props) => <Textarea {...props} />,
  ),

  "warning-text": part(
    z.strictObject({ ...words, iconFallbackText: z.literal("Warning").optional() }),
    (given) => <WarningText>{wordsOf(given)}</WarningText>,
  ),
}

/** The fixtures that have an option no page uses, by component and in govuk-frontend's order. */
// biome-ignore format: names are read as a paragraph
const leftOut: Record<string, string[]> = {
  "back-link": [
    "inverse", "classes", "attributes",
  ],
  breadcrumbs: [
    "with collapse on mobile", "inverse", "classes", "attributes", "item attributes", "custom label",
  ],
  button: [
    "default hover state", "default active state", "default focus state", "secondary hover state",
    "secondary active state", "secondary focus state", "warning hover state", "warning active state",
    "warning focus state", "inverse hover state", "inverse active state", "inverse focus state", "classes",
    "link classes", "type",
  ],
  "character-count": [
    "with count type 'length'", "with count type 'characters'", "with count type 'characters' and value",
    "with count type 'characters' and error message", "with count type 'characters' and threshold",
    "with count type 'words'", "with count type 'words' and value",
    "with count type 'words' and error message", "with count type 'words' and threshold",
    "with custom textarea description", "classes", "attributes", "formGroup with classes",
    "custom classes on countMessage", "custom classes with error message",
    "with textarea maxlength attribute", "with neither maxlength nor maxwords set", "with translations",
  ],
  checkboxes: [
    "with hints on items", "with optional form-group classes showing group error", "with id and name",
    "with disabled item", "with falsy values", "classes", "attributes", "items with attributes",
    "empty conditional", "with label classes", "label with attributes", "fieldset params",
    "with single option set 'aria-describedby' on input, and describedBy",
    "with single option (and hint) set 'aria-describedby' on input, and describedBy",
  ],
  "date-input": [
    "with errors only", "with errors only (using classes)", "with errors only (using items)",
    "with errors only (using items and classes)", "with error on day input",
    "with error on day input (using items)", "with error on month input",
    "with error on month input (using items)", "with error on year input",
    "with error on year input (using items)", "classes", "attributes", "with empty items", "custom pattern",
    "custom inputmode", "with field value and items", "with field value and item value",
    "with field value, item value and values", "with error on single field",
    "with error on single field by omission", "with error on single field using classes",
    "with error on single item", "with error on single item by omission",
    "with error on single item using classes", "items with classes", "with optional form-group classes",
    "with input attributes",
  ],
  details: [
    "classes", "attributes",
  ],
  "error-message": [
    "translated", "classes", "attributes", "with visually hidden text", "visually hidden text removed",
  ],
  "error-summary": [
    "classes", "attributes", "error list with attributes",
  ],
  fieldset: [
    "legend classes", "classes", "attributes",
  ],
  "file-upload": [
    "enhanced", "enhanced, with error message and hint", "enhanced, multiple files",
    "enhanced, custom wrapper classes and attributes", "with value", "classes", "with describedBy",
    "with hint and describedBy", "with error and describedBy", "with error, describedBy and hint",
    "translated, no javascript enhancement", "allows multiple files", "disabled",
    "with optional form-group classes", "translated",
  ],
  footer: [
    "with custom HTML content licence and copyright notice",
    "with custom text content licence and copyright notice", "with default width navigation (one column)",
    "with default width navigation (two columns)", "with navigation", "Full GDS example",
    "Three equal columns", "attributes", "classes", "with container classes",
    "with HTML passed as text content", "with empty meta", "with empty meta items", "with meta",
    "with meta item attributes", "with empty navigation", "with navigation item attributes",
  ],
  "generic-header": [
    "full width", "attributes", "classes",
  ],
  hint: [
    "classes", "attributes",
  ],
  input: [
    "with extra letter spacing", "classes", "attributes", "with prefix with classes",
    "with prefix with attributes", "with suffix with classes", "with suffix with attributes",
    "with customised input wrapper", "with optional form-group classes", "with pattern attribute",
    "with autocapitalize turned off",
  ],
  "inset-text": [
    "classes", "attributes",
  ],
  label: [
    "empty", "classes", "attributes",
  ],
  "notification-banner": [
    "custom title heading level", "custom role", "classes", "attributes", "with invalid type",
    "auto-focus disabled, with type as success", "auto-focus explicitly enabled, with type as success",
    "role=alert overridden to role=region, with type as success", "custom tabindex",
  ],
  pagination: [
    "with custom classes", "with custom attributes", "with custom navigation landmark",
    "with custom accessible labels on item links", "with empty items",
  ],
  panel: [
    "interruption", "interruption-with-content-with-long-line-length",
    "interruption-with-headings-content-and-lists", "classes", "attributes",
    "interruption with custom classes", "confirmation, with actions",
    "interruption, with actions classes and attributes", "interruption, submit action",
    "interruption, button link", "interruption, no actions", "interruption, no actions items",
  ],
  "phase-banner": [
    "classes", "text", "html as text", "attributes", "tag classes",
  ],
  radios: [
    "with hints on items", "with optional form-group classes showing group error", "small",
    "small with error", "small with hint", "small with conditional reveal", "with falsy items",
    "attributes", "items with attributes", "with empty conditional", "label with classes",
    "label with attributes", "fieldset params", "with disabled",
  ],
  select: [
    "with full width override", "with describedBy", "attributes", "attributes on items", "with falsy items",
    "hint and describedBy", "error and describedBy", "without values", "without values with selected value",
    "with falsy values", "with optional form-group classes",
  ],
  "service-navigation": [
    "inverse", "with collapseNavigationOnMobile set to false",
    "with a single navigation item and collapseNavigationOnMobile set to true", "attributes", "classes",
    "with custom aria-label", "with custom navigation toggle text", "with custom navigation toggle label",
    "with identical navigation toggle text and label",
    "with custom navigation toggle text and navigation label", "with custom navigation classes",
    "with custom navigation ID", "with navigation having empty values",
    "with navigation having only empty values", "with language navigation",
    "with right-aligned language navigation", "inverse with language navigation", "with slotted content",
    "with `inline` end slot",
  ],
  "skip-link": [
    "with focus", "classes", "attributes",
  ],
  "summary-list": [
    "no-border on last row", "attributes", "with falsy values", "key with classes", "actions with classes",
    "actions with attributes", "classes on items", "rows with classes", "summary card with custom classes",
    "summary card with custom attributes", "overridden-widths",
  ],
  table: [
    "classes", "attributes", "head with classes", "head with rowspan and colspan", "head with attributes",
    "firstCellIsHeader with classes", "firstCellIsHeader with rowspan and colspan",
    "firstCellIsHeader with attributes", "with falsy items", "rows with classes",
    "rows with rowspan and colspan", "rows with attributes",
  ],
  tag: [
    "attributes",
  ],
  "task-list": [
    "forced hover state", "custom classes", "custom attributes", "with empty values",
  ],
  textarea: [
    "classes", "attributes", "with describedBy", "with hint and described by",
    "with error message and described by", "with hint, error message and described by",
    "with optional form-group classes",
  ],
  "warning-text": [
    "attributes", "classes", "icon fallback text only",
  ],
}

/** The components with no part here, because no page needs them. */
const withoutPart = [
  "accordion",
  "cookie-banner",
  "exit-this-page",
  "feedback",
  "header",
  "language-navigation",
  "password-input",
  "tabs",
]

const components = new URL("../node_modules/govuk-frontend/dist/govuk/components/", import.meta.url)

type Fixture = { name: string; options: unknown; html: string }

const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, components), "utf8")).fixtures

test("every component of govuk-frontend is a part, or is named as one that is not", () => {
  const folders = readdirSync(components, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect([...Object.keys(parts), ...withoutPart].sort()).toEqual(folders.map(({ name }) => name).sort())
})

describe.each(Object.entries(parts))("%s", (component, { show, missing }) => {
  const fixtures = fixturesOf(component).map((fixture) => ({ ...fixture, shown: show(fixture.options) }))

  test.each(fixtures.filter(({ shown }) => shown !== undefined))("is as its fixture: $name", (fixture) => {
    expect(linesOf(fixture.shown ?? "")).toEqual(linesOf(fixture.html, missing))
  })

  test("leaves out the fixtures it names, and no other", () => {
    expect(fixtures.filter(({ shown }) => shown === undefined).map(({ name }) => name)).toEqual(
      leftOut[component],
    )
  })
})

describe("what is typed", () => {
  const typed = `<script>alert("1 & '2'")</script>`

  test.each([
    <Input
      id="a"
      name="a"
      label={{ text: typed }}
      hint={typed}
      errorMessage={typed}
      value={typed}
      prefix={typed}
    />,
    <Textarea id="a" name="a" label={{ text: "A" }} value={typed} />,
    <Select id="a" name="a" label={{ text: "A" }} items={[{ value: typed, text: typed }]} />,
    <Radios idPrefix="a" name="a" items={[{ value: typed, text: typed, hint: typed, conditional: typed }]} />,
    <SummaryList
      rows={[{ key: typed, value: typed, actions: [{ href: typed, text: typed, hidden: typed }] }]}
    />,
    <ErrorSummary errors={[{ text: typed, href: typed }]} />,
    <NotificationBanner>{typed}</NotificationBanner>,
  ])("is never markup: %#", (part) => {
    expect(String(part)).toContain("&lt;script&gt;")
    expect(String(part)).not.toContain("<script>")
  })

  test.each(["\nfirst", "\n\n", "\r\nfirst", "one\n\n  two\n", "  spaced  ", "", "\n"])(
    "comes back from a textarea with every newline: %j",
    (value) => {
      for (const box of [
        <Textarea id="a" name="a" label={{ text: "A" }} value={value} />,
        <CharacterCount id="a" name="a" label={{ text: "A" }} maxWords={9} value={value} />,
      ])
        expect(linesOf(String(box))).toContain(JSON.stringify(value.replaceAll("\r\n", "\n")))
    },
  )
})

test("a group of buttons holds them and nothing else", () => {
  const group = (
    <ButtonGroup>
      <Button formaction="/save">Save</Button>
    </ButtonGroup>
  )
  expect(String(group)).toBe(
    `<div class="govuk-button-group">${<Button formaction="/save">Save</Button>}</div>`,
  )
  expect(String(group)).toContain(` formaction="/save"`)
})

test("a cell of a table may span columns", () => {
  const table = <PlainTable rows={[[{ content: "None yet", colspan: 3 }]]} firstCellIsHeader={false} />
  expect(String(table)).toContain(`<td class="govuk-table__cell" colspan="3">None yet</td>`)
})

test("words made of several pieces are still one heading of a banner", () => {
  const banner = (
    <NotificationBanner>
      {2} returns sent to {"Leeds"}
    </NotificationBanner>
  )
  expect(String(banner)).toContain(
    `<p class="govuk-notification-banner__heading">2 returns sent to Leeds</p>`,
  )
})

test("a date whose parts are told nothing gives each its id, name, label and width", () => {
  const date = (
    <DateInput
      id="due"
      namePrefix="due"
      items={[{ name: "year", width: undefined, label: undefined, id: undefined }]}
    />
  )
  expect(String(date)).toContain(
    `<label class="govuk-label govuk-date-input__label" for="due-year">Year</label>`,
  )
  expect(String(date)).toContain("govuk-input--width-4")
  expect(String(date)).toContain(`name="due-year"`)
})

type Element = { tag: string; attributes: Map<string, string>; children: (Element | string)[] }

/** The elements of well-formed HTML. Anything a browser would have to mend is thrown. */
const parse = (html: string): Element => {
  const root: Element = { tag: "", attributes: new Map(), children: [] }
  const open = [root]
  const token = /<\/([a-z][\w-]*)>|<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gy
  while (token.lastIndex < html.length) {
    const at = token.lastIndex
    const [, closed, opened, attributes = "", selfClosed, words] = token.exec(html) ?? []
    const parent = open.at(-1) ?? root
    if (words) parent.children.push(words)
    else if (closed) {
      if (parent.tag !== closed) throw new Error(`</${closed}> closes <${parent.tag}> in ${html}`)
      open.pop()
    } else if (opened) {
      const element = { tag: opened, attributes: attributesOf(attributes), children: [] }
      parent.children.push(element)
      if (!selfClosed && !voidTags.has(opened)) open.push(element)
    } else throw new Error(`Not HTML: ${html.slice(at, at + 50)}`)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is never closed in ${html}`)
  return root
}

const attributesOf = (written: string) => {
  const attributes = new Map<string, string>()
  for (const [, name = "", value = ""] of written.matchAll(/([^\s"=]+)(?:="([^"]*)")?/g)) {
    if (attributes.has(name)) throw new Error(`${name} is given twice in ${written}`)
    attributes.set(name, name === "class" ? value.trim().split(/\s+/).sort().join(" ") : decoded(value))
  }
  return attributes
}

const voidTags = new Set(["br", "hr", "img", "input"])
const inlineTags = new Set(["a", "abbr", "b", "code", "em", "i", "small", "span", "strong"])
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", ctdot: "⋯" }

const decoded = (written: string) =>
  written.replace(/&([^;\s]*);/g, (_, name: string) => {
    const character = entities[name]
    if (character === undefined) throw new Error(`&${name}; is not known here`)
    return character
  })

/**
 * HTML as lines to compare: a tag with its attributes and classes in order, or words. Space counts
 * as it does on the page: none at the edges of a block, one between words, even across inline tags;
 * every character in a textarea but the first newline. An element whose class is one of the missing
 * is passed over, with all that is in it.
 */
const linesOf = (html: string, missing: string[] = []) => {
  const lines: string[] = []
  let [begun, space] = [false, false]

  const edge = (tag: string) => {
    if (!inlineTags.has(tag)) [begun, space] = [false, false]
  }
  const write = (node: Element | string) => {
    if (typeof node === "string") {
      const words = decoded(node).split(/[ \t\r\n\f]+/)
      if (words[0] === "") space = true
      const said = words.filter(Boolean).join(" ")
      if (!said) return
      lines.push(JSON.stringify((begun && space ? " " : "") + said))
      begun = true
      space = words.at(-1) === ""
      return
    }
    const { tag, attributes, children } = node
    if (missing.includes(attributes.get("class") ?? "")) return
    edge(tag)
    lines.push(`<${[tag, ...[...attributes].map(([name, value]) => `${name}="${value}"`).sort()].join(" ")}>`)
    if (tag === "textarea") {
      const held = children.map((child) => (typeof child === "string" ? decoded(child) : "")).join("")
      lines.push(JSON.stringify(held.replace(/\r\n?/g, "\n").replace(/^\n/, "")))
    } else children.forEach(write)
    if (!voidTags.has(tag)) lines.push(`</${tag}>`)
    edge(tag)
  }
  parse(html).children.forEach(write)
  return lines
}
