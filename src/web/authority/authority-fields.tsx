import type { AuthorityKind } from '../browse/authorities-screen.tsx'
import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import grid from '../forms/grid.module.css'
import { RowsField } from '../forms/rows-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import { type AuthorityDraft, noName } from './authority-draft.ts'

const says = words.authority

type Props = Editing<AuthorityDraft> & { of: AuthorityKind }

/** All that is said of an agent, a place or a happening. */
export function AuthorityFields({ of, ...editing }: Props) {
  const { draft, set, error } = editing
  return (
    <div className={grid.fields}>
      {of === 'agents' && (
        <ChoiceField
          label={says.parts.kind}
          value={draft.kind}
          choices={Object.entries(words.browse.agentKinds)}
          onChange={(kind) => set('kind', kind)}
        />
      )}
      <Names {...editing} />
      {of === 'agents' && <AgentParts {...editing} />}
      {of === 'places' && <PlaceParts {...editing} />}
      {of === 'happenings' && (
        <>
          <div className={grid.wide}>
            <DateField
              label={says.parts.date}
              value={draft.date}
              onChange={(date) => set('date', date)}
              error={faultAt(error, 'date')}
            />
          </div>
          <Things {...editing} part="places" kind="place" />
          <Things {...editing} part="agents" kind="agent" />
        </>
      )}
      <div className={grid.wide}>
        <TextField
          label={says.parts.sameAs}
          hint={says.sameAsHint}
          rows={2}
          value={draft.sameAs}
          onChange={(sameAs) => set('sameAs', sameAs)}
          error={faultAt(error, 'sameAs')}
        />
      </div>
      <div className={grid.wide}>
        <TextField
          label={says.parts.note}
          rows={3}
          value={draft.note}
          onChange={(note) => set('note', note)}
          error={faultAt(error, 'note')}
        />
      </div>
    </div>
  )
}

function Names({ draft, set, error }: Editing<AuthorityDraft>) {
  return (
    <RowsField
      label={says.parts.names}
      one={says.one.names}
      rows={draft.names}
      blank={noName}
      onChange={(names) => set('names', names)}
    >
      {(name, change, at) => (
        <>
          <TextField
            label={says.name}
            required={at === 0}
            value={name.text}
            onChange={(text) => change({ ...name, text })}
            error={faultAt(error, `names.${at}.text`)}
          />
          <TextField
            label={says.lang}
            hint={words.pick.languageHint}
            value={name.lang}
            onChange={(lang) => change({ ...name, lang })}
            error={faultAt(error, `names.${at}.lang`)}
          />
          <TextField
            label={says.nameKind}
            hint={says.nameKindHint}
            value={name.kind}
            onChange={(kind) => change({ ...name, kind })}
            error={faultAt(error, `names.${at}.kind`)}
          />
          <Period row={name} change={change} error={faultAt(error, `names.${at}.period`)} />
        </>
      )}
    </RowsField>
  )
}

function AgentParts(editing: Editing<AuthorityDraft>) {
  const { draft, set, error } = editing
  const existence = draft.kind === 'person' ? says.lived : says.parts.existence
  return (
    <>
      <RowsField
        label={existence}
        one={says.one.existence}
        rows={draft.existence}
        blank=""
        onChange={(rows) => set('existence', rows)}
      >
        {(period, change, at) => (
          <DateField
            label={says.period}
            hint={says.periodHint}
            value={period}
            onChange={change}
            error={faultAt(error, `existence.${at}`)}
          />
        )}
      </RowsField>
      <RowsField
        label={says.parts.offices}
        one={says.one.offices}
        rows={draft.offices}
        blank={{ title: '', body: '', period: '' }}
        onChange={(rows) => set('offices', rows)}
      >
        {(office, change, at) => (
          <>
            <TextField
              label={says.office}
              value={office.title}
              onChange={(title) => change({ ...office, title })}
              error={faultAt(error, `offices.${at}.title`)}
            />
            <Pick
              kind="agent"
              label={says.body}
              value={office.body}
              onChange={(body) => change({ ...office, body })}
              error={faultAt(error, `offices.${at}.body`)}
            />
            <Period row={office} change={change} error={faultAt(error, `offices.${at}.period`)} />
          </>
        )}
      </RowsField>
      <Things {...editing} part="predecessors" kind="agent" />
      <Things {...editing} part="successors" kind="agent" />
    </>
  )
}

function PlaceParts({ draft, set, error }: Editing<AuthorityDraft>) {
  const { coordinates } = draft
  return (
    <>
      <TextField
        label={says.lat}
        hint={says.coordinatesHint}
        inputMode="decimal"
        value={coordinates.lat}
        onChange={(lat) => set('coordinates', { ...coordinates, lat })}
        error={faultAt(error, 'coordinates')}
      />
      <TextField
        label={says.lon}
        inputMode="decimal"
        value={coordinates.lon}
        onChange={(lon) => set('coordinates', { ...coordinates, lon })}
      />
      <RowsField
        label={says.parts.within}
        one={says.one.places}
        rows={draft.within}
        blank={{ place: '', period: '' }}
        onChange={(rows) => set('within', rows)}
      >
        {(one, change, at) => (
          <>
            <Pick
              kind="place"
              label={says.place}
              value={one.place}
              onChange={(place) => change({ ...one, place })}
              error={faultAt(error, `within.${at}.place`)}
            />
            <Period row={one} change={change} error={faultAt(error, `within.${at}.period`)} />
          </>
        )}
      </RowsField>
    </>
  )
}

type ThingsProps = Editing<AuthorityDraft> & {
  part: 'predecessors' | 'successors' | 'places' | 'agents'
  kind: 'agent' | 'place'
}

function Things({ draft, set, error, part, kind }: ThingsProps) {
  return (
    <RowsField
      label={says.parts[part]}
      one={says.one[kind === 'agent' ? 'agents' : 'places']}
      rows={draft[part]}
      blank=""
      onChange={(rows) => set(part, rows)}
    >
      {(id, change, at) => (
        <Pick
          kind={kind}
          label={says[kind]}
          value={id}
          onChange={change}
          error={faultAt(error, `${part}.${at}`)}
        />
      )}
    </RowsField>
  )
}

type PeriodProps<R> = { row: R; change: (row: R) => void; error: string | null }

function Period<R extends { period: string }>({ row, change, error }: PeriodProps<R>) {
  return (
    <DateField
      label={says.period}
      hint={says.periodHint}
      value={row.period}
      onChange={(period) => change({ ...row, period })}
      error={error}
    />
  )
}
