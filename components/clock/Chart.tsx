import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Series {
  /** One number a label; null leaves a gap. */
  values: (number | null)[];
  /** `solid` and `hollow` bars, and a line with dots, are told apart without colour. */
  shape: 'solid' | 'hollow' | 'line';
}

interface Props {
  /** What the chart says, for those who do not see it; the table behind it says the rest. */
  label: string;
  labels: string[];
  series: Series[];
  /** Draws anew when it changes: the colours are the page's. */
  theme: string;
}

const HEIGHT = 220;

/** Bars and a line over named places, in the colours of the page; black on paper. */
export function Chart({ label, labels, series, theme }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (!place) return undefined;
    let printing = false;
    const colour = (name: string) => () => (printing ? '#000' : getComputedStyle(place).getPropertyValue(name).trim());
    const axis: uPlot.Axis = { stroke: colour('--ink'), grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false } };
    const chart = new uPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        cursor: { show: false },
        legend: { show: false },
        scales: {
          x: { time: false, range: () => [-0.6, labels.length - 0.4] },
          y: { range: (_, __, max) => [0, Math.max(max, 1) * 1.05] },
          line: { range: (_, __, max) => [0, Math.max(max, 1) * 1.05] },
        },
        axes: [
          { ...axis, grid: { show: false }, splits: () => labels.map((_, at) => at), values: (_, at) => at.map((one) => labels[one] ?? ''), space: 1 },
          { ...axis, incrs: Array.from({ length: 7 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power)).flat() },
          ...(series.some(({ shape }) => shape === 'line') ? [{ ...axis, side: 1 as const, scale: 'line', grid: { show: false } }] : []),
        ],
        series: [
          {},
          ...series.map(({ shape }): uPlot.Series =>
            shape === 'line'
              ? { scale: 'line', stroke: colour('--ink'), width: 2, dash: [6, 4], points: { show: true, size: 7, fill: colour('--ink') } }
              : {
                  stroke: colour('--accent'),
                  width: 2,
                  points: { show: false },
                  ...(shape === 'solid' && { fill: colour('--accent') }),
                  paths: uPlot.paths.bars!({ size: [0.7, 60] }),
                },
          ),
        ],
      },
      [labels.map((_, at) => at), ...series.map(({ values }) => values)],
      place,
    );
    const redraw = () => chart.redraw(false);
    const ended = new AbortController();
    const { signal } = ended;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal });
    for (const [event, on] of [['beforeprint', true], ['afterprint', false]] as const) {
      window.addEventListener(event, () => {
        printing = on;
        redraw();
      }, { signal });
    }
    const resized = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: HEIGHT }));
    resized.observe(place);
    return () => {
      ended.abort();
      resized.disconnect();
      chart.destroy();
    };
  }, [labels, series, theme]);
  return <div ref={box} className="chart" role="img" aria-label={label} />;
}
