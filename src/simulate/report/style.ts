/** Hues of the app by day and by night (`src/web/style/tokens.css`), the first for a baseline. */
export const PALETTE = {
  day: {
    paper: '#faf7f0',
    ink: '#1d2430',
    soft: '#57534a',
    rule: '#c9c2b2',
    faint: '#e6e0d3',
    focus: '#8a4b00',
    'side-0': '#1f4e8c',
    'side-1': '#a32a1c',
    'side-2': '#6e6205',
    'side-3': '#2f6b4f',
  },
  night: {
    paper: '#1a1713',
    ink: '#f0e6d2',
    soft: '#b9ad97',
    rule: '#574e41',
    faint: '#332d25',
    focus: '#ffc46b',
    'side-0': '#8db4f0',
    'side-1': '#f28d78',
    'side-2': '#d3bf55',
    'side-3': '#86c8a6',
  },
} as const;

function declarations(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}

const PAGE = `
*,*::before,*::after{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:80rem}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,4vw,2.2rem);margin:.2rem 0 .3rem}
h2{font-size:1.35rem;margin:3rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--rule)}
h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
p,ul{max-width:44rem;margin:.5rem 0}
.kicker,.note,figcaption,caption,small{color:var(--soft)}
.kicker,.note{font-size:.9rem;margin:0}
.note{margin-top:.5rem}
a{color:inherit;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;list-style:none;padding:0;max-width:none}
nav a{display:inline-block;min-height:24px;text-decoration-color:var(--rule)}
.findings{padding-left:1.1rem}
.assumptions li{margin:.35rem 0}
.variants div{display:flex;flex-wrap:wrap;gap:0 .8rem;margin:.2rem 0}
.variants dt{font-weight:600}
.variants dd{margin:0;font-family:var(--mono);font-size:.9rem;overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;padding:0;font-size:.95rem}
.legend svg{width:36px;height:10px}
`;

const TABLES = `
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums lining-nums;min-width:min(100%,36rem)}
caption{text-align:left;padding-bottom:.3rem}
caption span{display:block;position:sticky;left:0;width:max-content;max-width:min(100%,calc(100vw - 2rem))}
th,td{padding:.28rem .9rem .28rem 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--faint)}
thead th{color:var(--soft);font-size:.84rem;vertical-align:bottom;border-bottom-color:var(--rule)}
tbody th{min-width:8rem;max-width:24rem;overflow-wrap:anywhere}
.figure{text-align:right;white-space:nowrap}
thead .figure{white-space:normal}
td small{font-size:.84rem}
@media screen and (max-width:40rem){
th,td{padding-right:.6rem}
tbody th{min-width:5.5rem}
td:has(svg.row),th:has(.scale){min-width:5.5rem}
}
td:has(svg.row),th:has(.scale){width:38%;min-width:9rem}
.scale{display:flex;justify-content:space-between;gap:1rem;white-space:nowrap}
svg.row{display:block;width:100%;height:20px;overflow:visible;margin-top:1px}
details{margin:.3rem 0 .6rem}
summary{min-height:24px;cursor:pointer;color:var(--soft);font-size:.9rem;width:max-content;max-width:100%}
`;

const PLOTS = `
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1.2rem 2rem;margin-top:.8rem}
figure{margin:0;min-width:0;max-width:30rem}
figcaption{font:600 .98rem/1.3 var(--serif);color:var(--ink)}
svg path{fill:none;vector-effect:non-scaling-stroke}
svg.curves{display:block;width:100%;height:auto}
svg text{fill:var(--soft);font:400 11.5px var(--sans)}
.tick,.axis-title{text-anchor:middle}
.tick.side{text-anchor:end}
.grid{stroke:var(--faint)}
.axis,.zero{stroke:var(--rule)}
.mark{stroke:var(--soft);stroke-dasharray:2 2}
.bar{stroke-width:8;stroke:var(--hue);stroke-opacity:.55}
.interval{stroke:var(--ink);stroke-width:1.25}
.range{stroke:var(--soft);stroke-opacity:.5}
.end{stroke-width:3}
.end.low{stroke:var(--side-0)}
.end.high{stroke:var(--side-1)}
.curve{stroke:var(--hue);stroke-width:2;stroke-linejoin:round}
svg path.band{fill:var(--hue);fill-opacity:.18}
.series--1{--hue:var(--soft)}
.series-0{--hue:var(--side-0)}
.series-1{--hue:var(--side-1)}
.series-2{--hue:var(--side-2)}
.series-3{--hue:var(--side-3)}
.curve.series-1{stroke-dasharray:7 3}
.curve.series-2{stroke-dasharray:2 3}
.curve.series-3{stroke-dasharray:8 3 2 3}
`;

const PRINT = `
@page{size:A4;margin:14mm}
@media print{
body{padding:0;max-width:none}
html{font-size:10pt}
nav,details>summary{display:none}
details::details-content{content-visibility:visible;block-size:auto;display:block}
.scroll{overflow:visible;margin:.6rem 0}
table{min-width:0;width:100%;font-size:8pt;line-height:1.3}
th,td{padding:.12rem .5rem .12rem 0}
thead{display:table-header-group}
caption span{position:static;width:auto}
tr,svg.curves{break-inside:avoid}
figcaption,svg.curves{break-after:avoid}
h2,h3,caption{break-after:avoid}
.charts{grid-template-columns:1fr 1fr}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

/** The style sheet of a report: paper by day, lamp-lit by night, black on white in print. */
export function styleSheet(): string {
  const fonts =
    "--serif:'Source Serif 4',Georgia,'Times New Roman',serif;" +
    "--mono:'IBM Plex Mono','Courier New',monospace;" +
    "--sans:'Source Sans 3','Helvetica Neue',Arial,sans-serif;";
  const white = declarations({ ...PALETTE.day, paper: '#fff', ink: '#000', soft: '#333' });
  return [
    `:root{color-scheme:light dark;${fonts}${declarations(PALETTE.day)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(PALETTE.night)}}}`,
    `@media print{:root{color-scheme:light;${white}}}`,
    PAGE,
    TABLES,
    PLOTS,
    PRINT,
  ].join('\n');
}
