/** The choice of the threshold as a picture: how many questions are answered, against how many wrongly. */
import type { Outcome } from './evaluate.ts';

/** What a threshold lets through. */
export interface CurvePoint {
  readonly threshold: number;
  /** Share of the answerable questions that are answered, in [0, 1]. */
  readonly answered: number;
  /** Share of the unanswerable ones that are answered, in [0, 1]. */
  readonly wrongly: number;
}

/** The curve over all thresholds that make a difference, from the strictest to the most lenient. */
export function refusalCurve(outcomes: readonly Outcome[]): CurvePoint[] {
  const answerable = outcomes.filter(({ gold }) => gold.relevant.length > 0).map(confidence);
  const unanswerable = outcomes.filter(({ gold }) => gold.relevant.length === 0).map(confidence);
  const thresholds = [...new Set([1, ...answerable, ...unanswerable, 0])].sort((a, b) => b - a);
  return thresholds.map((threshold) => ({
    threshold,
    answered: shareAbove(answerable, threshold),
    wrongly: shareAbove(unanswerable, threshold),
  }));
}

const confidence = ({ answer }: Outcome): number => answer.confidence;

const shareAbove = (values: readonly number[], threshold: number): number =>
  values.length === 0 ? 0 : values.filter((value) => value >= threshold).length / values.length;

const SIZE = 440;
const MARGIN = 56;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** The curve as SVG, readable on light and dark grounds, with the point of the threshold in use. */
export function drawCurve(curve: readonly CurvePoint[], threshold: number): string {
  const x = (share: number): string => (MARGIN + share * (SIZE - 2 * MARGIN)).toFixed(1);
  const y = (share: number): string => (SIZE - MARGIN - share * (SIZE - 2 * MARGIN)).toFixed(1);
  const path = curve
    .map(({ wrongly, answered }, i) => `${i === 0 ? 'M' : 'L'}${x(wrongly)} ${y(answered)}`)
    .join(' ');
  const inUse = curve.findLast((point) => point.threshold >= threshold) ?? curve[0]!;
  const grid = TICKS.flatMap((tick) => [
    `<path class="grid" d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}"/>`,
    `<text x="${x(tick)}" y="${SIZE - MARGIN + 18}" text-anchor="middle">${percent(tick)}</text>`,
    `<text x="${MARGIN - 8}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${percent(tick)}</text>`,
  ]);
  const label = `threshold ${threshold}: ${percent(inUse.answered)} answered, ${percent(inUse.wrongly)} wrongly`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="12">
<title>${label}</title>
<style>rect{fill:#fff}.grid{stroke:#ddd;fill:none}.curve{stroke:#2b6cb0;stroke-width:2;fill:none}circle{fill:#c53030}text{fill:#333}</style>
<rect width="${SIZE}" height="${SIZE}"/>
${grid.join('\n')}
<path class="curve" d="${path}"/>
<circle cx="${x(inUse.wrongly)}" cy="${y(inUse.answered)}" r="5"/>
<text x="${SIZE / 2}" y="24" text-anchor="middle">${label}</text>
<text x="${SIZE / 2}" y="${SIZE - 12}" text-anchor="middle">unanswerable questions answered</text>
<text transform="translate(14 ${SIZE / 2}) rotate(-90)" text-anchor="middle">answerable questions answered</text>
</svg>
`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
