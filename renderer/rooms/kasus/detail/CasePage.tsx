import { PATTERNS } from '../../../../shared/export/tables'
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { useUnits } from '../../../api/useUnits'
import { usePageTitle } from '../../../state/usePageTitle'
import { useReady } from '../../../state/useReady'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { LinkButton } from '../../../ui/Button'
import { CopyButton } from '../../../ui/CopyButton'
import { PageHead } from '../../../ui/PageHead'
import { StateMark } from '../../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../../ui/States'
import { CaseFlags } from './CaseFlags'
import { EventsTable } from './EventsTable'
import { zoneOf } from '../../../../shared/sentences/caseFields'
import { leadSentence } from './lead'
import { Origin } from './Origin'
import { clarificationText, flagsOf, referenceText } from './reference'
import { Section } from './Section'
import { Timeline, TimelineLegend } from './Timeline'
import { timelineModel } from './timelineModel'
import { ValuesList } from './ValuesList'
import { timelineFinding } from './verdicts'
import { VersionsTable } from './VersionsTable'

/** The rules that the deadlines stand on, with their kind, and whose calendar counts the days. */
function ruleNote(detail: CaseDetail, { t, language }: ReturnType<typeof useText>): string {
  const zone = zoneOf(detail.case['received_at'] ?? '')
  if (detail.deadlines.length === 0) return t('case.noRuleNote', { zone })
  const rules = detail.deadlines.map(({ rule, basis, kind, title }) =>
    t('case.ruleNote', { rule, basis, kind: t.code('ruleKind', kind), title: title[language] }),
  )
  return [...new Set(rules), t('case.ruleNoteEnd', { zone })].join(' ')
}

function Facts({ detail }: { detail: CaseDetail }) {
  const text = useText()
  const { t, f } = text
  const units = useUnits()
  const { href } = useRoute()
  const words = { t, f }
  const id = detail.case['case_id'] ?? ''
  const unit = detail.case['unit_code'] ?? detail.reporting_unit
  const model = timelineModel(detail, words)
  const finding = timelineFinding(detail, words)
  const flags = flagsOf(detail).length
  const crumbs = [
    { label: t('level.nation'), href: href('wilayah', { filter: { unit: undefined } }) },
    ...units
      .ancestors(unit)
      .map(({ code, name }) => ({ label: name, href: href('wilayah', { filter: { unit: code } }) })),
    { label: detail.unit_name, href: href('wilayah', { filter: { unit } }) },
    { label: t('cases.title'), href: href('kasus') },
  ]
  return (
    <div className="case">
      <PageHead
        crumbs={crumbs}
        title={id}
        lead={leadSentence(detail, words)}
        actions={
          <>
            {flags > 0 && <StateMark state="flagged" word={t('case.flags', { n: f.count(flags) })} />}
            <CopyButton text={referenceText(detail, words)} label={t('case.copyReference')} />
            {flags > 0 && (
              <CopyButton kind="primary" text={clarificationText(detail, words)} label={t('case.copyClarification')} />
            )}
          </>
        }
      />
      <Section
        title={t('case.timeline')}
        answer={finding.answer}
        caution={finding.caution}
        note={ruleNote(detail, text)}
        className="case-timeline"
      >
        <Timeline model={model} />
        <TimelineLegend model={model} />
      </Section>
      <div className="g case-parts">
        <div className="stack">
          <EventsTable detail={detail} />
          {detail.findings.length > 0 && <CaseFlags detail={detail} />}
        </div>
        <VersionsTable detail={detail} />
        <Origin detail={detail} />
        <ValuesList detail={detail} />
      </div>
    </div>
  )
}

/** The page of one case: `unit` is its reporting unit, as in the location. */
export function CasePage({ caseId, unit }: { caseId: string; unit: string }) {
  const { t } = useText()
  const { href } = useRoute()
  const valid = PATTERNS.id.test(caseId) && PATTERNS.unit.test(unit)
  const { data, error, isPending, isStale, refetch } = useNamedQuery(
    'case.detail',
    { unit, case_id: caseId },
    { enabled: valid },
  )
  usePageTitle(t('case.title', { id: caseId }))
  useReady('kasus', !valid || !isPending)
  const back = <LinkButton href={href('kasus')}>{t('case.back')}</LinkButton>
  if (!valid) return <Empty title={t('case.notFound')} text={t('case.badLink')} action={back} />
  if (error) return <ErrorState error={error} onRetry={refetch} />
  // Another case's facts must not stand under this case's number, not even for a moment.
  if (isPending || isStale || data === undefined) return <Loading />
  if (data === null)
    return <Empty title={t('case.notFound')} text={t('case.notFoundText', { id: caseId, unit })} action={back} />
  return <Facts detail={data} />
}
