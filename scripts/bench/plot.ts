/** The same as a picture: a panel a measure, a line each of those who were measured, both axes logarithmic. */
import type { AskFigures, BuildFigures, Who } from './measure.ts';
import { type Measured, NAMES } from './report.ts';

type Figures = { readonly built: BuildFigures; readonly asked: AskFigures };

const PANELS: readonly { readonly title: string; readonly of: (figures: Figures) => number }[] = [
  // Not wall time, which tells as much of what else the machine did.
  { title: 'a question, CPU ms (p50)', of: ({ asked }) => asked.p50.cpu },
  { title: 'memory while asking, MiB', of: ({ asked }) => asked.residentMiB },
  { title: 'build without the model, CPU s', of: ({ built }) => (built.cpu - built.embedding.cpu) / 1000 },
  { title: 'disk, MiB', of: ({ built }) => built.diskMiB },
];

/** Told apart on light and dark grounds, and by those who do not tell red from green. */
const COLOURS: Readonly<Record<Who, string>> = {
  search: '#d55e00',
  answer: '#e69f00',
  langchain: '#0072b2',
  orama: '#009e73',
  minisearch: '#cc79a7',
  vectra: '#56b4e9',
  hnswlib: '#777777',
};

const WIDTH = 380;
const HEIGHT = 260;
const MARGIN = { left: 52, right: 14, top: 34, bottom: 30 };
const LEGEND = 54;

interface Point {
  readonly who: Who;
  readonly articles: number;
  readonly value: number;
}

/** Sizes that have a number of articles, as SVG; empty panels where there are none. */
export function drawPlot(measured: readonly Measured[]): string {
  const panels = PANELS.map(({ title, of }, i) => {
    const points = measured.flatMap(({ size, rows }) =>
      rows.flatMap((row): Point[] =>
        'asked' in row && size !== 'start' ? [{ who: row.who, articles: size, value: of(row) }] : [],
      ),
    );
    const at = `translate(${(i % 2) * WIDTH} ${LEGEND + Math.floor(i / 2) * HEIGHT})`;
    return `<g transform="${at}">${drawPanel(title, points)}</g>`;
  });
  const names = (Object.keys(NAMES) as Who[]).map((who, i) => {
    const [x, y] = [14 + (i % 4) * 188, 18 + Math.floor(i / 4) * 20];
    return `<circle cx="${x}" cy="${y}" r="4" fill="${COLOURS[who]}"/><text x="${x + 9}" y="${y + 4}">${NAMES[who]}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${LEGEND + 2 * HEIGHT}" font-family="sans-serif" font-size="11">
<title>CPU of a question, memory, build and disk of this project and its peers, by number of articles</title>
<style>.ground{fill:#fff}.grid{stroke:#ddd;fill:none}.line{stroke-width:2;fill:none}text{fill:#333}</style>
<rect class="ground" width="${2 * WIDTH}" height="${LEGEND + 2 * HEIGHT}"/>
${[...names, ...panels].join('\n')}
</svg>
`;
}

function drawPanel(title: string, points: readonly Point[]): string {
  const x = axis(
    points.map(({ articles }) => articles),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = axis(
    points.map(({ value }) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const grid = [
    ...y.ticks.map((tick) => {
      const label = `<text x="${MARGIN.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick}</text>`;
      return `<path class="grid" d="M${MARGIN.left} ${y.at(tick)}H${WIDTH - MARGIN.right}"/>${label}`;
    }),
    ...x.ticks.map(
      (tick) =>
        `<text x="${x.at(tick)}" y="${HEIGHT - MARGIN.bottom + 16}" text-anchor="middle">${tick}</text>`,
    ),
  ];
  const lines = [...new Set(points.map(({ who }) => who))].map((who) => {
    const own = points.filter((point) => point.who === who);
    const path = own.map((point, i) => `${i === 0 ? 'M' : 'L'}${x.at(point.articles)} ${y.at(point.value)}`);
    const dots = own.map(
      (point) =>
        `<circle cx="${x.at(point.articles)}" cy="${y.at(point.value)}" r="3" fill="${COLOURS[who]}"/>`,
    );
    return `<path class="line" stroke="${COLOURS[who]}" d="${path.join('')}"/>${dots.join('')}`;
  });
  const heading = `<text x="${MARGIN.left}" y="20" font-weight="bold">${title}</text>`;
  return [heading, ...grid, ...lines].join('');
}

/** A logarithmic axis over whole powers of ten. */
function axis(values: readonly number[], from: number, to: number) {
  const logs = values.map((value) => Math.log10(Math.max(value, 1e-3)));
  const low = Math.floor(Math.min(...logs, 9));
  const high = Math.max(Math.ceil(Math.max(...logs, -3)), low + 1);
  const at = (value: number): number => {
    const place = (Math.log10(Math.max(value, 1e-3)) - low) / (high - low);
    return Math.round((from + place * (to - from)) * 10) / 10;
  };
  const ticks = Array.from({ length: Math.max(0, high - low) + 1 }, (_, i) =>
    Number((10 ** (low + i)).toPrecision(1)),
  );
  return { at, ticks };
}
