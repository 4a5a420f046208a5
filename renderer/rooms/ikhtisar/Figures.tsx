import type { CodeCount } from '../../../shared/contract/results/common'
import type { Coverage, Flow, Questions, Trend } from '../../../shared/contract/results/overview'
import { bySize } from '../../../shared/sentences/codes'
import { zeroWords } from '../../../shared/sentences/coverage'
import { trendNone } from '../../../shared/sentences/trendNone'
import { matterOf } from '../../../shared/sentences/matter'
import { plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { Bars } from '../../charts/Bars'
import { FlowMismatches } from '../../charts/FlowMismatches'
import { FlowTable } from '../../charts/FlowTable'
import { ControlChart } from '../../charts/ControlChart'
import { useFilter } from '../../state/useFilter'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { AnswerFigure } from './AnswerFigure'
import { QuestionList } from './QuestionList'
import {
  CODE_FIGURES,
  codesView,
  flowView,
  questionsView,
  trendView,
  type CodeKind,
  type FigureView,
  type Setting,
} from './viewModel'

interface Props<T> {
  answer: AnswerState<T>
  coverage: Coverage | undefined
  className?: string
}

function useSetting(coverage: Coverage | undefined): Setting {
  const words = useText()
  const [filter] = useFilter()
  return { filter, coverage, words }
}

const spoken = ({ sentence }: FigureView) => plain(sentence)

export function TrendFigure({ answer, coverage, className = '' }: Props<Trend>) {
  const setting = useSetting(coverage)
  const { t } = setting.words
  return (
    <AnswerFigure
      id="tren"
      answer={answer}
      title={t('overview.trend.title', { matter: t(`overview.matter.${matterOf(setting.filter)}`) })}
      view={(trend) => trendView(trend, setting)}
      isEmpty={(trend) => trend.points.length === 0 || (trendNone(trend, setting.words) ?? false)}
      className={className}
    >
      {(trend, view) => <ControlChart trend={trend} label={spoken(view)} />}
    </AnswerFigure>
  )
}

export function FlowFigure({ answer, coverage, className = '' }: Props<Flow>) {
  const setting = useSetting(coverage)
  const { t } = setting.words
  const { href } = useRoute()
  return (
    <AnswerFigure
      id="arus"
      answer={answer}
      title={t('overview.flow.title')}
      view={(flow) => flowView(flow, setting)}
      className={className}
      more={
        (answer.data?.referred_open ?? 0) > 0 && (
          <a href={href('kasus', { filter: { statuses: ['referred'] } })}>{t('overview.openCases')}</a>
        )
      }
    >
      {(flow, view) => (
        <>
          <FlowTable flow={flow} label={view.title} />
          <FlowMismatches flow={flow} />
        </>
      )}
    </AnswerFigure>
  )
}

export function QuestionsFigure({ answer, coverage, className = '' }: Props<Questions>) {
  const setting = useSetting(coverage)
  return (
    <AnswerFigure
      id="pertanyaan"
      answer={answer}
      title={setting.words.t('overview.questions.title')}
      view={(questions) => questionsView(questions, setting)}
      isEmpty={(questions) => questions.items.length === 0}
      className={className}
    >
      {(questions, view) => <QuestionList questions={questions} label={view.title} />}
    </AnswerFigure>
  )
}

const FILTER_OF = { channel: 'channels', category: 'categories', outcome: null } as const

export function CodesFigure({ answer, coverage, className = '', kind }: Props<CodeCount[]> & { kind: CodeKind }) {
  const setting = useSetting(coverage)
  const { t } = setting.words
  const { href } = useRoute()
  const key = FILTER_OF[kind]
  return (
    <AnswerFigure
      id={kind}
      answer={answer}
      title={t(CODE_FIGURES[kind].title)}
      view={(codes) => codesView(codes, kind, setting)}
      isEmpty={(codes) =>
        codes.every(({ count }) => count === 0) && {
          title: t(kind === 'outcome' ? 'codes.noneClosed' : 'codes.empty'),
          text: zeroWords(coverage, setting.words),
        }
      }
      className={className}
    >
      {(codes, view) => (
        <Bars
          label={spoken(view)}
          total={codes.reduce((sum, { count }) => sum + count, 0)}
          rows={bySize(codes).map(({ code, count }) => ({
            id: code,
            name: t.code(kind, code),
            count,
            unknown: code === 'unknown',
            ...(key && code !== 'unknown' && { href: href('kasus', { filter: { [key]: [code] } }) }),
          }))}
        />
      )}
    </AnswerFigure>
  )
}
